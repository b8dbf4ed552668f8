package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;

/**
 * Values are drawn, written in every spelling of the grammar, and read again: the doubles must be those nearest to the exact
 * decimal numbers, which {@link BigDecimal} gives. A failing case names its text.
 */
class ValueStringPropertyTest {
    private static final int CASES = 3000;

    /** One branch of the grammar each. */
    enum Branch {
        EXACT,
        SYMMETRIC,
        ASYMMETRIC,
        SEVERAL_WITH_LABELS,
        LAST_DIGITS,
        OWN_POWERS,
        POWER_AT_THE_LAST,
        LIMIT,
        RANGE,
        LOG_NORMAL
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadToTheSameDoubles(Branch branch) {
        Writer writer = new Writer(new Random(branch.name().hashCode()));
        for (int i = 0; i < CASES; i++) {
            Written written = writer.write(branch);
            assertThat(Yaml.value(written.text)).as(written.text).isEqualTo(written.value);
        }
    }

    private record Written(String text, PublishedValue value) {}

    /** A decimal as it is printed, without its sign. */
    private record Printed(String digits, boolean negative) {
        double times(int power) {
            BigDecimal exact = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits).scaleByPowerOfTen(power);
            return (negative ? exact.negate() : exact).doubleValue();
        }

        int decimals() {
            int point = digits.indexOf('.');
            return point < 0 ? 0 : digits.length() - point - 1;
        }
    }

    /** Draws values and spellings. */
    private static final class Writer {
        private static final List<String> LABELS = List.of("stat", "syst", "theory", "lumi", "model");
        private final Random random;

        Writer(Random random) {
            this.random = random;
        }

        Written write(Branch branch) {
            return switch (branch) {
                case EXACT -> exact();
                case SYMMETRIC -> withUncertainties(1, false, false);
                case ASYMMETRIC -> withUncertainties(1, true, false);
                case SEVERAL_WITH_LABELS -> withUncertainties(1 + random.nextInt(4), true, true);
                case LAST_DIGITS -> lastDigits();
                case OWN_POWERS -> ownPowers();
                case POWER_AT_THE_LAST -> powerAtTheLast();
                case LIMIT -> limit();
                case RANGE -> range();
                case LOG_NORMAL -> logNormal();
            };
        }

        private Written exact() {
            Printed central = central();
            int power = power();
            return new Written(signed(central) + tail(power), new ExactValue(central.times(power)));
        }

        private Written withUncertainties(int count, boolean unequal, boolean labelled) {
            Printed central = central();
            int power = power();
            boolean bracket = random.nextBoolean();
            StringBuilder text = new StringBuilder(bracket ? "(" + blank() : "").append(signed(central));
            List<Uncertainty> uncertainties = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String label = labelled && random.nextBoolean() ? any(LABELS) : "";
                Printed plus = positive();
                Printed minus = unequal && random.nextInt(3) > 0 ? positive() : plus;
                text.append(blank()).append(sides(plus, minus));
                text.append(label.isEmpty() ? "" : blank() + "(" + label + ")");
                uncertainties.add(new Uncertainty(plus.times(power), minus.times(power), label));
            }
            text.append(bracket ? blank() + ")" : "").append(tail(power));
            return new Written(text.toString(), AsymmetricValue.of(central.times(power), uncertainties));
        }

        private String sides(Printed plus, Printed minus) {
            if (plus.equals(minus)) {
                return any(List.of("±", "+-", "+/-", "+\u2212", "+/\u2212", "\\pm ")) + blank() + plus.digits;
            }
            String slash = any(List.of(" ", " / ", "/", "  "));
            return random.nextBoolean()
                    ? "+" + blank() + plus.digits + slash + minus() + blank() + minus.digits
                    : minus() + blank() + minus.digits + slash + "+" + blank() + plus.digits;
        }

        /** {@code 1.67(3)(0.01)}: digits count in units of the last decimal, a number with a point stands for itself. */
        private Written lastDigits() {
            Printed central = central();
            int power = power();
            StringBuilder text = new StringBuilder(signed(central));
            List<Uncertainty> uncertainties = new ArrayList<>();
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                if (random.nextBoolean()) {
                    String digits = String.valueOf(1 + random.nextInt(999));
                    text.append('(').append(digits).append(')');
                    double sigma = new Printed(digits, false).times(power - central.decimals());
                    uncertainties.add(Uncertainty.symmetric(sigma, ""));
                } else {
                    Printed sigma = new Printed("0." + (1 + random.nextInt(999)), false);
                    text.append("(")
                            .append(blank())
                            .append(sigma.digits)
                            .append(blank())
                            .append(")");
                    uncertainties.add(Uncertainty.symmetric(sigma.times(power), ""));
                }
            }
            return new Written(text + tail(power), new GaussianValue(central.times(power), uncertainties));
        }

        /** {@code 1.1e-5 ± 4e-6}: every number has its own power of ten. */
        private Written ownPowers() {
            Printed central = central();
            Printed sigma = positive();
            int first = power();
            int second = power();
            String text = signed(central) + touching(first) + blank() + "±" + blank() + sigma.digits + touching(second);
            return new Written(text, GaussianValue.of(central.times(first), sigma.times(second)));
        }

        /** {@code 2.3 ± 0.5e-5}: the power that touches the last number holds for all. */
        private Written powerAtTheLast() {
            Printed central = central();
            Printed sigma = positive();
            int power = power();
            String text = signed(central) + blank() + "±" + blank() + sigma.digits + touching(power);
            return new Written(text, GaussianValue.of(central.times(power), sigma.times(power)));
        }

        private Written limit() {
            Printed limit = positive();
            int power = power();
            int percent = 1 + random.nextInt(99);
            String level =
                    random.nextBoolean() ? percent + blank() + any(List.of("%", "\\%")) : "0." + twoDigits(percent);
            String words = any(List.of("", " CL", " C.L.", " cl", "CL"));
            String text = any(List.of("<", "≤", "<=", "≤=")) + blank() + limit.digits + tail(power) + blank() + "@"
                    + blank() + level + words;
            double c = new Printed(String.valueOf(percent), false).times(-2);
            return new Written(text, UpperLimit.halfGaussian(limit.times(power), c));
        }

        private static String twoDigits(int number) {
            return number < 10 ? "0" + number : String.valueOf(number);
        }

        private Written range() {
            Printed a = central();
            Printed b = central();
            int power = power();
            boolean ordered = a.times(power) < b.times(power);
            if (a.times(power) == b.times(power)) {
                return range();
            }
            Printed lo = ordered ? a : b;
            Printed hi = ordered ? b : a;
            String text =
                    "[" + blank() + signed(lo) + blank() + "," + blank() + signed(hi) + blank() + "]" + tail(power);
            return new Written(text, new ValueRange(lo.times(power), hi.times(power)));
        }

        private Written logNormal() {
            Printed median = new Printed(positive().digits, random.nextBoolean());
            Printed factor = new Printed("1." + (1 + random.nextInt(999)), false);
            int power = power();
            String text =
                    signed(median) + touching(power) + blank() + any(List.of("*/", "/*")) + blank() + factor.digits;
            return new Written(text, new LogNormalValue(median.times(power), factor.times(0)));
        }

        private Printed central() {
            return new Printed(digits(), random.nextBoolean());
        }

        /** Any decimal but zero, without a sign. */
        private Printed positive() {
            Printed number = new Printed(digits(), false);
            return number.times(0) > 0 ? number : positive();
        }

        /** One to twenty digits, a point before, between, behind or nowhere. */
        private String digits() {
            int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 20 : 5);
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < length; i++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            int point = random.nextInt(length + 2);
            return point > length
                    ? digits.toString()
                    : digits.insert(point, '.').toString();
        }

        private String signed(Printed number) {
            String sign = number.negative ? minus() : random.nextInt(4) == 0 ? "+" : "";
            return sign + number.digits;
        }

        private String minus() {
            return random.nextBoolean() ? "-" : "\u2212";
        }

        private int power() {
            return random.nextInt(41) - 20;
        }

        /** A power of ten behind everything in one of its spellings; nothing for 10⁰, or one of them. */
        private String tail(int power) {
            if (power == 0 && random.nextBoolean()) {
                return "";
            }
            String exponent = power < 0 ? minus() + -power : (random.nextBoolean() ? "+" : "") + power;
            return switch (random.nextInt(6)) {
                case 0 -> " e" + exponent;
                case 1 -> " E" + exponent;
                case 2 -> " 1e" + exponent;
                case 3 -> " " + times() + blank() + "10^" + exponent;
                case 4 ->
                    " " + times() + blank() + "10^" + any(List.of("(", "( ")) + exponent + any(List.of(")", " )"));
                default ->
                    " " + times() + blank() + any(List.of("10**", "10^ "))
                            + any(List.of(exponent, "{" + exponent + "}"));
            };
        }

        private String times() {
            return any(List.of("×", "x", "*", "·", "\\times", "\\cdot"));
        }

        private String touching(int power) {
            return any(List.of("e", "E")) + (power < 0 ? minus() + -power : (random.nextBoolean() ? "+" : "") + power);
        }

        private String blank() {
            return any(List.of("", " ", "  ", "\u00a0", "\u2009"));
        }

        private String any(List<String> words) {
            return words.get(random.nextInt(words.size()));
        }
    }
}

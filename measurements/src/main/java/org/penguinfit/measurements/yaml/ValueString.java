package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Magnitude;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.yaml.UncertaintyScanner.Written;

/**
 * Reads one value as papers and flavio's files write it: {@code 2.3 ± 0.5 + 0.5 - 0.4 e-5}, {@code 1.67(3)(1) e-2},
 * {@code < 1.8e-5 @ 90% CL}, {@code [0, 2] e-5}, 3&nbsp;*&#47;&nbsp;2, {@code 1.1e-5 ± 0.4e-5}, {@code 0.9 ± 0.1 (stat) ± 0.2 (syst)}.
 *
 * <p>A power of ten behind the last number holds for all, as in flavio: {@code 2.3 ± 0.5e-5} is (2.3 ± 0.5)·10⁻⁵; if the central
 * value has its own, every uncertainty needs its own. What cannot be understood whole is an error at the character
 * where understanding ends; nothing is passed over.
 */
public final class ValueString {
    private record Problem(int offset, String rule, String found, String remedy) {}

    private final ValueScanner scanner;
    private final List<Problem> problems = new ArrayList<>();

    private ValueString(String text) {
        this.scanner = new ValueScanner(text);
    }

    /**
     * Reads a value.
     *
     * @param node the scalar as it stands in a file
     * @param diagnostics takes every problem with its column
     * @return the value, or null if there is a problem
     */
    public static @Nullable PublishedValue read(ScalarNode node, Diagnostics diagnostics) {
        if (node.kind() == ScalarNode.Kind.BOOLEAN || node.kind() == ScalarNode.Kind.NULL) {
            diagnostics.error(node, "must be a value", node.describe(), "write it like 2.3 ± 0.5 e-5");
            return null;
        }
        ValueString reader = new ValueString(node.text());
        PublishedValue value = null;
        try {
            value = reader.value();
        } catch (Misread e) {
            reader.problems.add(new Problem(e.offset, e.rule, e.found, e.remedy));
        }
        for (Problem p : reader.problems) {
            diagnostics.error(node.locate(p.offset), node.path(), p.rule, p.found, p.remedy);
        }
        return value;
    }

    private @Nullable PublishedValue value() throws Misread {
        scanner.skipBlanks();
        if (scanner.atEnd()) {
            throw scanner.misread("a value is expected", "write it like 2.3 ± 0.5 e-5");
        }
        if (scanner.accept("<") || scanner.accept("≤")) {
            return limit();
        }
        if (scanner.peek() == '>' || scanner.peek() == '≥') {
            throw scanner.misread(
                    "lower limits are not supported", "give the value with its uncertainties, or an upper limit");
        }
        return scanner.accept("[") ? range() : central();
    }

    private @Nullable UpperLimit limit() throws Misread {
        scanner.accept("=");
        scanner.skipBlanks();
        Decimal limit = scanner.signedNumber("a limit");
        int power = commonPower(limit.hasExponent());
        scanner.skipBlanks();
        if (!scanner.accept("@")) {
            throw scanner.misread("'@' and a confidence level are expected", "write < 1.8e-5 @ 90% CL");
        }
        double level = confidenceLevel();
        scanner.expectEnd();
        checkSize(limit, limit.times(power));
        if (!(limit.times(power) > 0)) {
            problem(limit, "an upper limit must be > 0", "");
        }
        return problems.isEmpty() ? UpperLimit.halfGaussian(limit.times(power), level) : null;
    }

    private double confidenceLevel() throws Misread {
        scanner.skipBlanks();
        Decimal level = scanner.signedNumber("a confidence level");
        scanner.skipBlanks();
        boolean percent = scanner.accept("%") || scanner.accept("\\%");
        scanner.skipBlanks();
        if (scanner.accept("C") || scanner.accept("c")) {
            scanner.accept(".");
            if (!scanner.accept("L") && !scanner.accept("l")) {
                throw scanner.misread("'CL' is expected", "");
            }
            scanner.accept(".");
        }
        double value = level.times(percent ? -2 : 0);
        if (!(value > 0 && value < 1)) {
            problem(level, ConfidenceLevels.RULE, ConfidenceLevels.REMEDY);
        } else if (percent && value < 0.01) {
            problem(level, "a confidence level below 1% is no limit", ConfidenceLevels.REMEDY);
        }
        return value;
    }

    private @Nullable ValueRange range() throws Misread {
        scanner.skipBlanks();
        Decimal lo = scanner.signedNumber("the lower end");
        scanner.skipBlanks();
        scanner.expect(",");
        scanner.skipBlanks();
        Decimal hi = scanner.signedNumber("the upper end");
        scanner.skipBlanks();
        scanner.expect("]");
        int power = commonPower(lo.hasExponent() || hi.hasExponent());
        scanner.expectEnd();
        checkSize(lo, lo.times(power));
        checkSize(hi, hi.times(power));
        if (!(lo.times(power) < hi.times(power))) {
            problem(hi, "the upper end must lie above the lower one", "write [low, high]");
        }
        return !problems.isEmpty() ? null : new ValueRange(lo.times(power), hi.times(power));
    }

    private @Nullable PublishedValue central() throws Misread {
        boolean open = scanner.accept("(");
        scanner.skipBlanks();
        Decimal central = scanner.signedNumber("a number");
        int behind = scanner.position();
        scanner.skipBlanks();
        if (!open && (scanner.accept("*/") || scanner.accept("/*"))) {
            return logNormal(central);
        }
        scanner.backTo(behind);
        List<Written> written = new UncertaintyScanner(scanner, central).all();
        if (open) {
            scanner.skipBlanks();
            scanner.expect(")");
        }
        Decimal shared = CommonPower.sharer(scanner, central, written, open);
        int power = commonPower(central.hasExponent() || shared != null) + CommonPower.of(shared);
        scanner.expectEnd();
        checkSize(central, central.times(power));
        if (written.isEmpty()) {
            return problems.isEmpty() ? new ExactValue(central.times(power)) : null;
        }
        return value(central, written, shared, power);
    }

    private @Nullable PublishedValue value(
            Decimal central, List<Written> written, @Nullable Decimal shared, int power) {
        List<Uncertainty> uncertainties = new ArrayList<>();
        for (Written w : written) {
            double plus = sigma(w.plus(), shared, power);
            double minus = w.minus().isSameAs(w.plus()) ? plus : sigma(w.minus(), shared, power);
            if (problems.isEmpty()) {
                uncertainties.add(new Uncertainty(plus, minus, w.label()));
            }
        }
        return problems.isEmpty() ? AsymmetricValue.of(central.times(power), uncertainties) : null;
    }

    private double sigma(Decimal written, @Nullable Decimal shared, int power) {
        double sigma = (written.isSameAs(shared) ? written.withoutExponent() : written).times(power);
        if (!(sigma > 0)) {
            problem(written, "an uncertainty must be > 0", "");
        }
        checkSize(written, sigma);
        return sigma;
    }

    private @Nullable LogNormalValue logNormal(Decimal median) throws Misread {
        scanner.skipBlanks();
        Decimal factor = scanner.signedNumber("the factor of a log-normal");
        int behind = scanner.position();
        if (scanner.powerOfTen() != null) {
            throw scanner.misreadAt(behind, "no power of ten may follow a log-normal", "write 3e-3 */ 2");
        }
        scanner.expectEnd();
        checkSize(median, median.value());
        checkSize(factor, factor.value());
        if (!(factor.value() > 1)) {
            problem(factor, "the factor of a log-normal must be > 1", "");
        }
        if (median.value() == 0) {
            problem(median, "the median of a log-normal must not be 0", "");
        }
        return problems.isEmpty() ? new LogNormalValue(median.value(), factor.value()) : null;
    }

    /** The power of ten behind everything, 0 if there is none. */
    private int commonPower(boolean alreadyGiven) throws Misread {
        int behind = scanner.position();
        Integer power = scanner.powerOfTen();
        if (power == null) {
            return 0;
        }
        if (alreadyGiven) {
            scanner.backTo(behind);
            scanner.skipBlanks();
            throw scanner.misread("the power of ten must stand only once", "");
        }
        return power;
    }

    private void checkSize(Decimal written, double number) {
        if (!Magnitude.isSensible(number)) {
            problem(written, Magnitude.RULE, "");
        }
    }

    private void problem(Decimal at, String rule, String remedy) {
        problems.add(new Problem(at.start(), rule, scanner.found(at.start()), remedy));
    }
}

package org.penguinfit.measurements.exchange.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.yaml.ValueString;

/** Value strings such as {@code 2.3 ± 0.5 + 0.5 - 0.4 e-5} that read back to the same doubles. */
public final class ValueText {
    /** Longer numbers are better written as {@code 1.0e-5} each, in a block. */
    private static final int LONGEST_NUMBER = 25;

    private static final Location NOWHERE = Location.wholeFile("");

    private ValueText() {}

    /** What a value string says, or nothing if it is none. */
    public static Optional<PublishedValue> read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        PublishedValue value = ValueString.read(ScalarNode.text(NOWHERE, text), diagnostics);
        return diagnostics.hasErrors() ? Optional.empty() : Optional.ofNullable(value);
    }

    /**
     * The value string of a value, if there is one that says all of it.
     *
     * @param labels true to name sources, as in {@code ± 0.5 (stat)}
     */
    public static Optional<String> of(PublishedValue value, boolean labels) {
        String text = write(value, labels);
        return text.isEmpty() || !says(text, value, labels) ? Optional.empty() : Optional.of(text);
    }

    private static boolean says(String text, PublishedValue value, boolean labels) {
        return read(text)
                .filter((labels ? value : withoutLabels(value))::equals)
                .isPresent();
    }

    /** A central value with its sources as one string; empty if a number is too long for that. */
    public static String of(double central, List<Uncertainty> uncertainties, boolean labels) {
        int power = commonPower(central, uncertainties);
        StringBuilder text = new StringBuilder(mantissa(central, power));
        int longest = text.length();
        for (Uncertainty u : uncertainties) {
            String plus = mantissa(u.plus(), power);
            String minus = mantissa(u.minus(), power);
            longest = Math.max(longest, Math.max(plus.length(), minus.length()));
            text.append(u.isSymmetric() ? " ± " + plus : " + " + plus + " - " + minus);
            text.append(labels && !u.label().isEmpty() ? " (" + u.label() + ")" : "");
        }
        return longest > LONGEST_NUMBER
                ? ""
                : text.append(power == 0 ? "" : " e" + power).toString();
    }

    /** The same value with unlabelled sources. */
    public static PublishedValue withoutLabels(PublishedValue value) {
        if (value instanceof GaussianValue g) {
            return new GaussianValue(g.central(), unlabelled(g.uncertainties()));
        }
        return value instanceof AsymmetricValue a
                ? new AsymmetricValue(a.central(), unlabelled(a.uncertainties()), a.method())
                : value;
    }

    /** The same uncertainties without labels. */
    public static List<Uncertainty> unlabelled(List<Uncertainty> uncertainties) {
        List<Uncertainty> plain = new ArrayList<>();
        for (Uncertainty u : uncertainties) {
            plain.add(new Uncertainty(u.plus(), u.minus(), ""));
        }
        return plain;
    }

    private static String write(PublishedValue value, boolean labels) {
        if (value instanceof GaussianValue g) {
            return of(g.central(), g.uncertainties(), labels);
        }
        if (value instanceof AsymmetricValue a && a.method() == AsymmetricMethod.SPLIT) {
            return of(a.central(), a.uncertainties(), labels);
        }
        if (value instanceof UpperLimit l && isPlain(l)) {
            return "< " + ShortestNumber.text(l.limit()) + " @ " + percent(l.level()) + "% CL";
        }
        if (value instanceof ValueRange r) {
            return "[" + ShortestNumber.text(r.lo()) + ", " + ShortestNumber.text(r.hi()) + "]";
        }
        if (value instanceof LogNormalValue l) {
            return ShortestNumber.text(l.median()) + " */ " + ShortestNumber.text(l.factor());
        }
        return value instanceof ExactValue e ? ShortestNumber.text(e.value()) : "";
    }

    /** True for a limit with nothing beside it, which a value string says. */
    private static boolean isPlain(UpperLimit limit) {
        return limit.method() == LimitMethod.HALF_GAUSSIAN && limit.facts().equals(LimitFacts.NONE);
    }

    /** A level as percent, {@code 90} for 0.9. */
    public static String percent(double level) {
        return ShortestNumber.decimal(level).movePointRight(2).toPlainString();
    }

    private static int commonPower(double central, List<Uncertainty> uncertainties) {
        double largest = Math.abs(central);
        for (Uncertainty u : uncertainties) {
            largest = Math.max(largest, Math.max(u.plus(), u.minus()));
        }
        int power = ShortestNumber.power(ShortestNumber.decimal(largest));
        return power >= -2 && power <= 3 ? 0 : power;
    }

    private static String mantissa(double number, int power) {
        BigDecimal decimal = ShortestNumber.decimal(number).scaleByPowerOfTen(-power);
        return decimal.toPlainString();
    }
}

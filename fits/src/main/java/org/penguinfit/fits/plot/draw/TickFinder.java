package org.penguinfit.fits.plot.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.draw.Ticks.Tick;

/** Finds round places for ticks. */
final class TickFinder {
    /** Numbers from here on, or up to {@link #SMALL}, are written with a common power of ten. */
    private static final double LARGE = 1e4;

    private static final double SMALL = 2e-2;

    private TickFinder() {}

    /**
     * Ticks of an axis.
     *
     * @param range what it shows
     * @param most how many labels have room, at least 2
     */
    static Ticks find(Axis axis, Range range, int most) {
        return switch (axis.scale()) {
            case LINEAR -> linear(range, most);
            case LOG -> logarithmic(range, most);
            case DATE -> DateTicks.find(range, most);
            case NAMES -> names(axis.names(), range);
        };
    }

    private static Ticks linear(Range range, int most) {
        double power = Math.pow(10, Math.floor(Math.log10((range.high() - range.low()) / most)) - 1);
        int[] steps = {1, 2, 5, 10, 20, 50, 100};
        int[] parts = {5, 4, 5, 5, 4, 5, 5};
        int chosen = 2;
        while (chosen < steps.length - 1
                && multiples(steps[chosen] * power, range).size() > most) {
            chosen++;
        }
        double step = steps[chosen] * power;
        int exponent = exponent(Math.max(Math.abs(range.low()), Math.abs(range.high())));
        int decimals = Math.max(0, exponent - (int) Math.floor(Math.log10(step) + 1e-9));
        List<Tick> major = new ArrayList<>();
        for (double at : multiples(step, range)) {
            major.add(new Tick(at, number(at / Math.pow(10, exponent), decimals)));
        }
        return new Ticks(major, multiples(step / parts[chosen], range), exponent);
    }

    /** A multiple of 3, so that the largest number lies between 0.1 and 100; 0 if it needs none. */
    private static int exponent(double largest) {
        return largest < LARGE && largest > SMALL ? 0 : 3 * (int) Math.floor((Math.log10(largest) + 1 + 1e-9) / 3);
    }

    private static List<Double> multiples(double step, Range range) {
        double slack = 1e-9 * (range.high() - range.low());
        List<Double> found = new ArrayList<>();
        for (long i = (long) Math.ceil((range.low() - slack) / step); i * step <= range.high() + slack; i++) {
            found.add(i * step);
        }
        return found;
    }

    private static String number(double value, int decimals) {
        String written = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return "$" + (Double.parseDouble(written) == 0 ? written.replace("-", "") : written) + "$";
    }

    private static Ticks logarithmic(Range range, int most) {
        int first = (int) Math.floor(Math.log10(range.low()) + 1e-9);
        int last = (int) Math.ceil(Math.log10(range.high()) - 1e-9);
        int every = Math.max(1, (int) Math.ceil((last - first) / (double) most));
        boolean few = last - first <= 2;
        List<Tick> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int digit = 1; digit <= 9; digit++) {
                double at = digit * Math.pow(10, decade);
                boolean labelled = few ? digit == 1 || digit == 2 || digit == 5 : digit == 1 && decade % every == 0;
                if (at < range.low() * (1 - 1e-9) || at > range.high() * (1 + 1e-9)) {
                    continue;
                }
                if (labelled) {
                    major.add(new Tick(at, power(digit, decade)));
                } else if (every == 1 || digit == 1) {
                    minor.add(at);
                }
            }
        }
        return new Ticks(major, minor, 0);
    }

    private static String power(int digit, int decade) {
        if (decade >= -2 && decade <= 3) {
            return number(digit * Math.pow(10, decade), Math.max(0, -decade));
        }
        return "$" + (digit == 1 ? "" : digit + "\\times") + "10^{" + decade + "}$";
    }

    private static Ticks names(List<String> names, Range range) {
        List<Tick> major = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i >= range.low() && i <= range.high()) {
                major.add(new Tick(i, names.get(i)));
            }
        }
        return new Ticks(major, List.of(), 0);
    }
}

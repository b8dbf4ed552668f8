package org.penguinfit.fits.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/**
 * A confidence level as a user writes it: {@code 1σ}, {@code 90%} or {@code 0.90}. The rounded names of the 1σ, 2σ and 3σ
 * levels, 68.27, 95.45 and 99.73 %, mean those levels exactly, so that Δχ² is 1, 4 and 9 for one parameter.
 *
 * @param label the text in the config, which is the key in results.json
 * @param level its meaning
 */
public record Level(String label, ConfidenceLevel level) {
    /** The level of a standard deviation. */
    public static final Level ONE_SIGMA = new Level("1σ", ConfidenceLevel.ofSigmas(1));

    private static final Pattern SIGMAS = Pattern.compile("(\\d*\\.?\\d+)\\s*(σ|s|sigma)");
    private static final Pattern PERCENT = Pattern.compile("(\\d*\\.?\\d+)\\s*%(\\s*C\\.?L\\.?)?");
    private static final Pattern PROBABILITY = Pattern.compile("0?\\.\\d+");

    /** What 1σ, 2σ and 3σ are called when written as a probability (PDG 2024, Statistics review, table 40.1). */
    private static final List<Double> ROUNDED_NAMES = List.of(0.6827, 0.9545, 0.9973);

    /** Two decimal texts of a probability that differ by less are the same text, up to the division by 100. */
    private static final double SAME_TEXT = 1e-12;

    /** Eight sigma is a probability of 1 − 1.2e-15; beyond, 1 − p has no digits left. */
    private static final double MAX_SIGMAS = 8;

    /** Reads a level; reports a text that is none. */
    public static @Nullable Level read(Node node, Diagnostics diagnostics) {
        String text = Fields.asText(node, diagnostics);
        if (text == null) {
            return null;
        }
        ConfidenceLevel level = parse(text.strip());
        if (level == null) {
            diagnostics.error(node, rule(text.strip()), node.describe(), remedy(text.strip()));
            return null;
        }
        return new Level(text.strip(), level);
    }

    /** The meaning of a text, or null if it is no confidence level. */
    static @Nullable ConfidenceLevel parse(String text) {
        Matcher sigmas = SIGMAS.matcher(text.toLowerCase(Locale.ROOT));
        if (sigmas.matches()) {
            double n = Double.parseDouble(sigmas.group(1));
            return n > 0 && n <= MAX_SIGMAS ? ConfidenceLevel.ofSigmas(n) : null;
        }
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return probability(Double.parseDouble(percent.group(1)) / 100);
        }
        return PROBABILITY.matcher(text).matches() ? probability(Double.parseDouble(text)) : null;
    }

    private static @Nullable ConfidenceLevel probability(double p) {
        for (int n = 1; n <= ROUNDED_NAMES.size(); n++) {
            if (Math.abs(p - ROUNDED_NAMES.get(n - 1)) < SAME_TEXT) {
                return ConfidenceLevel.ofSigmas(n);
            }
        }
        return p > 0 && p < 1 ? ConfidenceLevel.of(p) : null;
    }

    private static String rule(String text) {
        if (SIGMAS.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
            return "a confidence level must be above 0σ and at most 8σ";
        }
        return PERCENT.matcher(text).matches()
                ? "a confidence level must lie between 0% and 100%"
                : "must be a confidence level";
    }

    private static String remedy(String text) {
        try {
            double number = Double.parseDouble(text);
            if (number > 1 && number < 100) {
                return "a bare number is ambiguous: write " + text + "%"
                        + (number <= MAX_SIGMAS ? " or " + text + "σ" : "");
            }
        } catch (NumberFormatException e) {
            // no number at all: the general remedy
        }
        return "write it like 1σ, 90% or 0.90";
    }
}

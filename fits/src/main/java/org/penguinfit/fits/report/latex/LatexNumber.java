package org.penguinfit.fits.report.latex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as reports and publications write them, in LaTeX: {@code (1.1 ± 0.4)e-5}, {@code 1.9 +1.3 -1.2 e-5},
 * {@code [−11.99, −4.28] ∪ [17.08, 24.79]}.
 */
final class LatexNumber {
    private static final Pattern NUMERIC =
            Pattern.compile("[-−+0-9.,±()\\[\\]∪∞e<>≤≥ …]*[0-9∞][-−+0-9.,±()\\[\\]∪∞e<>≤≥ …]*");
    private static final Pattern SIDES = Pattern.compile("\\s\\+([0-9.]+)\\s[-−]([0-9.]+)");
    private static final Pattern SIDES_SWAPPED = Pattern.compile("\\s[-−]([0-9.]+)\\s\\+([0-9.]+)");
    private static final Pattern POWER = Pattern.compile("(.*[0-9)\\]}])\\s*e[+]?(-?)0*([0-9]+)");

    private LatexNumber() {}

    /** A text in math mode; empty if the text is no number, interval or union of intervals. */
    static Optional<String> of(String text) {
        return NUMERIC.matcher(text).matches() ? Optional.of("$" + math(text.strip()) + "$") : Optional.empty();
    }

    private static String math(String text) {
        String plain = text.replace('−', '-');
        Matcher whole = POWER.matcher(plain);
        if (whole.matches() && whole.group(1).indexOf('e') < 0) {
            return factored(whole.group(1)) + power(whole.group(2), whole.group(3));
        }
        Matcher each = Pattern.compile("([0-9])e[+]?(-?)0*([0-9]+)").matcher(plain);
        StringBuilder powers = new StringBuilder();
        while (each.find()) {
            each.appendReplacement(
                    powers, Matcher.quoteReplacement(each.group(1) + power(each.group(2), each.group(3))));
        }
        return symbols(each.appendTail(powers).toString());
    }

    /** What stands before a power of ten: a sum or a union needs parentheses there. */
    private static String factored(String text) {
        String math = symbols(text);
        boolean several = math.contains("\\pm") || math.contains("^{") || math.contains("\\cup");
        return several && !math.startsWith("(") ? "(" + math + ")" : math;
    }

    private static String power(String sign, String digits) {
        return "\\times10^{" + sign + digits + "}";
    }

    private static String symbols(String text) {
        String sides = SIDES.matcher(text).replaceAll("^{+$1}_{-$2}");
        return SIDES_SWAPPED
                .matcher(sides)
                .replaceAll("^{+$2}_{-$1}")
                .replace(" ± ", "\\pm")
                .replace("±", "\\pm")
                .replace("∪", "\\cup")
                .replace("∞", "\\infty")
                .replace("≤", "\\le ")
                .replace("≥", "\\ge ")
                .replace("…", "\\dots ");
    }
}

package org.penguinfit.fits.report.latex;

import java.util.ArrayList;
import java.util.List;
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
    private static final Pattern POWER = Pattern.compile("(.*[0-9)\\]}\u0001])(\\s*)e[+]?(-?)0*([0-9]+)");

    /** Where an uncertainty comes from, behind it. */
    private static final Pattern SOURCE = Pattern.compile(" ?\\(([a-z]+)\\)");

    /** Stands for a source while the numbers around it become LaTeX; no report has this letter. */
    private static final String MARK = "\u0001";

    private LatexNumber() {}

    /** A text in math mode; empty if the text is no number, interval or union of intervals. */
    static Optional<String> of(String text) {
        String bare = SOURCE.matcher(text.replace("+-", "±")).replaceAll("").strip();
        if (!NUMERIC.matcher(bare).matches()) {
            return Optional.empty();
        }
        List<String> sources = new ArrayList<>();
        String marked = SOURCE.matcher(text.replace("+-", "±")).replaceAll(source -> {
            sources.add(source.group(1));
            return MARK;
        });
        String math = math(marked.strip());
        for (String source : sources) {
            math = math.replaceFirst(MARK, Matcher.quoteReplacement("\\,(\\mathrm{" + source + "})"));
        }
        return Optional.of("$" + math + "$");
    }

    private static String math(String text) {
        String plain = text.replace('−', '-');
        Matcher whole = POWER.matcher(plain);
        if (whole.matches() && whole.group(1).indexOf('e') < 0 && isOfAll(whole)) {
            return factored(whole.group(1)) + power(whole.group(3), whole.group(4));
        }
        Matcher each = Pattern.compile("([0-9])e[+]?(-?)0*([0-9]+)").matcher(plain);
        StringBuilder powers = new StringBuilder();
        while (each.find()) {
            each.appendReplacement(
                    powers, Matcher.quoteReplacement(each.group(1) + power(each.group(2), each.group(3))));
        }
        return symbols(each.appendTail(powers).toString());
    }

    /** Behind a sum, parentheses or a gap make the power that of all; in 1.0004 ± 6e-5 it is that of the last number. */
    private static boolean isOfAll(Matcher power) {
        return power.group(1).indexOf('±') < 0
                || power.group(1).endsWith(")")
                || power.group(1).endsWith(MARK)
                || !power.group(2).isEmpty();
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

package org.penguinfit.fits.report.latex;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penguinfit.fits.plot.Tex;

/** Words of titles that stand for symbols, such as {@code C_L^33}, {@code R_K*}, {@code P5'} or, in a process, {@code K*+}. */
final class LatexSymbols {
    /** A letter with an index, as in C_L, -C_10, C'_R, R_K*, C_L^33 or ν_τ. */
    private static final Pattern INDEXED =
            Pattern.compile("([-−]?\\p{L})('?)_([\\p{L}0-9]{1,3})(\\*?)(?:\\^([\\p{L}0-9]{1,4}))?");

    /** Coefficients, angular observables and leptoquarks: C9, P5', S1, S~1/2. */
    private static final Pattern NUMBERED = Pattern.compile("([CPSVOR])(~?)([0-9]{1,2}|[0-9]/[0-9])('?)");

    private static final Pattern NEGATIVE = Pattern.compile("[-−]([0-9]+(?:\\.[0-9]+)?)");

    /** What stands beside an arrow. */
    private static final Pattern PARTICLE =
            Pattern.compile("([BDK]|[bcdestu]|mu|tau|nu|pi|μ|τ|ν|π)(_?s|_?c)?(\\*?)([-−+0]?)");

    private static final Pattern ARROW = Pattern.compile("(?:^|\\s)(?:->|→)(?:\\s|$)");

    private static final Map<String, String> WORDS = Map.of(
            "->", "\\to", "mu", "\\mu", "tau", "\\tau", "nu", "\\nu", "pi", "\\pi", "Delta", "\\Delta", "alpha",
            "\\alpha");

    private LatexSymbols() {}

    /** Whether a text names a process, as B+ → K*+ e- mu+ does. */
    static boolean isProcess(String text) {
        return ARROW.matcher(text).find();
    }

    /**
     * A word as a formula; empty if it is none.
     *
     * @param process whether single letters are particles
     */
    static Optional<String> of(String word, boolean process) {
        Matcher indexed = INDEXED.matcher(word);
        if (indexed.matches()) {
            return formula(indexed(indexed));
        }
        Matcher numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            String letter = numbered.group(2).isEmpty() ? numbered.group(1) : "\\tilde{" + numbered.group(1) + "}";
            return formula(letter + numbered.group(4) + "_{" + numbered.group(3) + "}");
        }
        Matcher negative = NEGATIVE.matcher(word);
        if (negative.matches()) {
            return formula("-" + negative.group(1));
        }
        Matcher particle = PARTICLE.matcher(word);
        if (process && particle.matches()) {
            return formula(particle(particle));
        }
        boolean known = word.equals("->") || word.equals("Delta") || word.equals("alpha");
        return known ? formula(WORDS.getOrDefault(word, word)) : Optional.empty();
    }

    private static Optional<String> formula(String tex) {
        return Optional.of(Tex.math(tex));
    }

    private static String indexed(Matcher parts) {
        String star = parts.group(4).isEmpty() ? "" : "^*";
        String upper = parts.group(5) == null ? "" : "^{" + letters(parts.group(5)) + "}";
        return letters(parts.group(1)) + parts.group(2) + "_{" + letters(parts.group(3)) + star + "}" + upper;
    }

    private static String particle(Matcher parts) {
        String name = letters(WORDS.getOrDefault(parts.group(1), parts.group(1)));
        String index = parts.group(2) == null ? "" : "_" + parts.group(2).replace("_", "");
        String upper = parts.group(3) + parts.group(4).replace('−', '-');
        return name + index + (upper.isEmpty() ? "" : "^{" + upper + "}");
    }

    /** Letters of any alphabet inside a formula; a command stays. */
    private static String letters(String text) {
        return text.startsWith("\\") ? text : Tex.text(text).replace("$", "");
    }
}

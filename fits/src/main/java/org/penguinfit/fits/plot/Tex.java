package org.penguinfit.fits.plot;

import java.util.Locale;
import java.util.Map;

/** Plain text and numbers as LaTeX in text mode. */
public final class Tex {
    private static final Map<Integer, String> SPECIAL = Map.ofEntries(
            Map.entry((int) '\\', "$\\backslash$"),
            Map.entry((int) '{', "$\\{$"),
            Map.entry((int) '}', "$\\}$"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '^', "$\\hat{\\ }$"),
            Map.entry((int) '~', "$\\sim$"),
            Map.entry((int) '<', "$<$"),
            Map.entry((int) '>', "$>$"),
            Map.entry((int) '*', "$^*$"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '±', "$\\pm$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '·', "$\\cdot$"),
            Map.entry((int) '→', "$\\to$"),
            Map.entry((int) '₀', "$_0$"),
            Map.entry((int) '₁', "$_1$"),
            Map.entry((int) '₂', "$_2$"),
            Map.entry((int) '|', "$|$"),
            Map.entry((int) '′', "$'$"),
            Map.entry((int) '…', "\\ldots{}"),
            Map.entry((int) '≈', "$\\approx$"),
            Map.entry((int) '⁺', "$^+$"),
            Map.entry((int) 'δ', "$\\delta$"),
            Map.entry((int) 'ε', "$\\varepsilon$"),
            Map.entry((int) 'η', "$\\eta$"),
            Map.entry((int) 'ξ', "$\\xi$"),
            Map.entry((int) 'φ', "$\\phi$"),
            Map.entry((int) 'Γ', "$\\Gamma$"),
            Map.entry((int) 'Λ', "$\\Lambda$"),
            Map.entry((int) '≤', "$\\le$"),
            Map.entry((int) '≥', "$\\ge$"),
            Map.entry((int) '∈', "$\\in$"),
            Map.entry((int) '∪', "$\\cup$"),
            Map.entry((int) '∞', "$\\infty$"),
            Map.entry((int) '√', "$\\surd$"),
            Map.entry((int) '–', "--"),
            Map.entry((int) '—', "---"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '²', "$^2$"),
            Map.entry((int) '³', "$^3$"),
            Map.entry((int) '¹', "$^1$"),
            Map.entry((int) '⁻', "$^-$"),
            Map.entry((int) '₊', "$_+$"),
            Map.entry((int) '₋', "$_-$"),
            Map.entry((int) 'Δ', "$\\Delta$"),
            Map.entry((int) 'Φ', "$\\Phi$"),
            Map.entry((int) 'Σ', "$\\Sigma$"),
            Map.entry((int) 'α', "$\\alpha$"),
            Map.entry((int) 'β', "$\\beta$"),
            Map.entry((int) 'γ', "$\\gamma$"),
            Map.entry((int) 'θ', "$\\theta$"),
            Map.entry((int) 'λ', "$\\lambda$"),
            Map.entry((int) 'μ', "$\\mu$"),
            Map.entry((int) 'ν', "$\\nu$"),
            Map.entry((int) 'π', "$\\pi$"),
            Map.entry((int) 'ρ', "$\\rho$"),
            Map.entry((int) 'σ', "$\\sigma$"),
            Map.entry((int) 'τ', "$\\tau$"),
            Map.entry((int) 'χ', "$\\chi$"));

    /** As in ν̄. */
    private static final int COMBINING_MACRON = 0x304;

    private Tex() {}

    /** Plain text, such as the name of a measurement, with nothing in it that LaTeX would act on. */
    public static String text(String plain) {
        StringBuilder latex = new StringBuilder();
        int[] letters = plain.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            String letter = SPECIAL.getOrDefault(letters[i], Character.toString(letters[i]));
            boolean barred = i + 1 < letters.length && letters[i + 1] == COMBINING_MACRON;
            latex.append(barred ? "$\\bar{" + letter.replace("$", "") + "}$" : letter);
            i += barred ? 1 : 0;
        }
        return latex.toString();
    }

    /** A formula. */
    public static String math(String formula) {
        return "$" + formula + "$";
    }

    /** The shortest decimal form of a finite number, for use inside a formula: {@code 0.9}, {@code 1.8\times10^{-5}}. */
    public static String number(double value) {
        String written = Double.toString(value).replaceFirst("\\.0(?=E|$)", "");
        int exponent = written.indexOf('E');
        return exponent < 0
                ? written
                : written.substring(0, exponent) + "\\times10^{" + written.substring(exponent + 1) + "}";
    }

    /** A unit as files write it, such as {@code GeV^2} or {@code ps^-1}; empty for {@code 1}. */
    public static String unit(String written) {
        if (written.isEmpty() || written.equals("1")) {
            return "";
        }
        return "$\\mathrm{" + written.replaceAll("\\^(-?[0-9]+)", "^{$1}").replace(" ", "\\,") + "}$";
    }

    /** A confidence level as configs write it: {@code 1σ}, {@code 90%}, {@code 0.9}, with "CL" behind a percentage. */
    public static String level(String written) {
        String word = written.strip();
        if (word.endsWith("σ") || word.endsWith("%")) {
            return word.endsWith("%") ? text(word) + " CL" : text(word);
        }
        String number = word.replaceFirst("(?i)\\s*(s|sigma)$", "");
        if (!number.equals(word)) {
            return text(number + "σ");
        }
        try {
            double percent = Math.round(1e6 * Double.parseDouble(word)) / 1e4;
            return percent == Math.rint(percent)
                    ? String.format(Locale.ROOT, "%.0f\\%% CL", percent)
                    : percent + "\\% CL";
        } catch (NumberFormatException e) {
            return text(word);
        }
    }
}

package org.penguinfit.fits.report.latex;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.result.Names;

/** Cells and captions of reports in LaTeX: names as the theory writes them, numbers in math mode, the rest escaped. */
public final class LatexText {
    private static final Pattern LEVEL = Pattern.compile("[0-9]+(\\.[0-9]+)?\\s*[%σ]");

    /** An interval inside words, such as {@code [-12, -4] or [17, 25]}. */
    private static final Pattern INTERVAL = Pattern.compile("\\[\\s*[-−0-9.e]+\\s*,\\s*[-−0-9.e]+\\s*\\]");

    /** A limit as measurement files write it: {@code < 1.8e-5 @ 90% CL}. */
    private static final Pattern LIMIT = Pattern.compile("([<>≤≥] ?[-−0-9.e]+) @ (\\S.*)");

    /** Latin Extended-A ends before; LaTeX's T1 fonts have its letters. */
    private static final int LAST_LATIN = 0x180;

    private final Names names;

    /**
     * Of one result.
     *
     * @param names how its theory writes parameters and observables
     */
    public LatexText(Names names) {
        this.names = names;
    }

    /** A cell. */
    public String cell(String text) {
        Optional<String> name = name(text);
        if (name.isPresent()) {
            return name.get();
        }
        if (LEVEL.matcher(text).matches()) {
            return Tex.level(text);
        }
        Matcher limit = LIMIT.matcher(text);
        if (limit.matches()) {
            return LatexNumber.of(limit.group(1)).orElseGet(() -> words(limit.group(1))) + " at "
                    + words(limit.group(2));
        }
        return LatexNumber.of(text).orElseGet(() -> words(text));
    }

    /** A unit, empty for 1. */
    public static String unit(String written) {
        return written.isEmpty() ? "" : Tex.unit(written);
    }

    /** A heading or a caption: known names in it become formulas. */
    public String words(String text) {
        List<String> parts = new ArrayList<>();
        boolean process = LatexSymbols.isProcess(text);
        for (String word : text.split(" ", -1)) {
            String bare = word.replaceFirst("[,;:.?]$", "");
            Optional<String> known = name(bare).or(() -> LatexSymbols.of(bare, process));
            parts.add(known.map(tex -> tex + word.substring(bare.length())).orElse(word));
        }
        StringBuilder latex = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String gap = i == 0 ? "" : " ";
            if (parts.get(i).equals(text.split(" ", -1)[i])) {
                plain.append(gap).append(parts.get(i));
            } else {
                latex.append(escaped(plain + gap)).append(parts.get(i));
                plain.setLength(0);
            }
        }
        return latex.append(escaped(plain.toString())).toString();
    }

    private Optional<String> name(String text) {
        return names.of(text).filter(name -> !name.tex().isEmpty()).map(name -> Tex.math(name.tex()));
    }

    /** Text between intervals escaped, intervals in math mode. */
    private static String escaped(String text) {
        StringBuilder latex = new StringBuilder();
        Matcher interval = INTERVAL.matcher(text);
        int from = 0;
        while (interval.find()) {
            latex.append(Tex.text(text.substring(from, interval.start())));
            latex.append(LatexNumber.of(interval.group()).orElseThrow());
            from = interval.end();
        }
        latex.append(Tex.text(text.substring(from)));
        return printable(latex.toString()).replace("$$", "");
    }

    /** Letters that LaTeX's fonts may lack become plain ones, or their number. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            String plain = c < LAST_LATIN ? letter : Normalizer.normalize(letter, Normalizer.Form.NFKD);
            boolean known = plain.codePoints().allMatch(p -> p < LAST_LATIN);
            printable.append(known ? plain : String.format(Locale.ROOT, "[U+%04X]", c));
        });
        return printable.toString();
    }
}

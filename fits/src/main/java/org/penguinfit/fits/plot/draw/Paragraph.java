package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** LaTeX broken into lines at the spaces outside of formulas. */
final class Paragraph {
    private static final double LEADING = 1.25;

    private final List<Label> lines;
    private final double size;

    private Paragraph(List<Label> lines, double size) {
        this.lines = lines;
        this.size = size;
    }

    /**
     * Breaks a text.
     *
     * @param size of the letters
     * @param width that lines should not exceed; a longer word stands alone
     */
    static Paragraph of(String latex, double size, double width) {
        List<Label> lines = new ArrayList<>();
        Label set = Label.of(latex, size);
        if (set.width() <= width) {
            return new Paragraph(List.of(set), size);
        }
        String line = "";
        for (String word : words(latex)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            Label attempt = Label.of(longer, size);
            if (!line.isEmpty() && attempt.width() > width) {
                lines.add(set);
                line = word;
                set = Label.of(word, size);
            } else {
                line = longer;
                set = attempt;
            }
        }
        lines.add(set);
        return new Paragraph(lines, size);
    }

    /** The same, but with smaller letters if a word is longer than a line. */
    static Paragraph within(String latex, double size, double width) {
        Paragraph set = of(latex, size, width);
        return set.width() <= width ? set : of(latex, size * width / set.width(), width);
    }

    private static List<String> words(String latex) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        boolean formula = false;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            boolean escaped = i > 0 && latex.charAt(i - 1) == '\\';
            formula ^= c == '$' && !escaped;
            depth += escaped ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ' ' && !formula && depth == 0 && !escaped) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }

    double width() {
        return lines.stream().mapToDouble(Label::width).max().orElse(0);
    }

    double height() {
        return size * LEADING * lines.size();
    }

    /**
     * Draws it.
     *
     * @param x its left end, middle or right end
     * @param top its upper edge
     * @param align 0: x is the left end of each line, 0.5: the middle, 1: the right end
     */
    void draw(Graphics2D g, double x, double top, double align, Color colour) {
        double baseline = top + size * (0.5 * (LEADING - 1) + 0.78);
        for (Label line : lines) {
            line.draw(g, x - align * line.width(), baseline, colour);
            baseline += size * LEADING;
        }
    }
}

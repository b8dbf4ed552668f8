package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.geom.AffineTransform;
import org.penguinfit.fits.plot.Tex;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A set line of LaTeX: its size, and how to put it on paper. Text that is no LaTeX is set as it stands. */
final class Label {
    private static final Insets NONE = new Insets(0, 0, 0, 0);

    /** A little narrower than a letter, below the baseline. */
    private static final String UNDERSCORE = "{\\rule[-0.11em]{0.42em}{0.04em}}";

    private final TeXIcon icon;

    private Label(TeXIcon icon) {
        this.icon = icon;
    }

    /**
     * Sets a text.
     *
     * @param latex in text mode
     * @param size of the letters in points
     */
    static Label of(String latex, double size) {
        try {
            return set(latex, size);
        } catch (ParseException notLatex) {
            return plain(latex, size);
        }
    }

    /** As it stands, with a question mark for each character of which the fonts have no letter. */
    private static Label plain(String text, double size) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(c -> known.append(hasLetter(c) ? Tex.text(Character.toString(c)) : "?"));
        return set(known.toString(), size);
    }

    private static boolean hasLetter(int character) {
        try {
            set(Tex.text(Character.toString(character)), Layout.SMALL);
            return true;
        } catch (ParseException | NullPointerException none) {
            return false;
        }
    }

    /** The same in smaller letters if it would be wider than that. */
    static Label within(String latex, double size, double width) {
        Label label = of(latex, size);
        return label.width() <= width ? label : of(latex, size * width / label.width());
    }

    private static Label set(String latex, double size) {
        TeXIcon icon = new TeXFormula("\\text{" + plainPunctuation(latex) + "}")
                .createTeXIcon(TeXConstants.STYLE_TEXT, (float) size);
        icon.setInsets(NONE, true);
        return new Label(icon);
    }

    /**
     * Punctuation between words get the spaces of formulas unless they stand in braces, and the underscore, which the fonts
     * lack, would be a rule as wide as a dash on the baseline.
     */
    private static String plainPunctuation(String latex) {
        StringBuilder text = new StringBuilder();
        boolean formula = false;
        for (int i = 0; i < latex.length(); i++) {
            if (latex.startsWith("\\_", i)) {
                text.append(UNDERSCORE);
                i++;
                continue;
            }
            char c = latex.charAt(i);
            boolean escaped = i > 0 && latex.charAt(i - 1) == '\\';
            formula ^= c == '$' && !escaped;
            boolean mark = !formula && !escaped && ".,:;+=".indexOf(c) >= 0;
            text.append(mark ? "{" + c + "}" : String.valueOf(c));
        }
        return text.toString();
    }

    double width() {
        return icon.getTrueIconWidth();
    }

    /** Above the baseline. */
    double ascent() {
        return icon.getTrueIconHeight() - icon.getTrueIconDepth();
    }

    /** Below the baseline. */
    double descent() {
        return icon.getTrueIconDepth();
    }

    double height() {
        return icon.getTrueIconHeight();
    }

    /** Draws it with its left end at x and its baseline at y. */
    void draw(Graphics2D g, double x, double y, Color colour) {
        AffineTransform before = g.getTransform();
        g.translate(x, y - ascent());
        icon.setForeground(colour);
        icon.paintIcon(null, g, 0, 0);
        g.setTransform(before);
    }

    /** Draws it turned by a quarter to the left: reading upwards from (x, y), the baseline at x. */
    void drawUpwards(Graphics2D g, double x, double y, Color colour) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        draw(g, 0, 0, colour);
        g.setTransform(before);
    }
}

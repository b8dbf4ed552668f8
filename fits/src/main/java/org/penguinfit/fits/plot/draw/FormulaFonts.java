package org.penguinfit.fits.plot.draw;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.TeXFormula;

/** The fonts of formulas in a PDF: each that is used is embedded, with the letters used. */
final class FormulaFonts extends PdfBoxGraphics2DFontTextDrawer {
    private final PDDocument document;
    private final Map<String, PDFont> embedded = new HashMap<>();

    FormulaFonts(PDDocument document) {
        this.document = document;
    }

    @Override
    protected @Nullable PDFont mapFont(Font font, IFontTextDrawerEnv env) throws IOException, FontFormatException {
        String name = font.getFontName();
        PDFont known = embedded.get(name);
        if (known == null) {
            known = load(name);
            embedded.put(name, known);
        }
        return known;
    }

    private PDFont load(String name) throws IOException {
        for (String folder : new String[] {"base", "latin", "latin/optional", "maths", "maths/optional", "euler"}) {
            try (InputStream ttf = TeXFormula.class.getResourceAsStream("fonts/" + folder + "/" + name + ".ttf")) {
                if (ttf != null) {
                    return PDType0Font.load(document, ttf, true);
                }
            }
        }
        throw new IOException("no font '" + name + "'");
    }
}

package org.penguinfit.fits.plot.draw;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A picture as PDF of one page of its size, fonts embedded. */
final class PdfFile {
    private PdfFile() {}

    static byte[] of(FigurePainter painter) throws IOException {
        float width = (float) painter.width();
        float height = (float) painter.height();
        try (PDDocument document = new PDDocument();
                FormulaFonts fonts = new FormulaFonts(document)) {
            document.setDocumentId(0L); // else the time of day is written into the file
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.setFontTextDrawer(fonts);
            painter.paint(g);
            g.dispose();
            PDFormXObject drawing = g.getXFormObject();
            drawing.setMatrix(new AffineTransform());
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(drawing);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}

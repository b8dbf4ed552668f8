package org.penguinfit.fits.plot.draw;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A picture as SVG, letters as paths. */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgFile() {}

    static byte[] of(FigurePainter painter) throws IOException {
        SVGGraphics2D g = new SVGGraphics2D(context(), true);
        g.setSVGCanvasSize(new Dimension((int) Math.ceil(painter.width()), (int) Math.ceil(painter.height())));
        painter.paint(g);
        Element root = g.getRoot();
        root.setAttribute("viewBox", String.format(Locale.ROOT, "0 0 %.2f %.2f", painter.width(), painter.height()));
        root.setAttribute("width", String.format(Locale.ROOT, "%.2fpt", painter.width()));
        root.setAttribute("height", String.format(Locale.ROOT, "%.2fpt", painter.height()));
        StringWriter text = new StringWriter();
        g.stream(root, text, true, false);
        return withoutDoctype(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** The document type names a file of w3.org, which parsers would fetch. */
    private static String withoutDoctype(String svg) {
        int from = svg.indexOf("<!DOCTYPE");
        return from < 0 ? svg : svg.substring(0, from) + svg.substring(svg.indexOf('>', from) + 1);
    }

    private static SVGGeneratorContext context() {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment("Penguinfit");
            context.setPrecision(3);
            return context;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser", e);
        }
    }
}

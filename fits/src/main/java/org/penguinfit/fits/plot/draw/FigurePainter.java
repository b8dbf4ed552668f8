package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.plot.Figure;

/** Draws a picture onto any {@link Graphics2D}. */
final class FigurePainter {
    private final Layout at;

    FigurePainter(Figure figure) {
        this.at = new Layout(figure);
    }

    /** Width of the picture in points. */
    double width() {
        return at.width;
    }

    /** Height of the picture in points. */
    double height() {
        return at.height;
    }

    /** The data areas, in the order of the panels. */
    List<PanelArea> areas() {
        List<PanelArea> areas = new ArrayList<>();
        at.panels.forEach(panel -> areas.add(panel.area()));
        return List.copyOf(areas);
    }

    void paint(Graphics2D g) {
        at.title.draw(g, at.width / 2, Layout.GAP / 2, 0.5, Color.BLACK);
        at.legend.draw(g, Layout.GAP, at.legendTop);
        at.panels.forEach(panel -> new PanelPainter(g, panel).paint());
        double top = at.notesTop;
        for (Paragraph note : at.notes) {
            note.draw(g, Layout.GAP, top, 0, Color.DARK_GRAY);
            top += note.height();
        }
    }
}

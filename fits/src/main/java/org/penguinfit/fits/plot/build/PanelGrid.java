package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Panel;

/** Pictures put together as the panels of one. */
final class PanelGrid {
    /** Height of the data area of a panel, as a part of the width of the panel with its labels. */
    private static final double HEIGHT = 0.72;

    private PanelGrid() {}

    /**
     * Panels with letters, (a), (b), and so on; notes that several share stand there once. One column has the width of a column
     * in print, more have that of a page.
     *
     * @param columns how many stand side by side; 0: two of up to four, else three
     */
    static Figure of(List<Figure> figures, int columns) {
        List<Panel> panels = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        for (Figure figure : figures) {
            for (Panel panel : figure.panels()) {
                panels.add(panel.withTitle("(" + (char) ('a' + panels.size() % 26) + ")"));
            }
            notes.addAll(figure.notes());
        }
        int wanted = columns > 0 ? columns : panels.size() <= 4 ? 2 : 3;
        int across = Math.min(wanted, panels.size());
        Figure grid = across == 1
                ? new Figure("", panels, 1, List.of(), figures.get(0).size())
                : Figure.grid(panels, across).withSize(size(across));
        return grid.withNotes(List.copyOf(notes));
    }

    private static Figure.Size size(int columns) {
        double width = Figure.Size.PAGE.width();
        return new Figure.Size(width, HEIGHT * width / columns);
    }
}

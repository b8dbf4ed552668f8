package org.penguinfit.fits.plot.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;

/** Where everything of a picture stands: from top to bottom title, legend, panels row by row, notes. */
final class Layout {
    /** Sizes of letters: of titles and axis labels, of numbers, of legends and notes. */
    static final double LARGE = 9;

    static final double MEDIUM = 8;
    static final double SMALL = 7.5;

    static final double FRAME_LINE = 0.6;
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double EDGE = 4;
    /** Between the frame and numbers, and between numbers and labels. */
    static final double GAP = 3.5;
    /** Between panels side by side, and between rows. */
    private static final double BETWEEN = 8;

    final double width;
    final double height;
    final Paragraph title;
    final Legend legend;
    final List<Paragraph> notes;
    final double legendTop;
    final List<PanelLayout> panels;
    final double notesTop;

    Layout(Figure figure) {
        width = figure.size().width() * POINTS_PER_MM;
        double inner = width - 2 * EDGE;
        title = Paragraph.of(figure.title(), LARGE, inner);
        List<Mark> marks = new ArrayList<>();
        figure.panels().forEach(panel -> marks.addAll(panel.marks()));
        legend = Legend.of(marks, inner);
        notes = figure.notes().stream()
                .map(note -> Paragraph.of(note, SMALL, inner))
                .toList();
        legendTop = EDGE + (figure.title().isEmpty() ? 0 : title.height() + GAP);
        double top = legendTop + legend.height() + (legend.height() > 0 ? GAP : 0);
        panels = panels(figure, top);
        notesTop = panels.stream().mapToDouble(panel -> panel.bottom).max().orElse(top);
        height = notesTop + notes.stream().mapToDouble(Paragraph::height).sum() + EDGE;
    }

    /** Data areas of a column have the same edges, those of a row stand at the same height. */
    private List<PanelLayout> panels(Figure figure, double top) {
        int columns = figure.columns();
        double cell = (width - 2 * EDGE - (columns - 1) * BETWEEN) / columns;
        double tall = figure.size().height() * POINTS_PER_MM;
        List<PanelSides> sides = new ArrayList<>();
        for (Panel panel : figure.panels()) {
            sides.add(new PanelSides(panel, cell, tall));
        }
        List<PanelLayout> placed = new ArrayList<>();
        double rowTop = top;
        for (int first = 0; first < sides.size(); first += columns) {
            List<PanelSides> row = sides.subList(first, Math.min(first + columns, sides.size()));
            double above = row.stream().mapToDouble(side -> side.top).max().orElse(0);
            double bottom = rowTop;
            for (int c = 0; c < row.size(); c++) {
                double left = EDGE + c * (cell + BETWEEN);
                PanelLayout panel = new PanelLayout(
                        row.get(c),
                        left + widest(sides, c, columns, side -> side.left),
                        left + cell - widest(sides, c, columns, side -> side.right),
                        rowTop + above,
                        tall);
                placed.add(panel);
                bottom = Math.max(bottom, panel.bottom);
            }
            rowTop = bottom + (first + columns < sides.size() ? BETWEEN / 2 : 0);
        }
        return placed;
    }

    private static double widest(List<PanelSides> sides, int column, int columns, ToDoubleFunction<PanelSides> room) {
        double widest = 0;
        for (int i = column; i < sides.size(); i += columns) {
            widest = Math.max(widest, room.applyAsDouble(sides.get(i)));
        }
        return widest;
    }

    /** Label and unit, in smaller letters if the axis is short. */
    static Label axisLabel(Axis axis, Ticks ticks, double room) {
        List<String> unit = new ArrayList<>();
        if (ticks.exponent() != 0) {
            unit.add("$10^{" + ticks.exponent() + "}$");
        }
        if (!axis.unit().isEmpty()) {
            unit.add(axis.unit());
        }
        String text = axis.label() + (unit.isEmpty() ? "" : "\\ [" + String.join("\\,", unit) + "]");
        return Label.within(text, LARGE, room);
    }
}

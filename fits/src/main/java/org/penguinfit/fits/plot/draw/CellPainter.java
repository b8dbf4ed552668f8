package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Mark;

/** Draws coloured cells, and their colour scale at the right of the data area. */
final class CellPainter {
    /** Room that the colour scale takes at the right, with its numbers. */
    static final double SCALE_WIDTH = 42;

    private static final int STEPS = 64;
    private static final Color LOW = new Color(0x3f90da);
    private static final Color HIGH = new Color(0xbd1f01);
    /** Numbers stand in the cells if cells are at least this wide. */
    private static final double ROOMY = 17;

    private final Graphics2D g;
    private final Map1d x;
    private final Map1d y;

    CellPainter(Graphics2D g, Map1d x, Map1d y) {
        this.g = g;
        this.x = x;
        this.y = y;
    }

    void paint(Mark.Cells cells) {
        for (int row = 0; row < cells.rows().size(); row++) {
            Vector values = cells.rows().get(row);
            for (int column = 0; column < values.size(); column++) {
                paintCell(row, column, values.get(column), cells.limit());
            }
        }
    }

    private void paintCell(int row, int column, double value, double limit) {
        if (!Double.isFinite(value)) {
            return;
        }
        double left = x.at(column - 0.5);
        double right = x.at(column + 0.5);
        double top = y.at(row - 0.5);
        double bottom = y.at(row + 0.5);
        Color colour = colour(value / limit);
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(left, top, right - left, bottom - top));
        if (right - left >= ROOMY) {
            Label label = Label.within(String.format(Locale.ROOT, "$%.2f$", value), 6.5, right - left - 2);
            boolean dark = colour.getRed() * 0.3 + colour.getGreen() * 0.59 + colour.getBlue() * 0.11 < 120;
            label.draw(
                    g, (left + right - label.width()) / 2, (top + bottom) / 2 + 2.2, dark ? Color.WHITE : Color.BLACK);
        }
    }

    /** The colour scale, at the right of the frame. */
    void paintScale(Mark.Cells cells) {
        double left = x.end() + 5;
        double width = 7;
        double top = Math.min(y.start(), y.end());
        double height = Math.abs(y.end() - y.start());
        for (int i = 0; i < STEPS; i++) {
            g.setColor(colour(1 - (2 * i + 1.0) / STEPS));
            // neighbours overlap, so that no viewer shows hairlines between them
            double overlap = i < STEPS - 1 ? 0.5 : 0;
            g.fill(new Rectangle2D.Double(left, top + height * i / STEPS, width, height / STEPS + overlap));
        }
        Pen.solid(g, new Rectangle2D.Double(left, top, width, height), Color.BLACK, Layout.FRAME_LINE);
        for (int i = -2; i <= 2; i++) {
            double at = top + height * (2 - i) / 4;
            Pen.solid(g, new Line2D.Double(left + width - 2, at, left + width, at), Color.BLACK, Layout.FRAME_LINE);
            double value = i * cells.limit() / 2;
            Label.of(value == Math.rint(value) ? "$" + (int) value + "$" : "$" + value + "$", Layout.SMALL)
                    .draw(g, left + width + 2, at + 2.4, Color.BLACK);
        }
        if (!cells.label().isEmpty()) {
            Label label = Label.within(cells.label(), Layout.SMALL, height);
            label.drawUpwards(g, left + SCALE_WIDTH - 7, top + label.width(), Color.BLACK);
        }
    }

    /** −1: blue, 0: white, 1: red. */
    private static Color colour(double part) {
        double clipped = Math.max(-1, Math.min(1, part));
        Color end = clipped < 0 ? LOW : HIGH;
        double w = Math.abs(clipped);
        return new Color(
                (int) Math.round(255 + w * (end.getRed() - 255)),
                (int) Math.round(255 + w * (end.getGreen() - 255)),
                (int) Math.round(255 + w * (end.getBlue() - 255)));
    }
}

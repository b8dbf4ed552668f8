package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.penguinfit.fits.plot.Axis.Scale;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Mark.Along;
import org.penguinfit.fits.plot.draw.Ticks.Tick;

/** Draws a picture onto any {@link Graphics2D}. */
final class FigurePainter {
    private static final double MAJOR = 4;
    private static final double MINOR = 2;

    private final Figure figure;
    private final Layout at;

    FigurePainter(Figure figure) {
        this.figure = figure;
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

    void paint(Graphics2D g) {
        Rectangle2D frame = new Rectangle2D.Double(
                at.x.start(),
                Math.min(at.y.start(), at.y.end()),
                at.x.end() - at.x.start(),
                Math.abs(at.y.end() - at.y.start()));
        at.title.draw(g, at.width / 2, Layout.GAP / 2, 0.5, Color.BLACK);
        at.legend.draw(g, Layout.GAP, at.legendTop);
        Shape before = g.getClip();
        g.clip(frame);
        MarkPainter painter = new MarkPainter(g, at.x, at.y, MarkPainter.ARROW);
        figure.marks().forEach(painter::paint);
        g.setClip(before);
        Pen.solid(g, frame, Color.BLACK, Layout.FRAME_LINE);
        paintTicks(g, frame);
        paintNumbers(g, frame);
        paintLabels(g, frame);
        paintOutside(g, frame);
    }

    private void paintTicks(Graphics2D g, Rectangle2D frame) {
        if (figure.x().scale() != Scale.NAMES) {
            at.xTicks.minor().forEach(value -> paintXTick(g, frame, at.x.at(value), MINOR));
            at.xTicks.major().forEach(tick -> paintXTick(g, frame, at.x.at(tick.at()), MAJOR));
        }
        if (figure.y().scale() != Scale.NAMES) {
            at.yTicks.minor().forEach(value -> paintYTick(g, frame, at.y.at(value), MINOR));
            at.yTicks.major().forEach(tick -> paintYTick(g, frame, at.y.at(tick.at()), MAJOR));
        }
    }

    private static void paintXTick(Graphics2D g, Rectangle2D frame, double x, double length) {
        line(g, x, frame.getMaxY(), x, frame.getMaxY() - length);
        line(g, x, frame.getMinY(), x, frame.getMinY() + length);
    }

    private static void paintYTick(Graphics2D g, Rectangle2D frame, double y, double length) {
        line(g, frame.getMinX(), y, frame.getMinX() + length, y);
        line(g, frame.getMaxX(), y, frame.getMaxX() - length, y);
    }

    private static void line(Graphics2D g, double x1, double y1, double x2, double y2) {
        Pen.solid(g, new Line2D.Double(x1, y1, x2, y2), Color.BLACK, Layout.FRAME_LINE);
    }

    private void paintNumbers(Graphics2D g, Rectangle2D frame) {
        for (Tick tick : at.xTicks.major()) {
            Label label = Label.of(tick.label(), Layout.MEDIUM);
            double x = at.x.at(tick.at());
            if (at.upright) {
                label.drawUpwards(g, x + 2.5, frame.getMaxY() + Layout.GAP + label.width(), Color.BLACK);
            } else {
                label.draw(g, x - label.width() / 2, frame.getMaxY() + Layout.GAP + 0.8 * Layout.MEDIUM, Color.BLACK);
            }
        }
        for (int i = 0; i < at.yNames.size(); i++) {
            Paragraph name = at.yNames.get(i);
            double middle = at.y.at(at.yTicks.major().get(i).at());
            name.draw(g, frame.getMinX() - Layout.GAP, middle - name.height() / 2, 1, Color.BLACK);
        }
    }

    /** Both labels stand at the far ends of their axes. */
    private void paintLabels(Graphics2D g, Rectangle2D frame) {
        at.xLabel.draw(g, frame.getMaxX() - at.xLabel.width(), at.xLabelTop + at.xLabel.ascent(), Color.BLACK);
        at.yLabel.drawUpwards(g, Layout.GAP + at.yLabel.ascent(), frame.getMinY() + at.yLabel.width(), Color.BLACK);
    }

    private void paintOutside(Graphics2D g, Rectangle2D frame) {
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Level level) {
                paintLevelLabel(g, frame, level);
            } else if (mark instanceof Mark.Cells cells) {
                new CellPainter(g, at.x, at.y).paintScale(cells);
            }
        }
        double top = at.notesTop;
        for (Paragraph note : at.notes) {
            note.draw(g, Layout.GAP, top, 0, Color.DARK_GRAY);
            top += note.height();
        }
    }

    private void paintLevelLabel(Graphics2D g, Rectangle2D frame, Mark.Level level) {
        Label label = Label.of(level.label(), Layout.SMALL);
        if (level.along() == Along.Y
                && at.y.range().low() <= level.at()
                && level.at() <= at.y.range().high()) {
            label.draw(g, frame.getMaxX() + 2.5, at.y.at(level.at()) + 2.5, Color.BLACK);
        } else if (level.along() == Along.X && at.x.holds(level.at())) {
            label.draw(g, at.x.at(level.at()) - label.width() / 2, frame.getMinY() - Layout.GAP, Color.BLACK);
        }
    }
}

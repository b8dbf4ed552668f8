package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.penguinfit.fits.plot.Axis.Scale;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Mark.Along;

/** Draws a panel: marks, frame, ticks, numbers, labels. */
final class PanelPainter {
    private static final double MAJOR = 4;
    private static final double MINOR = 2;

    private final Graphics2D g;
    private final PanelLayout at;
    private final Rectangle2D frame;

    PanelPainter(Graphics2D g, PanelLayout at) {
        this.g = g;
        this.at = at;
        this.frame = new Rectangle2D.Double(
                at.x.start(), at.frameTop, at.x.end() - at.x.start(), at.frameBottom - at.frameTop);
    }

    void paint() {
        Shape before = g.getClip();
        g.clip(frame);
        MarkPainter painter = new MarkPainter(g, at.x, at.y, MarkPainter.ARROW);
        at.panel.marks().forEach(painter::paint);
        g.setClip(before);
        Pen.solid(g, frame, Color.BLACK, Layout.FRAME_LINE);
        paintTicks();
        paintNumbers();
        paintLabels();
        paintOutside();
    }

    private void paintTicks() {
        if (at.panel.x().scale() != Scale.NAMES) {
            at.xTicks.minor().forEach(value -> paintXTick(at.x.at(value), MINOR));
            at.xTicks.major().forEach(tick -> paintXTick(at.x.at(tick.at()), MAJOR));
        }
        if (at.panel.y().scale() != Scale.NAMES) {
            at.sides.ticks.minor().forEach(value -> paintYTick(at.y.at(value), MINOR));
            at.sides.ticks.major().forEach(tick -> paintYTick(at.y.at(tick.at()), MAJOR));
        }
    }

    private void paintXTick(double x, double length) {
        line(x, frame.getMaxY(), x, frame.getMaxY() - length);
        line(x, frame.getMinY(), x, frame.getMinY() + length);
    }

    private void paintYTick(double y, double length) {
        line(frame.getMinX(), y, frame.getMinX() + length, y);
        line(frame.getMaxX(), y, frame.getMaxX() - length, y);
    }

    private void line(double x1, double y1, double x2, double y2) {
        Pen.solid(g, new Line2D.Double(x1, y1, x2, y2), Color.BLACK, Layout.FRAME_LINE);
    }

    private void paintNumbers() {
        for (int i = 0; i < at.xNumbers.size(); i++) {
            Label label = at.xNumbers.get(i);
            double x = at.x.at(at.xTicks.major().get(i).at());
            if (at.upright) {
                label.drawUpwards(g, x + 2.5, frame.getMaxY() + Layout.GAP + label.width(), Color.BLACK);
            } else {
                label.draw(g, x - label.width() / 2, frame.getMaxY() + Layout.GAP + 0.8 * Layout.MEDIUM, Color.BLACK);
            }
        }
        for (int i = 0; i < at.sides.names.size(); i++) {
            Paragraph name = at.sides.names.get(i);
            double middle = at.y.at(at.sides.ticks.major().get(i).at());
            name.draw(g, frame.getMinX() - Layout.GAP, middle - name.height() / 2, 1, Color.BLACK);
        }
    }

    /** Both labels stand at the far ends of their axes. */
    private void paintLabels() {
        Label x = at.xLabel;
        Label y = at.sides.label;
        x.draw(g, frame.getMaxX() - x.width(), at.xLabelTop + x.ascent(), Color.BLACK);
        y.drawUpwards(g, frame.getMinX() - at.sides.left + y.ascent(), frame.getMinY() + y.width(), Color.BLACK);
    }

    private void paintOutside() {
        if (!at.panel.title().isEmpty()) {
            at.sides.title.draw(g, frame.getMinX(), frame.getMinY() - at.sides.top, 0, Color.BLACK);
        }
        for (Mark mark : at.panel.marks()) {
            if (mark instanceof Mark.Level level) {
                paintLevelLabel(level);
            } else if (mark instanceof Mark.Cells cells) {
                new CellPainter(g, at.x, at.y).paintScale(cells);
            }
        }
    }

    private void paintLevelLabel(Mark.Level level) {
        Label label = Label.of(level.label(), Layout.SMALL);
        if (level.along() == Along.Y && at.y.holds(level.at())) {
            label.draw(g, frame.getMaxX() + 2.5, at.y.at(level.at()) + 2.5, Color.BLACK);
        } else if (level.along() == Along.X && at.x.holds(level.at())) {
            label.draw(g, at.x.at(level.at()) - label.width() / 2, frame.getMinY() - Layout.GAP, Color.BLACK);
        }
    }
}

package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Mark.Along;
import org.penguinfit.fits.plot.Mark.Direction;
import org.penguinfit.fits.plot.Style;

/** Draws marks into the data area. */
final class MarkPainter {
    /** Length of the arrow of a limit. */
    static final double ARROW = 13;

    /** Line widths of intervals: of the innermost level, and of the outermost. */
    private static final double THICK = 3.2;

    private static final double THIN = 1;
    /** Where along the line of a bound its arrows stand, and how long they are, in lengths of {@link #ARROW}. */
    private static final List<Double> ARROWS = List.of(0.08, 0.5, 0.92);

    private static final double BOUND_ARROW = 0.75;

    private final Graphics2D g;
    private final Map1d x;
    private final Map1d y;
    private final double arrow;

    MarkPainter(Graphics2D g, Map1d x, Map1d y, double arrow) {
        this.g = g;
        this.x = x;
        this.y = y;
        this.arrow = arrow;
    }

    void paint(Mark mark) {
        if (mark instanceof Mark.Curve curve) {
            paintCurve(curve);
        } else if (mark instanceof Mark.Points points) {
            paintPoints(points);
        } else if (mark instanceof Mark.Limits limits) {
            paintLimits(limits);
        } else if (mark instanceof Mark.Intervals intervals) {
            intervals.bars().forEach(bar -> paintBar(intervals, bar));
        } else if (mark instanceof Mark.Span span) {
            paintSpan(span);
        } else if (mark instanceof Mark.Level level) {
            paintLevel(level);
        } else if (mark instanceof Mark.Bound bound) {
            paintBound(bound);
        } else if (mark instanceof Mark.Region region) {
            paintRegion(region);
        } else if (mark instanceof Mark.Cells cells) {
            new CellPainter(g, x, y).paint(cells);
        } else if (mark instanceof Mark.Note note) {
            paintNote(note);
        } else {
            throw new IllegalStateException("no way to draw " + mark.getClass().getSimpleName());
        }
    }

    private void paintNote(Mark.Note note) {
        Label label = Label.of(note.text(), Layout.SMALL);
        double part = switch (note.anchor()) {
            case LEFT -> 0;
            case CENTRE -> 0.5;
            case RIGHT -> 1;
        };
        double left = x.at(note.x()) - part * label.width();
        label.draw(g, left, y.at(note.y()) + 0.35 * Layout.SMALL, Pen.colour(note.style()));
    }

    private void paintCurve(Mark.Curve curve) {
        if (curve.band() != null) {
            Pen.fill(g, area(curve.x(), curve.band()), curve.style());
        }
        Pen.line(g, path(curve.x(), curve.y()), curve.style());
    }

    private Path2D path(Vector across, Vector up) {
        Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < across.size(); i++) {
            double px = x.clamped(across.get(i));
            double py = y.clamped(up.get(i));
            if (Double.isNaN(px) || Double.isNaN(py)) {
                begun = false;
            } else if (begun) {
                path.lineTo(px, py);
            } else {
                path.moveTo(px, py);
                begun = true;
            }
        }
        return path;
    }

    private Path2D area(Vector across, Mark.Band band) {
        Path2D area = new Path2D.Double();
        int from = 0;
        for (int i = 0; i <= across.size(); i++) {
            boolean gap = i == across.size()
                    || Double.isNaN(
                            across.get(i) + band.lower().get(i) + band.upper().get(i));
            if (gap) {
                appendArea(area, across, band, from, i);
                from = i + 1;
            }
        }
        return area;
    }

    private void appendArea(Path2D area, Vector across, Mark.Band band, int from, int to) {
        if (to - from < 2) {
            return;
        }
        area.moveTo(x.clamped(across.get(from)), y.clamped(band.upper().get(from)));
        for (int i = from + 1; i < to; i++) {
            area.lineTo(x.clamped(across.get(i)), y.clamped(band.upper().get(i)));
        }
        for (int i = to - 1; i >= from; i--) {
            area.lineTo(x.clamped(across.get(i)), y.clamped(band.lower().get(i)));
        }
        area.closePath();
    }

    private void paintDots(Mark.Points points) {
        List<Point2D> places = new ArrayList<>();
        for (int i = 0; i < points.x().size(); i++) {
            double px = x.at(points.x().get(i));
            double py = y.at(points.y().get(i));
            if (x.holds(points.x().get(i)) && y.holds(points.y().get(i))) {
                places.add(new Point2D.Double(px, py));
            }
        }
        Pen.dots(g, places, points.style());
    }

    private void paintPoints(Mark.Points points) {
        if (points.style().marker() == Style.Marker.DOT) {
            paintDots(points);
            return;
        }
        Color colour = Pen.colour(points.style());
        for (int i = 0; i < points.x().size(); i++) {
            double px = x.at(points.x().get(i));
            double py = y.at(points.y().get(i));
            if (Double.isNaN(px + py)) {
                continue;
            }
            if (points.xErrors() != null) {
                double low =
                        x.clamped(points.x().get(i) - points.xErrors().minus().get(i));
                double high =
                        x.clamped(points.x().get(i) + points.xErrors().plus().get(i));
                Pen.solid(g, new Line2D.Double(low, py, high, py), colour, 0.8);
            }
            if (points.yErrors() != null) {
                double low =
                        y.clamped(points.y().get(i) - points.yErrors().minus().get(i));
                double high =
                        y.clamped(points.y().get(i) + points.yErrors().plus().get(i));
                Pen.solid(g, new Line2D.Double(px, low, px, high), colour, 0.8);
            }
            Pen.marker(g, px, py, points.style());
        }
    }

    private void paintLimits(Mark.Limits limits) {
        double dx = dx(limits.direction());
        double dy = dy(limits.direction());
        for (int i = 0; i < limits.x().size(); i++) {
            double px = x.at(limits.x().get(i));
            double py = y.at(limits.y().get(i));
            if (!Double.isNaN(px + py)) {
                Pen.arrow(g, px, py, dx, dy, limits.style());
            }
        }
    }

    private double dx(Direction direction) {
        return switch (direction) {
            case LEFT -> -arrow;
            case RIGHT -> arrow;
            default -> 0;
        };
    }

    private double dy(Direction direction) {
        return switch (direction) {
            case UP -> -arrow;
            case DOWN -> arrow;
            default -> 0;
        };
    }

    private void paintBar(Mark.Intervals intervals, Mark.Bar bar) {
        boolean horizontal = intervals.along() == Along.X;
        double at = horizontal ? y.at(bar.at()) : x.at(bar.at());
        Map1d along = horizontal ? x : y;
        for (int level = bar.levels().size() - 1; level >= 0; level--) {
            double width = level == 0 && bar.levels().size() > 1
                    ? THICK
                    : THIN + 0.8 * (bar.levels().size() - 1 - level);
            for (Range segment : bar.levels().get(level)) {
                double low = along.clamped(segment.low());
                double high = along.clamped(segment.high());
                Pen.solid(
                        g,
                        horizontal ? new Line2D.Double(low, at, high, at) : new Line2D.Double(at, low, at, high),
                        Pen.colour(intervals.style()),
                        width);
            }
        }
        if (bar.centre() != null) {
            double centre = along.at(bar.centre());
            Pen.openMarker(g, horizontal ? centre : at, horizontal ? at : centre, intervals.style());
        }
    }

    private void paintSpan(Mark.Span span) {
        Map1d along = span.along() == Along.X ? x : y;
        double from = along.clamped(span.from());
        double to = along.clamped(span.to());
        double low = Math.min(from, to);
        double width = Math.abs(to - from);
        double left = Math.min(x.start(), x.end());
        double top = Math.min(y.start(), y.end());
        Pen.fill(
                g,
                span.along() == Along.X
                        ? new Rectangle2D.Double(low, top, width, Math.abs(y.end() - y.start()))
                        : new Rectangle2D.Double(left, low, Math.abs(x.end() - x.start()), width),
                span.style());
    }

    private void paintLevel(Mark.Level level) {
        Pen.line(g, across(level.along(), level.at()), level.style());
    }

    private Line2D across(Along along, double at) {
        return along == Along.X
                ? new Line2D.Double(x.clamped(at), y.start(), x.clamped(at), y.end())
                : new Line2D.Double(x.start(), y.clamped(at), x.end(), y.clamped(at));
    }

    private void paintBound(Mark.Bound bound) {
        Line2D line = across(bound.along(), bound.at());
        Pen.line(g, line, bound.style());
        double dx = BOUND_ARROW * dx(bound.allowed());
        double dy = BOUND_ARROW * dy(bound.allowed());
        for (double part : ARROWS) {
            double px = line.getX1() + part * (line.getX2() - line.getX1());
            double py = line.getY1() + part * (line.getY2() - line.getY1());
            Pen.shaft(g, px, py, dx, dy, bound.style());
        }
    }

    private void paintRegion(Mark.Region region) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Mark.Ring ring : region.rings()) {
            Path2D polygon = path(ring.x(), ring.y());
            if (polygon.getCurrentPoint() != null) {
                polygon.closePath();
                path.append(polygon, false);
            }
        }
        Pen.fill(g, path, region.style());
        Pen.line(g, path, region.style());
    }
}

package org.penguinfit.fits.plot.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Style;

/** The legend: a sample and a text for each mark that has one, in as many columns as have room. */
final class Legend {
    private static final double SAMPLE = 19;
    private static final double MARKER = 10;
    private static final double GAP = 4;
    private static final double ARROW = 8;
    private static final double BETWEEN = 10;
    private static final double ROW_GAP = 1.5;
    private static final Vector ENDS = Vector.of(0, 1);
    private static final Vector MIDDLE = Vector.of(0.5);
    private static final Vector CLOUD_X =
            Vector.of(0.15, 0.3, 0.33, 0.47, 0.52, 0.64, 0.72, 0.85, 0.44, 0.22, 0.6, 0.78);
    private static final Vector CLOUD_Y = Vector.of(0.5, 0.2, 0.75, 0.45, 0.85, 0.15, 0.6, 0.35, 0.05, 0.9, 0.4, 0.95);

    private final List<Entry> entries;
    private final List<Double> columns;

    private record Entry(List<Mark> samples, Paragraph text, double sample) {
        double width() {
            return sample + GAP + text.width();
        }
    }

    private Legend(List<Entry> entries, List<Double> columns) {
        this.entries = entries;
        this.columns = columns;
    }

    /** The legend of these marks in a given width. */
    static Legend of(List<Mark> marks, double width) {
        Map<String, List<Mark>> samples = new LinkedHashMap<>();
        for (Mark mark : marks) {
            Mark sample = sample(mark);
            if (!mark.legend().isEmpty() && sample != null) {
                List<Mark> same = samples.computeIfAbsent(mark.legend(), text -> new ArrayList<>());
                if (same.stream().noneMatch(known -> isAlike(known, sample))) {
                    same.add(sample);
                }
            }
        }
        List<Entry> entries = new ArrayList<>();
        samples.forEach((text, same) -> entries.add(
                new Entry(same, Paragraph.of(text, Layout.SMALL, width - SAMPLE - GAP), sampleWidth(same))));
        int most = Math.max(1, Math.min(entries.size(), 4));
        List<Double> columns = widths(entries, most);
        while (most > 1 && columns.stream().mapToDouble(w -> w).sum() - BETWEEN > width) {
            most--;
            columns = widths(entries, most);
        }
        return new Legend(entries, columns);
    }

    /** Marks of one kind show one sample, but a band has one besides its curve. */
    private static boolean isAlike(Mark known, Mark sample) {
        return known.getClass().equals(sample.getClass())
                && !(known instanceof Mark.Curve a
                        && sample instanceof Mark.Curve b
                        && (a.band() == null) != (b.band() == null));
    }

    /** Markers alone need less room than lines and areas. */
    private static double sampleWidth(List<Mark> samples) {
        boolean markers = samples.stream()
                .allMatch(sample -> sample instanceof Mark.Points points
                        && points.style().marker() != Style.Marker.DOT
                        && points.xErrors() == null);
        return markers ? MARKER : SAMPLE;
    }

    private static List<Double> widths(List<Entry> entries, int columns) {
        List<Double> widths = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            double widest = 0;
            for (int i = c; i < entries.size(); i += columns) {
                widest = Math.max(widest, entries.get(i).width());
            }
            widths.add(widest + BETWEEN);
        }
        return widths;
    }

    private static @Nullable Mark sample(Mark mark) {
        if (mark instanceof Mark.Curve curve) {
            Mark.Band band = curve.band() == null ? null : new Mark.Band(Vector.of(0, 0), Vector.of(1, 1));
            return new Mark.Curve(ENDS, Vector.of(0.5, 0.5), band, mark.style(), "");
        } else if (mark instanceof Mark.Points points && points.style().marker() == Style.Marker.DOT) {
            return Mark.Points.of(CLOUD_X, CLOUD_Y, mark.style(), "");
        } else if (mark instanceof Mark.Points points) {
            return new Mark.Points(
                    MIDDLE, MIDDLE, error(points.xErrors(), 0.35), error(points.yErrors(), 0.6), mark.style(), "");
        } else if (mark instanceof Mark.Limits limits) {
            return sample(limits);
        } else if (mark instanceof Mark.Intervals intervals) {
            return sample(intervals);
        } else if (mark instanceof Mark.Region) {
            Mark.Ring ring = new Mark.Ring(Vector.of(0, 1, 1, 0), Vector.of(0.1, 0.1, 0.9, 0.9));
            return new Mark.Region(List.of(ring), mark.style(), "");
        } else if (mark instanceof Mark.Span) {
            return new Mark.Span(Mark.Along.Y, 0.1, 0.9, mark.style(), "");
        } else if (mark instanceof Mark.Level) {
            return new Mark.Level(Mark.Along.Y, 0.5, "", mark.style(), "");
        } else if (mark instanceof Mark.Bound bound) {
            return sample(bound);
        }
        return null;
    }

    private static Mark sample(Mark.Limits limits) {
        double x = switch (limits.direction()) {
            case LEFT -> 0.85;
            case RIGHT -> 0.15;
            default -> 0.5;
        };
        double y = switch (limits.direction()) {
            case UP -> 0;
            case DOWN -> 1;
            default -> 0.5;
        };
        return new Mark.Limits(Vector.of(x), Vector.of(y), limits.direction(), limits.style(), "");
    }

    /** A line across with its arrows; of a bound along x it lies turned, since the sample is wider than high. */
    private static Mark sample(Mark.Bound bound) {
        boolean less = bound.allowed() == Mark.Direction.DOWN || bound.allowed() == Mark.Direction.LEFT;
        return bound.along() == Mark.Along.X
                ? new Mark.Bound(Mark.Along.X, less ? 0.8 : 0.2, bound.allowed(), bound.style(), "")
                : new Mark.Bound(Mark.Along.Y, less ? 0.9 : 0.1, bound.allowed(), bound.style(), "");
    }

    private static Mark sample(Mark.Intervals intervals) {
        int levels = intervals.bars().stream()
                .mapToInt(bar -> bar.levels().size())
                .max()
                .orElse(1);
        boolean centred = intervals.bars().stream().anyMatch(bar -> bar.centre() != null);
        List<List<Range>> nested = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            double half = 0.5 * (i + 1) / levels;
            nested.add(List.of(new Range(0.5 - half, 0.5 + half)));
        }
        Mark.Bar bar = new Mark.Bar(0.5, centred ? 0.5 : null, nested);
        return new Mark.Intervals(Mark.Along.X, List.of(bar), intervals.style(), "");
    }

    private static Mark.@Nullable Errors error(Mark.@Nullable Errors errors, double length) {
        return errors == null ? null : new Mark.Errors(Vector.of(length), Vector.of(length));
    }

    double height() {
        double height = 0;
        for (int i = 0; i < entries.size(); i += columns.size()) {
            height += rowHeight(i) + ROW_GAP;
        }
        return height;
    }

    private double rowHeight(int first) {
        double height = 0;
        for (int i = first; i < Math.min(first + columns.size(), entries.size()); i++) {
            height = Math.max(height, entries.get(i).text().height());
        }
        return height;
    }

    /** Draws it with its upper left corner at (left, top). */
    void draw(Graphics2D g, double left, double top) {
        double y = top;
        for (int first = 0; first < entries.size(); first += columns.size()) {
            double x = left;
            for (int i = first; i < Math.min(first + columns.size(), entries.size()); i++) {
                draw(g, entries.get(i), x, y);
                x += columns.get(i - first);
            }
            y += rowHeight(first) + ROW_GAP;
        }
    }

    private static void draw(Graphics2D g, Entry entry, double x, double y) {
        Range unit = new Range(0, 1);
        double middle = y + 0.625 * Layout.SMALL;
        Map1d across = new Map1d(unit, false, x, x + entry.sample());
        Map1d up = new Map1d(unit, false, middle + 3.8, middle - 3.8);
        MarkPainter painter = new MarkPainter(g, across, up, ARROW);
        entry.samples().forEach(painter::paint);
        entry.text().draw(g, x + entry.sample() + GAP, y, 0, Color.BLACK);
    }
}

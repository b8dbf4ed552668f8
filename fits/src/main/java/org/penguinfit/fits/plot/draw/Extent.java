package org.penguinfit.fits.plot.draw;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Axis.Scale;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Mark.Along;

/** How much of an axis the marks need. */
final class Extent {
    /** Free space at both ends, as a part of what the marks need. */
    private static final double MARGIN = 0.05;

    /** A curve that comes down to this part of its largest height is shown from 0 on. */
    private static final double NEAR_ZERO = 0.3;

    private static final double DAYS_PER_YEAR = 365;

    private final Along along;
    private final boolean positive;
    private boolean curved;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private Extent(Along along, boolean positive) {
        this.along = along;
        this.positive = positive;
    }

    /** The range of an axis: its own, or what the marks need. */
    static Range of(Axis axis, Along along, List<Mark> marks) {
        if (axis.range() != null) {
            return axis.range();
        }
        if (axis.scale() == Scale.NAMES) {
            return new Range(-0.5, axis.names().size() - 0.5);
        }
        Extent extent = new Extent(along, axis.scale() == Scale.LOG);
        marks.forEach(extent::add);
        return extent.range(axis.scale());
    }

    private Range range(Scale scale) {
        if (low > high) {
            return scale == Scale.LOG ? new Range(1, 10) : new Range(0, 1);
        }
        if (scale == Scale.LOG) {
            double margin = Math.pow(Math.max(high / low, 1.5), MARGIN);
            return new Range(low / margin, high * margin);
        }
        double width = high > low ? high - low : single(scale);
        boolean near = low > 0 && low < NEAR_ZERO * high && curved;
        boolean fromZero = (low == 0 || near) && scale == Scale.LINEAR;
        return new Range(fromZero ? 0 : low - MARGIN * width, high + MARGIN * width);
    }

    /** The width around one single value. */
    private double single(Scale scale) {
        if (scale == Scale.DATE) {
            return 10 * DAYS_PER_YEAR;
        }
        return high == 0 ? 1 : Math.abs(high);
    }

    private void add(Mark mark) {
        if (mark instanceof Mark.Curve curve) {
            curved = along == Along.Y;
            add(curve.x(), curve.y());
            if (curve.band() != null && along == Along.Y) {
                add(curve.band().lower());
                add(curve.band().upper());
            }
        } else if (mark instanceof Mark.Points points) {
            addPoints(points);
        } else if (mark instanceof Mark.Limits limits) {
            add(limits.x(), limits.y());
        } else if (mark instanceof Mark.Intervals intervals) {
            intervals.bars().forEach(bar -> addBar(intervals.along(), bar));
        } else if (mark instanceof Mark.Span span && span.along() == along) {
            add(span.from());
            add(span.to());
        } else if (mark instanceof Mark.Level level && level.along() == along) {
            add(level.at());
        } else if (mark instanceof Mark.Bound bound && bound.along() == along) {
            add(bound.at());
        } else if (mark instanceof Mark.Region region) {
            region.rings().forEach(ring -> add(ring.x(), ring.y()));
        } else if (mark instanceof Mark.Note note) {
            add(along == Along.X ? note.x() : note.y());
        }
    }

    private void addPoints(Mark.Points points) {
        Vector values = along == Along.X ? points.x() : points.y();
        add(values);
        Mark.Errors errors = along == Along.X ? points.xErrors() : points.yErrors();
        for (int i = 0; errors != null && i < values.size(); i++) {
            add(values.get(i) - errors.minus().get(i));
            add(values.get(i) + errors.plus().get(i));
        }
    }

    private void addBar(Along segments, Mark.Bar bar) {
        if (segments != along) {
            add(bar.at());
            return;
        }
        if (bar.centre() != null) {
            add(bar.centre());
        }
        for (List<Range> level : bar.levels()) {
            for (Range segment : level) {
                add(segment.low());
                add(segment.high());
            }
        }
    }

    private void add(Vector x, Vector y) {
        add(along == Along.X ? x : y);
    }

    private void add(Vector values) {
        for (int i = 0; i < values.size(); i++) {
            add(values.get(i));
        }
    }

    private void add(double value) {
        if (Double.isFinite(value) && (value > 0 || !positive)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }
}

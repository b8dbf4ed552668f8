package org.penguinfit.fits.plot.draw;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Axis.Scale;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Mark.Along;

/** Where everything of a picture stands: from top to bottom title, legend, data area, numbers, label, notes. */
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
    /** Room along an axis for one number. */
    private static final double NUMBER_HEIGHT = 26;

    private static final double NUMBER_WIDTH = 34;
    private static final double DATE_WIDTH = 44;
    /** Names of a vertical axis are broken into lines of this part of the width. */
    private static final double NAMES_PART = 0.42;

    final double width;
    final double height;
    final Paragraph title;
    final Legend legend;
    final List<Paragraph> notes;
    final double legendTop;
    final Map1d x;
    final Map1d y;
    final Ticks xTicks;
    final Ticks yTicks;
    final List<Paragraph> yNames;
    final Label xLabel;
    final Label yLabel;
    /** Names of the horizontal axis read upwards because they have no room side by side. */
    final boolean upright;

    final double xLabelTop;
    final double notesTop;

    Layout(Figure figure) {
        width = figure.size().width() * POINTS_PER_MM;
        double tall = figure.size().height() * POINTS_PER_MM;
        double inner = width - 2 * EDGE;
        title = Paragraph.of(figure.title(), LARGE, inner);
        legend = Legend.of(figure.marks(), inner);
        notes = figure.notes().stream()
                .map(note -> Paragraph.of(note, SMALL, inner))
                .toList();

        Range xRange = Extent.of(figure.x(), Along.X, figure.marks());
        Range yRange = Extent.of(figure.y(), Along.Y, figure.marks());
        yTicks = TickFinder.find(figure.y(), yRange, Math.max(2, (int) (tall / NUMBER_HEIGHT)));
        yNames = yTicks.major().stream()
                .map(tick -> Paragraph.of(tick.label(), MEDIUM, NAMES_PART * width))
                .toList();
        yLabel = axisLabel(figure.y(), yTicks, tall);
        double left = EDGE + widest(yNames) + GAP + (figure.y().label().isEmpty() ? 0 : yLabel.height() + GAP);
        double right = width - EDGE - rightMargin(figure);
        boolean date = figure.x().scale() == Scale.DATE;
        xTicks = TickFinder.find(
                figure.x(), xRange, Math.max(2, (int) ((right - left) / (date ? DATE_WIDTH : NUMBER_WIDTH))));
        List<Label> xNumbers = xTicks.major().stream()
                .map(tick -> Label.of(tick.label(), MEDIUM))
                .toList();
        double widestX = xNumbers.stream().mapToDouble(Label::width).max().orElse(0);
        upright = figure.x().scale() == Scale.NAMES
                && widestX + 4 > (right - left) / figure.x().names().size();
        xLabel = axisLabel(figure.x(), xTicks, right - left);

        legendTop = EDGE + (figure.title().isEmpty() ? 0 : title.height() + GAP);
        double legendHeight = legend.height();
        double top = legendTop + legendHeight + (legendHeight > 0 ? GAP : 0) + topMargin(figure);
        double bottom = top + tall;
        x = Map1d.of(xRange, figure.x().scale(), left, right);
        boolean downwards = figure.y().scale() == Scale.NAMES;
        y = Map1d.of(yRange, figure.y().scale(), downwards ? top : bottom, downwards ? bottom : top);
        xLabelTop = bottom + GAP + (upright ? widestX : MEDIUM) + GAP;
        notesTop = xLabelTop + (figure.x().label().isEmpty() ? 0 : xLabel.height() + GAP);
        height = notesTop + notes.stream().mapToDouble(Paragraph::height).sum() + EDGE;
    }

    private static double widest(List<Paragraph> names) {
        return names.stream().mapToDouble(Paragraph::width).max().orElse(0);
    }

    private static double topMargin(Figure figure) {
        boolean labelled = figure.marks().stream().anyMatch(mark -> isLabelled(mark, Along.X));
        return labelled ? SMALL + GAP : MEDIUM / 2;
    }

    private static double rightMargin(Figure figure) {
        double margin = 6;
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Cells) {
                margin = Math.max(margin, CellPainter.SCALE_WIDTH);
            } else if (isLabelled(mark, Along.Y)) {
                margin = Math.max(
                        margin,
                        GAP + Label.of(((Mark.Level) mark).label(), SMALL).width());
            }
        }
        return margin;
    }

    private static boolean isLabelled(Mark mark, Along along) {
        return mark instanceof Mark.Level level
                && level.along() == along
                && !level.label().isEmpty();
    }

    /** Label and unit, in smaller letters if the axis is short. */
    private static Label axisLabel(Axis axis, Ticks ticks, double room) {
        List<String> unit = new ArrayList<>();
        if (ticks.exponent() != 0) {
            unit.add("$10^{" + ticks.exponent() + "}$");
        }
        if (!axis.unit().isEmpty()) {
            unit.add(axis.unit());
        }
        String text = axis.label() + (unit.isEmpty() ? "" : "\\ [" + String.join("\\,", unit) + "]");
        Label label = Label.of(text, LARGE);
        return label.width() <= room ? label : Label.of(text, LARGE * room / label.width());
    }
}

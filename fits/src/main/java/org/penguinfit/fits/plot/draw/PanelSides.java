package org.penguinfit.fits.plot.draw;

import java.util.List;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Mark.Along;
import org.penguinfit.fits.plot.Panel;

/** The vertical axis of a panel with its numbers set, and the room that it and the labels of lines need. */
final class PanelSides {
    /** Room along the axis for one number. */
    private static final double NUMBER_HEIGHT = 26;
    /** Names of a vertical axis are broken into lines of this part of the width. */
    private static final double NAMES_PART = 0.42;

    /** Letters of names that are too tall shrink by this factor at a time, and to this part of their size at most. */
    private static final double SMALLER = 0.92;

    private static final double SMALLEST = 0.65;

    private static final double LEAST_RIGHT = 6;

    final Panel panel;
    final Range range;
    final Ticks ticks;
    final List<Paragraph> names;
    final Label label;
    final Paragraph title;
    /** Room left of the data area, right of it, and above it. */
    final double left;

    final double right;
    final double top;

    /**
     * Sets the labels.
     *
     * @param width of the panel with its labels
     * @param tall height of the data area
     */
    PanelSides(Panel panel, double width, double tall) {
        this.panel = panel;
        range = Extent.of(panel.y(), Along.Y, panel.marks());
        ticks = TickFinder.find(panel.y(), range, Math.max(2, (int) (tall / NUMBER_HEIGHT)));
        names = names(ticks, NAMES_PART * width, tall);
        label = Layout.axisLabel(panel.y(), ticks, tall);
        title = Paragraph.of(panel.title(), Layout.MEDIUM, width);
        double widest = names.stream().mapToDouble(Paragraph::width).max().orElse(0);
        left = widest + Layout.GAP + (panel.y().label().isEmpty() ? 0 : label.height() + Layout.GAP);
        right = rightMargin(panel);
        top = (panel.title().isEmpty() ? 0 : title.height() + 1) + topMargin(panel);
    }

    /** The labels of ticks, in letters so small that those of several lines do not reach into the next one, down to a limit. */
    private static List<Paragraph> names(Ticks ticks, double width, double tall) {
        double pitch = tall / Math.max(1, ticks.major().size());
        double size = Layout.MEDIUM;
        while (true) {
            double letters = size;
            List<Paragraph> set = ticks.major().stream()
                    .map(tick -> Paragraph.within(tick.label(), letters, width))
                    .toList();
            double tallest = set.stream().mapToDouble(Paragraph::height).max().orElse(0);
            if (tallest <= pitch || size * SMALLER < SMALLEST * Layout.MEDIUM) {
                return set;
            }
            size *= SMALLER;
        }
    }

    private static double topMargin(Panel panel) {
        boolean labelled = panel.marks().stream().anyMatch(mark -> isLabelled(mark, Along.X));
        return labelled ? Layout.SMALL + Layout.GAP : Layout.MEDIUM / 2;
    }

    private static double rightMargin(Panel panel) {
        double margin = LEAST_RIGHT;
        for (Mark mark : panel.marks()) {
            if (mark instanceof Mark.Cells) {
                margin = Math.max(margin, CellPainter.SCALE_WIDTH);
            } else if (mark instanceof Mark.Level level && isLabelled(mark, Along.Y)) {
                margin = Math.max(
                        margin,
                        Layout.GAP + Label.of(level.label(), Layout.SMALL).width());
            }
        }
        return margin;
    }

    private static boolean isLabelled(Mark mark, Along along) {
        return mark instanceof Mark.Level level
                && level.along() == along
                && !level.label().isEmpty();
    }
}

package org.penguinfit.fits.plot.draw;

import java.util.List;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Axis.Scale;
import org.penguinfit.fits.plot.Mark.Along;
import org.penguinfit.fits.plot.Panel;

/** Where everything of a panel stands: from top to bottom title, labels of lines, data area, numbers, label. */
final class PanelLayout {
    /** Room along the axis for one number. */
    private static final double NUMBER_WIDTH = 34;

    private static final double DATE_WIDTH = 44;
    /** Longer names of a horizontal axis are set in smaller letters. */
    private static final double NAMES_LENGTH = 80;

    final Panel panel;
    final PanelSides sides;
    final Map1d x;
    final Map1d y;
    final Ticks xTicks;
    final List<Label> xNumbers;
    final Label xLabel;
    /** Names of the horizontal axis read upwards because they have no room side by side. */
    final boolean upright;

    final double frameTop;
    final double frameBottom;
    final double xLabelTop;
    /** Lower edge of the label of the horizontal axis. */
    final double bottom;

    /**
     * Places a panel.
     *
     * @param left edge of the data area
     * @param right edge of the data area
     * @param top edge of the data area
     * @param tall height of the data area
     */
    PanelLayout(PanelSides sides, double left, double right, double top, double tall) {
        this.sides = sides;
        panel = sides.panel;
        frameTop = top;
        frameBottom = top + tall;
        Range xRange = Extent.of(panel.x(), Along.X, panel.marks());
        double room = panel.x().scale() == Scale.DATE ? DATE_WIDTH : NUMBER_WIDTH;
        xTicks = TickFinder.find(panel.x(), xRange, Math.max(2, (int) ((right - left) / room)));
        boolean named = panel.x().scale() == Scale.NAMES;
        double most = named ? NAMES_LENGTH : right - left;
        xNumbers = xTicks.major().stream()
                .map(tick -> Label.within(tick.label(), Layout.MEDIUM, most))
                .toList();
        double widest = xNumbers.stream().mapToDouble(Label::width).max().orElse(0);
        upright = named && widest + 4 > (right - left) / panel.x().names().size();
        xLabel = Layout.axisLabel(panel.x(), xTicks, right - left);
        x = Map1d.of(xRange, panel.x().scale(), left, right);
        boolean downwards = panel.y().scale() == Scale.NAMES;
        y = Map1d.of(
                sides.range, panel.y().scale(), downwards ? frameTop : frameBottom, downwards ? frameBottom : frameTop);
        xLabelTop = frameBottom + Layout.GAP + (upright ? widest : Layout.MEDIUM) + Layout.GAP;
        bottom = xLabelTop + (panel.x().label().isEmpty() ? 0 : xLabel.height() + Layout.GAP);
    }

    PanelArea area() {
        return new PanelArea(
                new PanelArea.Span(x.start(), x.end(), x.range(), panel.x().scale()),
                new PanelArea.Span(y.start(), y.end(), y.range(), panel.y().scale()));
    }
}

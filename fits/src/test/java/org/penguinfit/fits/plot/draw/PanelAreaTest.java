package org.penguinfit.fits.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.plot.Panel;

/** Where the drawer says data areas are, there they are: looked up in the dots of the PNG. */
class PanelAreaTest {
    private static final double DOTS_PER_POINT = PngFile.DOTS_PER_INCH / 72;

    private static final Figure GRID = Specimens.grid();

    @Test
    void panelsOfAColumnShareTheirEdgesAndThoseOfARowTheirHeight() {
        List<PanelArea> areas = FigureFiles.areas(GRID);
        assertThat(areas).hasSize(3);
        assertThat(areas.get(2).x().start()).isEqualTo(areas.get(0).x().start());
        assertThat(areas.get(2).x().end()).isEqualTo(areas.get(0).x().end());
        assertThat(areas.get(1).y().start()).isEqualTo(areas.get(0).y().start());
        assertThat(areas.get(1).x().start()).isGreaterThan(areas.get(0).x().end());
        assertThat(areas.get(2).y().end()).isGreaterThan(areas.get(0).y().start());
        // 25 mm are 25/25.4·72 points, upwards
        assertThat(areas.get(0).y().start() - areas.get(0).y().end()).isCloseTo(70.866, within(1e-3));
    }

    @Test
    void cornersOfEveryDataAreaAreBlack() throws IOException {
        BufferedImage image = png(GRID);
        for (PanelArea area : FigureFiles.areas(GRID)) {
            for (double x : new double[] {area.x().start(), area.x().end()}) {
                for (double y : new double[] {area.y().start(), area.y().end()}) {
                    assertThat(image.getRGB(dot(x), dot(y)) & 0xff)
                            .as(x + ", " + y)
                            .isLessThan(60);
                }
            }
        }
    }

    /** On y = 2x the curve has its colour, 0x3f90da; half a unit of y above it there is none of it. */
    @Test
    void numbersHaveTheirPlacesOnLinearAndLogarithmicAxes() throws IOException {
        BufferedImage image = png(GRID);
        List<PanelArea> areas = FigureFiles.areas(GRID);
        for (int panel = 0; panel < 2; panel++) {
            PanelArea area = areas.get(panel);
            for (double x : new double[] {1.3, 2.7, 6.1}) {
                int across = dot(area.x().place(x));
                assertThat(image.getRGB(across, dot(area.y().place(2 * x))) & 0xffffff)
                        .as("panel " + panel + " at " + x)
                        .isEqualTo(0x3f90da);
                assertThat(image.getRGB(across, dot(area.y().place(2.6 * x))) & 0xffffff)
                        .isEqualTo(0xffffff);
            }
        }
    }

    @Test
    void placesFollowTheFormulaOfTheirDescription() {
        PanelArea.Span y = FigureFiles.areas(GRID).get(1).y();
        // t = log(1/0.1)/log(100/0.1) = 1/3
        assertThat(y.place(1)).isCloseTo(y.start() + (y.end() - y.start()) / 3, within(1e-9));
        assertThat(y.place(0)).isInfinite();
    }

    private static BufferedImage png(Figure figure) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(FigureFiles.bytes(figure, Format.PNG)));
    }

    private static int dot(double points) {
        return (int) Math.floor(points * DOTS_PER_POINT);
    }

    /** Ten names of five words in 60 mm: at full size each would need two lines and overlap with the next. */
    @Test
    void namesOfSeveralLinesDoNotReachIntoTheNext() {
        List<String> names = Collections.nCopies(10, "an observable, by an experiment of 2029");
        double tall = 60 / 25.4 * 72;
        PanelSides sides = new PanelSides(
                Panel.of(Axis.linear("x", "").withRange(0, 1), Axis.names("", names), List.of()), 250, tall);
        assertThat(sides.names)
                .hasSize(10)
                .allSatisfy(name -> assertThat(name.height()).isLessThanOrEqualTo(tall / 10));
        double atFullSize =
                Paragraph.of(names.get(0), Layout.MEDIUM, 0.42 * 250).height();
        assertThat(atFullSize).isGreaterThan(tall / 10);
    }
}

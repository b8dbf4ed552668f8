package org.penguinfit.fits.plot.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;
import org.penguinfit.fits.plot.draw.FigureFiles;
import org.penguinfit.fits.plot.draw.PanelArea;
import org.penguinfit.fits.result.FitResult;

/** Pictures of scans and regions whose allowed set is the disc x² + y² ≤ 1, and its half of y. */
class ScanPicturesTest {
    private static final double DOTS_PER_POINT = 300 / 72.0;

    private static final String THEORY = """
        schema: theory/1
        title: A plane
        reference: none
        parameters:
          x: {default: 0, range: "-2:2", tex: "x_1", unit: GeV}
          y: {default: 0, range: "-2:2"}
        observables:
          radius2: {expression: x^2 + y^2}
          half: {expression: y/2, tex: "\\\\frac{y}{2}", unit: GeV}
        """;

    private static final String FIT = """
        schema: fit/1
        title: Discs
        theory: [plane]
        parameters: {x: {}, y: {}}
        tasks:
          disc: {title: whole, type: region, x: x, y: y, number: 2000, cuts: {radius2: "0:1"}}
          small: {title: core, type: region, x: x, y: y, number: 2000, cuts: {radius2: "0:0.25"}}
          points: {type: scan, observables: [half], sampling: sobol, number: 4000, cuts: {radius2: "0:1"}}
        outputs:
          plots:
            swapped: {task: disc, kind: region, x: y, overlay: [small]}
            shown: {task: disc, kind: region, x-range: "-3:3", y-range: "-4:4"}
            points: {task: points, kind: scatter, x: x, y: half}
            panels: {panels: [disc, small], kind: region}
        """;

    @TempDir
    static Path folder;

    private static FitResult result;

    @BeforeAll
    static void run() {
        FitFolder files = new FitFolder(folder).write("plane.yaml", THEORY).write("fit.yaml", FIT);
        FitPlan plan = Fits.plan(files.request("fit.yaml"));
        result = TaskPictures.addTo(Fits.run(files.request("fit.yaml")), plan, false);
    }

    private static Figure figure(String name) {
        return result.pictures().stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    private static Panel panel(String name) {
        return figure(name).panels().get(0);
    }

    @Test
    void axesHaveLatexAndUnitsOfTheTheoryAndMayChangePlaces() {
        assertThat(panel("swapped").x().label()).isEqualTo("$y$");
        assertThat(panel("swapped").y().label()).isEqualTo("$x_1$");
        assertThat(panel("swapped").y().unit()).isEqualTo("$\\mathrm{GeV}$");
        assertThat(panel("points").y().label()).isEqualTo("$\\frac{y}{2}$");
        assertThat(panel("points").y().unit()).isEqualTo("$\\mathrm{GeV}$");
        assertThat(panel("shown").x().range()).isEqualTo(new Axis.Range(-3, 3));
        assertThat(panel("shown").y().range()).isEqualTo(new Axis.Range(-4, 4));
    }

    @Test
    void legendNamesTheTitlesOfSeveralTasksAndTheCutsOfOne() {
        assertThat(panel("swapped").marks().stream().map(Mark::legend))
                .containsExactly("whole", "core", "Standard Model");
        assertThat(panel("points").marks().stream().map(Mark::legend))
                .containsExactly("$0\\le \\text{radius2}\\le 1$", "Standard Model");
    }

    /** At 0.9 inside the disc, at 1.1 outside; a cell of 80 is 0.025 wide. The Standard Model stands at the defaults, (0, 0). */
    @Test
    void discsAreFilledToTheirEdgesAndTheStarIsBlack() throws IOException {
        BufferedImage image = png("swapped");
        PanelArea area = FigureFiles.areas(figure("swapped")).get(0);
        int disc = colour(image, area, 0.64, 0.64);
        assertThat(disc).isNotEqualTo(0xffffff);
        assertThat(colour(image, area, -0.64, 0.64)).isEqualTo(disc);
        assertThat(colour(image, area, 0.78, 0.78)).isEqualTo(0xffffff);
        assertThat(colour(image, area, 0.32, 0.32)).isNotEqualTo(disc).isNotEqualTo(0xffffff);
        assertThat(colour(image, area, 0, 0)).isEqualTo(0);
    }

    @Test
    void pointsAreThoseOfTheScanThatPassAndNoTwoOverprint() {
        Mark.Points points = (Mark.Points) panel("points").marks().get(0);
        assertThat(points.x().size()).isBetween(500, 785);
        for (int i = 0; i < points.x().size(); i++) {
            double x = points.x().get(i);
            double y = 2 * points.y().get(i);
            assertThat(x * x + y * y).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void panelsShareOneFileAndHaveLetters() {
        assertThat(result.pictures()).hasSize(4);
        Figure panels = figure("panels");
        assertThat(panels.columns()).isEqualTo(2);
        assertThat(panels.panels().stream().map(Panel::title)).containsExactly("(a)", "(b)");
        List<PanelArea> areas = FigureFiles.areas(panels);
        // both columns of a journal are 180 mm wide
        assertThat(areas.get(1).x().end()).isBetween(480.0, 180 / 25.4 * 72);
        assertThat(areas.get(1).x().range().high()).isCloseTo(0.5, within(0.1));
    }

    private static BufferedImage png(String name) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(FigureFiles.bytes(figure(name), Format.PNG)));
    }

    private static int colour(BufferedImage image, PanelArea area, double x, double y) {
        int across = (int) Math.floor(area.x().place(x) * DOTS_PER_POINT);
        int down = (int) Math.floor(area.y().place(y) * DOTS_PER_POINT);
        return image.getRGB(across, down) & 0xffffff;
    }
}

package org.penguinfit.fits.plot.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;
import org.penguinfit.fits.result.FitResult;

/** Pictures of predictions against eqs 7 and 8 of arXiv:2108.05033 and what its Table 1 and eq 4 quote. */
class PredictionPicturesTest {
    private static final double ROUNDING = 1e-12;

    private static final String FIT = """
            schema: fit/1
            title: Points
            theory: [bsnunu-2021]
            tasks:
              t:
                type: predict
                observables: [BR(B+->Knunu), BR(B0->K*nunu)]
                nuisances: [ff_BK, ff_BKst]
                points: {SM: {}, left: {CL_bsnutaunutau: -8.5}}
                use: [BKnunu average 2021, Belle BKstnunu 2017]
            outputs:
              plots:
                t: {task: t, kind: predictions}
            """;

    @TempDir
    Path folder;

    private Panel panel() {
        FitFolder files = new FitFolder(folder).write("fit.yaml", FIT);
        FitResult result = TaskPictures.addTo(files.run(), Fits.plan(files.request("fit.yaml")), false);
        Figure figure = result.pictures().get(0).figure();
        return figure.panels().get(0);
    }

    private static <T extends Mark> List<T> marks(Panel panel, Class<T> kind) {
        return panel.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** At C_L = −8.5 eq 7 is (4.39 + 0.457·8.5 + 0.0357·8.5²)e-6 = 10.853825e-6, 2.4724 times the Standard Model's. */
    @Test
    void numbersAreDividedByThoseOfTheFirstPoint() {
        Panel panel = panel();
        assertThat(panel.x().label()).isEqualTo("value over SM");
        List<Mark.Points> points = marks(panel, Mark.Points.class);
        assertThat(points.stream().map(Mark::legend)).containsExactly("SM", "left", "experiment", "SM", "left");
        assertThat(points.get(0).x().get(0)).isEqualTo(1);
        double left = 10.853825 / 4.39;
        assertThat(points.get(1).x().get(0)).isCloseTo(left, within(ROUNDING));
        Mark.Errors errors = java.util.Objects.requireNonNull(points.get(1).xErrors());
        assertThat(errors.plus().get(0)).isCloseTo(0.16 * left, within(ROUNDING));
        Mark.Points experiment = points.get(2);
        assertThat(experiment.x().get(0)).isCloseTo(11 / 4.39, within(ROUNDING));
        assertThat(java.util.Objects.requireNonNull(experiment.xErrors())
                        .minus()
                        .get(0))
                .isCloseTo(4 / 4.39, within(ROUNDING));
        Mark.Limits limit = marks(panel, Mark.Limits.class).get(0);
        assertThat(limit.x().get(0)).isCloseTo(18 / 9.53, within(ROUNDING));
        assertThat(limit.direction()).isEqualTo(Mark.Direction.LEFT);
    }

    @Test
    void numbersStandAtTheRightAndEveryRowHasItsOwnHeight() {
        Panel panel = panel();
        List<Mark.Level> rows = marks(panel, Mark.Level.class).stream()
                .filter(level -> !level.label().isEmpty())
                .toList();
        assertThat(rows.stream().map(Mark.Level::label))
                .containsExactly(
                        "$(4.39\\pm0.70)\\,10^{-6}$",
                        "$(1.09\\pm0.17)\\,10^{-5}$",
                        "$(1.10\\pm0.40)\\,10^{-5}$",
                        "$(9.5\\pm1.0)\\,10^{-6}$",
                        "$(2.36\\pm0.25)\\,10^{-5}$",
                        "$<1.8\\times10^{-5}$, 90\\% CL");
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).at()).isGreaterThan(rows.get(i - 1).at() + 0.2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.88, 0.016, 0.016, $0.880\\pm0.016$",
        "3.09e-9, 0.45e-9, 0.49e-9, '$3.09^{+0.49}_{-0.45}\\,10^{-9}$'",
        "123456, 4000, 4000, '$(1.235\\pm0.040)\\,10^{5}$'",
        "-0.757, 0.077, 0.077, $-0.757\\pm0.077$",
        "2.4724, 0, 0, $2.472$",
        "0, 0, 0, $0.000$"
    })
    void numbersHaveTwoDigitsOfTheirUncertainty(double value, double minus, double plus, String latex) {
        assertThat(NumberTex.of(value, minus, plus)).isEqualTo(latex);
    }
}

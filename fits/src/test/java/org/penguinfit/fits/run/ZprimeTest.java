package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.measurements.document.Diagnostics;

/** The fit bsnunu-2021/zprime against closed forms of its extremes. */
class ZprimeTest {
    /** The last box of the search of extremes is 1e-8 of the ranges. */
    private static final double TOLERANCE = 1e-5;

    private static final FitResult RESULT = run("bsnunu-2021/zprime");

    static FitResult run(String fit) {
        Diagnostics diagnostics = new Diagnostics();
        FitPlan plan = FitPlan.load(FitRequest.of(fit), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return new FitRunner(ParallelWork.on(2)).run(Objects.requireNonNull(plan));
    }

    /**
     * At Delta M_s = SM: the largest |V| for I = 3 solves 3282 V² − c·3 V + 1.5e-4·9 = 0 with c = 8.2 (or 4.2), and R − 1 is
     * q (C'_L + C'_R)²/4.39 for the K+, with C'_L = 0.9 and C'_R = 4 |V| 0.15 π 0.2312/(0.0413 α), both a quarter if eq 10 is
     * corrected. Bs → ττ is (1 + (C'_R − C'_L)/(−4.3))², largest at I = −2 with
     * C'_L = −0.6 and the largest −C'_R.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "printed,8.2,1,127.9",
        "printed-low-scale,8.2,1,132.1",
        "corrected-10,8.2,0.25,127.9",
        "corrected-10-low-scale,8.2,0.25,132.1",
        "corrected,4.2,0.25,127.9",
        "corrected-low-scale,4.2,0.25,132.1"
    })
    void largestRatiosAreTheClosedForms(String task, double c, double factor, double inverseAlpha) {
        double left = factor * 0.9;
        double right = right(largestV(c, 3), inverseAlpha, factor);
        assertThat(largest(task, "R_BKnunu"))
                .isCloseTo(1 + 0.0357 * (left + right) * (left + right) / 4.39, within(TOLERANCE));
        double squares = 0.0775 * (left * left + right * right) - 0.103 * left * right;
        assertThat(largest(task, "R_BKstarnunu")).isCloseTo(1 + squares / 9.53, within(TOLERANCE));
        double difference = -factor * 0.6 + right(largestV(c, 2), inverseAlpha, factor);
        assertThat(largest(task, "R_Bstautau")).isCloseTo(Math.pow(1 + difference / 4.3, 2), within(2 * TOLERANCE));
    }

    private static double largestV(double c, double i) {
        double b = c * i;
        return (b + Math.sqrt(b * b - 4 * 3282 * 1.5e-4 * i * i)) / (2 * 3282);
    }

    private static double right(double v, double inverseAlpha, double factor) {
        return factor * 4 * v / 0.0413 * 0.15 * Math.PI * 0.2312 * inverseAlpha;
    }

    /** arXiv:2108.05033, section 3 and eq 16: "about 2" and "about 6", read from its figures. */
    @Test
    void headlinesOfThePaper() {
        assertThat(largest("printed-low-scale", "R_BKnunu")).isCloseTo(2, within(0.05));
        assertThat(largest("printed-low-scale", "R_Bstautau")).isCloseTo(6, within(0.2));
    }

    /** Headlines with errors 1 and 2 mended, α at 4.8 GeV: by hand 1.06 and 1.87 for eq 10, 1.02 and 1.36 for eq 14 as well. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"corrected-10-low-scale,1.06,1.87", "corrected-low-scale,1.02,1.36"})
    void headlinesCorrected(String task, double kaon, double tau) {
        double rounding = 0.005; // half a unit of the last digit
        assertThat(largest(task, "R_BKnunu")).isCloseTo(kaon, within(rounding));
        assertThat(largest(task, "R_Bstautau")).isCloseTo(tau, within(rounding));
    }

    /** C'_L = 2 · 0.15 · I for I from −2 to 3; the region of Figure 2 holds both ends, within a cell of 1/80 of 1.5. */
    @Test
    void regionOfFigureTwoSpansTheWholeRangeOfI() {
        TaskResult task = task("figure-2-right");
        ResultBlock.Curves region = (ResultBlock.Curves) block(task, "region");
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ResultBlock.Curve curve : Objects.requireNonNull(region.byLevel().get("allowed"))) {
            assertThat(curve.closed()).isTrue();
            for (double x : curve.x().toArray()) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        assertThat(low).isCloseTo(-0.6, within(1.5 / 80));
        assertThat(high).isCloseTo(0.9, within(1.5 / 80));
    }

    private static double largest(String task, String output) {
        for (List<@Nullable Object> row : ((ResultBlock.Table) block(task(task), "extremes")).rows()) {
            if (output.equals(row.get(0)) && "largest".equals(row.get(1)) && row.get(2) instanceof Double value) {
                return value;
            }
        }
        throw new AssertionError("no largest " + output + " in " + task);
    }

    private static TaskResult task(String id) {
        return RESULT.tasks().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ResultBlock block(TaskResult task, String key) {
        return task.blocks().stream()
                .filter(b -> b.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

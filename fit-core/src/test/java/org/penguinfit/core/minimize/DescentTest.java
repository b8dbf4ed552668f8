package org.penguinfit.core.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.ThreeMinima;
import org.penguinfit.core.parameter.Bounds;

class DescentTest {
    private static final List<Bounds> BOX = Collections.nCopies(6, new Bounds(-3, 3));

    /** One code: the lean form differs in memory only, so the numbers are the same to the last bit. */
    @Test
    void givesTheSameAsTheMinimizerHoweverOftenItsMemoryWasUsed() {
        Descent lean = Descent.variableMetric(BOX, StoppingRule.standard());
        Descent newton = Descent.trustRegion(BOX, StoppingRule.standard());
        Random random = new Random(5);
        ThreeMinima f = new ThreeMinima();
        for (int trial = 0; trial < 30; trial++) {
            double[] start = random.doubles(6, -4, 4).toArray();
            Minimum expected = new VariableMetric().minimize(f, start, BOX, StoppingRule.standard());
            assertThat(lean.run(f, start)).isEqualTo(expected.status());
            assertThat(lean.report()).isEqualTo(expected);
            assertThat(lean.value()).isEqualTo(expected.value());
            assertThat(lean.edm()).isEqualTo(expected.edm());
            double[] point = new double[6];
            lean.point(point);
            assertThat(point).isEqualTo(expected.point().toArray());
            newton.run(f, start);
            assertThat(newton.report())
                    .isEqualTo(new TrustRegionNewton().minimize(f, start, BOX, StoppingRule.standard()));
        }
    }

    @Test
    void aReportDoesNotChangeWithTheNextRun() {
        Descent descent = Descent.variableMetric(BOX, StoppingRule.standard());
        descent.run(new ThreeMinima(), new double[6]);
        Minimum first = descent.report();
        double[] point = first.point().toArray();
        descent.run(new ThreeMinima(), new double[] {2, -2, 2, -2, 2, -2});
        assertThat(first.point().toArray()).isEqualTo(point);
        assertThat(descent.report().evaluations().total()).isPositive();
    }

    @Test
    void rejectsAStartOfAnotherSize() {
        Descent descent = Descent.variableMetric(BOX, StoppingRule.standard());
        assertThatThrownBy(() -> descent.run(new ThreeMinima(), new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 parameters");
    }
}

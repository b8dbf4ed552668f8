package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.VariableMetric;

class GrowthStudyTest {
    @Test
    void everySizeIsARowOfTheTable() {
        List<String> phases = new ArrayList<>();
        GrowthStudy study = new GrowthStudy(List.of(3), List.of(10, 20), ReferenceModel::new, new Stopwatch(1, 1));
        List<String> lines = study.markdown(phases::add).lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(3)).startsWith("| 3 | 10 | ");
        assertThat(lines.get(4)).startsWith("| 3 | 20 | ");
        assertThat(phases).containsExactly("3 parameters, 10 observables", "3 parameters, 20 observables");
    }

    @Test
    void aGeneratedProblemIsTheSameForTheSameSeed() {
        assertThat(GeneratedProblem.of(1, 5, 20)).isEqualTo(GeneratedProblem.of(1, 5, 20));
        assertThat(GeneratedProblem.of(1, 5, 20)).isNotEqualTo(GeneratedProblem.of(2, 5, 20));
    }

    /** χ² of 100 data with 5 parameters: 95 ± 5·√(2·95), five standard deviations. */
    @Test
    void theDataOfAGeneratedProblemFollowItsCovariance() {
        LikelihoodProblem problem = GeneratedProblem.of(1, 5, 100);
        ReferenceModel model = new ReferenceModel(problem);
        Minimum best = new VariableMetric().minimize(model.objective(), problem.parameterSet());
        assertThat(best.isConverged()).isTrue();
        assertThat(best.value()).isBetween(95 - 69.0, 95 + 69.0);
    }
}

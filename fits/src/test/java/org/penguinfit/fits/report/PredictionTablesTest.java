package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penguinfit.fits.result.TaskResult.PredictionFound;

class PredictionTablesTest {
    private static Map<String, PredictionFound> prediction(double... parts) {
        Map<String, Double> budget = new LinkedHashMap<>();
        double square = 0;
        for (int i = 0; i < parts.length; i++) {
            budget.put("s" + i, parts[i]);
            square += parts[i] * parts[i];
        }
        return Map.of("O", new PredictionFound(100, Math.sqrt(square), budget, "1"));
    }

    @Test
    void fewSourcesAreColumns() {
        List<TextTable> tables = PredictionTables.of(prediction(3, 4));
        assertThat(tables).hasSize(1);
        assertThat(tables.get(0).rows())
                .containsExactly(
                        List.of("observable", "prediction", "unit", "from s0", "from s1"),
                        List.of("O", "100 ± 5", "1", "3", "4"));
    }

    @Test
    void manySourcesAreATableOfThoseThatMatterTheLargestFirst() {
        List<TextTable> tables = PredictionTables.of(prediction(0, 4, 0.01, 3, 0));
        assertThat(tables).hasSize(2);
        assertThat(tables.get(0).rows().get(0)).containsExactly("observable", "prediction", "unit");
        assertThat(tables.get(1).rows())
                .containsExactly(
                        List.of("observable", "source", "uncertainty from it"),
                        List.of("O", "s1", "4"),
                        List.of("O", "s3", "3"));
    }
}

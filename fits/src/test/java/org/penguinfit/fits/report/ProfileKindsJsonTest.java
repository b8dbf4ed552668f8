package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.plan.Schemas;
import org.penguinfit.fits.result.FitResult;

/** results.json of the tasks that profile: valid, and the same bytes on any number of threads. */
class ProfileKindsJsonTest {
    private static String json(String fit, int threads) {
        FitResult result = Fits.run(FitRequest.of(fit), threads);
        return new ResultsJsonWriter().write(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/profile", "examples/contour", "examples/limit"})
    void isValidAndTheSameBytesOnAnyNumberOfThreads(String fit) throws IOException {
        String one = json(fit, 1);
        assertThat(json(fit, 2)).isEqualTo(one);
        assertThat(json(fit, 4)).isEqualTo(one);
        JsonNode document = new ObjectMapper().readTree(one);
        String schema = new String(Objects.requireNonNull(Schemas.find("results")), StandardCharsets.UTF_8);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(document))
                .isEmpty();
        for (JsonNode task : document.get("tasks")) {
            assertThat(task.get("minima").get(0).get("covarianceState").textValue())
                    .isEqualTo("accurate");
        }
    }
}

package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.plan.Schemas;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.result.FitResult;

/** What every kind of task owes to results.json: valid by its schema, and the same bytes on any number of threads. */
final class ResultsContract {
    private ResultsContract() {}

    static void requireOf(FitRequest request) throws IOException {
        String text = new String(Objects.requireNonNull(Schemas.find("results")), StandardCharsets.UTF_8);
        String once = json(Fits.run(request, 1));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text)
                        .validate(new ObjectMapper().readTree(once)))
                .isEmpty();
        assertThat(json(Fits.run(request, 2))).isEqualTo(once);
        assertThat(json(Fits.run(request, 4))).isEqualTo(once);
    }

    private static String json(FitResult result) {
        return Fits.get(ReportWriters.texts(result, ReportWriters.of(List.of())), "results.json");
    }
}

package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.RatioToSm;
import org.penguinfit.measurements.RatioToSm.SmUncertainty;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads {@code ratio: {numerator, sm: {value, sigma, inspire}, sm-uncertainty}}. */
final class RatioReader {
    private final Reading reading;

    RatioReader(Reading reading) {
        this.reading = reading;
    }

    /** The ratio, or null if there is none or it has an error. */
    @Nullable
    RatioToSm ratio(Fields item) {
        MapNode map = item.map("ratio");
        if (map == null) {
            return null;
        }
        Fields fields = new Fields(map, reading.diagnostics());
        String numerator = fields.requiredText("numerator");
        SmUncertainty treatment = treatment(fields);
        Node sm = fields.requiredNode("sm");
        Fields smFields = sm == null ? null : Fields.of(sm, reading.diagnostics());
        reading.finish(fields);
        if (smFields == null) {
            return null;
        }
        Double value = smFields.requiredNumber("value");
        Double sigma = smFields.requiredPositive("sigma");
        List<String> inspire = smFields.texts("inspire");
        reading.finish(smFields);
        if (value != null && value == 0) {
            reading.error(smFields.map(), "the Standard Model value must not be 0", "0", "");
            return null;
        }
        if (numerator == null || value == null || sigma == null || treatment == null) {
            return null;
        }
        return new RatioToSm(numerator, value, sigma, inspire, treatment);
    }

    private @Nullable SmUncertainty treatment(Fields fields) {
        List<String> known = new ArrayList<>();
        for (SmUncertainty treatment : SmUncertainty.values()) {
            known.add(treatment.key());
        }
        String word = reading.choice(fields, "sm-uncertainty", "", known, List.of());
        for (SmUncertainty treatment : SmUncertainty.values()) {
            if (treatment.key().equals(word)) {
                return treatment;
            }
        }
        return null;
    }
}

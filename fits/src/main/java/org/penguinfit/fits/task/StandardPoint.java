package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;

/** What a scan or region gives where all varied parameters stand at their defaults, for Wilson coefficients the Standard Model. */
final class StandardPoint {
    private StandardPoint() {}

    /** Parameters and outputs with their values, for scripts and pictures. */
    static ResultBlock of(PointModel model) {
        PredictionFunction function = model.function();
        double[] values = new double[function.size()];
        function.evaluate(
                model.parameters().stream().mapToDouble(FreeParameter::standard).toArray(), values);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FreeParameter parameter : model.parameters()) {
            rows.add(List.of(parameter.name(), parameter.standard()));
        }
        for (int k = 0; k < model.outputs().size(); k++) {
            rows.add(List.of(model.outputs().get(k), values[k]));
        }
        List<Column> columns = List.of(new Column("output", "quantity"), new Column("value", "value"));
        return new ResultBlock.Table("standard", "At the defaults of all parameters", columns, rows, false);
    }
}

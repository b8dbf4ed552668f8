package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.fits.browse.MeasurementAverage;
import org.penguinfit.fits.report.DataTable.Cell;
import org.penguinfit.fits.report.DataTable.Column;
import org.penguinfit.likelihoods.average.AverageInput;
import org.penguinfit.likelihoods.average.JointAverage;
import org.penguinfit.likelihoods.average.ObservableAverage;

/** An average in words, tables and numbers. */
public final class AverageText {
    private static final int DIGITS = 5;
    private static final int FEW = 3;
    private static final List<Column> INPUTS = List.of(
            new Column("measurement", "measurement"),
            new Column("observable", "observable"),
            new Column("published", "published"),
            new Column("value", "value"),
            new Column("plus", "σ₊"),
            new Column("minus", "σ₋"),
            new Column("weight", "weight"),
            new Column("pull", "pull"));

    private AverageText() {}

    /** For a terminal. */
    public static String of(MeasurementAverage average) {
        StringBuilder text = new StringBuilder();
        average.chosen().notes().forEach(note -> text.append("! ").append(note).append('\n'));
        average.single().ifPresent(single -> text.append(single(single)));
        average.joint().ifPresent(joint -> text.append(joint(joint)));
        if (!average.chosen().skipped().isEmpty()) {
            text.append("\nnot used\n");
            average.chosen()
                    .skipped()
                    .forEach(s ->
                            text.append("  " + s.name() + ": " + s.reason()).append('\n'));
        }
        return text.toString();
    }

    private static String single(ObservableAverage average) {
        StringBuilder text = new StringBuilder("average of " + average.observable() + unit(average.unit()) + "\n\n");
        text.append(inputs(average).console("  ")).append('\n');
        average.linear().ifPresent(linear -> {
            text.append("  linear average   ").append(value(linear.value(), linear.sigma()));
            text.append(goodness(linear.fit())).append('\n');
            scaleFactors(linear, average, text);
            text.append(sources(linear));
        });
        average.value().ifPresent(value -> {
            text.append("  full likelihood  ").append(PdgRounding.plain(value, DIGITS));
            text.append(goodness(average.fit().orElseThrow())).append('\n');
            sets(average)
                    .forEach((level, set) -> text.append("                   ")
                            .append(level)
                            .append(": ")
                            .append(FitReport.segments(set))
                            .append('\n'));
        });
        if (average.linear().isEmpty()) {
            text.append("  limits alone: they prefer no value; sets begin at 0\n");
        }
        return text.toString();
    }

    private static void scaleFactors(BlueAverage linear, ObservableAverage average, StringBuilder text) {
        linear.scaleFactor().ifPresent(s -> {
            text.append("  scale factor     ")
                    .append(PdgRounding.plain(s.value(), FEW))
                    .append(" √(χ²/ndof), not applied");
            average.scaleFactorOfPrecise()
                    .filter(p -> p.used().size() < average.estimates().size())
                    .ifPresent(p -> text.append("; ")
                            .append(PdgRounding.plain(p.value(), FEW))
                            .append(" of the ")
                            .append(p.used().size())
                            .append(" precise measurements"));
            text.append('\n');
        });
    }

    private static String sources(BlueAverage linear) {
        if (linear.breakdown().size() < 2) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (BlueAverage.Contribution part : linear.breakdown()) {
            parts.add("± " + PdgRounding.plain(part.sigmas().get(0), FEW) + " (" + part.source() + ")");
        }
        return "  by source        " + String.join(" ", parts) + "\n";
    }

    /** The sets that are shown, by the name of their level. */
    public static Map<String, IntervalSet> sets(ObservableAverage average) {
        Map<String, IntervalSet> sets = new TreeMap<>();
        sets.put("68.27%", average.set(ConfidenceLevel.ofSigmas(1)));
        sets.put("90%", average.set(ConfidenceLevel.of(0.90)));
        return sets;
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " in " + unit;
    }

    private static String value(double value, double sigma) {
        return PdgRounding.plain(value, DIGITS) + " ± " + PdgRounding.plain(sigma, DIGITS) + "  =  "
                + PdgRounding.withUncertainty(value, sigma);
    }

    private static String goodness(GoodnessOfFit fit) {
        return fit.dof() < 1
                ? ""
                : ",  χ²/ndof " + PdgRounding.plain(fit.chiSquare(), FEW) + "/" + fit.dof() + ", p-value "
                        + PdgRounding.plain(fit.pValue().value(), FEW);
    }

    /** The inputs of an average of one observable. */
    public static DataTable inputs(ObservableAverage average) {
        DataTable table = new DataTable(INPUTS);
        Optional<BlueAverage> linear = average.linear();
        for (AverageInput input : average.inputs()) {
            int i = average.estimates().indexOf(input);
            row(
                    table,
                    average.observable(),
                    input,
                    linear.isPresent() && i >= 0 ? linear.get().weights().get(0).get(i) : Double.NaN,
                    linear.isPresent() ? linear.get().value() : Double.NaN);
        }
        return table;
    }

    private static void row(DataTable table, String observable, AverageInput input, double weight, double average) {
        boolean estimate = input.isEstimate();
        double pull = (input.central() - average) / input.sigma();
        table.row(List.of(
                Cell.of(input.measurement()),
                Cell.of(observable),
                Cell.of(input.result().quotation().text()),
                estimate ? number(input.central()) : Cell.none(),
                estimate ? number(input.total().plus()) : Cell.none(),
                estimate ? number(input.total().minus()) : Cell.none(),
                estimate && Double.isFinite(weight) ? number(weight) : Cell.none(),
                estimate && Double.isFinite(pull) ? number(pull) : Cell.none()));
    }

    private static Cell number(double number) {
        return Cell.of(number, PdgRounding.plain(number, FEW + 1));
    }

    private static String joint(JointAverage average) {
        StringBuilder text = new StringBuilder("joint average of " + String.join(", ", average.observables()) + "\n\n");
        text.append(inputs(average).console("  ")).append('\n');
        BlueAverage linear = average.linear();
        for (int q = 0; q < average.observables().size(); q++) {
            text.append("  linear average   ")
                    .append(average.observables().get(q))
                    .append(" = ");
            double sigma = linear.covariance().sigma(q);
            text.append(value(linear.estimates().get(q), sigma)).append('\n');
        }
        text.append("                   ")
                .append(correlations(average))
                .append(goodness(linear.fit()))
                .append('\n');
        linear.scaleFactor()
                .ifPresent(s -> text.append("  scale factor     ")
                        .append(PdgRounding.plain(s.value(), FEW))
                        .append(" √(χ²/ndof), not applied\n"));
        average.best().ifPresent(best -> text.append(best(average, best)));
        return text.toString();
    }

    private static String correlations(JointAverage average) {
        List<String> parts = new ArrayList<>();
        for (int q = 0; q < average.observables().size(); q++) {
            for (int p = 0; p < q; p++) {
                double rho = average.linear().covariance().correlation(p, q);
                String pair = average.observables().size() == 2
                        ? "ρ"
                        : "ρ(" + average.observables().get(p) + ", "
                                + average.observables().get(q) + ")";
                parts.add(pair + " = " + PdgRounding.plain(rho, FEW));
            }
        }
        return String.join(", ", parts);
    }

    private static String best(JointAverage average, Minimum best) {
        StringBuilder text = new StringBuilder();
        for (int q = 0; q < average.observables().size(); q++) {
            text.append("  full likelihood  ")
                    .append(average.observables().get(q))
                    .append(" = ");
            double value = best.point().get(q);
            text.append(
                            best.uncertainty(q).isPresent()
                                    ? value(value, best.uncertainty(q).getAsDouble())
                                    : PdgRounding.plain(value, DIGITS))
                    .append('\n');
        }
        return text.append("                   ")
                .append(goodness(average.fit().orElseThrow()).replaceFirst("^,  ", ""))
                .append('\n')
                .toString();
    }

    /** The inputs of a joint average. */
    public static DataTable inputs(JointAverage average) {
        DataTable table = new DataTable(INPUTS);
        for (int i = 0; i < average.rows().size(); i++) {
            JointAverage.Row row = average.rows().get(i);
            row(
                    table,
                    average.observables().get(row.quantity()),
                    row.input(),
                    average.linear().weights().get(row.quantity()).get(i),
                    average.linear().estimates().get(row.quantity()));
        }
        average.limits()
                .forEach(row ->
                        row(table, average.observables().get(row.quantity()), row.input(), Double.NaN, Double.NaN));
        return table;
    }
}

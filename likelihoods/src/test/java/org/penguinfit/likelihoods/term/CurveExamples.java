package org.penguinfit.likelihoods.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.penguinfit.likelihoods.term.TermExamples.Example;
import org.penguinfit.measurements.AmorosoValue;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.CountingProcess;
import org.penguinfit.measurements.CountingValue;
import org.penguinfit.measurements.CountingValue.Treatment;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.GammaValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Tabulation.Quantity;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Location;

/** Examples of the terms that are curves or grids. */
final class CurveExamples {
    private CurveExamples() {}

    static final EventCounts BELLE = EventCounts.of(13, 15).withBackgroundSigma(1.8);

    static UpperLimit gamma(double limit, EventCounts counts) {
        return new UpperLimit(limit, 0.9, LimitMethod.GAMMA, LimitFacts.counts(counts));
    }

    static Tabulation parabola(Quantity quantity, int n) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double at = -2 + 6.0 * i / (n - 1);
            double chi2 = (at - 0.7) * (at - 0.7) / 0.25;
            x.add(at);
            y.add(
                    quantity == Quantity.PDF
                            ? 3 * Math.exp(-chi2 / 2)
                            : quantity == Quantity.DLNL ? 4 - chi2 / 2 : chi2 + 4);
        }
        return new Tabulation(x, y, quantity, false, false, OptionalDouble.empty(), List.of());
    }

    static TabulatedResult grid(boolean linear) {
        List<Double> x = List.of(-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0);
        List<Double> y = List.of(1.0, 2.0, 3.0, 4.0, 5.0);
        List<Double> values = new ArrayList<>();
        for (double a : x) {
            for (double b : y) {
                double u = a - 0.3;
                double v = b - 3.2;
                values.add(5 + 2 * u * u + u * v + v * v);
            }
        }
        Quotation quotation = new Quotation("grid", "", 1, Location.wholeFile("test.yaml"));
        return new TabulatedResult(
                List.of(ObservableId.of("X"), ObservableId.of("Y")),
                List.of(x, y),
                values,
                Quantity.CHI2,
                linear,
                Optional.empty(),
                quotation);
    }

    private static SampledValue sample() {
        List<Double> data = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            data.add(Math.sin(i) + 0.3 * Math.cos(3.7 * i));
        }
        return new SampledValue(data, OptionalDouble.of(0.7), Optional.empty(), OptionalInt.empty());
    }

    /** Published values, each with its name and a typical distance. */
    private record Named(String name, PublishedValue value, double width) {}

    private static List<Named> named() {
        List<Double> x = List.of(0.0, 1.0, 2.0, 3.0, 4.0);
        List<Double> clsb = List.of(0.9, 0.6, 0.3, 0.1, 0.02);
        Tabulation cls = new Tabulation(x, clsb, Quantity.CLSB, false, false, OptionalDouble.empty(), List.of());
        EventCounts few = EventCounts.of(3, 1).withBackgroundSigma(1.5);
        EventCounts none = EventCounts.of(0, 2).withBackgroundSigma(0.5);
        return List.of(
                new Named("gamma limit", gamma(1e-5, EventCounts.of(6, 2.9)), 3e-6),
                new Named("gamma limit, background", gamma(1.8e-5, BELLE), 1e-5),
                new Named("gamma limit, small background", gamma(2, few), 0.2),
                new Named("gamma", new GammaValue(4, -1, 0.5, false, OptionalDouble.empty()), 0.4),
                new Named("general gamma", new GammaValue(10, -1, 0.5, true, OptionalDouble.of(1.5)), 1),
                new Named("counting process", new CountingProcess(2e-6, EventCounts.of(5, 2)), 3e-6),
                new Named("profiled", new CountingValue(BELLE, 1e5, Treatment.PROFILE), 4e-5),
                new Named("marginal", new CountingValue(BELLE, 1e5, Treatment.MARGINAL), 4e-5),
                new Named("nothing seen", new CountingValue(none, 1, Treatment.MARGINAL), 0.3),
                new Named("table", new TabulatedValue(parabola(Quantity.CHI2, 13), OptionalDouble.empty()), 0.5),
                new Named("density", new TabulatedValue(parabola(Quantity.PDF, 40), OptionalDouble.empty()), 0.5),
                new Named(
                        "limit with a table", limit(LimitMethod.LIKELIHOOD_TABLE, parabola(Quantity.M2DLNL, 13)), 0.5),
                new Named("Amoroso", new AmorosoValue(0, 2, 2.5, 1.5), 1),
                new Named("log-gamma", new LogGammaValue(1, -2, 3), 1),
                new Named("CLs+b", limit(LimitMethod.CLS_TABLE, cls), 1),
                new Named("sample", sample(), 0.9),
                new Named(
                        "convolution",
                        new ConvolvedValue(2, List.of(GaussianValue.of(2, 0.5), new ValueRange(1, 3))),
                        0.8));
    }

    private static UpperLimit limit(LimitMethod method, Tabulation table) {
        return new UpperLimit(
                3,
                0.9,
                method,
                new LimitFacts(
                        OptionalDouble.empty(), false, Optional.empty(), Optional.of(table), OptionalDouble.empty()));
    }

    static List<PublishedValue> values() {
        return named().stream().map(Named::value).toList();
    }

    static List<Example> all() {
        List<Example> all = new ArrayList<>();
        for (Named named : named()) {
            all.add(new Example(named.name(), LikelihoodTerms.of(named.value()), new double[] {named.width()}));
        }
        all.add(new Example("grid", CurveTerms.grid(grid(false)), new double[] {0.4, 0.6}));
        return all;
    }

    /** Where the formula changes: the nodes of a spline, at which its third derivative jumps, harm no difference. */
    static double[] kinks(CurveTerm term) {
        return term.isRandom() ? new double[0] : new double[] {term.central()};
    }
}

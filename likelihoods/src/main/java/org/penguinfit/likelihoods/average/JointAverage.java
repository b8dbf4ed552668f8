package org.penguinfit.likelihoods.average;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.average.ErrorSource;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.document.Diagnostics;

/**
 * The averages of several observables together, with the correlations inside measurements and between them: the best linear
 * unbiased estimate, and the full likelihood with asymmetric uncertainties and limits. Immutable.
 */
public final class JointAverage {
    private final List<String> observables;
    private final List<Row> rows;
    private final List<Row> limits;
    private final BlueAverage linear;
    private final Likelihood likelihood;
    private final Optional<Minimum> minimum;

    /**
     * One input.
     *
     * @param quantity index of its observable
     * @param input the result
     */
    public record Row(int quantity, AverageInput input) {}

    private JointAverage(List<String> observables, List<Row> rows, List<Row> limits, double[] covariance) {
        this.observables = List.copyOf(observables);
        this.rows = List.copyOf(rows);
        this.limits = List.copyOf(limits);
        this.linear = linear(rows, covariance);
        this.likelihood = bound(covariance);
        this.minimum = minimum();
    }

    /**
     * Averages observables.
     *
     * @param measurements any measurements; what they say of other observables is passed over
     * @param observables canonical texts, each once
     * @param correlations between the measurements
     * @param diagnostics takes results that make no likelihood term, different units, an observable without a value, and
     *     correlations that make no positive definite covariance
     * @return the averages; null if there was such an error
     */
    public static @Nullable JointAverage of(
            List<Measurement> measurements,
            List<String> observables,
            AverageCorrelations correlations,
            Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        List<Row> all = new ArrayList<>();
        for (Measurement measurement : measurements) {
            for (int q = 0; q < observables.size(); q++) {
                InputCollection collection = new InputCollection(observables.get(q), diagnostics);
                collection.add(measurement);
                for (AverageInput input : collection.inputs()) {
                    all.add(new Row(q, input));
                }
            }
        }
        List<Row> rows = all.stream().filter(row -> row.input.isEstimate()).toList();
        List<Row> limits = all.stream().filter(row -> !row.input.isEstimate()).toList();
        refuseMissing(measurements, observables, rows, diagnostics);
        if (diagnostics.errorCount() > before) {
            return null;
        }
        try {
            return new JointAverage(observables, rows, limits, covariance(rows, measurements, correlations));
        } catch (IllegalArgumentException e) {
            AverageInput first = rows.get(0).input;
            diagnostics.error(
                    first.result().quotation().location(),
                    first.measurement(),
                    "the correlations of the average: " + e.getMessage(),
                    "",
                    "");
            return null;
        }
    }

    private static void refuseMissing(
            List<Measurement> measurements, List<String> observables, List<Row> rows, Diagnostics diagnostics) {
        for (int q = 0; q < observables.size(); q++) {
            int quantity = q;
            if (!measurements.isEmpty() && rows.stream().noneMatch(row -> row.quantity == quantity)) {
                diagnostics.error(
                        measurements.get(0).location(),
                        "",
                        "several observables are averaged together by values with uncertainties",
                        "none of " + observables.get(q),
                        "average it alone");
            }
        }
    }

    private static double[] covariance(
            List<Row> rows, List<Measurement> measurements, AverageCorrelations correlations) {
        int n = rows.size();
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            AverageInput a = rows.get(i).input;
            for (int j = 0; j <= i; j++) {
                AverageInput b = rows.get(j).input;
                double element;
                if (i == j) {
                    element = a.sigma() * a.sigma();
                } else if (a.measurement().equals(b.measurement())) {
                    element = within(measurements, a, b) * a.sigma() * b.sigma();
                } else {
                    element = correlations.covariance(a, b);
                }
                covariance[i * n + j] = element;
                covariance[j * n + i] = element;
            }
        }
        return covariance;
    }

    /** The correlation of two observables inside one measurement. */
    private static double within(List<Measurement> measurements, AverageInput a, AverageInput b) {
        for (Measurement measurement : measurements) {
            for (PublishedResult result : measurement.results()) {
                if (measurement.name().equals(a.measurement()) && result instanceof CorrelatedResult block) {
                    int i = block.observables().indexOf(a.result().observable());
                    int j = block.observables().indexOf(b.result().observable());
                    if (i >= 0 && j >= 0) {
                        return block.covariance().correlation(i, j);
                    }
                }
            }
        }
        return 0;
    }

    private static BlueAverage linear(List<Row> rows, double[] covariance) {
        return BlueAverage.of(
                Vector.of(rows.stream().mapToDouble(row -> row.input.central()).toArray()),
                rows.stream().map(Row::quantity).toList(),
                List.of(new ErrorSource(AverageInput.UNSPLIT, sigmas(rows), Vector.of(correlation(rows, covariance)))));
    }

    private static Vector sigmas(List<Row> rows) {
        return Vector.of(rows.stream().mapToDouble(row -> row.input.sigma()).toArray());
    }

    private static double[] correlation(List<Row> rows, double[] covariance) {
        int n = rows.size();
        double[] correlation = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sigmas = rows.get(i).input.sigma() * rows.get(j).input.sigma();
                correlation[i * n + j] = i == j ? 1 : covariance[i * n + j] / sigmas;
            }
        }
        return correlation;
    }

    /** All values in one term, their sides as published; limits beside it. */
    private Likelihood bound(double[] covariance) {
        int n = rows.size();
        double[] flat = correlation(rows, covariance);
        double[] central = new double[n];
        double[] plus = new double[n];
        double[] minus = new double[n];
        double[][] correlation = new double[n][n];
        List<String> names = new ArrayList<>();
        List<Integer> predictions = new ArrayList<>();
        Set<String> owners = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            central[i] = row.input.central();
            plus[i] = row.input.total().plus();
            minus[i] = row.input.total().minus();
            System.arraycopy(flat, i * n, correlation[i], 0, n);
            names.add(observables.get(row.quantity));
            predictions.add(row.quantity);
            owners.add(row.input.measurement());
        }
        List<BoundTerm> terms = new ArrayList<>();
        terms.add(BoundTerm.of(
                String.join(" + ", owners),
                names,
                predictions,
                MultivariateGaussianTerm.of(central, plus, minus, correlation)));
        for (Row row : limits) {
            terms.add(new BoundTerm(
                    row.input.measurement(),
                    List.of(observables.get(row.quantity)),
                    List.of(row.quantity),
                    row.input.term(),
                    Optional.of(row.input.result())));
        }
        return Likelihood.of(parameters(), identities(), terms, List.of());
    }

    private ParameterSet parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (int q = 0; q < observables.size(); q++) {
            parameters.add(Parameter.of(observables.get(q), linear.estimates().get(q)));
        }
        return ParameterSet.of(parameters);
    }

    private PolynomialPredictions identities() {
        List<SparsePolynomial> identities = new ArrayList<>();
        for (int q = 0; q < observables.size(); q++) {
            identities.add(SparsePolynomial.builder().add(1.0, q).build());
        }
        return PolynomialPredictions.of(observables.size(), identities);
    }

    private Optional<Minimum> minimum() {
        return MultiStart.of(0)
                .search(
                        likelihood::objective,
                        List.of(linear.estimates()),
                        likelihood.parameters().bounds())
                .best();
    }

    /** What is averaged. */
    public List<String> observables() {
        return observables;
    }

    /** The values that enter, in the order of the measurements. */
    public List<Row> rows() {
        return rows;
    }

    /** Limits and ranges, which enter the full likelihood alone. */
    public List<Row> limits() {
        return limits;
    }

    /** The best linear unbiased estimate. */
    public BlueAverage linear() {
        return linear;
    }

    /** Where the full likelihood is highest, with its curvature; empty if no minimum was found. */
    public Optional<Minimum> best() {
        return minimum;
    }

    /** χ² of the full likelihood at its best; limits count as measurements. */
    public Optional<GoodnessOfFit> fit() {
        return minimum.map(m -> GoodnessOfFit.of(m.value(), 0.0, likelihood.measuredCount(), observables.size()));
    }
}

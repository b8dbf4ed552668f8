package org.penguinfit.likelihoods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.polynomial.Polynomial;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryObservable;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CrossCorrelations;
import org.penguinfit.measurements.JoinedResult;
import org.penguinfit.measurements.JoinedResults;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;

/**
 * Measurements bound to predictions: −2 ln L(θ) as a function of the free parameters, up to a constant. Names are resolved
 * here, once; after that everything is an indexed array. Immutable and thread-safe; {@link #objective()} hands each thread
 * its own scratch space.
 */
public final class Likelihood {
    /** Squares and derivatives of a polynomial prediction with larger coefficients may exceed the largest number. */
    private static final double MAX_COEFFICIENT = 1e100;

    private final ParameterSet parameters;
    private final PredictionVector predictions;
    private final List<String> observables;
    private final List<BoundTerm> terms;
    private final List<ParameterConstraint> constraints;
    /** Made at first use; made twice by two threads it is the same. */
    private volatile @Nullable CompiledLikelihood compiled;

    private Likelihood(
            ParameterSet parameters,
            PredictionVector predictions,
            List<String> observables,
            List<BoundTerm> terms,
            List<ParameterConstraint> constraints) {
        this.parameters = parameters;
        this.predictions = predictions;
        this.observables = List.copyOf(observables);
        this.terms = List.copyOf(terms);
        this.constraints = List.copyOf(constraints);
    }

    /** The same of measurements that are independent of each other. */
    public static @Nullable Likelihood bind(
            List<Measurement> data,
            Theory theory,
            ParameterSet free,
            Map<String, Double> fixed,
            List<ParameterConstraint> constraints,
            Diagnostics diagnostics) {
        return bind(data, CrossCorrelations.NONE, theory, free, fixed, constraints, diagnostics);
    }

    /**
     * Binds measurements to predictions.
     *
     * @param data measurements
     * @param correlations between them
     * @param theory predictions of their observables
     * @param free the free parameters, by the theory's names, with start values and bounds
     * @param fixed values of parameters held away from their default, by the theory's names
     * @param constraints terms on free parameters
     * @param diagnostics takes unknown observables, unit mismatches and results that make no term
     * @return the likelihood, or null if there was such an error
     * @throws IllegalArgumentException if a constraint is on no free parameter, or the theory does not know a parameter
     */
    public static @Nullable Likelihood bind(
            List<Measurement> data,
            CrossCorrelations correlations,
            Theory theory,
            ParameterSet free,
            Map<String, Double> fixed,
            List<ParameterConstraint> constraints,
            Diagnostics diagnostics) {
        requireParameters(constraints, free);
        int before = diagnostics.errorCount();
        Map<String, Integer> index = new LinkedHashMap<>();
        List<BoundTerm> terms = new ArrayList<>();
        for (JoinedResults.Owned owned : JoinedResults.of(data, correlations)) {
            List<String> names = known(owned.measurement(), owned.result(), theory, diagnostics);
            LikelihoodTerm term = LikelihoodTerms.of(owned.measurement(), owned.result(), diagnostics);
            if (names != null && term != null) {
                terms.add(new BoundTerm(
                        owned.measurement(), names, indices(names, index), term, Optional.of(owned.result())));
            }
        }
        if (diagnostics.errorCount() > before) {
            return null;
        }
        List<String> observables = List.copyOf(index.keySet());
        PredictionVector predictions = theory.bind(observables, free.names(), fixed);
        return new Likelihood(free, predictions, observables, terms, constraints);
    }

    /**
     * A likelihood of predictions and terms made by a program.
     *
     * @param parameters the free parameters
     * @param predictions functions of them
     * @param terms terms with the indices of the predictions they read; any prediction may be read by any number of terms
     * @param constraints terms on free parameters
     * @throws IllegalArgumentException if an index has no prediction or parameter, or the number of parameters differs
     */
    public static Likelihood of(
            ParameterSet parameters,
            PredictionVector predictions,
            List<BoundTerm> terms,
            List<ParameterConstraint> constraints) {
        requireParameters(constraints, parameters);
        if (predictions.parameterCount() != parameters.size()) {
            throw new IllegalArgumentException("predictions: depend on " + predictions.parameterCount()
                    + " parameters, there are " + parameters.size());
        }
        String[] names = new String[predictions.observableCount()];
        for (int k = 0; k < names.length; k++) {
            names[k] = "prediction " + k;
        }
        for (BoundTerm bound : terms) {
            for (int k = 0; k < bound.predictions().size(); k++) {
                int prediction = bound.predictions().get(k);
                if (prediction < 0 || prediction >= names.length) {
                    throw new IllegalArgumentException(
                            bound.measurement() + ": no prediction of index " + prediction + " among " + names.length);
                }
                names[prediction] = bound.observables().get(k);
            }
        }
        return new Likelihood(parameters, predictions, List.of(names), terms, constraints);
    }

    /**
     * The same likelihood with uncertain predictions: their covariance is added to that of Gaussian measurements, which
     * become one correlated term; limits and terms of other shapes stay.
     *
     * @param covariance by the indices of {@link #observables()}, symmetric, positive semidefinite
     */
    public Likelihood withTheoryCovariance(double[][] covariance) {
        return new Likelihood(
                parameters, predictions, observables, TheoryCovariance.add(terms, covariance), constraints);
    }

    private static void requireParameters(List<ParameterConstraint> constraints, ParameterSet free) {
        for (ParameterConstraint constraint : constraints) {
            if (constraint.parameter() >= free.size()) {
                throw new IllegalArgumentException("constraint: no parameter of index " + constraint.parameter()
                        + " among " + free.size() + " free ones");
            }
        }
    }

    /** The observables of a result, or null if one of them has no prediction or another unit. */
    private static @Nullable List<String> known(
            String measurement, PublishedResult result, Theory theory, Diagnostics diagnostics) {
        List<String> names = new ArrayList<>();
        boolean good = true;
        List<ObservableId> ids = result.observables();
        for (int i = 0; i < ids.size(); i++) {
            String name = ids.get(i).toString();
            Quotation quotation = quotation(result, i);
            Optional<TheoryObservable> observable = theory.observable(name);
            if (observable.isEmpty()) {
                diagnostics.error(
                        quotation.location(),
                        measurement,
                        "no prediction named '" + name + "' in the theory of this fit",
                        "",
                        DidYouMean.suggestOrList(name, theory.observableNames()));
                good = false;
            } else if (!sameUnit(quotation.unit(), observable.get().unit())) {
                diagnostics.error(
                        quotation.location(),
                        measurement,
                        "the unit of " + name + " must be that of its prediction, '"
                                + observable.get().unit() + "'",
                        "'" + quotation.unit() + "'",
                        "convert the values");
                good = false;
            }
            names.add(name);
        }
        return good ? names : null;
    }

    /** How the file states one observable of a result: values of one block may have different units. */
    private static Quotation quotation(PublishedResult result, int observable) {
        if (result instanceof CorrelatedResult block) {
            return block.components().get(observable).quotation();
        }
        return result instanceof JoinedResult joined
                ? joined.components().get(observable).quotation()
                : result.quotation();
    }

    /** No unit in a measurement file means that of the prediction; 1 and no unit are the same for a prediction. */
    private static boolean sameUnit(String measured, String predicted) {
        return measured.isEmpty() || measured.equals(predicted.isEmpty() ? "1" : predicted);
    }

    private static List<Integer> indices(List<String> names, Map<String, Integer> index) {
        List<Integer> indices = new ArrayList<>();
        for (String name : names) {
            indices.add(index.computeIfAbsent(name, n -> index.size()));
        }
        return indices;
    }

    /** The free parameters, in the order of θ. */
    public ParameterSet parameters() {
        return parameters;
    }

    /** One term per published result. */
    public List<BoundTerm> terms() {
        return terms;
    }

    /** Terms on free parameters. */
    public List<ParameterConstraint> constraints() {
        return constraints;
    }

    /** Names of the predictions, in the order of the prediction vector. */
    public List<String> observables() {
        return observables;
    }

    /** The predictions as functions of the free parameters, in the order of {@link #observables()}. */
    public PredictionVector predictions() {
        return predictions;
    }

    /** Number of measured observables, each as often as it was measured; limits count. */
    public int measuredCount() {
        int count = 0;
        for (BoundTerm bound : terms) {
            count += bound.term().dimension();
        }
        return count;
    }

    /** The predictions at a point, shape [observables]. */
    public double[] predict(double[] theta) {
        double[] mu = new double[observables.size()];
        predictions.evaluator().values(theta, mu);
        return mu;
    }

    /**
     * The predictions at a point with their first derivatives.
     *
     * @param mu overwritten, shape [observables]
     * @param jacobian overwritten, ∂μ_k/∂θ_i at [k · parameters + i]
     */
    public void predict(double[] theta, double[] mu, double[] jacobian) {
        predictions.evaluator().valuesAndGradients(theta, mu, jacobian);
    }

    /**
     * One prediction as a polynomial of one parameter, the others held; empty if it is none, or none with coefficients that
     * can be computed with (the others stand outside the domain of the formula, or numbers exceed {@value #MAX_COEFFICIENT}).
     *
     * @param prediction index into {@link #observables()}
     */
    public Optional<Polynomial> predictionSlice(int prediction, int parameter, double[] theta) {
        return predictions
                .slice(prediction, parameter, theta)
                .filter(Likelihood::allComputable)
                .map(Polynomial::of);
    }

    private static boolean allComputable(double[] numbers) {
        for (double number : numbers) {
            if (!(Math.abs(number) <= MAX_COEFFICIENT)) {
                return false;
            }
        }
        return true;
    }

    /**
     * −2 ln L with scratch space of its own, for one thread: compiled at the first call, see {@link LikelihoodObjective}. It
     * is also a {@link org.penguinfit.core.objective.LeastSquaresObjective} if all terms are squares of residuals, that is
     * if none is a hard wall.
     */
    public LikelihoodObjective objective() {
        CompiledLikelihood known = compiled;
        if (known == null) {
            known = new CompiledLikelihood(this, predictions);
            compiled = known;
        }
        return known.objective();
    }

    /** The same term by term, as the definitions stand: the reference of the compiled one. */
    PlainObjective plainObjective() {
        return new PlainObjective(this, predictions.evaluator());
    }
}

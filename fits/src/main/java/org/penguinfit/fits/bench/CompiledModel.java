package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.toy.DataModel;
import org.penguinfit.fits.bench.LikelihoodProblem.BenchParameter;
import org.penguinfit.fits.bench.LikelihoodProblem.Gaussian;
import org.penguinfit.fits.bench.LikelihoodProblem.Limit;
import org.penguinfit.fits.bench.LikelihoodProblem.Observable;
import org.penguinfit.fits.bench.LikelihoodProblem.Quadratic;
import org.penguinfit.fits.bench.LikelihoodProblem.Shift;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodModel;
import org.penguinfit.likelihoods.LikelihoodSlice;
import org.penguinfit.likelihoods.ParameterConstraint;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.term.AsymmetricGaussianTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;

/** A problem as a compiled {@link Likelihood}; limits stay as they are in toys. */
public final class CompiledModel implements BenchModel {
    /** A width at which −2 ln L of any prediction is below the smallest number: no penalty on that side. */
    private static final double NO_PENALTY = 1e150;

    private final Likelihood likelihood;

    private CompiledModel(Likelihood likelihood) {
        this.likelihood = likelihood;
    }

    /** The model of a problem. */
    public static CompiledModel of(LikelihoodProblem problem) {
        List<SparsePolynomial> predictions = new ArrayList<>();
        for (Observable observable : problem.observables()) {
            predictions.add(polynomial(observable));
        }
        List<BoundTerm> terms = new ArrayList<>();
        for (Gaussian block : problem.gaussians()) {
            terms.add(bound(problem, block.observables(), term(block)));
        }
        for (Limit limit : problem.limits()) {
            LikelihoodTerm oneSided = new AsymmetricGaussianTerm.Split(limit.center(), limit.sigma(), NO_PENALTY);
            terms.add(bound(problem, List.of(limit.observable()), oneSided));
        }
        int n = problem.parameters().size();
        return new CompiledModel(Likelihood.of(
                problem.parameterSet(), PolynomialPredictions.of(n, predictions), terms, constraints(problem)));
    }

    private static SparsePolynomial polynomial(Observable observable) {
        SparsePolynomial.Builder builder = SparsePolynomial.builder();
        add(observable.central(), observable.interest(), builder);
        for (Shift shift : observable.shifts()) {
            add(shift.change(), observable.interest(), builder, shift.parameter());
        }
        return builder.build();
    }

    /** Adds a quadratic polynomial times some parameters. */
    private static void add(Quadratic p, List<Integer> interest, SparsePolynomial.Builder builder, int... times) {
        builder.add(p.constant(), times);
        int at = 0;
        for (int a = 0; a < interest.size(); a++) {
            builder.add(p.linear().get(a), joined(times, interest.get(a)));
            for (int b = a; b < interest.size(); b++) {
                builder.add(p.quadratic().get(at++), joined(times, interest.get(a), interest.get(b)));
            }
        }
    }

    private static int[] joined(int[] first, int... second) {
        int[] all = new int[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static LikelihoodTerm term(Gaussian block) {
        int n = block.data().size();
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = block.covariance().get(i * n + j);
            }
        }
        return MultivariateGaussianTerm.of(block.data().toArray(), covariance);
    }

    private static BoundTerm bound(LikelihoodProblem problem, List<Integer> rows, LikelihoodTerm term) {
        List<String> names = new ArrayList<>();
        for (int row : rows) {
            names.add(problem.observables().get(row).name());
        }
        return new BoundTerm(problem.name(), names, rows, term, Optional.empty());
    }

    private static List<ParameterConstraint> constraints(LikelihoodProblem problem) {
        List<ParameterConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < problem.parameters().size(); i++) {
            BenchParameter parameter = problem.parameters().get(i);
            int index = i;
            parameter.constraint().ifPresent(c -> constraints.add(new ParameterConstraint(index, c.mean(), c.sigma())));
        }
        return constraints;
    }

    @Override
    public DataModel data() {
        return LikelihoodModel.of(likelihood).withPublishedLimits();
    }

    @Override
    public Optional<PiecewisePolynomial> slice() {
        return likelihood.parameters().size() == 1
                ? LikelihoodSlice.of(likelihood, 0, likelihood.parameters().start(), Bounds.UNBOUNDED)
                : Optional.empty();
    }
}

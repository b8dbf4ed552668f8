package org.penguinfit.likelihoods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.penguinfit.likelihoods.term.AsymmetricGaussianTerm.Split;
import org.penguinfit.likelihoods.term.GaussianTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;

/**
 * Adds a covariance T of the predictions to Gaussian terms. All terms that read an uncertain prediction become one correlated
 * term with the covariance E + T, E that of the measurements. Unequal sides stay unequal, σ± → √(σ±² + T_ii); for the
 * correlations their variance is σ₊σ₋, as everywhere. Limits, ranges and terms of other shapes stay as they are.
 */
final class TheoryCovariance {
    private final List<BoundTerm> members = new ArrayList<>();
    private final List<BoundTerm> others = new ArrayList<>();
    private final double[][] covariance;
    private OptionalInt place = OptionalInt.empty();

    private TheoryCovariance(List<BoundTerm> terms, double[][] covariance) {
        this.covariance = covariance;
        for (BoundTerm bound : terms) {
            if (isGaussian(bound.term()) && isUncertain(bound)) {
                place = place.isPresent() ? place : OptionalInt.of(others.size());
                members.add(bound);
            } else {
                others.add(bound);
            }
        }
    }

    /**
     * The terms with the covariance added.
     *
     * @param covariance T, by the indices of predictions, symmetric, positive semidefinite
     */
    static List<BoundTerm> add(List<BoundTerm> terms, double[][] covariance) {
        TheoryCovariance sorted = new TheoryCovariance(terms, covariance);
        List<BoundTerm> result = new ArrayList<>(sorted.others);
        sorted.place.ifPresent(at -> result.add(at, sorted.joined()));
        return result;
    }

    private static boolean isGaussian(LikelihoodTerm term) {
        return term instanceof GaussianTerm || term instanceof Split || term instanceof MultivariateGaussianTerm;
    }

    private boolean isUncertain(BoundTerm bound) {
        return bound.predictions().stream().anyMatch(p -> covariance[p][p] > 0);
    }

    private BoundTerm joined() {
        List<String> names = new ArrayList<>();
        List<String> observables = new ArrayList<>();
        List<Integer> predictions = new ArrayList<>();
        for (BoundTerm member : members) {
            names.add(member.measurement());
            observables.addAll(member.observables());
            predictions.addAll(member.predictions());
        }
        return new BoundTerm(
                String.join(" + ", names), observables, predictions, term(predictions), Optional.empty(), members);
    }

    private MultivariateGaussianTerm term(List<Integer> predictions) {
        int n = predictions.size();
        double[] central = new double[n];
        double[] plus = new double[n];
        double[] minus = new double[n];
        double[][] total = new double[n][n];
        int start = 0;
        for (BoundTerm member : members) {
            for (int i = 0; i < member.term().dimension(); i++) {
                central[start + i] = member.term().central(i);
                plus[start + i] = side(member.term(), i, true);
                minus[start + i] = side(member.term(), i, false);
            }
            addOwn(member.term(), start, plus, minus, total);
            start += member.term().dimension();
        }
        for (int i = 0; i < n; i++) {
            double variance = covariance[predictions.get(i)][predictions.get(i)];
            plus[i] = Math.sqrt(plus[i] * plus[i] + variance);
            minus[i] = Math.sqrt(minus[i] * minus[i] + variance);
            for (int j = 0; j < n; j++) {
                total[i][j] += covariance[predictions.get(i)][predictions.get(j)];
            }
        }
        return MultivariateGaussianTerm.of(central, plus, minus, correlation(total));
    }

    private static void addOwn(LikelihoodTerm term, int start, double[] plus, double[] minus, double[][] total) {
        for (int i = start; i < start + term.dimension(); i++) {
            for (int j = start; j < start + term.dimension(); j++) {
                double rho = i == j ? 1 : ((MultivariateGaussianTerm) term).correlation(i - start, j - start);
                total[i][j] = rho * Math.sqrt(plus[i] * minus[i] * plus[j] * minus[j]);
            }
        }
    }

    private static double side(LikelihoodTerm term, int observable, boolean upper) {
        if (term instanceof GaussianTerm gaussian) {
            return gaussian.sigma();
        }
        if (term instanceof Split split) {
            return upper ? split.plus() : split.minus();
        }
        double far = upper ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return ((MultivariateGaussianTerm) term).sigma(observable, far);
    }

    private static double[][] correlation(double[][] covariance) {
        int n = covariance.length;
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correlation[i][j] = i == j ? 1 : covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
            }
        }
        return correlation;
    }
}

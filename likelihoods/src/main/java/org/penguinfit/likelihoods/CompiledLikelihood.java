package org.penguinfit.likelihoods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.likelihoods.TermPart.PlacedTerm;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.kernel.GaussianResiduals;
import org.penguinfit.likelihoods.kernel.GaussianResiduals.Correlated;
import org.penguinfit.likelihoods.kernel.Predictions;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.likelihoods.term.PiecewiseQuadraticTerm;

/**
 * Sorts the terms of a likelihood into parts: symmetric Gaussian terms with polynomial predictions become whitened residuals
 * together; other terms with polynomial predictions and those with other formulas stay as they are, one part each; then the
 * constraints. Immutable: prototypes of the parts, of which each thread takes its own.
 */
final class CompiledLikelihood {
    private final List<Part> prototypes = new ArrayList<>();
    private final double[] observed;
    private final int n;

    private final PredictionVector predictions;
    private final Map<Integer, Optional<SparsePolynomial>> polynomials = new LinkedHashMap<>();
    private final GaussianRows gaussian = new GaussianRows();

    CompiledLikelihood(Likelihood likelihood, PredictionVector predictions) {
        this.n = likelihood.parameters().size();
        this.predictions = predictions;
        List<BoundTerm> exact = new ArrayList<>();
        List<Integer> exactData = new ArrayList<>();
        List<BoundTerm> general = new ArrayList<>();
        List<Integer> generalData = new ArrayList<>();
        int datum = 0;
        for (BoundTerm bound : likelihood.terms()) {
            if (!isPolynomial(bound)) {
                general.add(bound);
                generalData.add(datum);
            } else if (!gaussian.take(bound, datum)) {
                exact.add(bound);
                exactData.add(datum);
            }
            datum += bound.term().dimension();
        }
        gaussian.addTo(prototypes);
        addTerms(exact, exactData);
        addTerms(general, generalData);
        if (!likelihood.constraints().isEmpty()) {
            prototypes.add(new ConstraintPart(likelihood.constraints(), datum, n));
        }
        this.observed = LikelihoodModel.observed(likelihood);
        polynomials.clear();
    }

    private Optional<SparsePolynomial> polynomial(int prediction) {
        return polynomials.computeIfAbsent(prediction, predictions::polynomial);
    }

    private boolean isPolynomial(BoundTerm bound) {
        for (int prediction : bound.predictions()) {
            if (polynomial(prediction).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void addTerms(List<BoundTerm> bound, List<Integer> firstData) {
        if (bound.isEmpty()) {
            return;
        }
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        List<PlacedTerm> placed = new ArrayList<>();
        for (int t = 0; t < bound.size(); t++) {
            List<Integer> read = bound.get(t).predictions();
            int[] index = new int[read.size()];
            for (int k = 0; k < index.length; k++) {
                index[k] = rows.computeIfAbsent(read.get(k), p -> rows.size());
            }
            placed.add(new PlacedTerm(bound.get(t).term(), firstData.get(t), index));
        }
        int[] selected = rows.keySet().stream().mapToInt(Integer::intValue).toArray();
        prototypes.add(new TermPart(placed, Predictions.of(predictions, selected), n));
    }

    /** −2 ln L of the observed data, for one thread. */
    LikelihoodObjective objective() {
        Part[] parts = new Part[prototypes.size()];
        boolean squares = true;
        for (int p = 0; p < parts.length; p++) {
            parts[p] = prototypes.get(p).another();
            squares &= parts[p].residualCount() >= 0;
        }
        CompiledObjective objective = squares ? new CompiledLeastSquares(parts, n) : new CompiledObjective(parts, n);
        objective.useData(observed);
        return objective;
    }

    /** The rows of the symmetric Gaussian terms. */
    private final class GaussianRows {
        private final List<SparsePolynomial> rows = new ArrayList<>();
        private final List<Double> scales = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final List<Correlated> blocks = new ArrayList<>();

        /** Takes a term with polynomial predictions if it is a symmetric Gaussian. */
        boolean take(BoundTerm bound, int firstDatum) {
            if (bound.term() instanceof PiecewiseQuadraticTerm single && single.breakpoints().length == 0) {
                add(bound, 0, firstDatum, Math.sqrt(single.parabolaAt(0).weight()));
                return true;
            }
            if (!(bound.term() instanceof MultivariateGaussianTerm block) || block.isAsymmetric()) {
                return false;
            }
            int size = block.dimension();
            double[] whitening = new double[size * size];
            for (int k = 0; k < size; k++) {
                for (int l = 0; l <= k; l++) {
                    whitening[k * size + l] = block.whitening(k, l);
                }
            }
            blocks.add(new Correlated(rows.size(), size, whitening));
            for (int k = 0; k < size; k++) {
                add(bound, k, firstDatum + k, 1 / block.sigma(k, block.central(k)));
            }
            return true;
        }

        private void add(BoundTerm bound, int observable, int datum, double scale) {
            polynomial(bound.predictions().get(observable)).ifPresent(rows::add);
            scales.add(scale);
            positions.add(datum);
        }

        void addTo(List<Part> parts) {
            if (rows.isEmpty()) {
                return;
            }
            double[] factors = scales.stream().mapToDouble(Double::doubleValue).toArray();
            int[] places = positions.stream().mapToInt(Integer::intValue).toArray();
            parts.add(new GaussianPart(new GaussianResiduals(n, rows, factors, blocks), places, n));
        }
    }
}

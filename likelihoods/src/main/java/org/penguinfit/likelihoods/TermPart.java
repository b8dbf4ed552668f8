package org.penguinfit.likelihoods;

import java.util.Arrays;
import java.util.List;
import org.penguinfit.likelihoods.kernel.Predictions;
import org.penguinfit.likelihoods.kernel.RankUpdate;
import org.penguinfit.likelihoods.kernel.Rows;
import org.penguinfit.likelihoods.kernel.Rows.Order;
import org.penguinfit.likelihoods.term.LikelihoodTerm;

/** Terms that are computed as they are defined, from the predictions themselves. */
final class TermPart implements Part {
    private final List<PlacedTerm> published;
    private final Predictions.Compiled predictions;
    private final int n;
    private final int m;
    private final LikelihoodTerm[] terms;
    private final TermScratch[] scratch;
    private final Rows rows;
    private final RankUpdate rankUpdate;
    private final double[] mu;
    /** Derivatives of −2 ln L by the predictions; second ones of the terms of one observable. */
    private final double[] slopes;

    private final double[] curvatures;
    private final double[][] jacobian;

    /**
     * A term with its place.
     *
     * @param firstDatum position of its first datum among all data
     * @param rows the rows of its predictions
     */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared or changed
    record PlacedTerm(LikelihoodTerm term, int firstDatum, int[] rows) {}

    TermPart(List<PlacedTerm> published, Predictions.Compiled predictions, int parameterCount) {
        this.published = published;
        this.predictions = predictions;
        this.n = parameterCount;
        this.rows = predictions.rows().another();
        this.m = rows.count();
        this.terms = new LikelihoodTerm[published.size()];
        this.scratch = new TermScratch[terms.length];
        for (int t = 0; t < terms.length; t++) {
            terms[t] = published.get(t).term();
            scratch[t] = new TermScratch(published.get(t).rows(), n);
        }
        this.rankUpdate = new RankUpdate(m, n);
        this.mu = new double[m];
        this.slopes = new double[m];
        this.curvatures = new double[m];
        this.jacobian = new double[n][m];
    }

    @Override
    public Part another() {
        return new TermPart(published, predictions, n);
    }

    @Override
    public void useData(double[] data) {
        for (int t = 0; t < terms.length; t++) {
            int first = published.get(t).firstDatum();
            terms[t] = published.get(t).term().withData(Arrays.copyOfRange(data, first, first + terms[t].dimension()));
        }
    }

    @Override
    public double value(double[] theta) {
        rows.values(theta, Order.VALUES, predictions.offset(), mu);
        double sum = 0;
        for (int t = 0; t < terms.length; t++) {
            sum += terms[t].value(scratch[t].gather(mu));
        }
        return sum;
    }

    /** Evaluates all terms with their derivatives by the predictions. */
    private double derivatives(double[] theta, Order order, boolean onlyPositive) {
        rows.values(theta, order, predictions.offset(), mu);
        Arrays.fill(slopes, 0);
        Arrays.fill(curvatures, 0);
        double sum = 0;
        for (int t = 0; t < terms.length; t++) {
            sum += scratch[t].evaluate(terms[t], mu);
            scratch[t].addSlopes(slopes);
            scratch[t].addCurvature(curvatures, onlyPositive);
        }
        return sum;
    }

    @Override
    public double addGradient(double[] theta, double[] gradient) {
        double value = derivatives(theta, Order.GRADIENT, false);
        rows.addGradient(slopes, gradient);
        return value;
    }

    @Override
    public double addHessian(double[] theta, double[] gradient, double[] hessian) {
        double value = derivatives(theta, Order.HESSIAN, false);
        rows.addGradient(slopes, gradient);
        addSquares(hessian);
        rows.addCurvature(slopes, hessian);
        return value;
    }

    private void addSquares(double[] hessian) {
        rows.jacobian(jacobian);
        rankUpdate.add(jacobian, curvatures, hessian);
        for (TermScratch block : scratch) {
            block.addSquares(jacobian, hessian);
        }
    }

    @Override
    public void addGaussNewton(double[] theta, double[] hessian) {
        derivatives(theta, Order.GRADIENT, true);
        addSquares(hessian);
    }

    @Override
    public int residualCount() {
        int count = 0;
        for (LikelihoodTerm term : terms) {
            if (!TermResiduals.isSumOfSquares(term)) {
                return -1;
            }
            count += term.dimension();
        }
        return count;
    }

    @Override
    public void residuals(double[] theta, double[] residuals, double[] out, int at) {
        rows.values(theta, Order.GRADIENT, predictions.offset(), mu);
        if (out.length > 0) {
            rows.jacobian(jacobian);
        }
        int row = at;
        for (int t = 0; t < terms.length; t++) {
            TermResiduals.write(terms[t], scratch[t].gather(mu), residuals, row);
            if (out.length > 0) {
                int[] index = published.get(t).rows();
                TermResiduals.writeJacobian(terms[t], scratch[t].gather(mu), index, jacobian, out, row);
            }
            row += terms[t].dimension();
        }
    }
}

package org.penguinfit.likelihoods;

import java.util.Arrays;
import org.penguinfit.core.linalg.DotProduct;
import org.penguinfit.likelihoods.kernel.GaussianResiduals;
import org.penguinfit.likelihoods.kernel.RankUpdate;
import org.penguinfit.likelihoods.kernel.Rows;
import org.penguinfit.likelihoods.kernel.Rows.Order;

/** All symmetric Gaussian terms with polynomial predictions: |y(θ)|² + c with independent residuals y. */
final class GaussianPart implements Part {
    private final GaussianResiduals compiled;
    /** Positions of its data among all data. */
    private final int[] positions;

    private final int n;
    private final int m;
    private final Rows rows;
    private final RankUpdate rankUpdate;
    private final double[] data;
    private final double[] work;
    private final double[] offset;
    private final double[] y;
    private final double[] u;
    private final double[] twos;
    private final double[][] jacobian;
    private double constant;

    GaussianPart(GaussianResiduals compiled, int[] positions, int parameterCount) {
        this.compiled = compiled;
        this.positions = positions;
        this.n = parameterCount;
        this.m = compiled.count();
        this.rows = compiled.rows();
        this.rankUpdate = new RankUpdate(m, n);
        this.data = new double[positions.length];
        this.work = new double[positions.length];
        this.offset = new double[m];
        this.y = new double[m];
        this.u = new double[m];
        this.twos = new double[m];
        this.jacobian = new double[n][m];
        Arrays.fill(twos, 2);
    }

    @Override
    public Part another() {
        return new GaussianPart(compiled, positions, n);
    }

    @Override
    public void useData(double[] all) {
        for (int k = 0; k < positions.length; k++) {
            data[k] = all[positions[k]];
        }
        constant = compiled.offset(data, work, offset);
    }

    @Override
    public double value(double[] theta) {
        rows.values(theta, Order.VALUES, offset, y);
        return sumOfSquares();
    }

    private double sumOfSquares() {
        return constant + DotProduct.of(y, y, m);
    }

    private double valueAndWeights(double[] theta, Order order) {
        rows.values(theta, order, offset, y);
        for (int r = 0; r < m; r++) {
            u[r] = 2 * y[r];
        }
        return sumOfSquares();
    }

    @Override
    public double addGradient(double[] theta, double[] gradient) {
        double value = valueAndWeights(theta, Order.GRADIENT);
        rows.addGradient(u, gradient);
        return value;
    }

    @Override
    public double addHessian(double[] theta, double[] gradient, double[] hessian) {
        double value = valueAndWeights(theta, Order.HESSIAN);
        rows.addGradient(u, gradient);
        rows.jacobian(jacobian);
        rankUpdate.add(jacobian, twos, hessian);
        rows.addCurvature(u, hessian);
        return value;
    }

    @Override
    public void addGaussNewton(double[] theta, double[] hessian) {
        rows.values(theta, Order.GRADIENT, offset, y);
        rows.jacobian(jacobian);
        rankUpdate.add(jacobian, twos, hessian);
    }

    /** The last residual, √c, does not depend on θ. */
    @Override
    public int residualCount() {
        return m + 1;
    }

    @Override
    public void residuals(double[] theta, double[] residuals, double[] out, int at) {
        rows.values(theta, Order.GRADIENT, offset, y);
        System.arraycopy(y, 0, residuals, at, m);
        residuals[at + m] = Math.sqrt(constant);
        if (out.length > 0) {
            rows.jacobian(jacobian);
            for (int r = 0; r < m; r++) {
                for (int i = 0; i < n; i++) {
                    out[(at + r) * n + i] = jacobian[i][r];
                }
            }
            Arrays.fill(out, (at + m) * n, (at + m + 1) * n, 0);
        }
    }
}

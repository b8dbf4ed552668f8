package org.penguinfit.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** The benchmark "wc6multi": quadratic predictions, 8 correlated measurements, 4 upper limits, three minima. */
public final class ThreeMinima implements TwiceDifferentiableObjective, GaussNewtonObjective {
    public static final int SIZE = 6;

    private final List<double[]> observables = new ArrayList<>();
    private final List<double[]> limits = new ArrayList<>();
    private final double[] data;
    private final CovarianceMatrix covariance;

    public ThreeMinima() {
        List<double[]> rows = new ArrayList<>();
        List<double[]> measured = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ThreeMinima.class.getResourceAsStream("/reference/three-minima.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split(" ", -1);
                double[] numbers = new double[words.length - 1];
                for (int k = 1; k < words.length && !line.startsWith("#"); k++) {
                    numbers[k - 1] = Double.parseDouble(words[k]);
                }
                switch (words[0]) {
                    case "observable" -> observables.add(numbers);
                    case "data" -> measured.add(numbers);
                    case "covariance" -> rows.add(numbers);
                    case "limit" -> limits.add(numbers);
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data = measured.get(0);
        covariance = CovarianceMatrix.of(rows.toArray(new double[0][])).orElseThrow();
    }

    /** Residuals r with −2 ln L = Σ r², their gradients and their Hessian contributions Σ r ∇∇r. */
    private double accumulate(double[] theta, double[] gradient, double[] hessian, boolean exact) {
        int n = SIZE;
        int terms = data.length + limits.size();
        double[] r = new double[terms];
        double[][] slopes = new double[terms][n];
        double[][] curvatures = new double[terms][n * n];
        for (int k = 0; k < terms; k++) {
            double[] c = observables.get(k < data.length ? k : (int) limits.get(k - data.length)[0]);
            r[k] = c[0];
            int packed = 1 + n;
            for (int a = 0; a < n; a++) {
                r[k] += c[1 + a] * theta[a];
                slopes[k][a] += c[1 + a];
                for (int b = a; b < n; b++, packed++) {
                    r[k] += c[packed] * theta[a] * theta[b];
                    slopes[k][a] += c[packed] * theta[b];
                    slopes[k][b] += c[packed] * theta[a];
                    curvatures[k][a * n + b] += c[packed];
                    curvatures[k][b * n + a] += c[packed];
                }
            }
        }
        scale(r, slopes, curvatures);
        double value = 0.0;
        for (int k = 0; k < terms; k++) {
            value += r[k] * r[k];
            for (int a = 0; a < n; a++) {
                gradient[a] += 2.0 * r[k] * slopes[k][a];
                for (int b = 0; b < n; b++) {
                    hessian[a * n + b] += 2.0 * slopes[k][a] * slopes[k][b];
                    hessian[a * n + b] += exact ? 2.0 * r[k] * curvatures[k][a * n + b] : 0.0;
                }
            }
        }
        return value;
    }

    /** Whitens the measured block and switches off the limits that are not exceeded. */
    private void scale(double[] r, double[][] slopes, double[][] curvatures) {
        int m = data.length;
        for (int k = 0; k < m; k++) {
            r[k] -= data[k];
        }
        whiten(r);
        for (int a = 0; a < SIZE * SIZE; a++) {
            whitenColumn(curvatures, a);
        }
        for (int a = 0; a < SIZE; a++) {
            whitenColumn(slopes, a);
        }
        for (int k = m; k < r.length; k++) {
            double[] limit = limits.get(k - m);
            double on = r[k] > limit[1] ? 1.0 / limit[2] : 0.0;
            r[k] = (r[k] - limit[1]) * on;
            for (int a = 0; a < SIZE; a++) {
                slopes[k][a] *= on;
            }
            for (int a = 0; a < SIZE * SIZE; a++) {
                curvatures[k][a] *= on;
            }
        }
    }

    private void whiten(double[] r) {
        double[] head = Arrays.copyOf(r, data.length);
        covariance.cholesky().whiten(head);
        System.arraycopy(head, 0, r, 0, head.length);
    }

    private void whitenColumn(double[][] rows, int column) {
        double[] values = new double[data.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = rows[k][column];
        }
        covariance.cholesky().whiten(values);
        for (int k = 0; k < values.length; k++) {
            rows[k][column] = values[k];
        }
    }

    @Override
    public double value(double[] theta) {
        return accumulate(theta, new double[SIZE], new double[SIZE * SIZE], true);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        Arrays.fill(gradient, 0.0);
        return accumulate(theta, gradient, new double[SIZE * SIZE], true);
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0.0);
        Arrays.fill(hessian, 0.0);
        return accumulate(theta, gradient, hessian, true);
    }

    @Override
    public void gaussNewtonHessian(double[] theta, double[] hessian) {
        Arrays.fill(hessian, 0.0);
        accumulate(theta, new double[SIZE], hessian, false);
    }
}

package org.penguinfit.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * A problem of the benchmark suite without nuisance parameters: quadratic predictions, a Gaussian block with covariance,
 * half-Gaussian upper limits. Written for tests: plain and independent of the compiled likelihoods.
 */
public final class BenchmarkProblem implements TwiceDifferentiableObjective, GaussNewtonObjective {
    private final int size;
    /** Per residual: constant, linear and packed quadratic coefficients, whitened. */
    private final List<double[]> residuals = new ArrayList<>();

    private int measured;

    private BenchmarkProblem(JsonNode tree) {
        size = tree.get("parameters").size();
        List<double[]> predictions = new ArrayList<>();
        tree.get("observables").forEach(observable -> predictions.add(prediction(observable)));
        for (JsonNode term : tree.get("likelihood")) {
            if ("gaussian".equals(term.get("type").asText())) {
                addGaussian(term, predictions);
            }
        }
        measured = residuals.size();
        for (JsonNode term : tree.get("likelihood")) {
            if ("upper_limit".equals(term.get("type").asText())) {
                double[] row = predictions.get(term.get("obs").asInt()).clone();
                row[0] -= term.get("center").asDouble();
                residuals.add(Arrays.stream(row)
                        .map(c -> c / term.get("sigma").asDouble())
                        .toArray());
            }
        }
    }

    /** The problem of this name. */
    public static BenchmarkProblem of(String name) {
        return new BenchmarkProblem(read(name));
    }

    /** The answers to the problem of this name. */
    public static JsonNode reference(String name) {
        return read("reference").get(name);
    }

    /** The numbers of a JSON array. */
    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }

    private static JsonNode read(String name) {
        String path = "/bench/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(BenchmarkProblem.class.getResourceAsStream(path))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int size() {
        return size;
    }

    public List<Bounds> bounds() {
        return Collections.nCopies(size, Bounds.UNBOUNDED);
    }

    private double[] prediction(JsonNode observable) {
        double[] row = new double[1 + size + size * size];
        double[] linear = numbers(observable.get("lin"));
        double[] quadratic = numbers(observable.get("quad"));
        int[] poi = Arrays.stream(numbers(observable.get("poi")))
                .mapToInt(index -> (int) index)
                .toArray();
        row[0] = observable.get("const").asDouble();
        int packed = 0;
        for (int a = 0; a < poi.length; a++) {
            row[1 + poi[a]] += linear[a];
            for (int b = a; b < poi.length; b++) {
                row[1 + size + poi[a] * size + poi[b]] += 0.5 * quadratic[packed];
                row[1 + size + poi[b] * size + poi[a]] += 0.5 * quadratic[packed++];
            }
        }
        return row;
    }

    private void addGaussian(JsonNode term, List<double[]> predictions) {
        double[] data = numbers(term.get("data"));
        double[][] rows = new double[data.length][];
        double[][] covariance = new double[data.length][];
        for (int k = 0; k < data.length; k++) {
            rows[k] = predictions.get(term.get("obs").get(k).asInt()).clone();
            rows[k][0] -= data[k];
            covariance[k] = numbers(term.get("cov").get(k));
        }
        CovarianceMatrix matrix = CovarianceMatrix.of(covariance).orElseThrow();
        for (int c = 0; c < rows[0].length; c++) {
            double[] column = new double[data.length];
            for (int k = 0; k < data.length; k++) {
                column[k] = rows[k][c];
            }
            matrix.cholesky().whiten(column);
            for (int k = 0; k < data.length; k++) {
                rows[k][c] = column[k];
            }
        }
        residuals.addAll(List.of(rows));
    }

    private double evaluate(double[] theta, double[] gradient, double[] hessian, boolean exact) {
        double[] slope = new double[size];
        double value = 0.0;
        Arrays.fill(gradient, 0.0);
        Arrays.fill(hessian, 0.0);
        for (int k = 0; k < residuals.size(); k++) {
            double[] row = residuals.get(k);
            double r = row[0];
            for (int a = 0; a < size; a++) {
                double half = 0.0;
                for (int b = 0; b < size; b++) {
                    half += row[1 + size + a * size + b] * theta[b];
                }
                slope[a] = row[1 + a] + 2.0 * half;
                r += (row[1 + a] + half) * theta[a];
            }
            if (k >= measured && r <= 0.0) {
                continue;
            }
            value += r * r;
            for (int a = 0; a < size; a++) {
                gradient[a] += 2.0 * r * slope[a];
                for (int b = 0; b < size; b++) {
                    double curvature = exact ? 4.0 * r * row[1 + size + a * size + b] : 0.0;
                    hessian[a * size + b] += 2.0 * slope[a] * slope[b] + curvature;
                }
            }
        }
        return value;
    }

    @Override
    public double value(double[] theta) {
        return evaluate(theta, new double[size], new double[size * size], true);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return evaluate(theta, gradient, new double[size * size], true);
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        return evaluate(theta, gradient, hessian, true);
    }

    @Override
    public void gaussNewtonHessian(double[] theta, double[] hessian) {
        evaluate(theta, new double[size], hessian, false);
    }
}

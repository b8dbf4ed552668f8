package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.fits.bench.LikelihoodProblem.BenchParameter;
import org.penguinfit.fits.bench.LikelihoodProblem.Gaussian;
import org.penguinfit.fits.bench.LikelihoodProblem.Observable;
import org.penguinfit.fits.bench.LikelihoodProblem.Quadratic;

/**
 * Likelihoods of any size with one minimum: quadratic predictions of a few parameters each, measured with a dense
 * covariance. The same problem for the same size and seed.
 */
final class GeneratedProblem {
    /** Parameters that one observable depends on, at most; as in a global fit, not all. */
    private static final int FEWEST = 6;

    private static final int MOST = 20;

    private static final double QUADRATIC_SIZE = 0.1;
    private static final double TRUTH_SIZE = 0.3;
    private static final double SMALLEST_SIGMA = 0.1;
    private static final double LARGEST_SIGMA = 0.5;

    /** Part of each variance that comes from sources shared by all observables. */
    private static final double SHARED = 0.2;

    private static final int SOURCES = 10;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gaussian;
    private final int parameters;
    private final int observables;

    private GeneratedProblem(long seed, int parameters, int observables) {
        this.random = RandomStreams.of(seed, "generated problem").stream(10_000L * parameters + observables);
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        this.parameters = parameters;
        this.observables = observables;
    }

    static LikelihoodProblem of(long seed, int parameters, int observables) {
        return new GeneratedProblem(seed, parameters, observables).generate();
    }

    private LikelihoodProblem generate() {
        double[] truth = new double[parameters];
        List<BenchParameter> free = new ArrayList<>();
        for (int i = 0; i < parameters; i++) {
            truth[i] = TRUTH_SIZE * gaussian.sample();
            free.add(new BenchParameter("c" + (i + 1), 0, 0.1, Bounds.UNBOUNDED, Optional.empty()));
        }
        List<Observable> predictions = new ArrayList<>();
        for (int k = 0; k < observables; k++) {
            predictions.add(observable(k));
        }
        double[] shared = new double[observables * SOURCES];
        double[] sigma = new double[observables];
        double[] covariance = covariance(sigma, shared);
        double[] data = new double[observables];
        double[] source = gaussians(SOURCES);
        List<Integer> rows = new ArrayList<>();
        for (int k = 0; k < observables; k++) {
            rows.add(k);
            data[k] = value(predictions.get(k), truth) + Math.sqrt(1 - SHARED) * sigma[k] * gaussian.sample();
            for (int s = 0; s < SOURCES; s++) {
                data[k] += shared[k * SOURCES + s] * source[s];
            }
        }
        Gaussian block = new Gaussian(rows, Vector.of(data), Vector.of(covariance));
        String name = parameters + " parameters, " + observables + " observables";
        return new LikelihoodProblem(name, free, predictions, List.of(block), List.of(), List.of());
    }

    private double[] gaussians(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = gaussian.sample();
        }
        return numbers;
    }

    private Observable observable(int number) {
        int most = Math.min(MOST, parameters);
        int m = Math.min(most, FEWEST + random.nextInt(Math.max(1, most - FEWEST + 1)));
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < parameters; i++) {
            all.add(i);
        }
        List<Integer> interest = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            interest.add(all.remove(random.nextInt(all.size())));
        }
        interest.sort(null);
        double[] quadratic = gaussians(m * (m + 1) / 2);
        for (int i = 0; i < quadratic.length; i++) {
            quadratic[i] *= QUADRATIC_SIZE;
        }
        Quadratic p = new Quadratic(1 + random.nextDouble(), Vector.of(gaussians(m)), Vector.of(quadratic));
        return new Observable("O" + (number + 1), interest, p, List.of());
    }

    /** (1 − shared) diag(σ²) + shared sources, which add up to shared·σ² on the diagonal. */
    private double[] covariance(double[] sigma, double[] shared) {
        double[] covariance = new double[observables * observables];
        for (int k = 0; k < observables; k++) {
            sigma[k] = SMALLEST_SIGMA + (LARGEST_SIGMA - SMALLEST_SIGMA) * random.nextDouble();
            double[] direction = gaussians(SOURCES);
            double norm = Math.sqrt(squares(direction));
            for (int s = 0; s < SOURCES; s++) {
                shared[k * SOURCES + s] = Math.sqrt(SHARED) * sigma[k] * direction[s] / norm;
            }
        }
        for (int k = 0; k < observables; k++) {
            for (int l = 0; l < observables; l++) {
                double sum = k == l ? (1 - SHARED) * sigma[k] * sigma[k] : 0;
                for (int s = 0; s < SOURCES; s++) {
                    sum += shared[k * SOURCES + s] * shared[l * SOURCES + s];
                }
                covariance[k * observables + l] = sum;
            }
        }
        return covariance;
    }

    private static double squares(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum;
    }

    private static double value(Observable observable, double[] theta) {
        Quadratic p = observable.central();
        double sum = p.constant();
        int at = 0;
        for (int a = 0; a < observable.interest().size(); a++) {
            double ca = theta[observable.interest().get(a)];
            sum += p.linear().get(a) * ca;
            for (int b = a; b < observable.interest().size(); b++) {
                sum += p.quadratic().get(at++)
                        * ca
                        * theta[observable.interest().get(b)];
            }
        }
        return sum;
    }
}

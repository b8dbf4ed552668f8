package org.penguinfit.likelihoods.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Examples of every kind of term, with what a contract test must know about each. */
final class TermExamples {
    private TermExamples() {}

    /** A term and its scale. */
    static final class Example {
        private final String name;
        private final LikelihoodTerm term;
        private final double[] width;
        private final double[] excluded;

        /**
         * An example.
         *
         * @param name words for the test report
         * @param width typical distance of a prediction from the centre, one per observable
         * @param excluded predictions of the first observable that the term excludes
         */
        Example(String name, LikelihoodTerm term, double[] width, double... excluded) {
            this.name = name;
            this.term = term;
            this.width = width;
            this.excluded = excluded;
        }

        /** True for curves and grids, whose lowest point is found by a search. */
        boolean isTabulated() {
            return term instanceof CurveTerm || term instanceof GridTerm;
        }

        LikelihoodTerm term() {
            return term;
        }

        double[] width() {
            return width.clone();
        }

        double[] excluded() {
            return excluded.clone();
        }

        double[] central() {
            double[] central = new double[term.dimension()];
            for (int i = 0; i < central.length; i++) {
                central[i] = term.central(i);
            }
            return central;
        }

        /** The point at distances t from the centre, in widths. */
        double[] at(double[] t) {
            double[] mu = central();
            for (int i = 0; i < mu.length; i++) {
                mu[i] += width[i] * t[i];
            }
            return mu;
        }

        /** A random t whose surroundings (one more distance) are allowed and hold no kink. */
        double[] smoothPoint(Random random, double distance) {
            double[] t = new double[width.length];
            do {
                for (int i = 0; i < t.length; i++) {
                    t[i] = 4 * random.nextDouble() - 2;
                }
            } while (!isSmooth(t, distance));
            return t;
        }

        private boolean isSmooth(double[] t, double distance) {
            for (int i = 0; i < t.length; i++) {
                double centre = at(t)[i];
                for (double kink : kinks(i)) {
                    if (Math.abs(centre - kink) < distance * width[i]) {
                        return false;
                    }
                }
                for (double side : new double[] {-distance, distance}) {
                    double[] moved = t.clone();
                    moved[i] += side;
                    if (Double.isInfinite(term.value(at(moved)))) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Predictions of one observable at which the formula changes. */
        double[] kinks(int observable) {
            if (term instanceof PiecewiseQuadraticTerm single) {
                return single.breakpoints();
            }
            if (term instanceof CurveTerm curve) {
                return CurveExamples.kinks(curve);
            }
            boolean kinked = term instanceof MultivariateGaussianTerm block && block.isAsymmetric(observable);
            return kinked ? new double[] {term.central(observable)} : new double[0];
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Example> all() {
        double[] plus = {1.5, 0.4e-5, 2};
        double[] minus = {0.5, 0.4e-5, 3};
        double[][] correlation = {{1, 0.5, -0.3}, {0.5, 1, 0.2}, {-0.3, 0.2, 1}};
        double[][] covariance = {{4, 1.2e-12}, {1.2e-12, 1e-24}};
        List<Example> all = new ArrayList<>(List.of(
                new Example("Gaussian", new GaussianTerm(1.1e-5, 0.4e-5), width(0.4e-5)),
                new Example("split", new AsymmetricGaussianTerm.Split(2.3, 0.5, 0.4), width(0.45)),
                new Example("linear sigma", new AsymmetricGaussianTerm.LinearSigma(2.3, 0.5, 0.3), width(0.4), 0.4),
                new Example("linear sigma, lower side larger", lowerSideLarger(), width(0.4), 4.2),
                new Example(
                        "linear variance", new AsymmetricGaussianTerm.LinearVariance(2.3, 0.5, 0.3), width(0.4), 1.5),
                new Example("half-Gaussian", HalfGaussianTerm.of(1.8e-5, 0.9), width(1e-5)),
                new Example("half-normal below its mode", new HalfNormalTerm(3, -0.5), width(0.5)),
                new Example("from central", GaussianFromCentralTerm.of(2.7e-5, 0.9, 1e-5, false), width(1e-5)),
                new Example("bounded", GaussianFromCentralTerm.of(2.7e-5, 0.9, -1e-5, true), width(1e-5)),
                new Example("hard step", StepTerm.hard(1.8e-5), width(1e-5), 1.8000001e-5, 1),
                new Example("soft step", new StepTerm(1.8e-5, 1e-6), width(1e-6)),
                new Example("range", new RangeTerm(-1, 3), width(1), -1.0001, 3.0001),
                new Example("log-normal", new LogNormalTerm(2, 1.5), width(0.6), 0, -2),
                new Example("negative log-normal", new LogNormalTerm(-3, 1.2), width(0.6), 0, 3)));
        all.addAll(CurveExamples.all());
        all.add(new Example(
                "correlated", MultivariateGaussianTerm.of(new double[] {3, -2e-12}, covariance), new double[] {2, 1e-12
                }));
        all.add(new Example(
                "correlated, asymmetric",
                MultivariateGaussianTerm.of(new double[] {3, 1.1e-5, -7}, plus, minus, correlation),
                new double[] {1, 0.4e-5, 2.5}));
        return all;
    }

    private static AsymmetricGaussianTerm.LinearSigma lowerSideLarger() {
        return new AsymmetricGaussianTerm.LinearSigma(2.3, 0.3, 0.5);
    }

    private static double[] width(double width) {
        return new double[] {width};
    }
}

package org.penguinfit.core.sample;

/** Nesterov's dual averaging of the logarithm of the step size: Hoffman and Gelman 2014, algorithm 5, with their constants. */
final class StepSizeTuning {
    private static final double GAMMA = 0.05;
    private static final double T0 = 10.0;
    private static final double KAPPA = 0.75;
    private static final double PULL = 10.0;

    private final double target;
    private double mu;
    private double count;
    private double error;
    private double average;

    StepSizeTuning(double target) {
        this.target = target;
    }

    /** Begins anew from a step size. */
    void restart(double stepSize) {
        mu = Math.log(PULL * stepSize);
        count = 0.0;
        error = 0.0;
        average = 0.0;
    }

    /** Takes the acceptance of one transition; returns the step size to try next. */
    double next(double acceptance) {
        count++;
        double weight = 1.0 / (count + T0);
        error += weight * (target - acceptance - error);
        double logStep = mu - error * Math.sqrt(count) / GAMMA;
        double memory = Math.pow(count, -KAPPA);
        average += memory * (logStep - average);
        return Math.exp(logStep);
    }

    /** The step size to keep. */
    double settled() {
        return Math.exp(average);
    }
}

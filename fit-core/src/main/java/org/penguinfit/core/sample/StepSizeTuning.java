package org.penguinfit.core.sample;

/** Nesterov's dual averaging of the logarithm of the step size: Hoffman and Gelman 2014, algorithm 5, with their constants. */
final class StepSizeTuning {
    /**
     * The largest step: half of what keeps a leapfrog stable on a unit Gaussian, which the tuned metric makes of a posterior.
     * In few dimensions, or between bounds, acceptance alone would let it grow without limit.
     */
    static final double LARGEST_STEP = 1.0;

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
        average += memory * (Math.min(Math.log(LARGEST_STEP), logStep) - average);
        return Math.min(LARGEST_STEP, Math.exp(logStep));
    }

    /** The step size to keep. */
    double settled() {
        return Math.min(LARGEST_STEP, Math.exp(average));
    }
}

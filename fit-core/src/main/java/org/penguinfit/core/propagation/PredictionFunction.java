package org.penguinfit.core.propagation;

/** Predictions y(θ), a vector; for one thread. */
public interface PredictionFunction {
    /** Number m of predictions. */
    int size();

    /**
     * Writes the predictions; a number that is not finite says that there is none at this point.
     *
     * @param theta shape [n]; not modified, not retained
     * @param predictions overwritten, shape [m], each in its unit
     */
    void evaluate(double[] theta, double[] predictions);
}

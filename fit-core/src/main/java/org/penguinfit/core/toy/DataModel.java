package org.penguinfit.core.toy;

import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.ParameterSet;

/**
 * A likelihood together with the distribution of its data: what a toy needs. Immutable and thread-safe.
 *
 * <p>A data set is one array of {@link #dataSize()} numbers: everything that a repeated experiment would measure anew, the
 * measured values first, then the central values of the constraints of nuisance parameters (auxiliary measurements).
 */
public interface DataModel {
    /** The parameters, in the order of θ. */
    ParameterSet parameters();

    /** Length of a data set. */
    int dataSize();

    /** Writes what was measured. */
    void observed(double[] data);

    /** Writes the Asimov data of a point: the data whose estimators give back θ (arXiv:1007.1727, section 3.2). */
    void asimov(double[] theta, double[] data);

    /** Draws the data of one repeated experiment at a point. */
    void draw(double[] theta, UniformRandomProvider random, double[] data);

    /** −2 ln L with scratch space of its own, for one thread; its data are the observed ones until told otherwise. */
    Objective objective();

    /** −2 ln L of data that can be exchanged. */
    interface Objective extends TwiceDifferentiableObjective {
        /** Evaluates these data from now on; the array is not retained. */
        void useData(double[] data);
    }
}

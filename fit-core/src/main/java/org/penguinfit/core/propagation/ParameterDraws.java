package org.penguinfit.core.propagation;

import org.penguinfit.core.linalg.Vector;

/** Where Monte-Carlo error propagation takes parameter values θ, shape [n], from. */
public sealed interface ParameterDraws permits UnitCubeDraws, SampledDraws {
    /** Number n of parameters. */
    int size();

    /** Central values: what a source is held at while others vary. */
    Vector center();

    /** Whether draws of the parameters of different sources are independent, so that Sobol indices have a meaning. */
    boolean areIndependent(SourceGroups sources);
}

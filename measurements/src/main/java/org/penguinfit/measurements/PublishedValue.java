package org.penguinfit.measurements;

/**
 * What is known about one number: the reading of a value string such as {@code 2.3 ± 0.5 e-5} or
 * {@code < 1.8e-5 @ 90% CL}. Serves published observables and constraints of nuisance parameters alike. Numbers carry the
 * unit of the quantity, powers of ten applied.
 */
public sealed interface PublishedValue
        permits GaussianValue,
                AsymmetricValue,
                UpperLimit,
                HalfNormalValue,
                ValueRange,
                DiscreteRange,
                LogNormalValue,
                GammaValue,
                CountingProcess,
                CountingValue,
                TabulatedValue,
                SampledValue,
                ConvolvedValue,
                UpperBound,
                AmorosoValue,
                LogGammaValue,
                ExactValue {

    /** The same knowledge of {@code factor} times the quantity; {@code factor} is finite and &gt; 0. */
    PublishedValue scaled(double factor);
}

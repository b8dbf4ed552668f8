package org.penguinfit.core.toy;

/**
 * An observed statistic among those of toys.
 *
 * @param observed the statistic of the observed data
 * @param toys that of the toys
 */
public record ToyTest(double observed, ToyDistribution toys) {
    /** The fraction of toys that agree no better than the observed data. */
    public BinomialFraction pValue() {
        return toys.pValue(observed);
    }
}

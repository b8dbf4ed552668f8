package org.penguinfit.measurements;

import java.util.List;

/**
 * For a result that is a measured rate over its Standard Model value: which value was used.
 *
 * @param numerator the measured observable, such as {@code BR(B+->Knunu)}
 * @param smValue Standard Model value it was divided by, not 0, in the unit of the numerator
 * @param smSigma its uncertainty, ≥ 0, same unit
 * @param inspire texkeys of that value's source
 * @param smUncertainty whether the printed uncertainty of the ratio holds the one of the Standard Model value
 */
public record RatioToSm(
        String numerator, double smValue, double smSigma, List<String> inspire, SmUncertainty smUncertainty) {
    /** Where the uncertainty of the Standard Model value has gone. */
    public enum SmUncertainty {
        /** It is part of the printed uncertainty; do not add it again. */
        INCLUDED("included"),
        /** It is to be taken out and to become a nuisance parameter shared with other ratios. */
        NUISANCE("nuisance"),
        /** It was left out. */
        NONE("none");

        private final String key;

        SmUncertainty(String key) {
            this.key = key;
        }

        /** The word used in files and reports. */
        public String key() {
            return key;
        }
    }

    public RatioToSm {
        Require.finite(smValue, "Standard Model value");
        Require.that(smValue != 0, "the Standard Model value must not be 0");
        Require.that(smSigma >= 0 && Double.isFinite(smSigma), "an uncertainty must be >= 0, found " + smSigma);
        inspire = List.copyOf(inspire);
    }
}

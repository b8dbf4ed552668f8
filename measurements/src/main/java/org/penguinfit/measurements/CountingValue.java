package org.penguinfit.measurements;

/**
 * A number of events from a Poisson distribution about background plus sensitivity times the observable.
 *
 * @param counts numbers of events
 * @param sensitivity events per unit of the observable, &gt; 0
 * @param treatment what is done with the uncertainty of the background
 */
public record CountingValue(EventCounts counts, double sensitivity, Treatment treatment) implements PublishedValue {
    /** What is done with the uncertainty of the background. */
    public enum Treatment {
        /** The background is fitted along. */
        PROFILE("profile"),
        /** The background is averaged over. */
        MARGINAL("marginal");

        private final String key;

        Treatment(String key) {
            this.key = key;
        }

        /** The word used in files and reports. */
        public String key() {
            return key;
        }
    }

    public CountingValue {
        Require.positive(sensitivity, "sensitivity");
    }

    @Override
    public CountingValue scaled(double factor) {
        return new CountingValue(counts, sensitivity / factor, treatment);
    }
}

package org.penguinfit.measurements;

/**
 * A number of events proportional to the observable, flavio's {@code gamma_counting_process} and, if the background has an
 * uncertainty, {@code general_gamma_counting_process}.
 *
 * @param scale value of the observable per event, &gt; 0
 * @param counts numbers of events
 */
public record CountingProcess(double scale, EventCounts counts) implements PublishedValue {
    public CountingProcess {
        Require.positive(scale, "scale factor");
    }

    @Override
    public CountingProcess scaled(double factor) {
        return new CountingProcess(scale * factor, counts);
    }
}

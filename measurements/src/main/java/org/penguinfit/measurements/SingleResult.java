package org.penguinfit.measurements;

import java.util.List;
import java.util.Optional;

/**
 * A result on one observable, independent of the others.
 *
 * @param observable the observable
 * @param value what is known about it
 * @param quotation how the file states it
 * @param ratio present if the observable is a ratio to the Standard Model and the file says to which value
 */
public record SingleResult(
        ObservableId observable, PublishedValue value, Quotation quotation, Optional<RatioToSm> ratio)
        implements PublishedResult {
    @Override
    public List<ObservableId> observables() {
        return List.of(observable);
    }
}

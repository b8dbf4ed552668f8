package org.penguinfit.fits.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedText;
import org.penguinfit.measurements.selection.Selector;

/**
 * Measurements with what they report, and whether they are in force.
 *
 * @param rows one per observable of each measurement, in the order of the set
 * @param hidden number of measurements that are picked but not in force, and so not shown
 */
public record Listing(List<Row> rows, int hidden) {
    /**
     * One result.
     *
     * @param measurement its measurement
     * @param observable canonical text of the observable
     * @param value in the words of the file
     * @param unit of the value; empty if the file names none
     * @param reasonOut why the measurement is not in force; empty if it is
     */
    public record Row(
            Measurement measurement, String observable, String value, String unit, Optional<String> reasonOut) {}

    public Listing {
        rows = List.copyOf(rows);
    }

    /**
     * Lists measurements.
     *
     * @param selectors what to list; none means everything
     * @param asOf only what was public on that day is in force; empty: everything
     * @param all whether to list also what is not in force
     */
    public static Listing of(Catalogue catalogue, List<Selector> selectors, Optional<LocalDate> asOf, boolean all) {
        Set<String> names = new LinkedHashSet<>();
        selectors.forEach(selector -> names.addAll(catalogue.index().pick(selector)));
        List<Row> rows = new ArrayList<>();
        int hidden = 0;
        for (Measurement measurement : catalogue.set().all()) {
            if (!selectors.isEmpty() && !names.contains(measurement.name())) {
                continue;
            }
            Optional<String> reason = catalogue.set().reasonOut(measurement.name(), asOf, Set.of());
            if (all || reason.isEmpty()) {
                addRows(measurement, reason, rows);
            } else {
                hidden++;
            }
        }
        return new Listing(rows, hidden);
    }

    private static void addRows(Measurement measurement, Optional<String> reason, List<Row> rows) {
        for (PublishedResult result : measurement.results()) {
            List<String> texts = PublishedText.of(result);
            for (int k = 0; k < texts.size(); k++) {
                String observable = result.observables().get(k).toString();
                rows.add(new Row(
                        measurement,
                        observable,
                        texts.get(k),
                        result.quotation().unit(),
                        reason));
            }
        }
    }
}

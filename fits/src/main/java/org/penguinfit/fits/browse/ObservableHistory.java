package org.penguinfit.fits.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.average.AverageCorrelations;
import org.penguinfit.likelihoods.average.AverageInput;
import org.penguinfit.likelihoods.average.ObservableAverage;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.selection.Chosen;
import org.penguinfit.measurements.selection.MeasurementChoice;
import org.penguinfit.measurements.selection.SelectionRequest;
import org.penguinfit.measurements.selection.Selector;
import org.penguinfit.measurements.selection.Selector.Property;

/**
 * All results on an observable by date, and what they said together on each of these days.
 *
 * @param observable canonical text
 * @param unit that the files name; empty if they name none
 * @param results by date, undated ones first
 * @param averages by date, one per day on which something became public
 */
public record ObservableHistory(String observable, String unit, List<Result> results, List<RunningAverage> averages) {
    /**
     * One result.
     *
     * @param measurement its measurement
     * @param input the result as an input of an average
     * @param reasonOut why it is not in force today; empty if it is
     */
    public record Result(Measurement measurement, AverageInput input, Optional<String> reasonOut) {}

    /**
     * What was known on a day.
     *
     * @param date the day; absent where no result has a date
     * @param used names of the measurements that entered
     * @param average of them; absent if nothing was in force
     */
    public record RunningAverage(Optional<LocalDate> date, List<String> used, Optional<ObservableAverage> average) {}

    public ObservableHistory {
        results = List.copyOf(results);
        averages = List.copyOf(averages);
    }

    /**
     * The history of an observable.
     *
     * @param observable canonical text, or a name that only one observable of the catalogue has
     * @param unverified whether numbers that nobody compared with their source enter averages
     * @param asOf nothing later is shown; empty: everything
     * @throws InvalidInputException if no measurement is of this observable, several observables have the name, or results do
     *     not fit together
     */
    public static ObservableHistory of(
            Catalogue catalogue, String observable, boolean unverified, Optional<LocalDate> asOf) {
        Diagnostics diagnostics = new Diagnostics();
        String name = Observables.resolve(catalogue, observable, diagnostics);
        List<Result> results = name == null ? List.of() : results(catalogue, name, asOf, diagnostics);
        List<RunningAverage> averages =
                name == null ? List.of() : averages(catalogue, name, results, unverified, diagnostics);
        if (name == null || diagnostics.hasErrors()) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        String unit = averages.stream()
                .flatMap(a -> a.average().stream())
                .map(ObservableAverage::unit)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new ObservableHistory(name, unit, results, averages);
    }

    private static List<Result> results(
            Catalogue catalogue, String observable, Optional<LocalDate> asOf, Diagnostics diagnostics) {
        List<Result> results = new ArrayList<>();
        for (String name : catalogue.index().pick(selector(observable))) {
            Measurement measurement = catalogue.set().find(name).orElseThrow();
            if (measurement.isPublic(asOf)) {
                Optional<String> reason = catalogue.set().reasonOut(name, asOf, Set.of());
                for (AverageInput input : ObservableAverage.inputs(List.of(measurement), observable, diagnostics)) {
                    results.add(new Result(measurement, input, reason));
                }
            }
        }
        results.sort(Comparator.comparing(r -> r.measurement().date().orElse(LocalDate.MIN)));
        return results;
    }

    private static Selector selector(String observable) {
        return new Selector(Map.of(Property.OBSERVABLE, observable), Location.wholeFile("history"), "");
    }

    private static List<RunningAverage> averages(
            Catalogue catalogue, String observable, List<Result> results, boolean unverified, Diagnostics diagnostics) {
        Map<LocalDate, RunningAverage> averages = new TreeMap<>();
        Map<LocalDate, Boolean> days = new LinkedHashMap<>();
        results.forEach(r -> days.put(r.measurement().date().orElse(LocalDate.MIN), true));
        days.remove(LocalDate.MIN, days.size() > 1);
        for (LocalDate day : days.keySet()) {
            Optional<LocalDate> date = day.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(day);
            averages.put(day, average(catalogue, observable, date, unverified, diagnostics));
        }
        return List.copyOf(averages.values());
    }

    private static RunningAverage average(
            Catalogue catalogue,
            String observable,
            Optional<LocalDate> date,
            boolean unverified,
            Diagnostics diagnostics) {
        Chosen chosen = MeasurementChoice.of(
                catalogue.set(),
                catalogue.index(),
                new SelectionRequest(List.of(selector(observable)), List.of(), List.of(), date, unverified, List.of()));
        @Nullable
        ObservableAverage average = ObservableAverage.of(
                chosen.measurements(),
                observable,
                new AverageCorrelations(Map.of(), catalogue.set().correlations()),
                diagnostics);
        List<String> names =
                chosen.measurements().stream().map(Measurement::name).toList();
        return new RunningAverage(date, names, Optional.ofNullable(average));
    }
}

package org.penguinfit.fits.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.average.AverageCorrelations;
import org.penguinfit.likelihoods.average.JointAverage;
import org.penguinfit.likelihoods.average.ObservableAverage;
import org.penguinfit.measurements.DoubleCounting;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.selection.Chosen;
import org.penguinfit.measurements.selection.MeasurementChoice;
import org.penguinfit.measurements.selection.SelectionRequest;
import org.penguinfit.measurements.selection.Selector;

/**
 * An average of chosen measurements: of one observable, or of several together.
 *
 * @param chosen the measurements, and what was left out
 * @param single the average of one observable
 * @param joint that of several
 */
public record MeasurementAverage(Chosen chosen, Optional<ObservableAverage> single, Optional<JointAverage> joint) {
    private static final Location OPTION = Location.wholeFile("average");

    /**
     * What to average.
     *
     * @param selectors names and globs
     * @param observables what to average; empty if the measurements have one observable in common and no other
     * @param correlations by source of uncertainty, between all measurements
     * @param asOf only what was public on that day; empty: everything
     * @param unverified whether globs pick numbers that nobody compared with their source
     * @param allowed groups of names that may count the same data several times
     */
    public record Request(
            List<Selector> selectors,
            List<String> observables,
            Map<String, Double> correlations,
            Optional<LocalDate> asOf,
            boolean unverified,
            List<List<String>> allowed) {
        public Request {
            selectors = List.copyOf(selectors);
            observables = List.copyOf(observables);
            correlations = Map.copyOf(correlations);
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * Averages.
     *
     * @return the average, without any if nothing is in force
     * @throws InvalidInputException with every problem: unknown names, double counting, observables nobody measured,
     *     correlations that make no positive definite covariance
     */
    public static MeasurementAverage of(Catalogue catalogue, Request request) {
        Diagnostics diagnostics = new Diagnostics();
        catalogue.requireSomething(request.selectors(), diagnostics);
        Chosen chosen = MeasurementChoice.of(
                catalogue.set(),
                catalogue.index(),
                new SelectionRequest(
                        request.selectors(),
                        List.of(),
                        List.of(),
                        request.asOf(),
                        request.unverified(),
                        request.allowed()));
        chosen.conflicts().forEach(pair -> refuse(pair, diagnostics));
        List<String> observables = observables(chosen.measurements(), request.observables(), diagnostics);
        MeasurementAverage average =
                diagnostics.hasErrors() || chosen.measurements().isEmpty()
                        ? new MeasurementAverage(chosen, Optional.empty(), Optional.empty())
                        : of(catalogue, chosen, observables, request.correlations(), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        return average;
    }

    private static void refuse(DoubleCounting pair, Diagnostics diagnostics) {
        diagnostics.error(
                OPTION,
                "",
                "an average must not count the same data twice",
                pair.text(),
                "leave one out, or write --allow-double-counting '" + pair.first() + "' '" + pair.second() + "'");
    }

    private static List<String> observables(
            List<Measurement> measurements, List<String> wanted, Diagnostics diagnostics) {
        Set<String> found = new LinkedHashSet<>();
        for (Measurement measurement : measurements) {
            for (ObservableId id : measurement.observables()) {
                found.add(id.toString());
            }
        }
        if (wanted.isEmpty() && found.size() > 1) {
            diagnostics.error(
                    OPTION,
                    "",
                    "the measurements have several observables",
                    String.join(", ", found),
                    "say which with --observable");
        }
        List<String> observables = new ArrayList<>();
        for (String written : measurements.isEmpty() ? List.<String>of() : wanted) {
            @Nullable String name = Observables.resolve(measurements, written, diagnostics);
            if (name != null && !observables.contains(name)) {
                observables.add(name);
            }
        }
        return wanted.isEmpty() ? List.copyOf(found) : observables;
    }

    private static MeasurementAverage of(
            Catalogue catalogue,
            Chosen chosen,
            List<String> observables,
            Map<String, Double> correlations,
            Diagnostics diagnostics) {
        AverageCorrelations between =
                new AverageCorrelations(correlations, catalogue.set().correlations());
        List<Measurement> measurements = chosen.measurements();
        return observables.size() == 1
                ? new MeasurementAverage(
                        chosen,
                        Optional.ofNullable(
                                ObservableAverage.of(measurements, observables.get(0), between, diagnostics)),
                        Optional.empty())
                : new MeasurementAverage(
                        chosen,
                        Optional.empty(),
                        Optional.ofNullable(JointAverage.of(measurements, observables, between, diagnostics)));
    }
}

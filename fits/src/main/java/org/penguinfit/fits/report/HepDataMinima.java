package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.fits.result.TaskResult.PullFound;
import org.penguinfit.measurements.exchange.hepdata.HepCells;

/** What tasks have in common, minima to predictions, as HEPData tables. A column has one unit, so units stand in a column of their own. */
final class HepDataMinima {
    private final TaskResult task;
    private final HepDataColumns columns;

    HepDataMinima(TaskResult task, HepDataColumns columns) {
        this.task = task;
        this.columns = columns;
    }

    Map<String, Object> values() {
        List<Object> number = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<Object> chi2 = new ArrayList<>();
        for (int k = 0; k < task.minima().size(); k++) {
            MinimumFound minimum = task.minima().get(k);
            String varied = minimum.varied();
            for (String name : varied == null ? minimum.parameters().keySet() : Set.of(varied)) {
                number.add(HepCells.value((double) (k + 1)));
                parameters.add(name);
                values.add(value(minimum, name));
                chi2.add(HepDataColumns.cell(minimum.chi2()));
            }
        }
        List<Object> independent = new ArrayList<>(List.of(columns.independent("Minimum", number)));
        independent.addAll(named("Parameter", parameters));
        return HepCells.table(
                independent,
                List.of(columns.dependent("Best fit", "", values), columns.dependent("-2 ln L", "", chi2)));
    }

    private Object value(MinimumFound minimum, String name) {
        double value = minimum.parameters().getOrDefault(name, Double.NaN);
        Double sigma = minimum.uncertainties().get(name);
        return sigma != null && sigma > 0 && Double.isFinite(value)
                ? HepCells.value(value, sigma, "covariance")
                : HepDataColumns.cell(value);
    }

    /** Names, and behind them their units if there are any. */
    private List<Object> named(String header, List<String> names) {
        List<Object> named = new ArrayList<>();
        named.add(
                columns.independent(header, names.stream().map(HepCells::value).toList()));
        List<String> units = names.stream().map(columns::unitOf).toList();
        if (units.stream().anyMatch(unit -> !unit.isEmpty())) {
            named.add(columns.independent(
                    "Unit",
                    units.stream()
                            .map(unit -> HepCells.value(unit.isEmpty() ? "1" : unit))
                            .toList()));
        }
        return named;
    }

    /** By the number of the minimum, in long form. */
    Map<Integer, Map<String, Object>> correlations() {
        Map<Integer, Map<String, Object>> tables = new LinkedHashMap<>();
        for (int k = 0; k < task.minima().size(); k++) {
            CovarianceMatrix covariance = task.minima().get(k).covariance();
            if (covariance != null && covariance.size() > 1) {
                List<String> names =
                        List.copyOf(task.minima().get(k).uncertainties().keySet());
                tables.put(k + 1, matrix(names, covariance));
            }
        }
        return tables;
    }

    private Map<String, Object> matrix(List<String> names, CovarianceMatrix covariance) {
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                first.add(HepCells.value(names.get(i)));
                second.add(HepCells.value(names.get(j)));
                values.add(HepCells.value(i == j ? 1.0 : covariance.correlation(i, j)));
            }
        }
        return HepCells.table(
                List.of(columns.independent("Parameter 1", first), columns.independent("Parameter 2", second)),
                List.of(columns.dependent("Correlation", "", values)));
    }

    /** A row for each segment; a level with fewer segments lacks numbers there. */
    Optional<Map<String, Object>> intervals() {
        Set<String> levels = new LinkedHashSet<>();
        List<String> parameters = new ArrayList<>();
        List<Integer> segments = new ArrayList<>();
        task.intervals().forEach((name, sets) -> {
            levels.addAll(sets.keySet());
            int most = sets.values().stream()
                    .mapToInt(set -> set.segments().size())
                    .max()
                    .orElse(0);
            for (int i = 0; i < most; i++) {
                parameters.add(name);
                segments.add(i);
            }
        });
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        List<Object> dependent = new ArrayList<>();
        for (String level : levels) {
            dependent.add(
                    columns.dependent("Lower end", "", level, ends(parameters, segments, level, Interval::lower)));
            dependent.add(
                    columns.dependent("Upper end", "", level, ends(parameters, segments, level, Interval::upper)));
        }
        List<Object> independent = new ArrayList<>(named("Parameter", parameters));
        independent.add(columns.independent(
                "Segment",
                segments.stream().map(i -> HepCells.value((double) (i + 1))).toList()));
        return Optional.of(HepCells.table(independent, dependent));
    }

    private List<Object> ends(
            List<String> parameters, List<Integer> segments, String level, Function<Interval, Double> end) {
        List<Object> ends = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            IntervalSet set =
                    task.intervals().getOrDefault(parameters.get(i), Map.of()).getOrDefault(level, IntervalSet.EMPTY);
            ends.add(HepDataColumns.cell(
                    segments.get(i) < set.segments().size()
                            ? end.apply(set.segments().get(segments.get(i)))
                            : null));
        }
        return ends;
    }

    Optional<Map<String, Object>> pulls() {
        if (task.pulls().isEmpty()) {
            return Optional.empty();
        }
        List<Object> independent = new ArrayList<>(List.of(columns.independent(
                "Measurement",
                task.pulls().stream()
                        .map(pull -> HepCells.value(pull.measurement()))
                        .toList())));
        independent.addAll(named(
                "Observable", task.pulls().stream().map(PullFound::observable).toList()));
        return Optional.of(HepCells.table(
                independent,
                List.of(
                        pullColumn("Measured", PullFound::measured),
                        pullColumn("Predicted", PullFound::predicted),
                        pullColumn("Pull", PullFound::pull),
                        pullColumn("-2 ln L", PullFound::chi2))));
    }

    private Object pullColumn(String header, Function<PullFound, Double> number) {
        return columns.dependent(
                header,
                "",
                task.pulls().stream()
                        .map(pull -> HepDataColumns.cell(number.apply(pull)))
                        .toList());
    }

    Optional<Map<String, Object>> predictions() {
        if (task.predictions().isEmpty()) {
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (PredictionFound prediction : task.predictions().values()) {
            Double sigma = prediction.uncertainty();
            values.add(
                    sigma != null && sigma > 0 && Double.isFinite(sigma) && Double.isFinite(prediction.value())
                            ? HepCells.value(prediction.value(), sigma, "total")
                            : HepDataColumns.cell(prediction.value()));
        }
        return Optional.of(HepCells.table(
                named("Observable", List.copyOf(task.predictions().keySet())),
                List.of(columns.dependent("Prediction", "", values))));
    }
}

package org.penguinfit.measurements.exchange.hepdata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.Extraction;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.Source;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.exchange.Imported;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Dependent;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Qualifier;
import org.penguinfit.measurements.yaml.MatrixNodes;

/** Reads measurements from the tables of a HEPData record. */
public final class HepImport {
    private final List<HepTable> tables;
    private final HepSelection selection;
    private final Diagnostics diagnostics;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private HepImport(List<HepTable> tables, HepSelection selection, Diagnostics diagnostics) {
        this.tables = tables;
        this.selection = selection;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a record.
     *
     * @param path a folder with {@code submission.yaml}, that file, a data file in YAML or JSON, or the CSV export
     * @param selection what to take; without one only tables that were written here can be read
     * @param diagnostics takes every problem
     */
    public static Imported read(Path path, HepSelection selection, Diagnostics diagnostics) {
        List<HepTable> tables = new SubmissionReader(diagnostics).read(path);
        HepImport reader = new HepImport(tables, selection, diagnostics);
        List<Measurement> measurements = tables.isEmpty() ? List.of() : reader.measurements();
        return new Imported(measurements, List.of(), reader.leftOut, reader.notes);
    }

    static boolean isPositiveDefinite(Location at, double[] covariance, int n, Diagnostics diagnostics) {
        for (int i = 0; i < n; i++) {
            if (!(covariance[i * n + i] > 0)) {
                diagnostics.error(at, "", "a variance must be > 0", "" + covariance[i * n + i], "");
                return false;
            }
        }
        return MatrixNodes.isPositiveDefinite(ScalarNode.text(at, ""), covariance, n, diagnostics);
    }

    private List<Measurement> measurements() {
        if (selection.isEmpty() && tables.stream().anyMatch(HepLayout::isOurs)) {
            return ours();
        }
        HepTable table = table(selection.table(), "--table");
        Dependent column = table == null ? null : column(table);
        if (table == null || column == null) {
            return List.of();
        }
        if (selection.observable().isEmpty() && !HepLayout.isOurs(table)) {
            diagnostics.error(
                    column.location(),
                    column.header(),
                    "a table does not say which observable its column is",
                    "",
                    "name it with --observable, such as --observable 'BR(B+->Knunu)'");
            return List.of();
        }
        String own = table.name().isEmpty() ? table.file() : table.name();
        String name = selection.name().isEmpty() ? own + ", " + column.header() : selection.name();
        Map<String, HepTable> matrices = matrices();
        List<PublishedResult> results =
                new ColumnImport(table, column, selection, matrices, diagnostics, leftOut, name).results();
        note(table, column, results);
        List<String> inspire = selection.inspire().isEmpty() ? List.of() : List.of(selection.inspire());
        return results.isEmpty() || diagnostics.hasErrors()
                ? List.of()
                : List.of(measurement(name, inspire, "HEPData " + own, results, table.location()));
    }

    private void note(HepTable table, Dependent column, List<PublishedResult> results) {
        if (!column.units().isEmpty()) {
            notes.add("the column '" + column.header() + "' is in units of " + column.units()
                    + "; its numbers are taken as they stand");
        }
        boolean block = results.stream().anyMatch(r -> r.observables().size() > 1);
        if (block && selection.correlations().isEmpty()) {
            notes.add(
                    "errors of '" + column.header() + "' in " + (table.name().isEmpty() ? table.file() : table.name())
                            + " whose label starts with sys are taken as fully correlated between rows, all others as independent");
        }
    }

    /** Tables written here: one measurement per name, in the order of the tables. */
    private List<Measurement> ours() {
        Map<String, List<PublishedResult>> results = new LinkedHashMap<>();
        Map<String, List<String>> inspire = new LinkedHashMap<>();
        Map<String, Location> places = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            HepTable table = tables.get(i);
            if (!HepLayout.isOurs(table)) {
                continue;
            }
            HepTable next = i + 1 < tables.size() ? tables.get(i + 1) : table;
            Map<String, HepTable> matrices = HepLayout.isOurMatrix(next) ? Map.of("total", next) : Map.of();
            HepSelection rule = matrices.isEmpty() ? uncorrelated() : selection;
            for (Dependent column : table.dependent()) {
                String name = column.qualifier(HepLayout.MEASUREMENT).orElse(table.name());
                places.putIfAbsent(name, table.location());
                results.computeIfAbsent(name, n -> new ArrayList<>())
                        .addAll(new ColumnImport(table, column, rule, matrices, diagnostics, leftOut, name).results());
                inspire.putIfAbsent(name, keys(column));
            }
        }
        List<Measurement> all = new ArrayList<>();
        results.forEach((name, list) -> {
            if (!list.isEmpty() && !diagnostics.hasErrors()) {
                Location at = places.getOrDefault(name, tables.get(0).location());
                all.add(measurement(name, inspire.getOrDefault(name, List.of()), "", list, at));
            }
        });
        return all;
    }

    private HepSelection uncorrelated() {
        return new HepSelection(
                "", "", Map.of(), List.of(), "", Map.of(), List.of(), false, Map.of(), selection.limit(), "", "");
    }

    private static List<String> keys(Dependent column) {
        return column.qualifiers().stream()
                .filter(q -> q.name().equals(HepLayout.INSPIRE))
                .map(Qualifier::value)
                .toList();
    }

    private @Nullable HepTable table(String name, String option) {
        List<HepTable> found = tables.stream()
                .filter(t -> name.isEmpty() || t.name().equals(name) || t.file().endsWith(name))
                .toList();
        if (found.size() == 1 || (!name.isEmpty() && !found.isEmpty())) {
            return found.get(0);
        }
        List<String> names = tables.stream().map(HepTable::name).toList();
        String what = found.isEmpty() ? "no table '" + name + "'" : "one of " + found.size() + " tables must be named";
        diagnostics.error(
                Location.wholeFile(tables.get(0).file()), "", what, "", option + " with " + String.join(", ", names));
        return null;
    }

    private @Nullable Dependent column(HepTable table) {
        List<Dependent> found = new ArrayList<>();
        for (Dependent column : table.dependent()) {
            boolean named = selection.column().isEmpty() || column.header().equals(selection.column());
            boolean qualified = selection.qualifiers().entrySet().stream()
                    .allMatch(q -> column.qualifiers().stream()
                            .anyMatch(has ->
                                    has.name().equals(q.getKey()) && has.value().equals(q.getValue())));
            if (named && qualified) {
                found.add(column);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> headers =
                table.dependent().stream().map(Dependent::header).distinct().toList();
        String remedy = found.isEmpty()
                ? DidYouMean.suggestOrList(selection.column(), headers)
                : "choose with --column and --qualifier NAME=VALUE; columns: " + String.join(", ", headers);
        String rule = found.isEmpty() ? "no such column" : "one column must be chosen";
        diagnostics.error(table.location(), table.name(), rule, found.size() + " that fit", remedy);
        return null;
    }

    private Map<String, HepTable> matrices() {
        Map<String, HepTable> matrices = new LinkedHashMap<>();
        selection
                .correlations()
                .forEach((label, name) -> Optional.ofNullable(table(name, "--correlation"))
                        .ifPresent(table -> matrices.put(label, table)));
        return matrices;
    }

    private static Measurement measurement(
            String name, List<String> inspire, String where, List<PublishedResult> results, Location at) {
        Source source = new Source(List.of(), inspire, List.of(), List.of(), "", "", "", "");
        Extraction extraction = where.isEmpty() ? Extraction.UNKNOWN : new Extraction(where, "", List.of());
        return Measurement.of(name, source, extraction, results, at);
    }
}

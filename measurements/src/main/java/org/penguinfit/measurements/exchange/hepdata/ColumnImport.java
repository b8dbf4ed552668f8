package org.penguinfit.measurements.exchange.hepdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Cell;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Dependent;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Independent;
import org.penguinfit.measurements.exchange.hepdata.HepTable.Point;
import org.penguinfit.measurements.exchange.hepdata.HepTable.PointError;

/** Makes results of the chosen rows of one dependent column. */
final class ColumnImport {
    private final HepTable table;
    private final Dependent column;
    private final HepSelection selection;
    private final Map<String, HepTable> matrices;
    private final Diagnostics diagnostics;
    private final List<LeftOut> leftOut;
    private final String measurement;

    ColumnImport(
            HepTable table,
            Dependent column,
            HepSelection selection,
            Map<String, HepTable> matrices,
            Diagnostics diagnostics,
            List<LeftOut> leftOut,
            String measurement) {
        this.table = table;
        this.column = column;
        this.selection = selection;
        this.matrices = matrices;
        this.diagnostics = diagnostics;
        this.leftOut = leftOut;
        this.measurement = measurement;
    }

    /** Independent results, or one block if a matrix or a systematic error connects the rows. */
    List<PublishedResult> results() {
        List<PublishedResult> single = new ArrayList<>();
        List<MeasuredRow> rows = new ArrayList<>();
        for (int row : new RowChoice(table, diagnostics).rows(selection.rows())) {
            ObservableId observable = observable(row);
            Point point = column.points().get(row);
            Optional<UpperLimit> limit = limit(point);
            OptionalDouble value = PointReader.number(point.value());
            if (observable == null) {
                continue;
            }
            if (limit.isPresent()) {
                single.add(single(
                        observable, limit.get(), "< " + point.value().replaceFirst("^<\\s*", ""), point.location()));
            } else if (value.isEmpty()) {
                leaveOut(point, row, why(point.value()));
            } else {
                addRow(new MeasuredRow(row, observable, value.getAsDouble(), chosen(point)), point, single, rows);
            }
        }
        refuseTwins(single, rows);
        if (diagnostics.hasErrors()) {
            return List.of();
        }
        return isConnected(rows) ? withBlock(single, rows) : withSingles(single, rows);
    }

    private void addRow(MeasuredRow row, Point point, List<PublishedResult> single, List<MeasuredRow> rows) {
        if (row.errors().isEmpty()) {
            single.add(single(row.observable(), new ExactValue(row.value()), point.value(), point.location()));
        } else if (row.isOneSided() && !row.hasBothSides()) {
            leaveOut(point, row.row(), "has errors to one side only");
        } else {
            rows.add(row);
        }
    }

    private static String why(String value) {
        if (value.matches("-?")) {
            return "has no value";
        }
        return value.startsWith("<")
                ? "is a limit without a confidence level, which --limit gives"
                : "is no number, found '" + value + "'";
    }

    private void leaveOut(Point point, int row, String why) {
        leftOut.add(new LeftOut(measurement, point.location().toString(), "row " + (row + 1) + " " + why));
    }

    private List<PointError> chosen(Point point) {
        List<PointError> errors = new ArrayList<>();
        for (PointError error : point.errors()) {
            boolean wanted = selection.errors().isEmpty() || selection.errors().contains(error.label());
            if (wanted && (error.upper() > 0 || error.lower() > 0)) {
                errors.add(error);
            }
        }
        return errors;
    }

    private @Nullable ObservableId observable(int row) {
        String name = selection.observable();
        List<Argument> arguments = new ArrayList<>();
        for (Independent independent : table.independent()) {
            Cell cell = independent.cells().get(row);
            if (HepLayout.isOurs(table) && independent.header().equals(HepLayout.OBSERVABLE) && name.isEmpty()) {
                ObservableId written = HepLayout.observable(cell.text());
                name = written.name();
                arguments.addAll(written.arguments());
                continue;
            }
            String argument = selection.arguments().get(independent.header());
            if (argument == null
                    && HepLayout.isOurs(table)
                    && !independent.header().equals(HepLayout.OBSERVABLE)) {
                argument = independent.header();
            }
            if (argument != null && !add(cell, argument, arguments)) {
                diagnostics.error(
                        table.location(),
                        independent.header(),
                        "row " + (row + 1) + " must be a finite number or bin to be the argument '" + argument + "'",
                        "'" + cell.text() + "'",
                        "");
                return null;
            }
        }
        return isEachOnce(arguments, row) ? new ObservableId(name, arguments) : null;
    }

    /** Two columns with one heading would both be the same argument. */
    private boolean isEachOnce(List<Argument> arguments, int row) {
        Set<String> seen = new HashSet<>();
        for (Argument argument : arguments) {
            if (!seen.add(argument.name())) {
                diagnostics.error(
                        table.location(),
                        argument.name(),
                        "an argument must come from one column",
                        "'" + argument.name() + "' twice in row " + (row + 1),
                        "rename or remove one of the columns");
                return false;
            }
        }
        return true;
    }

    private static boolean add(Cell cell, String argument, List<Argument> arguments) {
        if (cell.isBin()) {
            double low = cell.low().getAsDouble();
            double high = cell.high().getAsDouble();
            if (!Double.isFinite(low) || !Double.isFinite(high)) {
                return false;
            }
            arguments.add(new Argument(argument + "min", low));
            arguments.add(new Argument(argument + "max", high));
            return true;
        }
        OptionalDouble value = PointReader.number(cell.text());
        value.ifPresent(v -> arguments.add(new Argument(argument, v)));
        return value.isPresent();
    }

    private Optional<UpperLimit> limit(Point point) {
        boolean written = point.value().startsWith("<");
        boolean isLimit =
                written || selection.limit().isPresent() || column.header().equals(HepLayout.LIMIT);
        OptionalDouble value = PointReader.number(point.value().replaceFirst("^<", ""));
        OptionalDouble level = selection.limit().isPresent() ? selection.limit() : level();
        return isLimit && value.isPresent() && value.getAsDouble() > 0 && level.isPresent()
                ? Optional.of(UpperLimit.halfGaussian(value.getAsDouble(), level.getAsDouble()))
                : Optional.empty();
    }

    /** The qualifier {@code CL}, in percent or between 0 and 1. */
    private OptionalDouble level() {
        OptionalDouble level =
                PointReader.number(column.qualifier(HepLayout.LEVEL).orElse(""));
        if (level.isEmpty() || !(level.getAsDouble() > 0 && level.getAsDouble() < 100)) {
            return OptionalDouble.empty();
        }
        BigDecimal written =
                new BigDecimal(column.qualifier(HepLayout.LEVEL).orElse("0").strip());
        return level.getAsDouble() < 1
                ? level
                : OptionalDouble.of(written.movePointLeft(2).doubleValue());
    }

    private void refuseTwins(List<PublishedResult> single, List<MeasuredRow> rows) {
        Set<ObservableId> seen = new HashSet<>();
        List<ObservableId> all = new ArrayList<>();
        single.forEach(result -> all.addAll(result.observables()));
        rows.forEach(row -> all.add(row.observable()));
        for (ObservableId observable : all) {
            if (!seen.add(observable)) {
                diagnostics.error(
                        table.location(),
                        column.header(),
                        "every row needs an observable of its own",
                        observable + " twice",
                        "take one row with --row, or make an independent column an argument with --argument HEADER=NAME");
                return;
            }
        }
    }

    private boolean isConnected(List<MeasuredRow> rows) {
        if (rows.size() < 2) {
            return false;
        }
        if (!matrices.isEmpty()) {
            return true;
        }
        return selection.systematicsCorrelated()
                && rows.stream()
                                .filter(row ->
                                        row.errors().stream().anyMatch(e -> RowCovariance.isSystematic(e.label())))
                                .count()
                        > 1;
    }

    private List<PublishedResult> withSingles(List<PublishedResult> single, List<MeasuredRow> rows) {
        for (MeasuredRow row : rows) {
            Point point = column.points().get(row.row());
            PublishedValue value = AsymmetricValue.of(row.value(), row.uncertainties());
            single.add(single(row.observable(), value, point.value(), point.location()));
        }
        return single;
    }

    private List<PublishedResult> withBlock(List<PublishedResult> single, List<MeasuredRow> rows) {
        int n = rows.size();
        double[] covariance = new RowCovariance(selection, matrices, table.rows(), diagnostics).of(rows);
        if (covariance == null || !HepImport.isPositiveDefinite(table.location(), covariance, n, diagnostics)) {
            return List.of();
        }
        List<Component> components = new ArrayList<>();
        for (MeasuredRow row : rows) {
            List<Uncertainty> sources = row.uncertainties();
            Point point = column.points().get(row.row());
            components.add(
                    new Component(row.observable(), row.value(), sources, quotation(point.value(), point.location())));
        }
        single.add(new CorrelatedResult(
                components, Covariance.of(n, covariance), components.get(0).quotation()));
        return single;
    }

    private SingleResult single(ObservableId observable, PublishedValue value, String text, Location at) {
        return new SingleResult(observable, value, quotation(text, at), Optional.empty());
    }

    private Quotation quotation(String text, Location at) {
        return new Quotation(text, HepLayout.isOurs(table) ? column.units() : "", 1, at);
    }
}

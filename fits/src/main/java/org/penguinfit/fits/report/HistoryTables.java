package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.fits.browse.ObservableHistory;
import org.penguinfit.fits.browse.ObservableHistory.Result;
import org.penguinfit.fits.browse.ObservableHistory.RunningAverage;
import org.penguinfit.fits.report.DataTable.Cell;
import org.penguinfit.fits.report.DataTable.Column;
import org.penguinfit.likelihoods.average.AverageInput;
import org.penguinfit.likelihoods.average.ObservableAverage;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.UpperLimit;

/** The history of an observable: its results, and the running average. */
public final class HistoryTables {
    private static final int FEW = 3;

    private static final List<Column> RESULTS = List.of(
            new Column("date", "date"),
            new Column("name", "measurement"),
            new Column("experiment", "experiment"),
            new Column("published", "value"),
            new Column("kind", ""),
            new Column("value", ""),
            new Column("plus", ""),
            new Column("minus", ""),
            new Column("limit", ""),
            new Column("level", ""),
            new Column("status", "status"),
            new Column("verified", ""),
            new Column("why-not", "in force"));

    private static final List<Column> AVERAGES = List.of(
            new Column("date", "date"),
            new Column("used", "of"),
            new Column("measurements", ""),
            new Column("value", "linear average"),
            new Column("sigma", ""),
            new Column("chi2", "χ²/ndof"),
            new Column("ndof", ""),
            new Column("best", "full likelihood"),
            new Column("lower", "68.27%"),
            new Column("upper", ""),
            new Column("limit90", "90% below"));

    private HistoryTables() {}

    /** All results by date. */
    public static DataTable results(ObservableHistory history) {
        DataTable table = new DataTable(RESULTS);
        for (Result result : history.results()) {
            Measurement m = result.measurement();
            AverageInput input = result.input();
            boolean estimate = input.isEstimate();
            Optional<UpperLimit> limit =
                    input.result().value() instanceof UpperLimit u ? Optional.of(u) : Optional.empty();
            table.row(List.of(
                    date(m.date()),
                    Cell.of(m.name()),
                    new Cell(
                            m.source().experiments(),
                            String.join(", ", m.source().experiments())),
                    Cell.of(input.result().quotation().text()),
                    Cell.of(estimate ? "value" : limit.isPresent() ? "limit" : "other"),
                    estimate ? number(input.central()) : Cell.none(),
                    estimate ? number(input.total().plus()) : Cell.none(),
                    estimate ? number(input.total().minus()) : Cell.none(),
                    limit.map(u -> number(u.limit())).orElse(Cell.none()),
                    limit.map(u -> number(u.level())).orElse(Cell.none()),
                    Cell.of(m.status().key()),
                    new Cell(m.verified(), ""),
                    new Cell(result.reasonOut().orElse(null), result.reasonOut().orElse("yes"))));
        }
        return table;
    }

    private static Cell date(Optional<LocalDate> date) {
        return date.map(d -> Cell.of(d.toString())).orElse(Cell.none());
    }

    private static Cell number(double number) {
        return Cell.of(number, PdgRounding.plain(number, FEW));
    }

    /** What was known on each day on which something became public. */
    public static DataTable averages(ObservableHistory history) {
        DataTable table = new DataTable(AVERAGES);
        for (RunningAverage day : history.averages()) {
            Optional<BlueAverage> linear = day.average().flatMap(ObservableAverage::linear);
            IntervalSet sigma = set(day, ConfidenceLevel.ofSigmas(1));
            IntervalSet ninety = set(day, ConfidenceLevel.of(0.90));
            table.row(List.of(
                    date(day.date()),
                    new Cell(day.used().size(), String.valueOf(day.used().size())),
                    new Cell(day.used(), ""),
                    linear.map(l -> Cell.of(l.value(), PdgRounding.withUncertainty(l.value(), l.sigma())))
                            .orElse(Cell.none()),
                    linear.map(l -> number(l.sigma())).orElse(Cell.none()),
                    linear.map(l -> Cell.of(l.fit().chiSquare(), chi2(l.fit()))).orElse(Cell.none()),
                    linear.map(l -> new Cell(l.fit().dof(), "")).orElse(Cell.none()),
                    linear.isPresent()
                            ? day.average()
                                    .flatMap(ObservableAverage::value)
                                    .map(HistoryTables::number)
                                    .orElse(Cell.none())
                            : Cell.none(),
                    sigma.segments().isEmpty()
                            ? Cell.none()
                            : Cell.of(sigma.segments().get(0).lower(), FitReport.segments(sigma)),
                    sigma.segments().isEmpty()
                            ? Cell.none()
                            : number(sigma.segments()
                                    .get(sigma.segments().size() - 1)
                                    .upper()),
                    linear.isPresent() || ninety.segments().isEmpty()
                            ? Cell.none()
                            : number(ninety.segments()
                                    .get(ninety.segments().size() - 1)
                                    .upper())));
        }
        return table;
    }

    private static String chi2(GoodnessOfFit fit) {
        return fit.dof() < 1 ? "–" : PdgRounding.plain(fit.chiSquare(), FEW) + "/" + fit.dof();
    }

    private static IntervalSet set(RunningAverage day, ConfidenceLevel level) {
        return day.average().map(average -> average.set(level)).orElse(IntervalSet.EMPTY);
    }

    /** Both tables in one object, with the observable and its unit. */
    public static String json(ObservableHistory history) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("observable", history.observable());
            json.writeStringField("unit", history.unit());
            json.writeFieldName("results");
            results(history).json(json);
            json.writeFieldName("averages");
            averages(history).json(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text takes everything
        }
        return text.append('\n').toString();
    }

    /** For a terminal. */
    public static String console(ObservableHistory history) {
        String unit = history.unit().isEmpty() ? "" : " in " + history.unit();
        return history.observable() + unit + "\n\n" + results(history).console("  ")
                + "\nwhat was in force, averaged\n\n" + averages(history).console("  ");
    }
}

package org.penguinfit.fits.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penguinfit.fits.browse.ObservableHistory;
import org.penguinfit.fits.browse.ObservableHistory.Result;
import org.penguinfit.fits.browse.ObservableHistory.RunningAverage;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.plot.build.HistoryPicture;
import org.penguinfit.likelihoods.average.AverageInput;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.UpperLimit;

/** The picture of an observable's history: values, limits, and the average known at each time. */
public final class HistoryPlot {
    private final List<HistoryPicture.Value> values = new ArrayList<>();
    private final List<HistoryPicture.UpperLimit> limits = new ArrayList<>();
    private final List<String> out = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    private HistoryPlot() {}

    /** Describes it. Notes name results that are not in force today, and those not
     * shown since they have no date or are neither value nor upper limit. */
    public static Figure of(ObservableHistory history) {
        HistoryPlot plot = new HistoryPlot();
        history.results().forEach(plot::add);
        List<HistoryPicture.Average> averages = new ArrayList<>();
        for (RunningAverage day : history.averages()) {
            day.date()
                    .ifPresent(date -> day.average()
                            .flatMap(average -> average.linear())
                            .ifPresent(linear -> averages.add(
                                    new HistoryPicture.Average(date, linear.value(), linear.sigma(), linear.sigma()))));
        }
        Axis y = Axis.linear(Tex.text(history.observable()), history.unit().isEmpty() ? "" : Tex.unit(history.unit()));
        Figure figure = HistoryPicture.of(y, plot.values, plot.limits, averages, null);
        List<String> notes = new ArrayList<>();
        note(notes, "Not in force today", plot.out);
        note(notes, "Not shown", plot.left);
        return figure.withNotes(notes);
    }

    private static void note(List<String> notes, String what, List<String> names) {
        if (!names.isEmpty()) {
            notes.add(what + ": " + Tex.text(String.join(", ", names)) + ".");
        }
    }

    private void add(Result result) {
        Measurement measurement = result.measurement();
        AverageInput input = result.input();
        String series = series(result);
        if (result.reasonOut().isPresent()) {
            out.add(measurement.name());
        }
        if (measurement.date().isPresent() && input.isEstimate()) {
            LocalDate date = measurement.date().get();
            values.add(new HistoryPicture.Value(
                    date, input.central(), input.total().minus(), input.total().plus(), series));
        } else if (measurement.date().isPresent() && input.result().value() instanceof UpperLimit limit) {
            limits.add(new HistoryPicture.UpperLimit(
                    measurement.date().get(), limit.limit(), percent(limit.level()), series));
        } else {
            left.add(measurement.name());
        }
    }

    /** By experiment. */
    private static String series(Result result) {
        List<String> experiments = result.measurement().source().experiments();
        String name = experiments.isEmpty() ? result.measurement().status().key() : String.join(", ", experiments);
        return Tex.text(name);
    }

    private static String percent(double level) {
        double percent = Math.round(1e4 * level) / 1e2;
        return percent == Math.rint(percent) ? String.format(Locale.ROOT, "%.0f\\%% CL", percent) : percent + "\\% CL";
    }
}

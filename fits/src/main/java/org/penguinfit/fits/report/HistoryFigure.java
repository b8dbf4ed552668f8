package org.penguinfit.fits.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.browse.ObservableHistory;
import org.penguinfit.fits.browse.ObservableHistory.Result;
import org.penguinfit.fits.browse.ObservableHistory.RunningAverage;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.NameTex;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.fits.plot.build.HistoryPicture;
import org.penguinfit.likelihoods.average.AverageInput;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.UpperLimit;

/**
 * The history of an observable as a picture: values with their uncertainties, limits as arrows, and as a band the full
 * likelihood's 68.27 % of every day with a value. Averages of others and undated results are left out.
 */
public final class HistoryFigure {
    private HistoryFigure() {}

    /** The picture. */
    public static Figure of(ObservableHistory history) {
        List<HistoryPicture.Value> values = new ArrayList<>();
        List<HistoryPicture.UpperLimit> limits = new ArrayList<>();
        for (Result result : history.results()) {
            Measurement m = result.measurement();
            if (m.date().isPresent() && m.status() != Status.AVERAGE) {
                add(m, m.date().get(), result.input(), values, limits);
            }
        }
        Axis y = Axis.linear(NameTex.text(history.observable()), Tex.unit(history.unit()));
        return HistoryPicture.of(y, values, limits, averages(history), null);
    }

    private static void add(
            Measurement m,
            LocalDate date,
            AverageInput input,
            List<HistoryPicture.Value> values,
            List<HistoryPicture.UpperLimit> limits) {
        String series = Tex.text(String.join(", ", m.source().experiments()));
        if (input.isEstimate()) {
            values.add(new HistoryPicture.Value(
                    date, input.central(), input.total().minus(), input.total().plus(), series));
        } else if (input.result().value() instanceof UpperLimit limit) {
            String level = Tex.level(PdgRounding.plain(100 * limit.level(), 4) + "%");
            limits.add(new HistoryPicture.UpperLimit(date, limit.limit(), level, series));
        }
    }

    private static List<HistoryPicture.Average> averages(ObservableHistory history) {
        List<HistoryPicture.Average> averages = new ArrayList<>();
        for (RunningAverage day : history.averages()) {
            day.average()
                    .filter(average ->
                            average.linear().isPresent() && average.value().isPresent())
                    .ifPresent(average -> {
                        double value = average.value().get();
                        IntervalSet set = average.set(ConfidenceLevel.ofSigmas(1));
                        for (Interval segment : set.segments()) {
                            if (day.date().isPresent() && segment.lower() <= value && value <= segment.upper()) {
                                averages.add(new HistoryPicture.Average(
                                        day.date().get(), value, value - segment.lower(), segment.upper() - value));
                            }
                        }
                    });
        }
        return averages;
    }
}

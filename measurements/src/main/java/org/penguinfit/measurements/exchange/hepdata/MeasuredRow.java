package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.exchange.hepdata.HepTable.PointError;

/**
 * A row that was chosen.
 *
 * @param row its index in the table, from 0
 * @param observable its observable
 * @param value its value
 * @param errors those of its errors that were chosen and are not 0
 */
record MeasuredRow(int row, ObservableId observable, double value, List<PointError> errors) {
    MeasuredRow {
        errors = List.copyOf(errors);
    }

    /** True if a source moves the value to one side only, so that its sources cannot be kept apart. */
    boolean isOneSided() {
        return errors.stream().anyMatch(PointError::isOneSided);
    }

    /** True if a total over all sources has both sides. */
    boolean hasBothSides() {
        return total().upper() > 0 && total().lower() > 0;
    }

    private PointError total() {
        double plus = 0;
        double minus = 0;
        for (PointError error : errors) {
            plus = Math.hypot(plus, error.upper());
            minus = Math.hypot(minus, error.lower());
        }
        return new PointError(OptionalDouble.of(plus), OptionalDouble.of(-minus), "");
    }

    /** The sources with their labels, or one total if a source has one side only. */
    List<Uncertainty> uncertainties() {
        List<Uncertainty> list = new ArrayList<>();
        for (PointError error : isOneSided() ? List.of(total()) : errors) {
            list.add(new Uncertainty(error.upper(), error.lower(), label(error.label())));
        }
        return list;
    }

    /** HEPData's {@code sys} is our {@code syst}; brackets, which a value string cannot hold, become blanks. */
    static String label(String written) {
        String word =
                written.toLowerCase(Locale.ROOT).replaceAll("[()\\s]+", " ").strip();
        if (word.equals("sys") || word.equals("systematic")) {
            return "syst";
        }
        if (word.equals("statistical")) {
            return "stat";
        }
        return word.isEmpty() || Character.isLetter(word.charAt(0)) ? word : "source " + word;
    }
}

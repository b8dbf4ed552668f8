package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;

/** Titles of the tables that are written here, by which they are known again. */
final class HepLayout {
    static final String OBSERVABLE = "Observable";
    static final String FIRST = "Observable 1";
    static final String SECOND = "Observable 2";
    static final String VALUE = "Value";
    static final String LIMIT = "Upper limit";
    static final String COVARIANCE = "Covariance";
    static final String MEASUREMENT = "Measurement";
    static final String INSPIRE = "INSPIRE";
    static final String LEVEL = "CL";

    private static final Pattern WITH_ARGUMENTS = Pattern.compile("(.+)\\[([^\\[\\]]+)]");

    private HepLayout() {}

    /** True for a table of values or limits that is written here. */
    static boolean isOurs(HepTable table) {
        return table.independent().size() >= 1
                && table.independent().get(0).header().equals(OBSERVABLE)
                && !table.dependent().isEmpty()
                && table.dependent().get(0).qualifier(MEASUREMENT).isPresent();
    }

    /** True for a matrix that is written here. */
    static boolean isOurMatrix(HepTable table) {
        return table.independent().size() == 2
                && table.independent().get(0).header().equals(FIRST)
                && !table.dependent().isEmpty()
                && table.dependent().get(0).header().equals(COVARIANCE);
    }

    /** The observable of a text such as {@code <FL>(B0->K*mumu)[q2min=1.1,q2max=6]}; brackets of another meaning stay in the name. */
    static ObservableId observable(String text) {
        Matcher matcher = WITH_ARGUMENTS.matcher(text);
        if (!matcher.matches()) {
            return ObservableId.of(text);
        }
        List<Argument> arguments = new ArrayList<>();
        for (String part : matcher.group(2).split(",", -1)) {
            int equals = part.indexOf('=');
            OptionalDouble number = PointReader.number(part.substring(equals + 1));
            if (equals < 1 || number.isEmpty()) {
                return ObservableId.of(text);
            }
            arguments.add(new Argument(part.substring(0, equals), number.getAsDouble()));
        }
        return new ObservableId(matcher.group(1), arguments);
    }
}

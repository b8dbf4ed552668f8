package org.penguinfit.measurements.exchange.hepdata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penguinfit.measurements.document.Location;

/**
 * One table of a HEPData record.
 *
 * @param name such as {@code Table 1}; empty in a bare data file
 * @param file its data file, as named in messages
 * @param independent independent columns, all of one length
 * @param dependent dependent columns, of the same length
 * @param location where its data start
 */
record HepTable(String name, String file, List<Independent> independent, List<Dependent> dependent, Location location) {
    /** An independent column: a header and one cell per row. */
    record Independent(String header, String units, List<Cell> cells) {
        Independent {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A value, or a bin.
     *
     * @param text the value as written; empty for a bin
     * @param low lower end of a bin
     * @param high upper end of a bin
     */
    record Cell(String text, OptionalDouble low, OptionalDouble high) {
        boolean isBin() {
            return low.isPresent() && high.isPresent();
        }
    }

    /** A dependent column. */
    record Dependent(String header, String units, List<Qualifier> qualifiers, List<Point> points, Location location) {
        Dependent {
            qualifiers = List.copyOf(qualifiers);
            points = List.copyOf(points);
        }

        /** Value of the first qualifier of a name. */
        Optional<String> qualifier(String name) {
            return qualifiers.stream()
                    .filter(q -> q.name().equals(name))
                    .map(Qualifier::value)
                    .findFirst();
        }
    }

    /** What all points of a column have in common, such as {@code SQRT(S) [GEV] 7000}. */
    record Qualifier(String name, String value, String units) {}

    /** One measured point: its value as written and its errors. */
    record Point(String value, List<PointError> errors, Location location) {
        Point {
            errors = List.copyOf(errors);
        }
    }

    /**
     * One error of a point, in the unit of the value.
     *
     * @param plus what the upward variation of its source does, with sign; absent if it was not varied upwards
     * @param minus what the downward variation does, usually negative
     * @param label such as {@code stat} or {@code sys,lumi}; empty if there is none
     */
    record PointError(OptionalDouble plus, OptionalDouble minus, String label) {
        /** Upper side, ≥ 0: the larger of what goes up. */
        double upper() {
            return Math.max(0, Math.max(plus.orElse(0), minus.orElse(0)));
        }

        /** Lower side, ≥ 0: the larger of what goes down. */
        double lower() {
            return Math.max(0, Math.max(-plus.orElse(0), -minus.orElse(0)));
        }

        /** −1 if the upward variation of the source lowers the value, else +1. */
        int sign() {
            return plus.orElse(0) < minus.orElse(0) ? -1 : 1;
        }

        boolean isOneSided() {
            return (upper() > 0) != (lower() > 0);
        }

        /** σ² of a Gaussian that stands for it: the product of its sides. */
        double variance() {
            return upper() * lower();
        }
    }

    HepTable {
        independent = List.copyOf(independent);
        dependent = List.copyOf(dependent);
    }

    /** Number of rows. */
    int rows() {
        return dependent.isEmpty() ? 0 : dependent.get(0).points().size();
    }
}

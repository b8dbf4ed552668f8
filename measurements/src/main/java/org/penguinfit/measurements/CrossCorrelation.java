package org.penguinfit.measurements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.document.Location;

/**
 * What a file says of the correlation between results of different measurements; every pair of members is meant.
 *
 * @param members at least two
 * @param rho source of uncertainty → correlation in [−1, 1], or {@link #TOTAL} alone for that of the total uncertainties
 * @param location where it stands
 * @param path its key path
 */
public record CrossCorrelation(List<Member> members, Map<String, Double> rho, Location location, String path) {
    /** The key of a correlation of total uncertainties. */
    public static final String TOTAL = "total";

    /**
     * One result.
     *
     * @param measurement name of the measurement
     * @param observable its observable; empty if the measurement has only one
     * @param location where it is named
     * @param path its key path
     */
    public record Member(String measurement, Optional<ObservableId> observable, Location location, String path) {}

    public CrossCorrelation {
        members = List.copyOf(members);
        rho = Map.copyOf(rho);
        Require.that(members.size() > 1, "a correlation needs two results");
        Require.that(!rho.isEmpty(), "a correlation needs a number");
    }
}

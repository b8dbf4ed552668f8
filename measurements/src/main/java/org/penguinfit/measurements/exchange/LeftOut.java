package org.penguinfit.measurements.exchange;

/**
 * A part of an input that nothing here, or nothing in the format to be written, represents.
 *
 * @param measurement name of the entry it belongs to
 * @param place where it stands, such as {@code file.yml:12:5}; empty for what is left out when writing
 * @param reason one clause, such as {@code the distribution 'gaussian_kde' is not supported}
 */
public record LeftOut(String measurement, String place, String reason) implements Comparable<LeftOut> {
    @Override
    public int compareTo(LeftOut other) {
        int order = measurement.compareTo(other.measurement);
        return order == 0 ? toString().compareTo(other.toString()) : order;
    }

    /** One line for a report. */
    @Override
    public String toString() {
        return (place.isEmpty() ? "" : place + " ") + "'" + measurement + "': " + reason;
    }
}

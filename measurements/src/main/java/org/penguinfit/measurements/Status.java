package org.penguinfit.measurements;

/** How far a result has come. */
public enum Status {
    PUBLISHED("published"),
    PREPRINT("preprint"),
    PRELIMINARY("preliminary"),
    /** An average of other measurements, its components. */
    AVERAGE("average"),
    /** Computed from other measurements, such as a ratio to the Standard Model. */
    DERIVED("derived"),
    /** Taken back by its authors; never in force. */
    WITHDRAWN("withdrawn");

    private final String key;

    Status(String key) {
        this.key = key;
    }

    /** The word used in files and reports. */
    public String key() {
        return key;
    }
}

package org.penguinfit.measurements.yaml;

/** The words for the usual sources of uncertainty, one spelling each. */
final class UncertaintyLabels {
    private UncertaintyLabels() {}

    /** {@code stat}, {@code syst}, {@code theory} for their many spellings; other words as they are. */
    static String canonical(String word) {
        return switch (word) {
            case "stat", "stat.", "statistical" -> "stat";
            case "syst", "syst.", "sys", "sys.", "systematic" -> "syst";
            case "th", "th.", "theo", "theo.", "theory", "theoretical" -> "theory";
            default -> word;
        };
    }
}

package org.penguinfit.measurements.yaml;

/** A value string that cannot be understood from one character on. */
final class Misread extends Exception {
    private static final long serialVersionUID = 1L;

    final int offset;
    final String rule;
    final String found;
    final String remedy;

    Misread(int offset, String rule, String found, String remedy) {
        super(rule, null, false, false);
        this.offset = offset;
        this.rule = rule;
        this.found = found;
        this.remedy = remedy;
    }
}

package org.penguinfit.measurements.exchange.flavio;

import java.util.regex.Pattern;

/**
 * Which value strings flavio 2.7 reads without losing anything: its grammar is narrower than ours, and some strings match its
 * pattern but lose an uncertainty (flavio/_parse_errors.py). Labels, a power of ten at every number, {@code × 10^-5} and the lower
 * side before the upper one are not among them.
 */
final class FlavioString {
    private static final String NUMBER = "\\d+(?:\\.\\d*)?";
    private static final String FACTOR = "\\s*\\*?\\s*(?:(?:e|E|1e|1E|10\\^)\\(?[+-]?\\d+\\)?)?";
    private static final String ERROR =
            "(?:(?:±|\\\\pm|\\+-)\\s*" + NUMBER + "|\\+\\s*" + NUMBER + "\\s*-\\s*" + NUMBER + ")";

    private static final Pattern GRAMMAR = Pattern.compile(String.join(
            "|",
            "-?" + NUMBER + "(?:[eE][+-]?\\d+)?",
            "<\\s*" + NUMBER + "(?:[eE][+-]?\\d+)?\\s*@\\s*" + NUMBER + "\\s*%\\s*C\\.?L\\.?",
            "\\[\\s*-?" + NUMBER + "(?:[eE][+-]?\\d+)?\\s*,\\s*-?" + NUMBER + "(?:[eE][+-]?\\d+)?\\s*\\]",
            "-?" + NUMBER + "(?:[eE][+-]?\\d+)?\\s*(?:\\*/|/\\*)\\s*" + NUMBER,
            "\\(?\\s*-?" + NUMBER + "\\s*(?:\\(\\s*" + NUMBER + "\\s*\\)\\s*)+\\)?" + FACTOR,
            "\\(?\\s*-?" + NUMBER + "\\s*" + ERROR + "(?:\\s*" + ERROR + ")*\\s*\\)?" + FACTOR));

    private FlavioString() {}

    /** True if flavio reads the string as we do; a typographic minus counts as one. */
    static boolean isUnderstood(String text) {
        return GRAMMAR.matcher(text.replace('\u2212', '-')).matches();
    }
}

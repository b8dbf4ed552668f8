package org.penguinfit.fits.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number or a set as a paper prints it, as far as a result can be compared with it.
 *
 * @param form how it is written
 * @param numbers in the order of the text, with the digits that it has
 */
public record PrintedText(Form form, List<BigDecimal> numbers) {
    /** Examples of sets. */
    public static final String SETS = "write it like \"[-12, -4] or [17, 25]\", \"|C| < 7.4\" or \"|C| in [8.5, 17]\"";

    /** Examples of values. */
    public static final String VALUES = "write it like \"6.4\", \"1.5 +- 0.3\", \"1.97 to 2.03\" or \"< 2\"";

    /** Ways to write a number or a set. */
    public enum Form {
        /** {@code [-12, -4] or [17, 25]}. */
        SEGMENTS("\\[#,#\\](?:(?:or|and|,)?\\[#,#\\])*"),
        /** {@code |C| in [8.5, 17]}. */
        ABSOLUTE_SEGMENT("\\|\\|in\\[#,#\\]"),
        /** {@code |C| < 7.4}. */
        ABSOLUTE_BELOW("\\|\\|<#"),
        /** {@code 1.97 to 2.03}. */
        RANGE("#to#"),
        /** {@code < 2}. */
        BELOW("<#"),
        /** {@code > 2}. */
        ABOVE(">#"),
        /** {@code 1.5 +- 0.3}. */
        UNCERTAIN("#±#"),
        /** {@code 0.96 +0.07 -0.04}. */
        ASYMMETRIC("###"),
        /** {@code 6.4}. */
        VALUE("#");

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern POWER_BEHIND = Pattern.compile("(.*?)\\s*\\b[eE]([+-]?\\d{1,3})");
    private static final Pattern POWER_OF_TEN = Pattern.compile("\\s*[×·]\\s*10\\^?\\{?([+-]?\\d+)\\}?");
    private static final Pattern LEVEL =
            Pattern.compile("\\s*(?:@|at)?\\s*\\(?\\d+(?:\\.\\d+)?\\s*%\\s*C\\.?L\\.?\\)?$");

    public PrintedText {
        numbers = List.copyOf(numbers);
    }

    /** The meaning of a text; empty if it has none of the forms. */
    public static Optional<PrintedText> parse(String text) {
        String plain = plain(text);
        int power = 0;
        Matcher behind = POWER_BEHIND.matcher(plain);
        if (behind.matches()) {
            plain = behind.group(1);
            power = Integer.parseInt(behind.group(2));
        }
        plain = plain.replaceAll("^\\((.*)\\)$", "$1");
        List<BigDecimal> numbers = new ArrayList<>();
        Matcher found = NUMBER.matcher(plain);
        while (found.find()) {
            if (found.group().length() < MANY_DIGITS) {
                numbers.add(new BigDecimal(found.group()).scaleByPowerOfTen(power));
            }
        }
        String shape = found.replaceAll("#").replaceAll("\\s+", "");
        for (Form form : Form.values()) {
            if (form.pattern.matcher(shape).matches() && isMeant(form, numbers)) {
                return Optional.of(new PrintedText(form, numbers));
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(Form form, List<BigDecimal> numbers) {
        return !numbers.isEmpty()
                && (form != Form.ASYMMETRIC
                        || (numbers.get(1).signum() > 0 && numbers.get(2).signum() < 0));
    }

    /** More letters than any printed number has. */
    private static final int MANY_DIGITS = 40;

    private static String plain(String text) {
        String plain = text.strip()
                .replace('#', '?')
                .replace("\u2013", " to ")
                .replace('\u2212', '-')
                .replace("+-", "±")
                .replace("+/-", "±")
                .replace("≤", "<")
                .replace("<=", "<")
                .replace("≥", ">")
                .replace(">=", ">")
                .replace("∪", "or")
                .replaceAll("^(?:about|ca\\.|~|≈)\\s*", "")
                .replaceAll("\\|[^|]*\\|", "||");
        plain = LEVEL.matcher(plain).replaceAll("");
        return POWER_OF_TEN.matcher(plain).replaceAll(" e$1");
    }

    /** Whether a set may be printed so. */
    public boolean isSet() {
        return form != Form.VALUE && form != Form.UNCERTAIN && form != Form.ASYMMETRIC;
    }

    /**
     * Whether a result, rounded as the printed number is, is that number.
     *
     * @param printed one of the numbers
     * @param step what the paper rounds to; 0: to the last digit that it prints
     */
    public static boolean rounds(double result, BigDecimal printed, double step) {
        return Double.isFinite(result) && rounded(result, printed, step).compareTo(printed) == 0;
    }

    /** A finite result rounded as the printed number is, halves away from zero. */
    public static BigDecimal rounded(double result, BigDecimal printed, double step) {
        BigDecimal exact = BigDecimal.valueOf(result);
        if (!(step > 0)) {
            return exact.setScale(printed.scale(), RoundingMode.HALF_UP);
        }
        BigDecimal unit = BigDecimal.valueOf(step);
        return exact.divide(unit, 0, RoundingMode.HALF_UP).multiply(unit);
    }
}

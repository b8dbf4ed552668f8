package org.penguinfit.measurements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The definition is a regular expression; the reader must agree with it on texts made of the characters that matter. */
class DecimalTextTest {
    private static final Pattern DEFINITION = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String ALPHABET = "0123456789..eE+-+-_x ";
    private static final int CASES = 200_000;

    @Test
    void agreesWithItsDefinition() {
        Random random = new Random(1);
        int decimals = 0;
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(8); left > 0; left--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            boolean expected = DEFINITION.matcher(text).matches();
            decimals += expected ? 1 : 0;
            assertThat(DecimalText.isDecimal(text.toString()))
                    .as(text.toString())
                    .isEqualTo(expected);
        }
        assertThat(decimals).isBetween(CASES / 20, CASES / 2);
    }

    /** The expression tries 10¹¹ ways to part these digits. */
    @Test
    void longRowsOfDigitsTakeOnePass() {
        String digits = "1".repeat(450_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(DecimalText.isDecimal(digits)).isTrue();
            assertThat(DecimalText.isDecimal(digits + "x")).isFalse();
            assertThat(DecimalText.isDecimal(digits + "." + digits + "x")).isFalse();
        });
    }
}

package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.measurements.exchange.text.ShortestNumber;

class ShortestNumberTest {
    /** YAML 1.1 takes a number with an exponent for one only with a point and a sign. 2E-3 and 2^-44 are known slips of the JDK 17. */
    @ParameterizedTest
    @CsvSource({
        "1e-5, 1.0e-5",
        "0.00001168, 1.168e-5",
        "1.5e12, 1.5e+12",
        "6, 6",
        "-0.25, -0.25",
        "0, 0",
        "-0.0, 0",
        "0.001, 0.001",
        "0.00099, 9.9e-4",
        "999999, 999999",
        "1e6, 1.0e+6",
        "2e-3, 0.002",
        "2e23, 2.0e+23",
        "4.9e-324, 5.0e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004"
    })
    void isTheShortestWithPointAndSign(double number, String text) {
        assertThat(ShortestNumber.text(number)).isEqualTo(text);
    }

    @Test
    void everyDoubleReadsBack() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(ShortestNumber.text(number))).isEqualTo(number);
                assertThat(ShortestNumber.decimal(number).precision()).isLessThanOrEqualTo(17);
            }
        }
    }
}

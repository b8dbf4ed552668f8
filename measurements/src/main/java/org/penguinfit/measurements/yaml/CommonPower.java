package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.yaml.UncertaintyScanner.Written;

/** Decides whether powers of ten that touch single numbers belong to those numbers or to the whole value. */
final class CommonPower {
    private static final String REMEDY = "write 1.1 ± 0.4 e-5 or 1.1e-5 ± 0.4e-5";

    private CommonPower() {}

    /** The power of ten of a number, 0 without one. */
    static int of(@Nullable Decimal number) {
        Integer exponent = number == null ? null : number.exponent();
        return exponent == null ? 0 : exponent;
    }

    /**
     * The last number, if it alone has a power of ten, which then holds for the whole value.
     *
     * @param closed true if a bracket closes behind the numbers, so that nothing inside holds for all
     * @throws Misread if some numbers have a power of ten and others do not
     */
    static @Nullable Decimal sharer(ValueScanner scanner, Decimal central, List<Written> written, boolean closed)
            throws Misread {
        List<Decimal> numbers = numbers(written);
        if (central.hasExponent()) {
            for (Decimal number : numbers) {
                if (!number.hasExponent()) {
                    throw scanner.misreadAt(
                            number.start(), "an uncertainty needs the power of ten that its value has", REMEDY);
                }
            }
            return null;
        }
        for (int i = 0; i < numbers.size(); i++) {
            Decimal number = numbers.get(i);
            if (number.hasExponent()) {
                if (i == numbers.size() - 1 && !closed) {
                    return number;
                }
                throw scanner.misreadAt(number.start(), "one power of ten must hold for all numbers", REMEDY);
            }
        }
        return null;
    }

    /** The numbers that could have a power of ten, as they stand in the text, each once. */
    private static List<Decimal> numbers(List<Written> written) {
        List<Decimal> numbers = new ArrayList<>();
        for (Written w : written) {
            boolean plusFirst = w.plus().start() <= w.minus().start();
            Decimal first = plusFirst ? w.plus() : w.minus();
            Decimal second = plusFirst ? w.minus() : w.plus();
            if (!w.counted()) {
                numbers.add(first);
                if (!second.isSameAs(first)) {
                    numbers.add(second);
                }
            }
        }
        return numbers;
    }
}

package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;

/** Reads the uncertainties behind a central value: {@code ± a}, {@code +a -b}, {@code -b +a}, {@code (a)}, labels. */
final class UncertaintyScanner {
    /** One uncertainty as written; {@code counted} if it counts last digits of the central value. */
    record Written(Decimal plus, Decimal minus, String label, boolean counted) {}

    /** Papers list some tens of sources. */
    private static final int MOST = 1000;

    private static final String PAIR = "write +a -b, or ± a";

    private final ValueScanner scanner;
    private final Decimal central;
    private final List<Written> found = new ArrayList<>();
    private boolean bracketsMayFollow = true;

    UncertaintyScanner(ValueScanner scanner, Decimal central) {
        this.scanner = scanner;
        this.central = central;
    }

    List<Written> all() throws Misread {
        while (true) {
            int start = scanner.position();
            if (!next()) {
                scanner.backTo(start);
                return found;
            }
            if (found.size() > MOST) {
                throw scanner.misreadAt(
                        start, "a value has at most " + MOST + " uncertainties", "add some in quadrature");
            }
            String label = scanner.label();
            if (label != null) {
                Written last = found.remove(found.size() - 1);
                found.add(new Written(last.plus(), last.minus(), label, last.counted()));
            }
        }
    }

    private boolean next() throws Misread {
        scanner.skipBlanks();
        if (scanner.peek() == '(') {
            return bracket();
        }
        if (acceptPlusMinus()) {
            Decimal sigma = side();
            add(sigma, sigma, false);
            return true;
        }
        if (scanner.accept("+")) {
            Decimal plus = side();
            Decimal minus = otherSide("'-' and the lower uncertainty are expected", false);
            add(plus, minus, false);
            return true;
        }
        if (scanner.acceptMinus()) {
            Decimal minus = side();
            add(otherSide("'+' and the upper uncertainty are expected", true), minus, false);
            return true;
        }
        return false;
    }

    private boolean acceptPlusMinus() {
        int start = scanner.position();
        if (scanner.accept("±") || scanner.accept("\\pm") || scanner.accept("+/-") || scanner.accept("+/\u2212")) {
            return true;
        }
        if (scanner.accept("+") && scanner.acceptMinus()) {
            return true;
        }
        scanner.backTo(start);
        return false;
    }

    private Decimal side() throws Misread {
        scanner.skipBlanks();
        if (scanner.nextIsMinus()) {
            throw scanner.misread("an uncertainty must be > 0", "");
        }
        return scanner.number("an uncertainty");
    }

    private Decimal otherSide(String rule, boolean upper) throws Misread {
        int behind = scanner.position();
        scanner.skipBlanks();
        if (scanner.accept("/")) {
            scanner.skipBlanks();
        }
        boolean paired = upper ? !acceptPlusMinus() && scanner.accept("+") : scanner.acceptMinus();
        if (!paired) {
            scanner.backTo(behind);
            scanner.skipBlanks();
            throw scanner.misread(rule, PAIR);
        }
        return side();
    }

    /** {@code (3)} counts last digits, {@code (0.03)} is meant as it stands; only right behind the value or another one. */
    private boolean bracket() throws Misread {
        int start = scanner.position();
        scanner.accept("(");
        scanner.skipBlanks();
        char first = scanner.peek();
        boolean isNumber = first == '.' || (first >= '0' && first <= '9');
        if (!bracketsMayFollow || !isNumber) {
            scanner.backTo(start);
            String expected = found.isEmpty() ? "an uncertainty" : "a label such as (stat)";
            throw scanner.misread(expected + " is expected", "");
        }
        Decimal written = scanner.number("an uncertainty");
        scanner.skipBlanks();
        scanner.expect(")");
        if (central.hasExponent() || written.hasExponent()) {
            throw scanner.misreadAt(
                    written.hasExponent() ? written.start() : central.start(),
                    "the power of ten stands behind the bracket",
                    "write 1.67(3)e-2");
        }
        Decimal sigma = written.hasPoint() ? written : written.inLastDigitsOf(central);
        add(sigma, sigma, !written.hasPoint());
        bracketsMayFollow = true;
        return true;
    }

    private void add(Decimal plus, Decimal minus, boolean counted) {
        found.add(new Written(plus, minus, "", counted));
        bracketsMayFollow = false;
    }
}

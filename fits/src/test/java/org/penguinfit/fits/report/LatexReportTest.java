package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.Fits;

class LatexReportTest {
    /** {@code \%}, {@code \\}, {@code \_}, … and formulas; what is left must hold no special character. */
    private static final Pattern HARMLESS = Pattern.compile("\\\\[%&#_$\\\\]|\\$[^$]*\\$");

    private static String tables(String fit) {
        return new LatexReportWriter().write(Fits.run(fit));
    }

    /** Environments and braces match, rows have the cells of their table, nothing special stands bare, labels are unique. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bsnunu-2021/table2",
                "bsnunu-2021/zprime",
                "bsnunu/evolution",
                "bsll/current",
                "examples/contour",
                "examples/propagate",
                "examples/significance",
                "examples/average"
            })
    void isLatexThatCompiles(String fit) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> labels = new HashSet<>();
        int columns = 0;
        int depth = 0;
        List<String> lines = List.of(tables(fit).split("\n", -1));
        assertThat(lines).anyMatch(line -> line.contains("\\toprule"));
        for (String line : lines) {
            if (line.startsWith("%")) {
                continue;
            }
            depth = braces(line, depth);
            if (line.contains("\\begin{")) {
                open.push(name(line));
            } else if (line.strip().startsWith("\\end")) {
                assertThat(open.pop()).isEqualTo(name(line));
                assertThat(open.isEmpty() ? depth : 0).as(line).isZero();
            } else if (line.strip().startsWith("\\label")) {
                assertThat(labels.add(line)).as(line).isTrue();
            }
            if (line.contains("\\begin{tabular}")) {
                String spec = line.substring(line.indexOf("{@{}") + 4, line.lastIndexOf("@{}"));
                columns = spec.replaceAll("p\\{[^}]*\\}", "p").length();
            }
            if (line.endsWith(" \\\\")) {
                assertThat(cells(line)).as(line).isEqualTo(columns);
            }
            assertThat(HARMLESS.matcher(line.replaceAll("\\\\(label|begin|end|renew)[^\\n]*", ""))
                            .replaceAll(""))
                    .doesNotContain("_", "%", "#", "$", "^", "~")
                    .matches("[\\x20-\\x7e\\u00a0-\\u017f]*");
        }
        assertThat(open).isEmpty();
    }

    private static String name(String line) {
        Matcher name = Pattern.compile("\\\\(?:begin|end)\\{([a-z]+)\\}").matcher(line);
        assertThat(name.find()).isTrue();
        return name.group(1);
    }

    private static int braces(String line, int before) {
        String bare = line.replace("\\{", "").replace("\\}", "");
        int depth = before;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        return depth;
    }

    private static int cells(String line) {
        String bare = line.replace("\\&", "");
        List<Integer> ends = new ArrayList<>();
        for (int i = bare.indexOf('&'); i >= 0; i = bare.indexOf('&', i + 1)) {
            ends.add(i);
        }
        return ends.size() + 1;
    }

    /**
     * Row 1 of Table 2 of arXiv:2108.05033 as a likelihood: minima at 21.438 and −8.637, where 4.39 − 0.457 C + 0.0357 C² = 11, and
     * ends of the 1σ set where it is 7 or 15: 17.081 and 24.790, −11.989 and −4.281. By the PDG rule 3.352 keeps two digits.
     */
    @Test
    void unequalUncertaintiesStandAboveAndBelow() {
        assertThat(tables("bsnunu-2021/table2"))
                .contains("$21.4^{+3.4}_{-4.4}$ & $0$ & $[-11.99, -4.28] \\cup [17.08, 24.79]$")
                .contains("Printed in Table 2, row 1")
                .contains(
                        "$\\mathrm{Re}\\,C_L^{\\tau \\tau}$ & $[-11.99, -4.28] \\cup [17.08, 24.79]$ & $[-12, -4]$ or");
    }

    /** PDG 2024, Introduction, section 5.3, with the smaller side deciding. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.827 | 0.119 | 0.119 | 0.83 ± 0.12",
                "0.827 | 0.367 | 0.119 | 0.83 +0.37 −0.12",
                "0.827 | 0.367 | 0.413 | 0.8 ± 0.4",
                "-12.3 | 3.6 | 4.6 | −12 +4 −5",
                "1.9e-5 | 1.3e-5 | 1.2e-5 | (1.9 +1.3 −1.2)e-5"
            })
    void sidesAreRoundedByTheSmallerOne(double value, double plus, double minus, String text) {
        assertThat(PdgRounding.withSides(value, plus, minus)).isEqualTo(text);
    }
}

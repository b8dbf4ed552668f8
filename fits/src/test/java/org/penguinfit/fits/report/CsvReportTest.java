package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;

/** results.csv after RFC 4180, read back by the few rules of that paper. */
class CsvReportTest {
    @TempDir
    private Path temp;

    private List<List<String>> rows() {
        FitFolder folder = new FitFolder(temp)
                .write("theory.yaml", """
                        schema: theory/1
                        flavours: {q: [a, b]}
                        wilson: {C: {indices: {i: q, j: q}, name: "C_{i}{j}"}}
                        observables: {O: "C[a,b]"}
                        """)
                .write("data.yaml", """
                        "@metadata@": {schema: measurements/1}
                        A: {values: {O: 1 ± 0.5}}
                        """)
                .write("fit.yaml", """
                        schema: fit/1
                        title: t
                        theory: [theory.yaml]
                        measurements: {files: [data.yaml], include: [A]}
                        parameters: {"C[a,b]": {range: "-9:9"}}
                        tasks:
                          'say "so, twice"': {type: one-at-a-time, levels: [1σ]}
                        """);
        return parse(new CsvReportWriter().write(folder.run()));
    }

    private static List<List<String>> parse(String csv) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                rows.get(rows.size() - 1).add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                rows.add(new ArrayList<>());
            } else {
                cell.append(c);
            }
        }
        rows.remove(rows.size() - 1); // after the last line break
        return rows;
    }

    @Test
    void everyRowHasTheColumnsOfTheHeading() {
        List<List<String>> rows = rows();
        assertThat(rows).allMatch(r -> r.size() == rows.get(0).size());
        // Heading, minimum and interval; the points of the curve stand under the quantity "scan".
        assertThat(rows).filteredOn(r -> !r.get(1).equals("scan")).hasSize(3);
        assertThat(rows.get(0)).startsWith("task", "quantity", "name", "level", "index");
    }

    /** A Gaussian 1 ± 0.5 of the parameter itself: minimum 1, 1σ interval [0.5, 1.5]. */
    @Test
    void cellsWithCommasAndQuotesComeBackWhole() {
        List<List<String>> rows = rows();
        assertThat(rows.get(1)).startsWith("say \"so, twice\"", "minimum", "C[a,b]", "", "1", "1.0");
        assertThat(rows.get(1)).endsWith("1.0 ± 0.5");
        assertThat(rows.get(2))
                .containsExactly(
                        "say \"so, twice\"",
                        "interval",
                        "C[a,b]",
                        "1σ",
                        "1",
                        "",
                        "0.5",
                        "1.5",
                        "",
                        "",
                        "[0.500, 1.500]");
    }
}

package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance.SourcedNumber;

/** A result names the file, key, line and digest of every number, and the publications behind them. */
class ProvenanceTest {
    private static final String OWN = """
            "@metadata@": {schema: measurements/1}
            Plain:
              inspire: Nobody:2027xyz
              extraction: {where: "Table 3"}
              values: {BR(B+->Knunu): 1.0 ± 0.5 e-5}
            Listed:
              arxiv: "2799.00001"
              verified: false
              values:
                - {name: BR(B0->K*nunu), value: < 1.8e-5 @ 90% CL}
            Joint:
              inspire: Grygier:2017tzo
              values:
                - likelihood:
                    type: multivariate-gaussian
                    observables: [R_BKnunu, R_BKstarnunu]
                    means: [2.0, 1.0]
                    sigmas: [1.0, 1.0]
                    correlation: 0.2
            """;

    private static final String FIT = """
            schema: fit/1
            title: t
            theory: [bsnunu-2021]
            measurements: {files: [own.yaml]}
            parameters: {CL_bsnutaunutau: {range: "-40:40"}}
            tasks:
              one: {type: allowed, use: [Plain, Listed]}
              two: {type: one-at-a-time, use: [Plain, Joint], levels: [1σ]}
            """;

    @TempDir
    private Path temp;

    private FitFolder folder;

    @BeforeEach
    void write() {
        folder = new FitFolder(temp).write("own.yaml", OWN).write("fit.yaml", FIT);
    }

    private static SourcedNumber of(FitResult result, String measurement) {
        return result.provenance().numbers().stream()
                .filter(n -> n.measurement().equals(measurement))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyNumberIsTracedToItsKeyAndLine() throws Exception {
        FitResult result = folder.run();
        byte[] digest =
                java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(temp.resolve("own.yaml")));
        assertThat(result.provenance().numbers())
                .extracting(SourcedNumber::observable)
                .containsExactly("BR(B+->Knunu)", "BR(B0->K*nunu)", "R_BKnunu", "R_BKstarnunu");
        assertThat(result.provenance().numbers())
                .extracting(SourcedNumber::sha256)
                .containsOnly(HexFormat.of().formatHex(digest));
        SourcedNumber plain = of(result, "Plain");
        assertThat(plain.key()).isEqualTo("Plain.values.BR(B+->Knunu)");
        assertThat(plain.line()).isEqualTo(5);
        assertThat(plain.where()).isEqualTo("Table 3");
        assertThat(plain.tasks()).containsExactly("one", "two");
        assertThat(plain.verified()).isTrue();
        SourcedNumber listed = of(result, "Listed");
        assertThat(listed.key()).isEqualTo("Listed.values[0].value");
        assertThat(listed.line()).isEqualTo(10);
        assertThat(listed.published()).isEqualTo("< 1.8e-5 @ 90% CL");
        assertThat(listed.tasks()).containsExactly("one");
        assertThat(of(result, "Joint").key()).startsWith("Joint.values[0]");
    }

    @Test
    void whatIsNotVerifiedIsMarked() {
        FitResult result = folder.run();
        assertThat(result.notes()).contains("'Listed' is not verified against its source");
        assertThat(new MarkdownReportWriter().write(result)).contains("| Listed (not verified)");
    }

    @Test
    void citationsWithoutAnEntryAreListedAndNotInvented() {
        FitResult result = folder.run();
        assertThat(result.citations()).contains("Nobody:2027xyz", "arXiv:2799.00001", "Grygier:2017tzo");
        assertThat(result.provenance().bibliography().missing()).contains("Nobody:2027xyz", "arXiv:2799.00001");
        assertThat(new BibliographyWriter().write(result))
                .contains("% No entry for Nobody:2027xyz")
                .doesNotContain("{Nobody:2027xyz");
    }

    /** The line and column of every number of the library lead to its words. */
    @Test
    void placesOfTheLibraryHoldTheNumbers() throws IOException {
        FitResult result = org.penguinfit.fits.Fits.run("bsnunu-2021/table2");
        List<SourcedNumber> numbers = result.provenance().numbers();
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
        for (SourcedNumber number : numbers) {
            Path file = Path.of("../" + number.file());
            String line = Files.readAllLines(file).get(number.line() - 1);
            Matcher digits = Pattern.compile("\\d[\\d.]*").matcher(number.published());
            assertThat(digits.find()).isTrue();
            assertThat(line.substring(number.column() - 1)).contains(digits.group());
        }
    }
}

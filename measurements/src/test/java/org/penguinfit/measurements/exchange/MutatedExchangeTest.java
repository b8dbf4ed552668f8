package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.exchange.convert.Conversion;
import org.penguinfit.measurements.exchange.convert.Format;
import org.penguinfit.measurements.exchange.hepdata.HepSelection;

/** Good files with bytes cut, doubled or changed: read, or diagnosed, but never a crash. */
class MutatedExchangeTest {
    private static final Path FOLDER = Path.of("src/test/resources/exchange");
    private static final int MUTANTS = 300;
    private static final String LETTERS = "{}[]:,-'\"& *!|>%@~\n\t0123456789eE.+_ab±\u2212";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "flavio.yml, flavio, 1",
        "second.yml, flavio, 2",
        "eos.yaml, eos, 3",
        "table.yaml, hepdata, 4",
        "table.csv, hepdata, 5"
    })
    void givesMeasurementsOrDiagnostics(String name, String format, long seed) throws IOException {
        String good = Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
        Random random = new Random(seed);
        int diagnosed = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Path file = folder.resolve(i + name);
            Files.writeString(file, mutate(good, random));
            Diagnostics diagnostics = new Diagnostics();
            try {
                Conversion.read(List.of(file), Format.of(format).orElseThrow(), HepSelection.NONE, null, diagnostics);
            } catch (InvalidInputException e) {
                assertThat(e.diagnostics()).isNotEmpty();
            }
            diagnosed += diagnostics.hasErrors() ? 1 : 0;
        }
        assertThat(diagnosed).isBetween(MUTANTS / 10, MUTANTS);
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && mutant.length() > 0; i++) {
            int at = random.nextInt(mutant.length());
            int end = Math.min(mutant.length(), at + 1 + random.nextInt(20));
            switch (random.nextInt(4)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, mutant.substring(at, end));
                case 2 -> mutant.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
                default -> mutant.setLength(at);
            }
        }
        return mutant.toString();
    }
}

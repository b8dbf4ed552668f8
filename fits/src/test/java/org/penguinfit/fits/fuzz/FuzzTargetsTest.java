package org.penguinfit.fits.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the seeds of the fuzzer, and every input that once broke a reader, kept in {@code src/test/resources/fuzz}. */
class FuzzTargetsTest {
    private static final Path REGRESSIONS = Path.of("src/test/resources/fuzz");
    private static final Duration SOON = Duration.ofSeconds(60);

    static List<FuzzTarget> targets() {
        return FuzzTarget.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seedsAndFormerFindingsAreRead(FuzzTarget target) throws IOException {
        List<byte[]> inputs = new ArrayList<>(target.seeds().read());
        assertThat(inputs).hasSizeGreaterThanOrEqualTo(6);
        Path folder = REGRESSIONS.resolve(target.name());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        for (byte[] input : inputs) {
            assertTimeoutPreemptively(
                    SOON, () -> target.entry().accept(input), () -> new String(input, StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyFolderOfFormerFindingsHasItsTarget() throws IOException {
        List<String> names = FuzzTarget.ALL.stream().map(FuzzTarget::name).toList();
        try (Stream<Path> folders = Files.list(REGRESSIONS)) {
            assertThat(folders.map(f -> f.getFileName().toString())).isSubsetOf(names);
        }
    }

    @Test
    void aBrokenPromiseIsAFinding() {
        assertThatThrownBy(() -> Expect.that(false, "a promise")).isInstanceOf(AssertionError.class);
    }
}

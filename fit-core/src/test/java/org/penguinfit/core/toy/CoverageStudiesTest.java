package org.penguinfit.core.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.linalg.Vector;

/** The long coverage studies; each writes its table to {@code target/coverage}, from where docs/coverage.md has it. */
@Tag("study")
class CoverageStudiesTest {
    private static final int TOYS = 10_000;
    private static final int BELT_TOYS = 100_000;

    /** Three binomial errors of 10,000 toys and the 0.3 % of 136/200; counts only over-cover. */
    private static final double LARGEST_DEFICIT = 0.017;

    static List<CoverageProblem> problems() {
        return List.of(
                CoverageProblem.boundedGaussian(BELT_TOYS),
                CoverageProblem.poisson(BELT_TOYS),
                CoverageProblem.gaussianWithNuisance(),
                CoverageProblem.onOff(),
                CoverageProblem.quadratic(BELT_TOYS),
                CoverageProblem.boundedQuadratic(BELT_TOYS));
    }

    /** The construction that promises coverage must not under-cover, on any problem. */
    @ParameterizedTest
    @MethodSource("problems")
    void feldmanCousinsCoversOnEveryProblem(CoverageProblem problem) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Coverage> all = new ArrayList<>();
        for (Vector truth : problem.truths()) {
            List<Coverage> found = problem.at(truth, TOYS, 2);
            all.addAll(found);
            for (int k = 0; k < found.size(); k += 2) {
                lines.add(row(truth, found.get(k), found.get(k + 1)));
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "coverage"));
        String file = problem.title().replaceAll("[^A-Za-z0-9]+", "-") + ".md";
        Files.writeString(folder.resolve(file), problem.title() + "\n\n" + String.join("\n", lines) + "\n");
        assertThat(all)
                .filteredOn(found -> found.method().startsWith("Feldman"))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.fraction().orElseThrow().value())
                        .isGreaterThan(found.level().probability() - LARGEST_DEFICIT));
    }

    private static String row(Vector truth, Coverage oneSigma, Coverage cl95) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d |",
                truth.get(0),
                oneSigma.method(),
                percent(oneSigma),
                percent(cl95),
                oneSigma.failures());
    }

    private static String percent(Coverage coverage) {
        return coverage.fraction()
                .map(fraction ->
                        String.format(Locale.ROOT, "%.2f ± %.2f", 100 * fraction.value(), 100 * fraction.error()))
                .orElse("–");
    }
}

package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/**
 * The packed fit bsnunu-2021/table2 against an independent program, reference/table2.py (mpmath 1.3.0 with 40 digits, sympy
 * 1.14.0), whose output stands beside it. The program profiles the nuisance parameters in closed form.
 */
class Table2ReferenceTest {
    private static final FitResult RESULT = Fits.run("bsnunu-2021/table2");
    private static final Path REFERENCE = Path.of("src/test/resources/reference/table2.txt");

    /** Ends of exact sets: roots of a quartic by companion matrix and Newton, |slope| > 0.05 at every end. */
    private static final double EXACT = 1e-9;

    /** Ends of profiles: the stopping rule leaves 1e-9 in −2 ln L, slopes at the ends are above 0.1. */
    private static final double PROFILED = 1e-6;

    private record Line(String task, String parameter, String kind, String level, List<Double> numbers) {}

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(REFERENCE)) {
            String[] words = text.split(" ", -1);
            List<Double> numbers = Stream.of(words).skip(4).map(Double::valueOf).toList();
            lines.add(new Line(words[0], words[1], words[2], words[3], numbers));
        }
        return lines;
    }

    /** Parameter and task → all reference lines of it. */
    static Stream<Map.Entry<String, List<Line>>> scans() throws IOException {
        Map<String, List<Line>> scans = new LinkedHashMap<>();
        for (Line line : lines()) {
            if (!line.task.equals("plane")) {
                scans.computeIfAbsent(line.task + " " + line.parameter, k -> new ArrayList<>())
                        .add(line);
            }
        }
        assertThat(scans).hasSize(8);
        return scans.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("scans")
    void minimaAreThoseOfTheReference(Map.Entry<String, List<Line>> scan) {
        Line first = scan.getValue().get(0);
        double tolerance = first.task.equals("combined") ? EXACT : PROFILED;
        List<Line> expected =
                scan.getValue().stream().filter(l -> l.kind.equals("minimum")).toList();
        List<MinimumFound> minima = Fits.minima(Fits.task(RESULT, first.task), first.parameter);
        assertThat(minima).hasSameSizeAs(expected);
        for (Line line : expected) { // mirror images have the same −2 ln L and thus no order of their own
            assertThat(minima).anySatisfy(m -> {
                assertThat(Fits.at(m, line.parameter)).isCloseTo(line.numbers.get(0), within(tolerance));
                assertThat(m.chi2()).isCloseTo(line.numbers.get(1), within(tolerance));
            });
        }
        assertThat(minima.get(0).chi2()).isCloseTo(expected.get(0).numbers.get(1), within(tolerance));
    }

    @ParameterizedTest
    @MethodSource("scans")
    void setsAreThoseOfTheReference(Map.Entry<String, List<Line>> scan) {
        Map<String, List<Double>> ends = new LinkedHashMap<>();
        for (Line line : scan.getValue()) {
            if (line.kind.equals("interval")) {
                List<Double> ofLevel = ends.computeIfAbsent(line.level, k -> new ArrayList<>());
                ofLevel.add(line.numbers.get(0));
                ofLevel.add(line.numbers.get(1));
            }
        }
        Line first = scan.getValue().get(0);
        double tolerance = first.task.equals("combined") ? EXACT : PROFILED;
        assertThat(ends).hasSize(3);
        ends.forEach((level, expected) -> assertThat(Fits.ends(Fits.task(RESULT, first.task), first.parameter, level))
                .containsExactly(
                        expected.stream().mapToDouble(Double::doubleValue).toArray(), within(tolerance)));
    }

    @Test
    void planeHasBothMinimaWithTheirCovariances() throws IOException {
        List<Line> expected =
                lines().stream().filter(l -> l.task.equals("plane")).toList();
        List<MinimumFound> minima = Fits.task(RESULT, "plane").minima();
        assertThat(expected).hasSize(2);
        assertThat(minima).hasSize(2);
        for (int k = 0; k < 2; k++) {
            List<Double> e = expected.get(k).numbers;
            MinimumFound m = minima.get(k);
            assertThat(Fits.at(m, "CL_bsnutaunutau")).isCloseTo(e.get(0), within(PROFILED));
            assertThat(Fits.at(m, "CR_bsnutaunutau")).isCloseTo(e.get(1), within(PROFILED));
            assertThat(m.chi2()).isCloseTo(e.get(2), within(1e-10));
            CovarianceMatrix covariance = Objects.requireNonNull(m.covariance());
            assertThat(covariance.get(0, 0)).isCloseTo(e.get(3), within(1e-4));
            assertThat(covariance.get(0, 1)).isCloseTo(e.get(4), within(1e-4));
            assertThat(covariance.get(1, 1)).isCloseTo(e.get(5), within(1e-4));
            assertThat(covariance.correlation(0, 1)).isCloseTo(e.get(4) / Math.sqrt(e.get(3) * e.get(5)), within(1e-6));
        }
    }

    /**
     * Profile ends of the plane: mpmath 1.3.0, 30 digits, roots of {f − f_min − Δ, ∂f/∂(the other)} for Δ = 1 and 4, and a grid
     * for which of them belong to the lower branch.
     */
    @Test
    void theProfilesOfThePlaneHaveTheEndsOfBothBranches() {
        TaskResult plane = Fits.task(RESULT, "plane");
        assertThat(Fits.ends(plane, "CL_bsnutaunutau", "1σ"))
                .containsExactly(
                        new double[] {-5.68918299119756, 4.18553070719078, 8.63088216546703, 18.4943276896548},
                        within(PROFILED));
        assertThat(Fits.ends(plane, "CL_bsnutaunutau", "2σ"))
                .containsExactly(new double[] {-9.19275889993746, 21.9999871403918}, within(PROFILED));
        assertThat(Fits.ends(plane, "CR_bsnutaunutau", "2σ"))
                .containsExactly(new double[] {-15.6036116131158, 15.5891344272135}, within(PROFILED));
    }
}

package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/**
 * The packed fit bsnunu/one-at-a-time on three days: which measurements enter, and the numbers of an independent program,
 * reference/one-at-a-time.py (mpmath 1.3.0, 40 digits), whose output stands beside it.
 */
class OneAtATimeTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference/one-at-a-time.txt");

    /** Minima and ends are roots of polynomials of degree 3 and 4, polished; |slope| > 0.05 at every end. */
    private static final double EXACT = 1e-9;

    private static final String[] OLD_LIMITS = {
        "BaBar BKnunu semileptonic 2010",
        "BaBar BKnunu hadronic 2013",
        "BaBar BKstnunu hadronic 2013",
        "Belle BKnunu 2013",
        "Belle BKstnunu 2013",
        "Belle BKnunu 2017",
        "Belle BKstnunu 2017"
    };

    private record Line(String parameter, String kind, String level, List<Double> numbers) {
        double[] ends() {
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static FitResult on(String day) {
        return Fits.run(new FitRequest("bsnunu/one-at-a-time", List.of(), List.of(), LocalDate.parse(day), null));
    }

    private static List<String> used(FitResult result) {
        return Fits.task(result, "alone").data().stream()
                .map(TaskResult.DatumUsed::measurement)
                .toList();
    }

    private static List<String> with(String... more) {
        List<String> names = new ArrayList<>(List.of(OLD_LIMITS));
        names.addAll(List.of(more));
        return names;
    }

    @Test
    void in2017OnlyBaBarAndBelleEnter() {
        assertThat(used(on("2017-12-31"))).containsExactlyInAnyOrderElementsOf(with());
    }

    @Test
    void in2021TheFirstResultOfBelleIIEntersAndNotTheAverageWithIt() {
        assertThat(used(on("2021-08-31"))).containsExactlyInAnyOrderElementsOf(with("Belle II BKnunu 2021"));
    }

    @Test
    void in2024BothTagsOfBelleIIEnterAndNotTheirCombination() {
        FitResult result = on("2024-01-01");
        assertThat(used(result))
                .containsExactlyInAnyOrderElementsOf(
                        with("Belle II BKnunu inclusive 2023", "Belle II BKnunu hadronic 2023"));
        assertThat(result.skipped())
                .extracting(FitResult.Skip::name)
                .contains("Belle II BKnunu 2023", "BKnunu average 2023", "BKnunu average 2021", "Belle II BKnunu 2021");
    }

    static Stream<Map.Entry<String, List<Line>>> days() throws IOException {
        Map<String, List<Line>> days = new TreeMap<>();
        for (String text : Files.readAllLines(REFERENCE)) {
            String[] words = text.split(" ", -1);
            List<Double> numbers = Stream.of(words).skip(4).map(Double::valueOf).toList();
            days.computeIfAbsent(words[0], day -> new ArrayList<>())
                    .add(new Line(words[1], words[2], words[3], numbers));
        }
        assertThat(days).hasSize(3);
        return days.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("days")
    void numbersAreThoseOfTheReference(Map.Entry<String, List<Line>> day) {
        TaskResult task = Fits.task(on(day.getKey()), "alone");
        assertThat(day.getValue()).hasSizeGreaterThanOrEqualTo(16); // four coefficients: a minimum and three sets each
        for (Line line : day.getValue()) {
            if (line.kind.equals("interval")) {
                assertThat(Fits.ends(task, line.parameter, line.level)).containsExactly(line.ends(), within(EXACT));
            } else {
                List<MinimumFound> minima = Fits.minima(task, line.parameter);
                assertThat(minima).hasSize((int) day.getValue().stream()
                        .filter(l -> l.kind.equals("minimum") && l.parameter.equals(line.parameter))
                        .count());
                assertThat(minima).anySatisfy(m -> {
                    assertThat(Fits.at(m, line.parameter)).isCloseTo(line.numbers.get(0), within(1e-8));
                    assertThat(m.chi2()).isCloseTo(line.numbers.get(1), within(EXACT));
                });
            }
        }
    }
}

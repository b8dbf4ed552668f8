package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;

/** A new result arrives: {@code --with} and {@code --as-of} on the packed fit bsnunu-2021/table2. */
class AddedMeasurementTest {
    private static final String FIT = "bsnunu-2021/table2";
    private static final String C = "CL_bsnutaunutau";
    private static final double ROUNDING = 1e-9;

    private static final String NEW = """
            "@metadata@": {schema: measurements/1}
            New BKnunu 2023:
              experiment: Belle II
              inspire: Nobody:2023abc
              date: 2023-11
              supersedes: BKnunu average 2021
              values: {BR(B+->Knunu): 2.0 ± 0.5 e-5}
            """;

    @TempDir
    private Path temp;

    private FitFolder folder;

    @BeforeEach
    void open() {
        folder = new FitFolder(temp);
    }

    private FitResult with(@Nullable String asOf, String... files) {
        List<Path> paths = List.of(files).stream().map(folder::path).toList();
        LocalDate date = asOf == null ? null : LocalDate.parse(asOf);
        return Fits.run(new FitRequest(FIT, paths, List.of(), date, null));
    }

    private List<String> problems(String... files) {
        List<Path> paths = List.of(files).stream().map(folder::path).toList();
        return Fits.problems(new FitRequest(FIT, paths, List.of(), null, null)).stream()
                .map(p -> p.replace(temp + "/", ""))
                .toList();
    }

    /** Ends of {low ≤ 4.39 − 0.457 x + 0.0357 x² ≤ high}. */
    private static double[] band(double low, double high) {
        double outer = Math.sqrt(0.457 * 0.457 - 4 * 0.0357 * (4.39 - high));
        double inner = Math.sqrt(0.457 * 0.457 - 4 * 0.0357 * (4.39 - low));
        double a = 2 * 0.0357;
        return new double[] {(0.457 - outer) / a, (0.457 - inner) / a, (0.457 + inner) / a, (0.457 + outer) / a};
    }

    @Test
    void replacesWhatItSupersedesInEveryTask() {
        folder.write("new.yaml", NEW);
        FitResult result = with(null, "new.yaml");
        assertThat(Fits.ends(Fits.task(result, "row-RK"), C, "allowed"))
                .containsExactly(band(15, 25), within(ROUNDING));
        assertThat(Fits.ends(Fits.task(result, "likelihood-RK"), C, "2σ"))
                .containsExactly(band(10, 30), within(ROUNDING));
        assertThat(result.used()).contains("New BKnunu 2023").doesNotContain("BKnunu average 2021");
        assertThat(result.notes())
                .contains("'New BKnunu 2023' enters in the place of 'BKnunu average 2021', which it supersedes");
        assertThat(result.skipped())
                .contains(new FitResult.Skip("BKnunu average 2021", "superseded by 'New BKnunu 2023'"));
        assertThat(result.citations()).contains("Nobody:2023abc", "arXiv:2108.05033");
        assertThat(result.inputs()).containsKey(folder.path("new.yaml").toString());
        for (String task : List.of("combined", "combined-theory", "plane")) {
            assertThat(Fits.task(result, task).data())
                    .extracting(TaskResult.DatumUsed::measurement)
                    .containsExactly("New BKnunu 2023", "Belle BKstnunu 2017");
        }
    }

    /** A limit in the place of a value: the hard cut BR ≤ 1e-5 gives one segment. */
    @Test
    void mayBeALimitInThePlaceOfAValue() {
        folder.write("new.yaml", NEW.replace("2.0 ± 0.5 e-5", "\"< 1e-5 @ 90% CL\""));
        double root = Math.sqrt(0.457 * 0.457 + 4 * 0.0357 * 5.61);
        assertThat(Fits.ends(Fits.task(with(null, "new.yaml"), "row-RK"), C, "allowed"))
                .containsExactly(new double[] {(0.457 - root) / 0.0714, (0.457 + root) / 0.0714}, within(ROUNDING));
    }

    @Test
    void entersTasksThatUseTheMeasurementsOfTheFitAndIsNotedWhereItSupersedesNothing() {
        folder.write("new.yaml", NEW.replace("  supersedes: BKnunu average 2021\n", ""));
        FitResult result = with(null, "new.yaml");
        assertThat(Fits.task(result, "combined").data())
                .extracting(TaskResult.DatumUsed::measurement)
                .containsExactly("BKnunu average 2021", "Belle BKstnunu 2017", "New BKnunu 2023");
        assertThat(Fits.task(result, "row-RK").data())
                .extracting(TaskResult.DatumUsed::measurement)
                .containsExactly("BKnunu average 2021");
        assertThat(result.notes()).allSatisfy(note -> assertThat(note).doesNotContain("New BKnunu 2023"));
    }

    /** Two independent Gaussians 2.0 ± 0.5 and 3.0 ± 0.5 are one of 2.5 ± 0.5/√2, up to a constant. */
    @Test
    void twoThatSupersedeTheSameBothEnter() {
        folder.write("a.yaml", NEW);
        folder.write(
                "b.yaml",
                NEW.replace("New BK", "Other BK").replace("Nobody", "Other").replace("2.0", "3.0"));
        FitResult result = with(null, "a.yaml", "b.yaml");
        double sigma = 5 / Math.sqrt(2);
        assertThat(Fits.ends(Fits.task(result, "likelihood-RK"), C, "1σ"))
                .containsExactly(band(25 - sigma, 25 + sigma), within(ROUNDING));
        assertThat(result.used()).contains("New BKnunu 2023", "Other BKnunu 2023");
    }

    @Test
    void twoThatSupersedeTheSameFromOnePublicationCountTwice() {
        folder.write("a.yaml", NEW);
        folder.write("b.yaml", NEW.replace("New BK", "Other BK"));
        assertThat(problems("a.yaml", "b.yaml"))
                .isNotEmpty()
                .allMatch(p -> p.contains("a task must not count the same data twice"))
                .allMatch(p -> p.contains("both report BR(B+->Knunu) from Nobody:2023abc"));
    }

    @Test
    void ofTheNameOfALibraryEntryTakesItsPlaceWithAWarning() {
        folder.write("own.yaml", """
                "@metadata@": {schema: measurements/1}
                BKnunu average 2021:
                  date: 2021-06
                  values: {BR(B+->Knunu): 2.0 ± 0.5 e-5}
                """);
        assertThat(Fits.ends(Fits.task(with(null, "own.yaml"), "row-RK"), C, "allowed"))
                .containsExactly(band(15, 25), within(ROUNDING));
        assertThat(problems("own.yaml"))
                .containsExactly(
                        "own.yaml:2:1 BKnunu average 2021: warning: takes the place of the measurement of the same"
                                + " name at measurements/library/b-to-s-nu-nu/average-2021.yaml:7:1");
    }

    @Test
    void ofAnObservableThatTheTheoryLacksIsReportedWithItsPlace() {
        folder.write("own.yaml", """
                "@metadata@": {schema: measurements/1}
                Wrong name:
                  values:
                    - {name: BR(B+->Kmunu), value: 2.0 ± 0.5 e-5}
                """);
        assertThat(problems("own.yaml"))
                .containsExactly(
                        "own.yaml:4:36 Wrong name: no prediction named 'BR(B+->Kmunu)' in the theory of this fit"
                                + " (did you mean 'BR(B+->Knunu)'?)");
    }

    @Test
    void brokenFilesAreReportedAllAtOnceAndNothingElse() {
        folder.write("a.yaml", NEW.replace("± 0.5", "± -0.5"));
        folder.write("b.yaml", "x: [");
        folder.write("c.yaml", NEW.replace("New BK", "Third BK").replace("date: 2023-11", "date: 2023-13"));
        List<String> problems = problems("a.yaml", "b.yaml", "c.yaml", "missing.yaml");
        assertThat(problems).hasSize(4);
        assertThat(problems.get(0)).startsWith("a.yaml:7:");
        assertThat(problems.get(1)).startsWith("b.yaml:");
        assertThat(problems.get(2)).startsWith("c.yaml:5:");
        assertThat(problems.get(3)).startsWith("missing.yaml: file not found");
    }

    @Test
    void beforeItIsPublicTheOldOneIsBackInForce() {
        folder.write("new.yaml", NEW);
        FitResult before = with("2023-10-01", "new.yaml");
        assertThat(Fits.ends(Fits.task(before, "row-RK"), C, "allowed")).containsExactly(band(7, 15), within(ROUNDING));
        assertThat(before.skipped())
                .contains(new FitResult.Skip("New BKnunu 2023", "not public until 2023-11-30 (as of 2023-10-01)"));
        assertThat(before.notes())
                .singleElement()
                .asString()
                .contains("was added but enters no task: not public until");
        FitResult after = with("2023-12-01", "new.yaml");
        assertThat(Fits.ends(Fits.task(after, "row-RK"), C, "allowed")).containsExactly(band(15, 25), within(ROUNDING));
    }

    @Test
    void beforeAnythingIsPublicATaskHasNoData() {
        FitResult result = with("2016-12-31");
        assertThat(result.tasks()).allMatch(t -> t.status() == TaskResult.Status.NO_DATA);
        assertThat(result.converged()).isFalse();
        assertThat(result.used()).isEmpty();
        assertThat(result.skipped())
                .extracting(FitResult.Skip::name)
                .contains("BKnunu average 2021", "Belle BKstnunu 2017");
        assertThat(result.asOf()).isEqualTo("2016-12-31");
    }

    @Test
    void betweenTwoResultsOnlyTheFirstEnters() {
        FitResult result = with("2020-01-01");
        assertThat(Fits.task(result, "combined").data())
                .extracting(TaskResult.DatumUsed::measurement)
                .containsExactly("Belle BKstnunu 2017");
        assertThat(Fits.task(result, "row-RK").status()).isEqualTo(TaskResult.Status.NO_DATA);
        assertThat(Fits.task(result, "row-RKstar").status()).isEqualTo(TaskResult.Status.OK);
    }

    @Test
    void afterAllArePublicTheDateChangesNothing() {
        FitResult dated = with("2022-01-01");
        FitResult undated = with(null);
        for (TaskResult task : undated.tasks()) {
            assertThat(Fits.task(dated, task.id()).intervals()).isEqualTo(task.intervals());
        }
    }
}

package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;

class BenchReaderTest {
    @TempDir
    private Path folder;

    private List<String> problems(String text) throws IOException {
        Path file = folder.resolve("p.json");
        Files.writeString(file, text);
        Diagnostics diagnostics = new Diagnostics();
        assertThat(BenchReader.read(file, diagnostics)).isNull();
        return diagnostics.sorted().stream()
                .map(Diagnostic::toString)
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void theLayoutOfALikelihoodIsUnderstood() throws IOException {
        LikelihoodProblem problem = (LikelihoodProblem) BenchFiles.read("table2", folder);
        assertThat(problem.name()).isEqualTo("table2");
        assertThat(problem.observables().get(1).central().quadratic().get(0)).isEqualTo(0.0775);
        assertThat(problem.limits().get(0).sigma()).isEqualTo(10.94224924012158);
        assertThat(problem.toys()).hasSize(1000);
        assertThat(problem.toys().get(0).get(0)).isEqualTo(1.2293900001479412);
    }

    /** 2.6 MB in one line, with 160,000 numbers. */
    @Test
    void theLargestFileIsRead() throws IOException {
        LikelihoodProblem problem = (LikelihoodProblem) BenchFiles.read("global", folder);
        assertThat(problem.parameters()).hasSize(20);
        assertThat(problem.gaussians().get(0).covariance().size()).isEqualTo(300 * 300);
    }

    @Test
    void nuisanceParametersFollowThoseOfInterest() throws IOException {
        LikelihoodProblem problem = (LikelihoodProblem) BenchFiles.read("nuis", folder);
        assertThat(problem.interestCount()).isEqualTo(6);
        assertThat(problem.parameters()).hasSize(66);
        assertThat(problem.observables().get(0).shifts().get(0).parameter()).isEqualTo(6 + 2);
    }

    @Test
    void allProblemsOfABrokenFileAreToldAtOnceWithTheirPlaces() throws IOException {
        assertThat(problems("""
                        {"schema": "hepfit-bench/1", "name": "p", "sed": 1,
                         "parameters": [{"name": "c1", "type": "poi", "start": 0, "step": 0, "lower": null, "upper": null},
                          {"name": "c2", "type": "pio", "start": 0, "step": 1}],
                         "observables": [{"name": "O1", "poi": [0, 7], "const": 1, "lin": [1], "quad": [1, "x"]}],
                         "likelihood": [{"type": "gaussian", "obs": [0], "data": [1, 2], "cov": [[-1]]}]}
                        """))
                .containsExactly(
                        "p.json:1:43 sed: unknown key 'sed' (did you mean 'seed'?)",
                        "p.json:2:67 parameters[0].step: must be > 0, found 0",
                        "p.json:3:26 parameters[1].type: must be one of poi, nuisance, found 'pio' (did you mean 'poi'?)",
                        "p.json:4:44 observables[0].poi[1]: must be an index from 0 to 0, found 7",
                        "p.json:4:84 observables[0].quad[1]: must be a number, found 'x' (write it like 1.8e-5)",
                        "p.json:5:58 likelihood[0].data: must be a list of 1, found a list of 2",
                        "p.json:5:73 likelihood[0].cov: must be symmetric and positive definite, found a matrix that is not");
    }

    @Test
    void anotherFormatAnUnknownKindAndBrokenFormulasAreRefused() throws IOException {
        assertThat(problems("{\"schema\": \"fit/1\"}"))
                .containsExactly("p.json:1:12 schema: must be a benchmark file of format hepfit-bench/1,"
                        + " found one of format fit/1 (name another file)");
        assertThat(problems("{\"schema\": \"hepfit-bench/1\", \"kind\": \"nist\"}"))
                .singleElement()
                .asString()
                .startsWith("p.json:1:38 kind: unknown kind of benchmark, found 'nist'");
        assertThat(problems("""
                        {"schema": "hepfit-bench/1", "kind": "minimization-tests", "tests": [
                         {"name": "t", "dim": 1, "formula": "x1 + x2", "start": [0], "xmin": [0], "fmin": 0}]}
                        """))
                .singleElement()
                .asString()
                .startsWith("p.json:2:37 tests[0].formula: ")
                .contains("x2");
    }

    @Test
    void toysOfAnotherProblemAreRefused() throws IOException {
        BenchFiles.unpack("table2.json", folder);
        Files.writeString(
                folder.resolve("table2_toys.json"),
                "{\"schema\": \"hepfit-bench/1\", \"problem\": \"wc6\", \"toys\": [[1, 2]]}");
        Diagnostics diagnostics = new Diagnostics();
        assertThat(BenchReader.read(folder.resolve("table2.json"), diagnostics)).isNull();
        assertThat(diagnostics.sorted()).hasSize(2);
    }
}

package org.penguinfit.fits.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;

/** Reads benchmark files of the layouts {@code hepfit-bench/1}. */
public final class BenchReader {
    /** The name of the layouts. */
    public static final String SCHEMA = "hepfit-bench/1";

    private static final String TESTS = "minimization-tests";
    private static final String NIST = "nist-strd-nonlinear";
    private static final String ENDING = ".json";

    private BenchReader() {}

    /**
     * Reads a file, and the toys in {@code NAME_toys.json} beside {@code NAME.json} if there are any.
     *
     * @param diagnostics takes every problem of both files
     * @return the problem, or null after an error
     */
    public static @Nullable BenchProblem read(Path file, Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        LocatedDocument document = document(file, diagnostics);
        if (document == null) {
            return null;
        }
        BenchProblem problem = problem(document, diagnostics);
        if (problem instanceof LikelihoodProblem likelihood) {
            problem = withToys(likelihood, file, diagnostics);
        }
        return diagnostics.errorCount() > before ? null : problem;
    }

    private static @Nullable LocatedDocument document(Path file, Diagnostics diagnostics) {
        LocatedDocument document = LocatedDocument.read(file, file.toString(), diagnostics);
        if (document == null) {
            return null;
        }
        if (!document.schema().equals(SCHEMA)) {
            Node schema = document.root().get("schema");
            diagnostics.error(
                    schema == null ? document.root() : schema,
                    "must be a benchmark file of format " + SCHEMA,
                    document.schema().isEmpty() ? "a file without 'schema'" : "one of format " + document.schema(),
                    "name another file");
            return null;
        }
        return document;
    }

    private static @Nullable BenchProblem problem(LocatedDocument document, Diagnostics diagnostics) {
        Fields fields = new Fields(document.root(), diagnostics);
        Node kind = fields.node("kind");
        if (kind == null) {
            return new LikelihoodProblemReader(diagnostics).read(fields);
        }
        String text = Fields.asText(kind, diagnostics);
        if (TESTS.equals(text)) {
            return new TestFunctionReader(diagnostics).minimisationTests(fields);
        }
        if (NIST.equals(text)) {
            return new TestFunctionReader(diagnostics).nistSets(fields);
        }
        if (text != null) {
            List<String> known = List.of(TESTS, NIST);
            diagnostics.error(
                    kind, "unknown kind of benchmark", kind.describe(), DidYouMean.suggestOrList(text, known));
        }
        return null;
    }

    private static LikelihoodProblem withToys(LikelihoodProblem problem, Path file, Diagnostics diagnostics) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(ENDING)) {
            return problem;
        }
        Path beside = file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + "_toys" + ENDING);
        LocatedDocument document = Files.exists(beside) ? document(beside, diagnostics) : null;
        if (document == null) {
            return problem;
        }
        List<Vector> toys =
                new LikelihoodProblemReader(diagnostics).readToys(new Fields(document.root(), diagnostics), problem);
        return toys == null
                ? problem
                : new LikelihoodProblem(
                        problem.name(),
                        problem.parameters(),
                        problem.observables(),
                        problem.gaussians(),
                        problem.limits(),
                        toys);
    }
}

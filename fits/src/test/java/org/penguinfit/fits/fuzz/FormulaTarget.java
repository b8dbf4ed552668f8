package org.penguinfit.fits.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.ExpressionParser;
import org.penguinfit.likelihoods.expression.ExpressionProblem;
import org.penguinfit.likelihoods.theory.TheoryFiles;
import org.penguinfit.likelihoods.theory.TheoryLoader;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.LocatedDocument;

/** A formula: parsed or refused at a place inside it; then as an observable of a theory file with indices and parameters. */
public final class FormulaTarget {
    private static final String HEAD = """
            {"schema": "theory/1", "flavours": {"n": ["a", "b"]}, "constants": {"k": "1/3"},
             "wilson": {"C": {"indices": {"i": "n", "j": "n"}, "name": "C_{i}{j}", "complex": true}},
             "parameters": {"x": {}, "y": {"range": "-1:1"}},
             "observables": {"P": "x + y", "O":\s""";

    private FormulaTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        List<ExpressionProblem> problems = new ArrayList<>();
        Expression expression = ExpressionParser.parse(text, problems::add);
        Expect.that((expression == null) == !problems.isEmpty(), "an expression or a problem");
        for (ExpressionProblem problem : problems) {
            Expect.that(problem.offset() >= 0 && problem.offset() <= text.length(), "a place inside the formula");
        }
        if (expression != null) {
            theory(text);
        }
    }

    private static void theory(String formula) {
        StringBuilder json = new StringBuilder(HEAD);
        quote(formula, json);
        Diagnostics diagnostics = new Diagnostics();
        byte[] bytes = json.append("}}").toString().getBytes(StandardCharsets.UTF_8);
        try {
            LocatedDocument document = LocatedDocument.parse(bytes, "fuzz.json", diagnostics);
            if (document != null) {
                TheoryLoader.load(List.of(document), TheoryFiles.below(Path.of("no-such-folder")), diagnostics);
            }
        } catch (InvalidInputException e) {
            return; // a thousand errors are enough
        }
        Expect.printable(diagnostics);
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            json.append(String.format("\\u%04x", (int) text.charAt(i)));
        }
        json.append('"');
    }
}

package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.bench.MinimisationTests.KnownMinimum;
import org.penguinfit.fits.bench.MinimisationTests.Test;
import org.penguinfit.fits.bench.NistSets.NistSet;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads the minimisation tests and the NIST sets, whose functions are formulas. */
final class TestFunctionReader {
    private final Diagnostics diagnostics;
    private final NumberReader numbers;

    TestFunctionReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.numbers = new NumberReader(diagnostics);
    }

    MinimisationTests minimisationTests(Fields fields) {
        fields.alsoKnown("schema", "kind", "step", "note");
        List<Test> tests = new ArrayList<>();
        Node list = fields.requiredNode("tests");
        List<Node> items = list == null ? null : numbers.items(list, NumberReader.ANY);
        for (Node item : items == null ? List.<Node>of() : items) {
            Test test = test(item);
            if (test != null) {
                tests.add(test);
            }
        }
        fields.refuseUnknownKeys();
        return new MinimisationTests("minimization-tests", tests);
    }

    private @Nullable Test test(Node node) {
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return null;
        }
        fields.alsoKnown("note");
        String name = fields.requiredText("name");
        Node dim = fields.requiredNode("dim");
        Integer size = dim == null ? null : numbers.index(dim, 1000);
        int n = size == null ? NumberReader.ANY : size;
        Vector start = numbers.required(fields, "start", n);
        List<KnownMinimum> minima = new ArrayList<>();
        addMinimum(fields, "xmin", "fmin", n, minima);
        Node others = fields.node("other_minima");
        for (Node other : others instanceof ListNode list ? list.items() : List.<Node>of()) {
            Fields inner = Fields.of(other, diagnostics);
            if (inner != null) {
                addMinimum(inner, "x", "f", n, minima);
                inner.refuseUnknownKeys();
            }
        }
        Node text = fields.requiredNode("formula");
        PredictionVector function = text == null ? null : function(text, n);
        fields.refuseUnknownKeys();
        return name == null || start == null || function == null ? null : new Test(name, function, start, minima);
    }

    private @Nullable PredictionVector function(Node node, int n) {
        String text = Fields.asText(node, diagnostics);
        return text == null ? null : FormulaCompiler.function(node, text, names("x", n), diagnostics);
    }

    private void addMinimum(Fields fields, String point, String value, int n, List<KnownMinimum> minima) {
        Vector x = numbers.required(fields, point, n);
        Double f = fields.requiredNumber(value);
        if (x != null && f != null) {
            minima.add(new KnownMinimum(x, f));
        }
    }

    private static List<String> names(String letter, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(letter + i);
        }
        return names;
    }

    NistSets nistSets(Fields fields) {
        fields.alsoKnown("schema", "kind", "source", "note");
        List<NistSet> sets = new ArrayList<>();
        Node all = fields.requiredNode("sets");
        Fields named = all == null ? null : Fields.of(all, diagnostics);
        if (named != null) {
            for (MapNode.Entry entry : named.map().entries().values()) {
                NistSet set = set(entry.key(), entry.value());
                if (set != null) {
                    sets.add(set);
                }
            }
        }
        fields.refuseUnknownKeys();
        return new NistSets("nist-strd-nonlinear", sets);
    }

    private @Nullable NistSet set(String name, Node node) {
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return null;
        }
        fields.alsoKnown("rsd", "dof", "dof_in_file", "certified_str", "sd_str", "rss_str", "verified_digits");
        Vector x = numbers.required(fields, "x", NumberReader.ANY);
        Vector y = numbers.required(fields, "y", x == null ? NumberReader.ANY : x.size());
        Vector certified = numbers.required(fields, "certified", NumberReader.ANY);
        int n = certified == null ? NumberReader.ANY : certified.size();
        Vector first = numbers.required(fields, "start1", n);
        Vector second = numbers.required(fields, "start2", n);
        Vector sigmas = numbers.required(fields, "sd", n);
        Double rss = fields.requiredPositive("rss");
        Node text = fields.requiredNode("model");
        String formula = text == null ? null : Fields.asText(text, diagnostics);
        PredictionVector model = text == null || formula == null || x == null
                ? null
                : FormulaCompiler.model(text, formula, names("b", n), x.toArray(), diagnostics);
        fields.refuseUnknownKeys();
        return model == null
                        || y == null
                        || certified == null
                        || first == null
                        || second == null
                        || sigmas == null
                        || rss == null
                ? null
                : new NistSet(name, model, y, List.of(first, second), certified, sigmas, rss);
    }
}

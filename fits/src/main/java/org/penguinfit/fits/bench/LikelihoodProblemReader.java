package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.bench.LikelihoodProblem.BenchParameter;
import org.penguinfit.fits.bench.LikelihoodProblem.Constraint;
import org.penguinfit.fits.bench.LikelihoodProblem.Gaussian;
import org.penguinfit.fits.bench.LikelihoodProblem.Limit;
import org.penguinfit.fits.bench.LikelihoodProblem.Observable;
import org.penguinfit.fits.bench.LikelihoodProblem.Quadratic;
import org.penguinfit.fits.bench.LikelihoodProblem.Shift;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;

/** Reads a likelihood problem, and the toys that stand beside it. */
final class LikelihoodProblemReader {
    private final Diagnostics diagnostics;
    private final NumberReader numbers;
    private final List<BenchParameter> parameters = new ArrayList<>();
    private final List<Observable> observables = new ArrayList<>();
    private final List<Gaussian> gaussians = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private int interestCount;

    LikelihoodProblemReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.numbers = new NumberReader(diagnostics);
    }

    /** The problem as far as it could be read; not to be used after an error. */
    LikelihoodProblem read(Fields fields) {
        fields.alsoKnown("schema", "seed", "note");
        String name = fields.requiredText("name");
        forEach(fields, "parameters", this::parameter);
        forEach(fields, "observables", this::observable);
        forEach(fields, "likelihood", this::term);
        fields.refuseUnknownKeys();
        return new LikelihoodProblem(name == null ? "" : name, parameters, observables, gaussians, limits, List.of());
    }

    /** The toys of a problem, or null. */
    @Nullable
    List<Vector> readToys(Fields fields, LikelihoodProblem problem) {
        fields.alsoKnown("schema", "seed", "note", "generated_at");
        Node of = fields.requiredNode("problem");
        if (of != null && !problem.name().equals(Fields.asText(of, diagnostics))) {
            diagnostics.error(of, "must be toys of '" + problem.name() + "'", of.describe(), "");
        }
        List<Vector> toys = new ArrayList<>();
        forEach(fields, "toys", toy -> {
            Vector data = numbers.vector(toy, problem.dataSize());
            if (data != null) {
                toys.add(data);
            }
        });
        fields.refuseUnknownKeys();
        return toys.isEmpty() ? null : toys;
    }

    /** Reads one item of a list. */
    private interface ItemReader {
        void read(Node item);
    }

    private void forEach(Fields fields, String key, ItemReader reader) {
        Node node = fields.requiredNode(key);
        if (node instanceof ListNode list && !list.items().isEmpty()) {
            list.items().forEach(reader::read);
        } else if (node != null) {
            diagnostics.error(node, "must be a list that is not empty", node.describe(), "");
        }
    }

    private void parameter(Node node) {
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return;
        }
        fields.alsoKnown("truth");
        String name = fields.requiredText("name");
        Double start = fields.requiredNumber("start");
        Double step = fields.requiredPositive("step");
        double lower = bound(fields, "lower", Double.NEGATIVE_INFINITY);
        double upper = bound(fields, "upper", Double.POSITIVE_INFINITY);
        boolean nuisance = "nuisance".equals(kind(fields, List.of("poi", "nuisance")));
        Optional<Constraint> constraint = nuisance ? constraint(fields) : Optional.empty();
        fields.refuseUnknownKeys();
        if (name == null || start == null || step == null) {
            return;
        }
        if (!(lower < upper) || start < lower || start > upper) {
            diagnostics.error(node, "must have lower < upper and start between them", "", "");
            return;
        }
        if (nuisance && constraint.isEmpty()) {
            return; // reported
        }
        if (!nuisance && parameters.size() > interestCount) {
            diagnostics.error(node, "parameters of interest must stand before nuisance parameters", "", "");
        }
        interestCount += nuisance ? 0 : 1;
        parameters.add(new BenchParameter(name, start, step, new Bounds(lower, upper), constraint));
    }

    private @Nullable String kind(Fields fields, List<String> known) {
        Node node = fields.requiredNode("type");
        String type = node == null ? null : Fields.asText(node, diagnostics);
        if (node != null && type != null && !known.contains(type)) {
            diagnostics.error(
                    node,
                    "must be one of " + String.join(", ", known),
                    node.describe(),
                    DidYouMean.suggest(type, known));
            return null;
        }
        return type;
    }

    private Optional<Constraint> constraint(Fields fields) {
        Node node = fields.requiredNode("constraint");
        Fields inner = node == null ? null : Fields.of(node, diagnostics);
        if (inner == null) {
            return Optional.empty();
        }
        Double mean = inner.requiredNumber("mean");
        Double sigma = inner.requiredPositive("sigma");
        inner.refuseUnknownKeys();
        return mean == null || sigma == null ? Optional.empty() : Optional.of(new Constraint(mean, sigma));
    }

    /** A number, or null in the file for no bound. */
    private double bound(Fields fields, String key, double absent) {
        Node node = fields.node(key);
        if (node == null || node.describe().equals("nothing")) {
            return absent;
        }
        Double number = Fields.asNumber(node, diagnostics);
        return number == null ? absent : number;
    }

    private void observable(Node node) {
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return;
        }
        String name = fields.requiredText("name");
        Node poi = fields.requiredNode("poi");
        List<Integer> interest = poi == null ? null : numbers.indices(poi, Math.max(1, interestCount));
        int m = interest == null ? NumberReader.ANY : interest.size();
        Quadratic central = quadratic(fields, m);
        List<Shift> shifts = new ArrayList<>();
        if (fields.has("nuis")) {
            forEach(fields, "nuis", item -> shift(item, m, shifts));
        }
        fields.refuseUnknownKeys();
        if (name != null && interest != null && central != null) {
            observables.add(new Observable(name, interest, central, shifts));
        } else {
            observables.add(new Observable("", List.of(), new Quadratic(0, Vector.of(), Vector.of()), List.of()));
        }
    }

    private void shift(Node node, int m, List<Shift> shifts) {
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return;
        }
        Node number = fields.requiredNode("k");
        Integer k = number == null ? null : numbers.index(number, Math.max(1, parameters.size() - interestCount));
        Quadratic change = quadratic(fields, m);
        fields.refuseUnknownKeys();
        if (k != null && change != null) {
            shifts.add(new Shift(interestCount + k, change));
        }
    }

    private @Nullable Quadratic quadratic(Fields fields, int m) {
        Double constant = fields.requiredNumber("const");
        Vector linear = numbers.required(fields, "lin", m);
        Vector quadratic = numbers.required(fields, "quad", m == NumberReader.ANY ? m : m * (m + 1) / 2);
        return constant == null || linear == null || quadratic == null
                ? null
                : new Quadratic(constant, linear, quadratic);
    }

    private void term(Node node) {
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return;
        }
        String kind = kind(fields, List.of("gaussian", "upper_limit"));
        if ("gaussian".equals(kind)) {
            gaussian(fields);
        } else if ("upper_limit".equals(kind)) {
            limit(fields);
        } else {
            return; // reported
        }
        fields.refuseUnknownKeys();
    }

    private void gaussian(Fields fields) {
        Node obs = fields.requiredNode("obs");
        List<Integer> rows = obs == null ? null : numbers.indices(obs, observables.size());
        Vector data = numbers.required(fields, "data", rows == null ? NumberReader.ANY : rows.size());
        Node cov = fields.requiredNode("cov");
        Vector covariance = cov == null || rows == null ? null : numbers.matrix(cov, rows.size());
        if (cov != null && covariance != null && rows != null && !isCovariance(covariance, rows.size())) {
            diagnostics.error(cov, "must be symmetric and positive definite", "a matrix that is not", "");
        } else if (rows != null && data != null && covariance != null) {
            gaussians.add(new Gaussian(rows, data, covariance));
        }
    }

    private static boolean isCovariance(Vector matrix, int size) {
        try {
            return CovarianceMatrix.of(matrix.toArray(), size).isPresent();
        } catch (IllegalArgumentException e) {
            return false; // not symmetric
        }
    }

    private void limit(Fields fields) {
        Node obs = fields.requiredNode("obs");
        Integer observable = obs == null ? null : numbers.index(obs, observables.size());
        Double limit = fields.requiredPositive("limit");
        Double level = fields.requiredPositive("cl");
        Double center = fields.requiredNumber("center");
        Double sigma = fields.requiredPositive("sigma");
        if (observable != null && limit != null && level != null && center != null && sigma != null) {
            limits.add(new Limit(observable, limit, level, center, sigma));
        }
    }
}

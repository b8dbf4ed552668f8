package org.penguinfit.fits.result.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.minimize.CovarianceState;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskHeading;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.fits.result.TaskResult.PullFound;
import org.penguinfit.fits.result.TaskResult.Status;
import org.penguinfit.likelihoods.theory.WilsonValue;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads one task of results.json. */
final class TaskReader {
    private final Part task;

    private TaskReader(Part task) {
        this.task = task;
    }

    /** The task; null, and a diagnostic, if a word in it is unknown. */
    static @Nullable TaskResult read(String id, Part task) {
        return new TaskReader(task).task(id);
    }

    private @Nullable TaskResult task(String id) {
        TaskConfig.Type type = task.word("type", List.of(TaskConfig.Type.values()), TaskConfig.Type::key);
        Status status = task.word("status", List.of(Status.values()), Status::key);
        String title = task.text("title");
        List<Level> levels = levels();
        Published published = published();
        List<DatumUsed> data = task.parts("data", TaskReader::datum);
        List<String> notes = task.texts("notes");
        List<MinimumFound> minima = task.parts("minima", TaskReader::minimum);
        Goodness fit = task.has("chi2") || task.has("ndof") ? goodness() : null;
        Map<String, Map<String, IntervalSet>> intervals = task.values("intervals", this::sets);
        List<String> clipped = task.texts("clipped");
        List<PullFound> pulls = task.parts("pulls", TaskReader::pull);
        Map<String, PredictionFound> predictions = task.values("predictions", this::prediction);
        List<ResultBlock> blocks = BlockReader.read(task);
        task.refuseUnknownKeys();
        if (type == null || status == null) {
            return null;
        }
        return new TaskResult(
                new TaskHeading(id, type, title, levels, published),
                status,
                data,
                minima,
                fit,
                intervals,
                clipped,
                pulls,
                predictions,
                blocks,
                notes);
    }

    private List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (Node node : task.list(task.node("levels"))) {
            Level level = Level.read(node, task.diagnostics());
            if (level != null) {
                levels.add(level);
            }
        }
        return levels;
    }

    private @Nullable Published published() {
        if (!task.has("published")) {
            return null;
        }
        Part published = task.part("published");
        if (published == null) {
            return null;
        }
        Published found = new Published(
                published.text("where"),
                published.values("intervals", published::text),
                published.values("values", published::text),
                published.numbers("to"),
                published.text("corrected"),
                published.values("as", published::text),
                published.text("remark"));
        published.refuseUnknownKeys();
        return found;
    }

    private static DatumUsed datum(Part datum) {
        DatumUsed found = new DatumUsed(
                datum.text("measurement"), datum.texts("observables"), datum.text("published"), datum.text("rule"));
        datum.refuseUnknownKeys();
        return found;
    }

    private Goodness goodness() {
        double p = task.number("pValue");
        return new Goodness(
                task.number("chi2"),
                (int) task.whole("ndof"),
                Double.isNaN(p) ? null : p,
                task.number("chi2SM"),
                task.number("pullSM"));
    }

    private static MinimumFound minimum(Part minimum) {
        CovarianceState state = minimum.word("covarianceState", List.of(CovarianceState.values()), TaskJson::word);
        MinimumFound found = new MinimumFound(
                minimum.has("varied") ? minimum.text("varied") : null,
                minimum.numbers("parameters"),
                minimum.number("chi2"),
                minimum.number("deltaChi2"),
                minimum.numbers("uncertainties"),
                minimum.has("covariance") ? covariance(minimum) : null,
                state == null ? CovarianceState.ABSENT : state,
                minimum.number("edm"),
                minimum.texts("atLimit"),
                wilson(minimum));
        minimum.refuseUnknownKeys();
        return found;
    }

    private static @Nullable CovarianceMatrix covariance(Part minimum) {
        Node node = minimum.node("covariance");
        List<Node> rows = minimum.list(node);
        double[][] entries = new double[rows.size()][];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = minimum.list(rows.get(i)).stream()
                    .mapToDouble(minimum::number)
                    .toArray();
        }
        Optional<CovarianceMatrix> matrix = Optional.empty();
        try {
            matrix = CovarianceMatrix.of(entries);
        } catch (IllegalArgumentException e) {
            // reported below
        }
        if (matrix.isEmpty() && node != null) {
            minimum.diagnostics().error(node, "must be a positive definite matrix", "", "");
        }
        return matrix.orElse(null);
    }

    private static List<WilsonValue> wilson(Part minimum) {
        List<WilsonValue> values = new ArrayList<>();
        Part bases = minimum.part("wilson");
        for (MapNode.Entry basis : bases == null ? List.<MapNode.Entry>of() : entries(bases)) {
            Part members = minimum.part(basis.value());
            for (MapNode.Entry member : members == null ? List.<MapNode.Entry>of() : entries(members)) {
                Part value = minimum.part(member.value());
                if (value != null) {
                    values.add(new WilsonValue(basis.key(), member.key(), value.number("Re"), value.number("Im")));
                    value.refuseUnknownKeys();
                }
            }
        }
        return values;
    }

    private static List<MapNode.Entry> entries(Part part) {
        return List.copyOf(part.map().entries().values());
    }

    private Map<String, IntervalSet> sets(Node node) {
        Part levels = task.part(node);
        Map<String, IntervalSet> sets = new LinkedHashMap<>();
        if (levels != null) {
            entries(levels).forEach(level -> sets.put(level.key(), set(level.value())));
        }
        return sets;
    }

    private IntervalSet set(Node node) {
        List<Interval> segments = new ArrayList<>();
        for (Node item : task.list(node)) {
            double[] ends = task.list(item).stream().mapToDouble(task::number).toArray();
            if (ends.length == 2 && ends[0] <= ends[1]) {
                segments.add(new Interval(ends[0], ends[1]));
            } else {
                task.diagnostics().error(item, "must be a segment [low, high]", item.describe(), "");
            }
        }
        return IntervalSet.of(segments);
    }

    private static PullFound pull(Part pull) {
        PullFound found = new PullFound(
                pull.text("measurement"),
                pull.text("observable"),
                pull.number("measured"),
                pull.number("predicted"),
                pull.number("pull"),
                pull.number("chi2"));
        pull.refuseUnknownKeys();
        return found;
    }

    private PredictionFound prediction(Node node) {
        Part prediction = task.part(node);
        if (prediction == null) {
            return new PredictionFound(Double.NaN, null, Map.of(), "");
        }
        PredictionFound found = new PredictionFound(
                prediction.number("value"),
                prediction.map().get("uncertainty") == null ? null : prediction.number("uncertainty"),
                prediction.numbers("budget"),
                prediction.text("unit"));
        prediction.refuseUnknownKeys();
        return found;
    }
}

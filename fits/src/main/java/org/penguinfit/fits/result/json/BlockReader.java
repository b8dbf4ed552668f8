package org.penguinfit.fits.result.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.ResultBlock.Curve;
import org.penguinfit.fits.result.ResultBlock.Figure;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads figures, tables and curves of a task, each by what {@code blocks} says of it. */
final class BlockReader {
    private final Part task;
    private final List<ResultBlock> blocks = new ArrayList<>();

    private BlockReader(Part task) {
        this.task = task;
    }

    static List<ResultBlock> read(Part task) {
        BlockReader reader = new BlockReader(task);
        Part described = task.part("blocks");
        if (described != null) {
            for (MapNode.Entry entry : described.map().entries().values()) {
                Part description = described.part(entry.value());
                Part content = task.part(entry.key());
                if (description != null && content != null) {
                    reader.block(entry.key(), description, content);
                }
            }
        }
        return reader.blocks;
    }

    private void block(String key, Part description, Part content) {
        String kind =
                description.word("kind", List.of(BlockJson.FIGURES, BlockJson.TABLE, BlockJson.CURVES), word -> word);
        String title = description.text("title");
        if (BlockJson.FIGURES.equals(kind)) {
            blocks.add(new ResultBlock.Figures(key, title, figures(description, content)));
        } else if (BlockJson.TABLE.equals(kind)) {
            table(key, title, description, content);
        } else if (BlockJson.CURVES.equals(kind)) {
            blocks.add(new ResultBlock.Curves(key, title, content.text("x"), content.text("y"), curves(content)));
            content.refuseUnknownKeys();
        }
        description.refuseUnknownKeys();
    }

    private List<Figure> figures(Part description, Part content) {
        List<MapNode.Entry> entries = List.copyOf(content.map().entries().values());
        List<String> labels = labels(description, entries.size());
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            MapNode.Entry entry = entries.get(i);
            Object cell = cell(entry.value());
            figures.add(new Figure(
                    entry.key(),
                    labels.get(i),
                    cell instanceof Double number ? number : null,
                    cell instanceof String text ? text : null));
        }
        return figures;
    }

    /** One label per figure or column; none, and a diagnostic, if their number differs. */
    private List<String> labels(Part description, int count) {
        List<String> labels = description.texts("labels");
        if (labels.size() == count) {
            return labels;
        }
        task.diagnostics()
                .error(
                        description.map(),
                        "must have a label for each of the " + count + " figures or columns",
                        labels.size() + " labels",
                        "");
        return List.of();
    }

    private void table(String key, String title, Part description, Part content) {
        List<String> keys = content.texts("columns");
        List<String> labels = labels(description, keys.size());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < labels.size(); c++) {
            columns.add(new Column(keys.get(c), labels.get(c)));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Node row : content.list(content.node("rows"))) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (Node cell : content.list(row)) {
                cells.add(cell(cell));
            }
            if (cells.size() == keys.size()) {
                rows.add(cells);
            } else {
                String rule = "a row must have a cell for each of the " + keys.size() + " columns";
                task.diagnostics().error(row, rule, cells.size() + " cells", "");
            }
        }
        boolean shown = description.flag("shown");
        content.refuseUnknownKeys();
        if (columns.size() == keys.size()) {
            blocks.add(new ResultBlock.Table(key, title, columns, rows, shown));
        }
    }

    private @Nullable Object cell(Node node) {
        if (node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.TEXT) {
            return scalar.text();
        }
        double number = task.number(node);
        return Double.isNaN(number) ? null : number;
    }

    private Map<String, List<Curve>> curves(Part content) {
        Map<String, List<Curve>> byLevel = new LinkedHashMap<>();
        Part levels = content.part("levels");
        if (levels != null) {
            for (String level : levels.map().entries().keySet()) {
                byLevel.put(level, levels.parts(level, BlockReader::curve));
            }
        }
        return byLevel;
    }

    private static Curve curve(Part curve) {
        boolean closed = curve.flag("closed");
        Vector x = coordinates(curve, "x");
        Vector y = coordinates(curve, "y");
        curve.refuseUnknownKeys();
        if (x.size() != y.size()) {
            String was = x.size() + " and " + y.size();
            curve.diagnostics().error(curve.map(), "x and y must have the same number of points", was, "");
        }
        return new Curve(x, y, closed);
    }

    private static Vector coordinates(Part curve, String key) {
        return Vector.of(
                curve.list(curve.node(key)).stream().mapToDouble(curve::number).toArray());
    }
}

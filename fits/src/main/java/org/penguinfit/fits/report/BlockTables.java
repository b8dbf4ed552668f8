package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.ResultBlock;

/** Blocks as tables for people: figures one a line, tables that are meant to be seen, curves as a summary. */
final class BlockTables {
    /** Significant digits of a number that has no uncertainty to say how many it deserves. */
    private static final int DIGITS = 5;

    /** Keys of tables of points, whose columns are parameters or values of quantities. */
    private static final Set<String> POINTS = Set.of("points", "extremes");

    /** How the caption of a summary of curves begins. */
    static final String CURVES = "Curves of ";

    private BlockTables() {}

    static Optional<TextTable> of(ResultBlock block) {
        if (block instanceof ResultBlock.Figures figures) {
            TextTable table = new TextTable(figures.title(), "").captioned(figures.title());
            for (ResultBlock.Figure figure : figures.figures()) {
                table.row(List.of(figure.label(), cell(figure.number() == null ? figure.text() : figure.number())));
            }
            return Optional.of(table);
        }
        if (block instanceof ResultBlock.Table table) {
            return table.shown() ? Optional.of(rows(table)) : Optional.empty();
        }
        if (block instanceof ResultBlock.Curves curves) {
            return Optional.of(summary(curves));
        }
        throw new IllegalStateException("no table for a block of type " + block.getClass() + "; add it here");
    }

    private static TextTable rows(ResultBlock.Table table) {
        List<String> heading = new ArrayList<>();
        for (ResultBlock.Column column : table.columns()) {
            heading.add(column.label());
        }
        TextTable text = new TextTable(heading.toArray(new String[0])).captioned(table.title());
        for (List<@Nullable Object> row : withoutNoise(table)) {
            List<String> cells = new ArrayList<>();
            for (Object cell : row) {
                cells.add(cell(cell));
            }
            text.row(cells);
        }
        return text;
    }

    /** The rows with 0 for what is 0 but for rounding, in tables of points of parameters and quantities. */
    static List<List<@Nullable Object>> withoutNoise(ResultBlock.Table table) {
        if (!POINTS.contains(table.key())) {
            return table.rows();
        }
        List<Double> largest = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            largest.add(Noise.largest(table.rows(), c));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                boolean mixed = table.columns().get(c).key().equals("value");
                cells.add(row.get(c) instanceof Double number ? shown(number, largest.get(c), mixed) : row.get(c));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static double shown(double number, double largest, boolean mixed) {
        return mixed ? Noise.among(number, largest) : Noise.place(number, largest);
    }

    private static TextTable summary(ResultBlock.Curves curves) {
        TextTable text = new TextTable(curves.title(), "curve", "points", curves.x(), curves.y())
                .captioned(CURVES + curves.x() + " and " + curves.y());
        for (Map.Entry<String, List<ResultBlock.Curve>> level : curves.byLevel().entrySet()) {
            for (ResultBlock.Curve curve : level.getValue()) {
                text.row(List.of(
                        level.getKey(),
                        curve.closed() ? "closed" : "open",
                        Integer.toString(curve.x().size()),
                        span(curve.x().toArray()),
                        span(curve.y().toArray())));
            }
        }
        return text;
    }

    private static String span(double[] values) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            lower = Math.min(lower, value);
            upper = Math.max(upper, value);
        }
        return PdgRounding.plain(lower, DIGITS) + " to " + PdgRounding.plain(upper, DIGITS);
    }

    static String cell(@Nullable Object cell) {
        if (cell instanceof Double number) {
            return number.isNaN() ? "" : PdgRounding.plain(number, DIGITS);
        }
        return cell == null ? "" : cell.toString();
    }
}

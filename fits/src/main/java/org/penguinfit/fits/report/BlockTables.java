package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.ResultBlock;

/** Blocks as tables for people: figures one a line, tables that are meant to be seen, curves as a summary. */
final class BlockTables {
    /** Significant digits of a number that has no uncertainty to say how many it deserves. */
    private static final int DIGITS = 5;

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
        for (List<@Nullable Object> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (Object cell : row) {
                cells.add(cell(cell));
            }
            text.row(cells);
        }
        return text;
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

package org.penguinfit.fits.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of texts on a page, in a box of its own that scrolls if the table is wider or much higher than the page.
 *
 * @param caption above the table; empty for none
 * @param rows the heading, then at least one row, all of the same length
 * @param names parameters and observables, set in letters of constant width wherever they fill a cell
 */
public record HtmlTable(String caption, List<List<String>> rows, Set<String> names) {
    /** Pulls up to here have their bar inside the scale; larger ones make the scale longer. */
    private static final double USUAL_PULL = 3;

    public HtmlTable {
        rows = List.copyOf(rows);
    }

    /** Writes it. */
    public void write(Html html) {
        boolean high = rows.size() > 25;
        html.open(
                "div",
                "class",
                high ? "table high" : "table",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                label());
        html.open("table");
        if (!caption.isEmpty()) {
            html.leaf("caption", caption);
        }
        html.open("thead").open("tr");
        List<String> heading = rows.get(0);
        for (int c = 0; c < heading.size(); c++) {
            if (heading.get(c).isEmpty()) {
                html.leaf("td", "");
            } else {
                html.open("th", "scope", "col", "class", isNumeric(c) ? "n" : "t");
                name(html, heading.get(c));
                html.close();
            }
        }
        html.close().close().open("tbody");
        for (List<String> row : rows.subList(1, rows.size())) {
            row(html, row);
        }
        html.close().close().close();
    }

    private String label() {
        return caption.isEmpty() ? "table: " + String.join(", ", rows.get(0)) : caption;
    }

    private void row(Html html, List<String> row) {
        html.open("tr");
        for (int c = 0; c < row.size(); c++) {
            String cell = row.get(c);
            if (c == 0 && !cell.isEmpty()) {
                html.open("th", "scope", "row", "class", isNumeric(c) ? "n" : "t");
            } else {
                html.open("td", "class", isNumeric(c) ? "n" : "t");
            }
            name(html, cell);
            if (isPull(c)) {
                bar(html, number(cell), scale(c));
            }
            html.close();
        }
        html.close();
    }

    private void name(Html html, String cell) {
        if (names.contains(cell)) {
            html.leaf("code", cell);
        } else {
            References.link(html, cell);
        }
    }

    private boolean isPull(int column) {
        String heading = rows.get(0).get(column).toLowerCase(Locale.ROOT);
        return (heading.equals("pull") || heading.startsWith("pull ")) && isNumeric(column);
    }

    private double scale(int column) {
        double scale = USUAL_PULL;
        for (List<String> row : rows.subList(1, rows.size())) {
            double pull = Math.abs(number(row.get(column)));
            scale = pull > scale ? pull : scale;
        }
        return scale;
    }

    /** A bar from 0 to the pull; the words beside it say the same, so it is hidden from screen readers. */
    private static void bar(Html html, double pull, double scale) {
        if (Double.isNaN(pull)) {
            return;
        }
        double part = 50 * pull / scale;
        html.open(
                "svg", "class", "bar", "viewBox", "-50 0 100 12", "preserveAspectRatio", "none", "aria-hidden", "true");
        html.empty(
                "rect",
                "class",
                "sigma",
                "x",
                place(-50 / scale),
                "y",
                "0",
                "width",
                place(100 / scale),
                "height",
                "12");
        html.empty(
                "rect",
                "class",
                Math.abs(pull) < USUAL_PULL ? "pull" : "pull far",
                "x",
                place(Math.min(0, part)),
                "y",
                "2",
                "width",
                place(Math.abs(part)),
                "height",
                "8");
        html.empty("path", "class", "zero", "d", "M0 0V12M-50 11.5H50").close();
    }

    private static String place(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private boolean isNumeric(int column) {
        boolean some = false;
        for (List<String> row : rows.subList(1, rows.size())) {
            String cell = row.get(column);
            if (!cell.isEmpty()) {
                if (Double.isNaN(number(cell))) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    /** The number that a cell holds; NaN if it is none. */
    static double number(String cell) {
        String plain = cell.replace('\u2212', '-').replace("\u00d710^", "e");
        if (plain.isEmpty() || "-+.0123456789".indexOf(plain.charAt(0)) < 0) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(plain);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}

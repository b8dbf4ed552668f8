package org.penguinfit.fits.report.html;

import java.util.ArrayList;
import java.util.List;
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

    /** Tables of more rows scroll. */
    private static final int HIGH = 40;

    /** The minus of all reports, U+2212. */
    private static final char MINUS = '\u2212';

    /** Longer texts are broken into lines. */
    private static final int WORD = 32;

    /** What a column holds, and the class of its cells. */
    private enum Column {
        NUMBERS("n"),
        WORDS("w"),
        SENTENCES("t");

        private final String style;

        Column(String style) {
            this.style = style;
        }
    }

    public HtmlTable {
        rows = List.copyOf(rows);
    }

    /** The same without columns that have a heading alone. */
    public HtmlTable withoutEmptyColumns() {
        List<List<String>> fewer = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                if (!isEmpty(c)) {
                    cells.add(row.get(c));
                }
            }
            fewer.add(cells);
        }
        return new HtmlTable(caption, fewer, names);
    }

    private boolean isEmpty(int column) {
        for (List<String> row : rows.subList(1, rows.size())) {
            if (!row.get(column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Writes it. */
    public void write(Html html) {
        List<Column> columns = columns();
        boolean high = rows.size() > HIGH;
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
        heading(html, columns);
        html.open("tbody");
        List<Boolean> pulls = pullColumns();
        for (List<String> row : rows.subList(1, rows.size())) {
            html.open("tr");
            for (int c = 0; c < row.size(); c++) {
                cell(html, row.get(c), c == 0, columns.get(c));
                if (pulls.get(c)) {
                    bar(html, pull(row.get(c)), scale(c));
                }
                html.close();
            }
            html.close();
        }
        html.close().close().close();
    }

    private String label() {
        return caption.isEmpty() ? "table: " + String.join(", ", rows.get(0)) : caption;
    }

    private void heading(Html html, List<Column> columns) {
        html.open("thead").open("tr");
        List<String> heading = rows.get(0);
        for (int c = 0; c < heading.size(); c++) {
            if (heading.get(c).isEmpty()) {
                html.leaf("td", "");
            } else {
                html.open("th", "scope", "col", "class", columns.get(c).style);
                name(html, heading.get(c));
                html.close();
            }
        }
        html.close().close();
    }

    private void cell(Html html, String cell, boolean first, Column column) {
        if (first && !cell.isEmpty()) {
            html.open("th", "scope", "row", "class", column.style);
        } else {
            html.open("td", "class", column.style);
        }
        name(html, cell);
    }

    /** A name, a list of names, or any other text. */
    private void name(Html html, String cell) {
        if (names.contains(cell)) {
            html.leaf("code", cell);
            return;
        }
        List<String> parts = List.of(cell.split(", ", -1));
        if (!names.containsAll(parts)) {
            References.link(html, cell);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            html.text(i == 0 ? "" : ", ").leaf("code", parts.get(i));
        }
    }

    /** Columns of pulls have bars where they hold numbers. */
    private List<Boolean> pullColumns() {
        List<Boolean> pulls = new ArrayList<>();
        for (String heading : rows.get(0)) {
            pulls.add(heading.equals("pull") || heading.startsWith("pull "));
        }
        return pulls;
    }

    private double scale(int column) {
        double scale = USUAL_PULL;
        for (List<String> row : rows.subList(1, rows.size())) {
            double pull = Math.abs(pull(row.get(column)));
            scale = pull > scale ? pull : scale;
        }
        return scale;
    }

    /** A bar from 0 to the pull; the number beside it says the same, so it is hidden from screen readers. */
    private static void bar(Html html, double pull, double scale) {
        if (Double.isNaN(pull)) {
            return;
        }
        double part = 50 * pull / scale;
        String far = Math.abs(pull) < USUAL_PULL ? "pull" : "pull far";
        html.open(
                "svg", "class", "bar", "viewBox", "-50 0 100 12", "preserveAspectRatio", "none", "aria-hidden", "true");
        rectangle(html, "sigma", -50 / scale, 0, 100 / scale, 12);
        rectangle(html, far, Math.min(0, part), 2, Math.abs(part), 8);
        html.empty("path", "class", "zero", "d", "M0 0V12M-50 11.5H50").close();
    }

    private static void rectangle(Html html, String style, double x, double y, double width, double height) {
        html.empty(
                "rect", "class", style, "x", place(x), "y", place(y), "width", place(width), "height", place(height));
    }

    /** Two decimals, without the cost of a formatter at start. */
    private static String place(double value) {
        return Double.toString(Math.round(100 * value) / 100.0);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < rows.get(0).size(); c++) {
            columns.add(isNumeric(c) ? Column.NUMBERS : longest(c) > WORD ? Column.SENTENCES : Column.WORDS);
        }
        return columns;
    }

    private int longest(int column) {
        int longest = 0;
        for (List<String> row : rows) {
            longest = Math.max(longest, row.get(column).length());
        }
        return longest;
    }

    private boolean isNumeric(int column) {
        boolean some = false;
        for (List<String> row : rows.subList(1, rows.size())) {
            String cell = row.get(column);
            if (!cell.isEmpty()) {
                if (!isNumber(cell)) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    /** Whether a cell is a number and nothing else, such as −1.5e-6, without the cost of a failed attempt. */
    private static boolean isNumber(String cell) {
        boolean digit = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean sign = c == MINUS || c == '-' || c == '+';
            boolean signHere = i == 0 || cell.charAt(i - 1) == 'e';
            digit |= c >= '0' && c <= '9';
            if (!(c >= '0' && c <= '9') && c != '.' && !(sign && signHere) && !(c == 'e' && digit)) {
                return false;
            }
        }
        return digit && !cell.endsWith("e");
    }

    /** The pull of a cell such as −1.2 or 3.4σ; NaN if it holds words. */
    private static double pull(String cell) {
        String number = cell.endsWith("σ") ? cell.substring(0, cell.length() - 1) : cell;
        return isNumber(number) ? Double.parseDouble(number.replace(MINUS, '-')) : Double.NaN;
    }
}

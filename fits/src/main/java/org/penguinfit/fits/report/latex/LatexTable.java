package org.penguinfit.fits.report.latex;

import java.util.ArrayList;
import java.util.List;

/**
 * A booktabs table of finished LaTeX cells in a floating {@code table} environment; one that is too long for a page becomes
 * several, and so does one that is too wide for its letters to be read.
 */
public final class LatexTable {
    /** Rows of a page of a journal. */
    private static final int MOST_ROWS = 45;

    /** A row of more letters than these does not surely fit a column of text and is made as wide as that. */
    private static final int FITTING = 55;

    /** A row of more letters than these would be too small to read. */
    private static final int READABLE = 105;

    /** Never wider than the column of text; graphicx knows the width of the table as {@code \width}. */
    private static final String FIT = "\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{";

    private final String caption;
    private final String label;
    private final List<String> heading;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param caption in LaTeX
     * @param label for {@code \ref}, without special characters
     * @param heading cells of the first row, in LaTeX; a table of empty ones has no such row
     */
    public LatexTable(String caption, String label, List<String> heading) {
        this.caption = caption;
        this.label = label;
        this.heading = List.copyOf(heading);
    }

    /** Adds a row with a cell for every column. */
    public void row(List<String> cells) {
        if (cells.size() != heading.size()) {
            throw new IllegalArgumentException("a row needs " + heading.size() + " cells, found " + cells.size());
        }
        rows.add(List.copyOf(cells));
    }

    /** A gap behind the last row. */
    public void gap() {
        rows.add(List.of());
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The environments, each behind an empty line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (List<Integer> part : new LatexWidths(heading, rows).parts(READABLE)) {
            for (int from = 0; from < rows.size(); from += MOST_ROWS) {
                List<List<String>> some = rowsOf(rows.subList(from, Math.min(rows.size(), from + MOST_ROWS)), part);
                if (!some.isEmpty()) {
                    text.append('\n').append(environment(chosen(heading, part), some, ++number));
                }
            }
        }
        return text.toString();
    }

    private static List<String> chosen(List<String> cells, List<Integer> columns) {
        return cells.isEmpty() ? cells : columns.stream().map(cells::get).toList();
    }

    /** The same columns of every row; a row of which a later part has the name alone is left out there. */
    private static List<List<String>> rowsOf(List<List<String>> rows, List<Integer> columns) {
        List<List<String>> chosen = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = chosen(row, columns);
            boolean later = columns.size() > 1 && columns.get(1) > 1;
            if (!later
                    || cells.isEmpty()
                    || !String.join("", cells.subList(1, cells.size())).isEmpty()) {
                chosen.add(cells);
            }
        }
        return chosen;
    }

    private String environment(List<String> heading, List<List<String>> part, int number) {
        StringBuilder text = new StringBuilder("\\begin{table}[tb]\n  \\centering\n");
        text.append("  \\caption{")
                .append(caption)
                .append(number == 1 ? "" : " (continued)")
                .append("}\n");
        text.append("  \\label{")
                .append(label)
                .append(number == 1 ? "" : "-part-" + number)
                .append("}\n");
        boolean wide = new LatexWidths(heading, part).total() > FITTING;
        text.append("  \\renewcommand{\\arraystretch}{1.2}\n  ").append(wide ? FIT : "");
        text.append("\\begin{tabular}{@{}").append(columns(heading, part)).append("@{}}\n    \\toprule\n");
        if (!String.join("", heading).isEmpty()) {
            line(text, heading);
            text.append("    \\midrule\n");
        }
        part.forEach(row -> line(text, row));
        return text.append("    \\bottomrule\n  \\end{tabular}")
                .append(wide ? "}" : "")
                .append("\n\\end{table}\n")
                .toString();
    }

    /** A row; a gap for none. */
    private static void line(StringBuilder text, List<String> cells) {
        if (cells.isEmpty()) {
            text.append("    \\addlinespace\n");
        } else {
            text.append("    ")
                    .append(String.join(" & ", cells).stripTrailing())
                    .append(" \\\\\n");
        }
    }

    /** Words stand left, numbers right. */
    private static String columns(List<String> heading, List<List<String>> rows) {
        StringBuilder columns = new StringBuilder();
        for (int c = 0; c < heading.size(); c++) {
            boolean numbers = c > 0;
            boolean longText = false;
            for (List<String> row : rows) {
                numbers &=
                        row.isEmpty() || row.get(c).matches("(\\$[^a-zA-Z]*(\\\\(times|pm|cup|infty)[^a-zA-Z]*)*\\$)?");
                longText |= !row.isEmpty()
                        && row.get(c).replaceAll("\\$[^$]*\\$", "x").length() > LatexWidths.LONG_TEXT;
            }
            columns.append(numbers ? "r" : longText ? "p{0.35\\linewidth}" : "l");
        }
        return columns.toString();
    }
}

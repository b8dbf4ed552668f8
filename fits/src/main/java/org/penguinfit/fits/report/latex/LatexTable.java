package org.penguinfit.fits.report.latex;

import java.util.ArrayList;
import java.util.List;

/**
 * A booktabs table of finished LaTeX cells in a floating {@code table} environment; one that is too long for a page becomes
 * several.
 */
public final class LatexTable {
    /** Rows of a page of a journal. */
    private static final int MOST_ROWS = 45;

    /** More columns have smaller letters. */
    private static final int MANY_COLUMNS = 5;

    /** More columns have the smallest letters. */
    private static final int MOST_COLUMNS = 9;

    /** Words longer than so many characters are set in lines of their own. */
    private static final int LONG_TEXT = 50;

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
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            text.append('\n')
                    .append(environment(
                            rows.subList(from, Math.min(rows.size(), from + MOST_ROWS)), from / MOST_ROWS + 1));
        }
        return text.toString();
    }

    private String environment(List<List<String>> part, int number) {
        StringBuilder text = new StringBuilder("\\begin{table}[tb]\n  \\centering\n");
        text.append("  \\caption{")
                .append(caption)
                .append(number == 1 ? "" : " (continued)")
                .append("}\n");
        text.append("  \\label{")
                .append(label)
                .append(number == 1 ? "" : "-" + number)
                .append("}\n");
        if (heading.size() > MANY_COLUMNS) {
            text.append(heading.size() > MOST_COLUMNS ? "  \\tiny" : "  \\footnotesize")
                    .append("\\setlength{\\tabcolsep}{3pt}\n");
        }
        text.append("  \\renewcommand{\\arraystretch}{1.2}\n  \\begin{tabular}{@{}");
        text.append(columns()).append("@{}}\n    \\toprule\n");
        if (!String.join("", heading).isEmpty()) {
            line(text, heading);
            text.append("    \\midrule\n");
        }
        part.forEach(row -> line(text, row));
        return text.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n").toString();
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
    private String columns() {
        StringBuilder columns = new StringBuilder();
        for (int c = 0; c < heading.size(); c++) {
            boolean numbers = c > 0;
            boolean longText = false;
            for (List<String> row : rows) {
                numbers &=
                        row.isEmpty() || row.get(c).matches("(\\$[^a-zA-Z]*(\\\\(times|pm|cup|infty)[^a-zA-Z]*)*\\$)?");
                longText |= !row.isEmpty()
                        && row.get(c).replaceAll("\\$[^$]*\\$", "x").length() > LONG_TEXT;
            }
            columns.append(numbers ? "r" : longText ? "p{0.35\\linewidth}" : "l");
        }
        return columns.toString();
    }
}

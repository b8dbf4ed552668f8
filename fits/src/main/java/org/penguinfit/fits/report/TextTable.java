package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text cells with a heading; rendered with aligned columns, for a terminal or as Markdown. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heading) {
        rows.add(List.of(heading));
    }

    void row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("a row needs " + rows.get(0).size() + " cells, found " + cells.size());
        }
        rows.add(List.copyOf(cells));
    }

    List<List<String>> rows() {
        return rows;
    }

    /** Columns separated by two blanks, a line under the heading, indented. */
    String console(String indent) {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < widths.length; c++) {
                line.append(pad(rows.get(r).get(c), widths[c], ' ')).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (r == 0) {
                text.append(rule(indent, widths)).append('\n');
            }
        }
        return text.toString();
    }

    private static String rule(String indent, int[] widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int width : widths) {
            line.append("─".repeat(width)).append("  ");
        }
        return line.toString().stripTrailing();
    }

    /** A pipe table, aligned in the source too. */
    String markdown() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            text.append('|');
            for (int c = 0; c < widths.length; c++) {
                text.append(' ').append(pad(cell(r, c), widths[c], ' ')).append(" |");
            }
            text.append('\n');
            if (r == 0) {
                text.append('|');
                for (int width : widths) {
                    text.append(" ").append("-".repeat(Math.max(width, 3))).append(" |");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private String cell(int row, int column) {
        return rows.get(row).get(column).replace("|", "\\|");
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                String cell = row.get(c);
                widths[c] = Math.max(widths[c], cell.codePointCount(0, cell.length()));
            }
        }
        return widths;
    }

    private static String pad(String cell, int width, char with) {
        int length = cell.codePointCount(0, cell.length());
        return cell + String.valueOf(with).repeat(Math.max(0, width - length));
    }
}

package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text cells with a heading; rendered with aligned columns, for a terminal or as Markdown. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private String caption = "";

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

    /** The same table with a caption, which stands where tables have room for one: not on a terminal. */
    TextTable captioned(String words) {
        caption = words;
        return this;
    }

    String caption() {
        return caption;
    }

    /** Columns separated by two blanks, a line under the heading, indented. */
    String console(String indent) {
        int[] widths = widths(rows);
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
        List<List<String>> escaped = escaped();
        int[] widths = widths(escaped);
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.max(widths[c], SHORTEST_RULE);
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            text.append('|');
            for (int c = 0; c < widths.length; c++) {
                text.append(' ')
                        .append(pad(escaped.get(r).get(c), widths[c], ' '))
                        .append(" |");
            }
            text.append('\n');
            if (r == 0) {
                text.append('|');
                for (int width : widths) {
                    text.append(" ").append("-".repeat(width)).append(" |");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Hyphens that Markdown wants below a heading. */
    private static final int SHORTEST_RULE = 3;

    private List<List<String>> escaped() {
        List<List<String>> escaped = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                cells.add(cell.replace("|", "\\|").replace("\n", " "));
            }
            escaped.add(cells);
        }
        return escaped;
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        return widths;
    }

    private static String pad(String cell, int width, char with) {
        return cell + String.valueOf(with).repeat(Math.max(0, width - width(cell)));
    }

    /** Columns on a terminal: combining characters, as in ν̄, stand above the one before. */
    private static int width(String cell) {
        int width = 0;
        for (int i = 0; i < cell.length(); i += Character.charCount(cell.codePointAt(i))) {
            int type = Character.getType(cell.codePointAt(i));
            boolean combines = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            width += combines ? 0 : 1;
        }
        return width;
    }
}

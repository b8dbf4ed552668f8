package org.penguinfit.fits.report.latex;

import java.util.ArrayList;
import java.util.List;

/** How wide finished LaTeX cells are on paper, in letters, roughly: what decides about the letters and the parts of a table. */
final class LatexWidths {
    /** Commands without width of their own. */
    private static final String INVISIBLE = "\\\\(mathrm|mathcal|bar|tilde|overline|hat|left|right|,|;|!)";

    /** Gap between two columns. */
    private static final int GAP = 2;

    /** A column of longer words is broken into lines. */
    static final int LONG_TEXT = 50;

    private final List<Integer> columns = new ArrayList<>();

    LatexWidths(List<String> heading, List<List<String>> rows) {
        for (int c = 0; c < heading.size(); c++) {
            int widest = visible(heading.get(c));
            for (List<String> row : rows) {
                widest = row.isEmpty() ? widest : Math.max(widest, visible(row.get(c)));
            }
            columns.add(Math.min(widest, LONG_TEXT) + GAP);
        }
    }

    /** Letters that are seen of a cell. */
    static int visible(String cell) {
        return cell.replaceAll(INVISIBLE, "")
                .replaceAll("\\\\[a-zA-Z]+ ?", "x")
                .replaceAll("[{}$^_\\\\]", "")
                .length();
    }

    /** Letters of a row. */
    int total() {
        return columns.stream().mapToInt(width -> width).sum();
    }

    /**
     * The columns of each part, the first column in every one: as few parts as a limit on their width needs, of about the same
     * width.
     */
    List<List<Integer>> parts(int limit) {
        List<List<Integer>> parts = filled(limit);
        for (int narrower = limit - 1; narrower > 0; narrower--) {
            List<List<Integer>> same = filled(narrower);
            if (same.size() > parts.size()) {
                return parts;
            }
            parts = same;
        }
        return parts;
    }

    private List<List<Integer>> filled(int limit) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(List.of(0));
        int width = columns.get(0);
        for (int c = 1; c < columns.size(); c++) {
            if (width + columns.get(c) > limit && part.size() > 1) {
                parts.add(part);
                part = new ArrayList<>(List.of(0));
                width = columns.get(0);
            }
            part.add(c);
            width += columns.get(c);
        }
        parts.add(part);
        return parts;
    }
}

package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.report.latex.LatexTable;
import org.penguinfit.fits.report.latex.LatexText;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;

/** tables.tex: the tables of the report in LaTeX with booktabs, ready to paste into a paper. */
final class LatexReportWriter implements TextFileWriter {
    /** Its own table of results says the same for a paper. */
    private static final Set<String> REPLACED = Set.of(FitReport.MINIMA, FitReport.INTERVALS, FitReport.BOTH);

    @Override
    public String table() {
        return "latex";
    }

    @Override
    public String fileName() {
        return "tables.tex";
    }

    @Override
    public String write(FitResult result) {
        StringBuilder text = new StringBuilder();
        comment(text, result.title());
        comment(text, "Fit " + result.fit() + (result.reference().isEmpty() ? "" : ", " + result.reference()));
        comment(text, "Penguinfit " + result.version() + "; needs \\usepackage{booktabs,graphicx} and UTF-8");
        for (TaskResult task : result.tasks()) {
            int number = 0;
            for (LatexTable table : tables(task, result)) {
                number++;
                text.append(table.text());
            }
            if (number == 0) {
                text.append('\n');
                comment(text, "no table of task " + task.id());
            }
        }
        return text.toString();
    }

    private static void comment(StringBuilder text, String words) {
        text.append("% ").append(words.replaceAll("\\s+", " ")).append('\n');
    }

    private static List<LatexTable> tables(TaskResult task, FitResult result) {
        LatexText latex = new LatexText(result.names());
        List<LatexTable> tables = new ArrayList<>();
        String label = "tab:" + label(result.fit().replaceFirst("\\.ya?ml$", "")) + "-" + label(task.id());
        boolean fitted = !task.minima().isEmpty() && task.type() != TaskConfig.Type.ALLOWED;
        boolean replaced = fitted && task.heading().published() == null;
        if (fitted) {
            LatexResults results = new LatexResults(task, result.names());
            tables.add(results.table(caption(result, task, results.shows(), latex), label));
        }
        for (TextTable table : FitReport.section(task).tables()) {
            if (!(replaced && REPLACED.contains(table.caption()))
                    && !table.caption().startsWith(BlockTables.CURVES)) {
                String own = tables.isEmpty() ? label : label + "-" + (tables.size() + 1);
                tables.add(table(table, caption(result, task, table.caption(), latex), own, latex));
            }
        }
        tables.removeIf(LatexTable::isEmpty);
        return tables;
    }

    /** The titles of the fit and of the task, and what the table shows. */
    private static String caption(FitResult result, TaskResult task, String shows, LatexText latex) {
        String fit = words(result.title());
        String title = words(task.heading().title());
        boolean once = fit.equals(title) || fit.isEmpty();
        String gap = Character.isLowerCase(title.codePointAt(0)) ? ": " : ". ";
        String both = once ? title : fit + gap + title;
        return latex.words(both + (both.endsWith("?") ? " " : ". ") + shows.strip()) + ".";
    }

    /** A title on one line without a full stop. */
    private static String words(String title) {
        return title.strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    }

    /** Columns without any content, such as units of pure numbers, are left out. */
    private static LatexTable table(TextTable whole, String caption, String label, LatexText latex) {
        List<List<String>> rows = withContent(whole.rows());
        List<String> heading = rows.get(0);
        boolean named = heading.size() == 2 && heading.get(1).isEmpty(); // numbers whose title is the caption
        LatexTable made = new LatexTable(
                caption,
                label,
                heading.stream().map(word -> named ? "" : heading(word, latex)).toList());
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                boolean unit = heading.get(c).equals("unit");
                cells.add(unit ? LatexText.unit(row.get(c)) : latex.cell(row.get(c)));
            }
            made.row(cells);
        }
        return made;
    }

    private static List<List<String>> withContent(List<List<String>> rows) {
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < rows.get(0).size(); c++) {
            int column = c;
            boolean units = rows.get(0).get(c).equals("unit");
            boolean content = rows.subList(1, rows.size()).stream()
                    .map(row -> row.get(column))
                    .anyMatch(cell -> !(cell.isEmpty() || (units && cell.equals("1"))));
            if (c == 0 || content) {
                kept.add(c);
            }
        }
        return rows.stream().map(row -> kept.stream().map(row::get).toList()).toList();
    }

    /** Words begin with a capital; the first cell of a table of correlations says what the caption says. */
    private static String heading(String word, LatexText latex) {
        if (word.startsWith("correlation at minimum")) {
            return "";
        }
        String text = latex.cell(word);
        return text.isEmpty() || !word.startsWith(text.substring(0, 1))
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String label(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}

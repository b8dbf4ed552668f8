package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.TaskResult;

/** report.md: the tables of the console, with inputs and citations. */
final class MarkdownReportWriter implements TextFileWriter {
    @Override
    public String table() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public String write(FitResult result) {
        StringBuilder text = new StringBuilder("# " + result.title() + "\n\n");
        text.append("Fit `").append(result.fit()).append('`');
        if (!result.reference().isEmpty()) {
            text.append(", ").append(result.reference());
        }
        if (!result.variant().isEmpty()) {
            text.append(", variant ").append(result.variant());
        }
        if (!result.asOf().isEmpty()) {
            text.append(", as of ").append(result.asOf());
        }
        text.append(". Penguinfit ").append(result.version()).append(".\n");
        bullets(text, result.notes());
        for (TaskResult task : result.tasks()) {
            section(text, FitReport.section(task));
        }
        text.append("\n## Inputs\n\n");
        TextTable inputs = new TextTable("file", "SHA-256");
        for (Map.Entry<String, String> input : result.inputs().entrySet()) {
            inputs.row(List.of("`" + input.getKey() + "`", "`" + input.getValue() + "`"));
        }
        text.append(inputs.markdown());
        sources(text, result);
        if (!result.skipped().isEmpty()) {
            text.append("\nNot used:\n");
            for (FitResult.Skip skip : result.skipped()) {
                text.append("\n- ").append(skip.name()).append(": ").append(skip.reason());
            }
            text.append('\n');
        }
        text.append("\nCitations: ")
                .append(String.join(", ", result.citations()))
                .append(".\n");
        return text.toString();
    }

    private static void sources(StringBuilder text, FitResult result) {
        List<Provenance.SourcedNumber> numbers = result.provenance().numbers();
        if (!numbers.isEmpty()) {
            TextTable table = new TextTable("measurement", "observable", "value", "place", "key", "from");
            for (Provenance.SourcedNumber number : numbers) {
                table.row(List.of(
                        number.measurement() + (number.verified() ? "" : " (not verified)"),
                        "`" + number.observable() + "`",
                        number.published(),
                        "`" + number.file() + ":" + number.line() + "`",
                        "`" + number.key() + "`",
                        from(number)));
            }
            text.append("\n## Sources\n\n").append(table.markdown());
        }
        List<String> missing = result.provenance().bibliography().missing();
        if (!missing.isEmpty()) {
            text.append("\nWithout an entry in refs-used.bib: ")
                    .append(String.join(", ", missing))
                    .append(".\n");
        }
    }

    static String from(Provenance.SourcedNumber number) {
        List<String> parts = new ArrayList<>(number.texkeys());
        if (parts.isEmpty()) {
            number.arxiv().forEach(arxiv -> parts.add("arXiv:" + arxiv));
        }
        if (!number.where().isEmpty()) {
            parts.add(number.where());
        }
        return String.join(", ", parts);
    }

    private static void section(StringBuilder text, FitReport.Section section) {
        text.append("\n## ").append(section.heading()).append('\n');
        bullets(text, section.data());
        for (TextTable table : section.tables()) {
            text.append('\n').append(table.markdown());
        }
        bullets(text, section.remarks());
    }

    private static void bullets(StringBuilder text, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n');
        }
        for (String line : lines) {
            text.append("- ").append(line).append('\n');
        }
    }
}

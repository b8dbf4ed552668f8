package org.penguinfit.fits.report;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;

/** The report for a terminal. */
public final class ConsoleReport {
    /** Remarks are folded at this many characters. */
    private static final int WIDTH = 110;

    private ConsoleReport() {}

    /** The whole text, ending with a line break. */
    public static String of(FitResult result) {
        StringBuilder text = new StringBuilder();
        text.append(result.title()).append('\n');
        text.append(subtitle(result)).append('\n');
        for (String note : result.notes()) {
            fold(text, "! ", note);
        }
        for (TaskResult task : result.tasks()) {
            section(text, FitReport.section(task));
        }
        if (!result.skipped().isEmpty()) {
            text.append("\nnot used\n");
            for (FitResult.Skip skip : result.skipped()) {
                fold(text, "  ", skip.name() + ": " + skip.reason());
            }
        }
        return text.toString();
    }

    private static String subtitle(FitResult result) {
        List<String> parts = new ArrayList<>();
        parts.add(result.fit());
        if (!result.reference().isEmpty()) {
            parts.add(result.reference());
        }
        if (!result.variant().isEmpty()) {
            parts.add("variant " + result.variant());
        }
        if (!result.asOf().isEmpty()) {
            parts.add("as of " + result.asOf());
        }
        parts.add("Penguinfit " + result.version());
        return String.join(" · ", parts);
    }

    private static void section(StringBuilder text, FitReport.Section section) {
        text.append('\n').append(section.heading()).append('\n');
        for (String datum : section.data()) {
            fold(text, "  ", datum);
        }
        for (TextTable table : section.tables()) {
            text.append('\n').append(table.console("  "));
        }
        if (!section.remarks().isEmpty()) {
            text.append('\n');
        }
        for (String remark : section.remarks()) {
            fold(text, "  · ", remark);
        }
    }

    private static void fold(StringBuilder text, String lead, String words) {
        StringBuilder line = new StringBuilder(lead);
        String indent = " ".repeat(lead.length());
        for (String word : words.split("(?<=\\S) ", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}

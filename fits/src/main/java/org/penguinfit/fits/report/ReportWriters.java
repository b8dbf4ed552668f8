package org.penguinfit.fits.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.run.FitResult;

/** The list of report files, and the way they reach the disk: whole or not at all. */
public final class ReportWriters {
    /** Every writer; a new format is added here. */
    public static final List<ReportWriter> ALL =
            List.of(new ResultsJsonWriter(), new MarkdownReportWriter(), new CsvReportWriter());

    private ReportWriters() {}

    /**
     * Writes every report into a folder, which is made if it does not exist. Each file is written beside its place and then
     * renamed, after all texts are complete.
     *
     * @return the files written
     * @throws IOException if a file cannot be written; no half-written file of a final name is left
     */
    public static List<Path> writeAll(FitResult result, Path folder) throws IOException {
        List<byte[]> texts = new ArrayList<>();
        for (ReportWriter writer : ALL) {
            texts.add(writer.write(result).getBytes(StandardCharsets.UTF_8));
        }
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            Path target = folder.resolve(ALL.get(i).fileName());
            writeWhole(target, texts.get(i));
            files.add(target);
        }
        return files;
    }

    private static void writeWhole(Path target, byte[] bytes) throws IOException {

        Path beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}

package org.penguinfit.fits.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.fits.result.FitResult;

/** The list of report files, and the way they reach the disk: whole or not at all. */
public final class ReportWriters {
    /** Every writer; a new format is added here. The page comes last, as it has links to the files of the others. */
    public static final List<ReportWriter> ALL = List.of(
            new ResultsJsonWriter(),
            new MarkdownReportWriter(),
            new CsvReportWriter(),
            new BibliographyWriter(),
            new LatexReportWriter(),
            new HepDataReportWriter(),
            new WcxfReportWriter(),
            new HtmlReportWriter());

    private ReportWriters() {}

    /** The writers of some tables, and those of results.json and refs-used.bib. */
    public static List<ReportWriter> of(List<String> tables) {
        List<ReportWriter> writers = new ArrayList<>();
        for (ReportWriter writer : ALL) {
            if (writer.table().isEmpty() || tables.contains(writer.table())) {
                writers.add(writer);
            }
        }
        return writers;
    }

    /**
     * Writes reports into a folder, which is made if it does not exist. All files are written beside their places
     * and then renamed, after the last one is complete.
     *
     * @return the files written
     * @throws IOException if a file cannot be written; no half-written file of a final name is left
     */
    public static List<Path> writeAll(FitResult result, List<ReportWriter> writers, Path folder) throws IOException {
        List<Path> written = writeTexts(texts(result, writers), folder);
        for (ReportWriter writer : writers) {
            deleteStale(writer.stale(), written, folder);
        }
        return written;
    }

    private static void deleteStale(String pattern, List<Path> written, Path folder) throws IOException {
        int slash = pattern.indexOf('/');
        Path inner = slash < 0 ? folder : folder.resolve(pattern.substring(0, slash));
        if (slash < 0 || !Files.isDirectory(inner)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(inner, pattern.substring(slash + 1))) {
            for (Path file : files) {
                if (!written.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What some writers say of a result: file name, with {@code /} between folders → text. */
    public static Map<String, String> texts(FitResult result, List<ReportWriter> writers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ReportWriter writer : writers) {
            texts.putAll(writer.files(result, Collections.unmodifiableSet(texts.keySet())));
        }
        return texts;
    }

    /**
     * Writes texts, in UTF-8, into a folder and folders below it.
     *
     * @param texts file name, with {@code /} between folders → text
     * @return the files written, in the same order
     * @throws IOException if a file cannot be written; no half-written file of a final name is left
     */
    public static List<Path> writeTexts(Map<String, String> texts, Path folder) throws IOException {
        Map<Path, Path> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path target = folder.resolve(text.getKey());
                Path parent = target.getParent();
                Files.createDirectories(parent == null ? folder : parent);
                parts.put(target, writeBeside(target, text.getValue().getBytes(StandardCharsets.UTF_8)));
            }
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                Files.move(
                        part.getValue(),
                        part.getKey(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
            return List.copyOf(parts.keySet());
        } finally {
            for (Path part : parts.values()) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static Path writeBeside(Path target, byte[] bytes) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "a folder stands in the place of the file");
        }
        // The process number makes the name unique; a random name would cost the start-up of a random source.
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(part, bytes);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        return part;
    }
}

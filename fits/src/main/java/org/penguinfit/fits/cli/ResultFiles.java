package org.penguinfit.fits.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.plot.draw.FigureFiles;
import org.penguinfit.fits.report.ReportWriter;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.report.UpdateJson;
import org.penguinfit.fits.report.UpdateReport;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.update.UpdateResult;

/** Writes the files of a result for every command alike. */
final class ResultFiles {
    private ResultFiles() {}

    /**
     * Writes results.json, the reports that the fit asks for, and its pictures.
     *
     * @return what was written, for people
     * @throws CannotBeWritten if a file cannot be written; the message is for the user
     */
    static List<String> writeAll(FitResult result, Path folder) {
        List<String> written = new ArrayList<>();
        try {
            written.addAll(names(ReportWriters.writeAll(result, ReportWriters.of(result.tables()), folder), folder));
        } catch (IOException e) {
            throw cannotBeWritten(folder, e);
        }
        draw(result.pictures(), folder);
        written.addAll(names(result.pictures()));
        return written;
    }

    /**
     * Draws pictures.
     *
     * @throws CannotBeWritten if a file cannot be written; the message is for the user
     */
    static void draw(List<FitResult.Picture> pictures, Path folder) {
        for (FitResult.Picture picture : pictures) {
            try {
                FigureFiles.write(
                        picture.figure(), folder.resolve(picture.name()), new LinkedHashSet<>(picture.formats()));
            } catch (IOException e) {
                throw new CannotBeWritten(
                        folder + ": the picture '" + picture.name() + "' cannot be written: " + reason(e)
                                + "; choose another folder with -o DIR",
                        e);
            }
        }
    }

    /**
     * Draws pictures as SVG and PDF, under their names.
     *
     * @throws CannotBeWritten if a file cannot be written; the message is for the user
     */
    static void draw(Map<String, Figure> figures, Path folder) {
        List<FitResult.Picture> pictures = new ArrayList<>();
        figures.forEach((name, figure) ->
                pictures.add(new FitResult.Picture(name, "", List.of(Format.SVG, Format.PDF), figure)));
        draw(pictures, folder);
    }

    /** What was written: files of the folder by name, folders below it once, such as {@code hepdata/}. */
    static List<String> names(List<Path> files, Path folder) {
        Set<String> names = new LinkedHashSet<>();
        for (Path file : files) {
            Path inside = folder.relativize(file);
            names.add(inside.getNameCount() > 1 ? inside.getName(0) + "/" : inside.toString());
        }
        return List.copyOf(names);
    }

    /** What was drawn, such as {@code plane.svg/pdf/png}. */
    static List<String> names(List<FitResult.Picture> pictures) {
        List<String> names = new ArrayList<>();
        for (FitResult.Picture picture : pictures) {
            List<String> formats = new ArrayList<>();
            for (Format format : picture.formats()) {
                formats.add(format.extension());
            }
            names.add(picture.name() + "." + String.join("/", formats));
        }
        return names;
    }

    /**
     * Writes an update: both results in folders of their own, the comparison beside them.
     *
     * @throws CannotBeWritten if a file cannot be written; the message is for the user
     */
    static void write(UpdateResult update, Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("update.json", UpdateJson.of(update));
        texts.put("update.md", UpdateReport.markdown(update));
        List<ReportWriter> writers = ReportWriters.of(update.after().tables());
        ReportWriters.texts(update.before(), writers).forEach((file, text) -> texts.put("before/" + file, text));
        ReportWriters.texts(update.after(), writers).forEach((file, text) -> texts.put("after/" + file, text));
        write(texts, folder);
    }

    private static CannotBeWritten cannotBeWritten(Path folder, IOException e) {
        return new CannotBeWritten(
                folder + ": the output folder cannot be written: " + reason(e) + "; choose another with -o DIR", e);
    }

    /**
     * Writes texts into a folder, which is made if need be: all of them or none.
     *
     * @param texts file name, with {@code /} between folders → content
     * @throws CannotBeWritten if a file cannot be written; the message is for the user
     */
    static void write(Map<String, String> texts, Path folder) {
        try {
            ReportWriters.writeTexts(texts, folder);
        } catch (IOException e) {
            throw cannotBeWritten(folder, e);
        }
    }

    static String reason(IOException e) {
        String file = e instanceof FileSystemException problem ? String.valueOf(problem.getFile()) : "";
        if (e instanceof FileAlreadyExistsException) {
            return "'" + file + "' is no folder";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to write '" + file + "'";
        }
        if (e instanceof NoSuchFileException) {
            return "'" + file + "' cannot be made";
        }
        return String.valueOf(e.getMessage());
    }

    /** The output folder cannot be written. */
    static final class CannotBeWritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotBeWritten(String message, IOException cause) {
            super(message, cause);
        }
    }
}

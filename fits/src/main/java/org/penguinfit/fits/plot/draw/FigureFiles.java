package org.penguinfit.fits.plot.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;

/** Makes files of a picture. The same picture gives the same bytes. */
public final class FigureFiles {
    private FigureFiles() {}

    /**
     * Writes a picture in each of the formats as {@code base.svg}, {@code base.pdf}, {@code base.png}: all of them or,
     * if drawing or writing fails, none.
     *
     * @param base path without the end of the name; its folder is made if it does not exist
     * @return the files, in the order of {@link Format}
     * @throws IOException if the files cannot be written
     */
    public static List<Path> write(Figure figure, Path base, Set<Format> formats) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        FigurePainter painter = new FigurePainter(figure); // sets every letter, once for all formats
        for (Format format : formats.isEmpty() ? Set.<Format>of() : EnumSet.copyOf(formats)) {
            files.put(base.resolveSibling(base.getFileName() + "." + format.extension()), bytes(painter, format));
        }
        Files.createDirectories(base.toAbsolutePath().getParent());
        List<Path> beside = new ArrayList<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Path temporary = file.getKey().resolveSibling(file.getKey().getFileName() + ".part");
                beside.add(temporary);
                Files.write(temporary, file.getValue());
            }
            int i = 0;
            for (Path file : files.keySet()) {
                Files.move(beside.get(i++), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path temporary : beside) {
                Files.deleteIfExists(temporary);
            }
        }
        return List.copyOf(files.keySet());
    }

    /** Where the data areas of a picture lie in its SVG and what their axes show, in the order of the panels. */
    public static List<PanelArea> areas(Figure figure) {
        return new FigurePainter(figure).areas();
    }

    /**
     * The bytes of a picture in one format.
     *
     * @throws IOException if a library cannot encode it
     */
    public static byte[] bytes(Figure figure, Format format) throws IOException {
        return bytes(new FigurePainter(figure), format);
    }

    private static byte[] bytes(FigurePainter painter, Format format) throws IOException {
        return switch (format) {
            case SVG -> SvgFile.of(painter);
            case PDF -> PdfFile.of(painter);
            case PNG -> PngFile.of(painter);
        };
    }
}

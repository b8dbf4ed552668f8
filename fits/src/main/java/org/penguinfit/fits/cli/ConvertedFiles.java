package org.penguinfit.fits.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes converted files: all of them beside their places first, then into them, so that no place holds half a file. */
final class ConvertedFiles {
    private ConvertedFiles() {}

    /**
     * Writes the files.
     *
     * @param files name → text; an empty name is the target itself, the others are files in the folder that it names
     * @throws ResultFiles.CannotBeWritten if a file cannot be written; nothing is left behind then
     */
    static void write(Map<String, String> files, Path target) {
        Map<Path, Path> waiting = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path place = file.getKey().isEmpty() ? target : target.resolve(file.getKey());
                Path folder = place.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                Path temporary = Files.createTempFile(folder, ".penguinfit", ".tmp");
                waiting.put(temporary, place);
                Files.write(temporary, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<Path, Path> pair : waiting.entrySet()) {
                Files.move(pair.getKey(), pair.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ResultFiles.CannotBeWritten(target + ": cannot be written: " + ResultFiles.reason(e), e);
        } finally {
            waiting.keySet().forEach(ConvertedFiles::forget);
        }
    }

    private static void forget(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }
}

package org.penguinfit.fits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;

/** A user's folder with a fit and the files it names. */
public final class FitFolder {
    private final Path folder;

    public FitFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a file; folders are made. */
    public FitFolder write(String name, String text) {
        try {
            Files.createDirectories(path(name).toAbsolutePath().getParent());
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public FitRequest request(String fit) {
        return FitRequest.of(path(fit).toString());
    }

    /** Runs {@code fit.yaml}. */
    public FitResult run() {
        return Fits.run(request("fit.yaml"));
    }

    /** Runs {@code fit.yaml} and gives its task {@code t}. */
    public TaskResult task() {
        return Fits.task(run(), "t");
    }

    /** The diagnostics of {@code fit.yaml}, file names without this folder. */
    public List<String> problems() {
        String prefix = folder.toString().replace('\\', '/') + "/";
        return Fits.problems(request("fit.yaml")).stream()
                .map(line -> line.replace(prefix, ""))
                .toList();
    }
}

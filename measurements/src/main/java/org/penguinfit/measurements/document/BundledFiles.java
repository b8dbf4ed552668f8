package org.penguinfit.measurements.document;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The YAML files packed into a module's JAR: the measurement library, the theory files, the fit configs, the schemas.
 * A class of the module that holds the files anchors the search, so it works from a class folder and from one JAR alike.
 */
public final class BundledFiles {
    private final Class<?> anchor;

    private BundledFiles(Class<?> anchor) {
        this.anchor = anchor;
    }

    /** The files packed beside a class. */
    public static BundledFiles beside(Class<?> anchor) {
        return new BundledFiles(anchor);
    }

    /**
     * The bytes of a packed file, or null if there is none of that path.
     *
     * @param path such as {@code measurements/library/b-to-s-nu-nu/belle-2017.yaml}
     */
    public byte @Nullable [] bytes(String path) {
        try (InputStream in = anchor.getResourceAsStream("/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the packed file " + path + " cannot be read", e);
        }
    }

    /** Paths of the packed files below a folder with one of the endings, sorted. */
    public List<String> list(String folder, String ending) {
        List<String> paths = new ArrayList<>();
        try {
            File home = new File(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (home.isDirectory()) {
                listFolder(home.toPath(), folder, ending, paths);
            } else {
                listJar(home, folder + "/", ending, paths);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the files packed under " + folder + " cannot be listed", e);
        }
        Collections.sort(paths);
        return List.copyOf(paths);
    }

    private static void listFolder(Path home, String folder, String ending, List<String> paths) throws IOException {
        Path start = home.resolve(folder);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            files.filter(f -> f.toString().endsWith(ending))
                    .forEach(f -> paths.add(home.relativize(f).toString().replace(File.separatorChar, '/')));
        }
    }

    private static void listJar(File jar, String folder, String ending, List<String> paths) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.startsWith(folder) && name.endsWith(ending)) {
                    paths.add(name);
                }
            }
        }
    }
}

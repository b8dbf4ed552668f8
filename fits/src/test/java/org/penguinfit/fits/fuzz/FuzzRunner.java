package org.penguinfit.fits.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs Jazzer on each target in a process of its own: {@code FuzzRunner SECONDS [TARGET...]}. Inputs that it finds
 * worth keeping, and those that break a reader, stay below {@code target/fuzz}. Exit code 1 if one broke.
 */
public final class FuzzRunner {
    private static final Path FOLDER = Path.of("target/fuzz");
    private static final String FUZZER = "com.code_intelligence.jazzer.Jazzer";

    /** Seconds for one input, above which it counts as a hang. */
    private static final int LONGEST = 60;

    private FuzzRunner() {}

    /** The command line. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(args[0]);
        List<String> names = List.of(args).subList(1, args.length);
        int broken = 0;
        for (FuzzTarget target : FuzzTarget.ALL) {
            if (names.isEmpty() || names.contains(target.name())) {
                broken += run(target, seconds) == 0 ? 0 : 1;
            }
        }
        System.out.printf(Locale.ROOT, "%d targets broke%n", broken);
        System.exit(broken == 0 ? 0 : 1);
    }

    private static int run(FuzzTarget target, int seconds) throws IOException, InterruptedException {
        Path home = FOLDER.resolve(target.name());
        Path corpus = Files.createDirectories(home.resolve("corpus"));
        Path seeds = Files.createDirectories(home.resolve("seeds"));
        int number = 0;
        for (byte[] seed : target.seeds().read()) {
            Files.write(seeds.resolve("seed-" + number++), seed);
        }
        System.out.printf(Locale.ROOT, "== %s: %d seeds, %d s%n", target.name(), number, seconds);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FUZZER,
                        "--target_class=" + target.type().getName(),
                        "--instrumentation_includes=org.penguinfit.**:org.yaml.**:com.fasterxml.jackson.dataformat.**",
                        "--reproducer_path=" + home,
                        "-artifact_prefix=" + home + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=" + LONGEST,
                        "-rss_limit_mb=4000",
                        "-print_final_stats=1",
                        corpus.toString(),
                        seeds.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}

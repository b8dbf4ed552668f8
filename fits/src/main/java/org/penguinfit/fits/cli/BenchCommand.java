package org.penguinfit.fits.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.penguinfit.fits.bench.BenchProblem;
import org.penguinfit.fits.bench.BenchReader;
import org.penguinfit.fits.bench.BenchReport;
import org.penguinfit.fits.bench.BenchRunner;
import org.penguinfit.fits.bench.CompiledModel;
import org.penguinfit.fits.bench.GrowthStudy;
import org.penguinfit.fits.bench.LoadStudy;
import org.penguinfit.fits.bench.Stopwatch;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * {@code penguinfit bench FILE}: solves a benchmark problem with certified answers and times the work; {@code growth} and
 * {@code load} in place of a file measure how cost grows.
 */
final class BenchCommand implements Subcommand {
    /** In place of a file: how cost grows with the size of a problem. */
    private static final String GROWTH = "growth";

    /** In place of a file: how the time to load measurements grows with their number. */
    private static final String LOAD = "load";

    private static final int MEASUREMENTS = 100_000;
    private static final int MOST_MEASUREMENTS = 150_000;

    /** A load case is repeated for so long, in nanoseconds; with {@code --quick} for a tenth of it. */
    private static final long LOAD_BUDGET = 3_000_000_000L;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(Subcommand.parameter(
                        "FILE",
                        "A file of format " + BenchReader.SCHEMA
                                + ", or 'growth' for a table of cost by size, 'load' for one of loading measurements."))
                .addOption(OptionSpec.builder("--quick")
                        .type(boolean.class)
                        .description("Measure each time for a tenth of a second instead of a second.")
                        .build())
                .addOption(Subcommand.option(
                        Integer.class,
                        "N",
                        "With 'load': measurements of the largest case, default " + MEASUREMENTS + ".",
                        "--n"))
                .addOption(
                        Subcommand.option(Long.class, "SEED", "With 'load': seed of the files, default 1.", "--seed"))
                .addOption(Subcommand.option(
                        Path.class, "OUT", "Write to this file instead of standard output.", "-o", "--output"));
        spec.usageMessage()
                .description(
                        "Solve a benchmark problem: minima, intervals, profiles, toys, and the time of each as JSON.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        Path output = Subcommand.output(options);
        String file = options.matchedPositionalValue(0, "");
        Stopwatch stopwatch = options.hasMatchedOption("--quick") ? Stopwatch.quick() : Stopwatch.standard();
        Consumer<String> phases = Subcommand.quiet(options)
                ? phase -> {}
                : phase -> {
                    err.println(phase);
                    err.flush();
                };
        String text = switch (file) {
            case GROWTH -> GrowthStudy.standard(CompiledModel::of, stopwatch).markdown(phases);
            case LOAD -> load(options, phases);
            default -> answer(Path.of(file), stopwatch, phases);
        };
        if (output == null) {
            out.print(text);
        } else {
            write(text, output);
        }
        return ExitCode.FINE;
    }

    private static String answer(Path file, Stopwatch stopwatch, Consumer<String> phases) {
        Diagnostics diagnostics = new Diagnostics();
        BenchProblem problem = BenchReader.read(file, diagnostics);
        if (problem == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        int threads = Runtime.getRuntime().availableProcessors();
        return BenchReport.of(problem, new BenchRunner(CompiledModel::of, stopwatch, phases, threads).run(problem));
    }

    private static String load(ParseResult options, Consumer<String> phases) {
        int largest = options.matchedOptionValue("--n", MEASUREMENTS);
        if (largest < LoadStudy.FEWEST || largest > MOST_MEASUREMENTS) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    "--n must lie between " + LoadStudy.FEWEST + " and " + MOST_MEASUREMENTS + ", found " + largest);
        }
        long budget = options.hasMatchedOption("--quick") ? LOAD_BUDGET / 10 : LOAD_BUDGET;
        try {
            Path folder = Files.createTempDirectory("penguinfit-load");
            try {
                return new LoadStudy(largest, options.matchedOptionValue("--seed", 1L), folder, budget)
                        .markdown(phases);
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ResultFiles.CannotBeWritten(
                    "temporary files cannot be written: " + e.getMessage() + "; choose a folder with -Djava.io.tmpdir",
                    e);
        }
    }

    private static void write(String text, Path output) {
        try {
            Files.writeString(output, text);
        } catch (IOException e) {
            throw new ResultFiles.CannotBeWritten(
                    output + ": the file cannot be written: " + e.getMessage() + "; choose another with -o FILE", e);
        }
    }
}

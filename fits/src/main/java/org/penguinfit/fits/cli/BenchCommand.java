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
import org.penguinfit.fits.bench.Stopwatch;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit bench FILE}: solves a benchmark problem with certified answers and times the work. */
final class BenchCommand implements Subcommand {
    /** In place of a file: how cost grows with the size of a problem. */
    private static final String GROWTH = "growth";

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(Subcommand.parameter(
                        "FILE",
                        "A file of format " + BenchReader.SCHEMA + ", or 'growth' for a table of cost by size."))
                .addOption(OptionSpec.builder("--quick")
                        .type(boolean.class)
                        .description("Measure each time for a tenth of a second instead of a second.")
                        .build())
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
        String text = file.equals(GROWTH)
                ? GrowthStudy.standard(CompiledModel::of, stopwatch).markdown(phases)
                : answer(Path.of(file), stopwatch, phases);
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

    private static void write(String text, Path output) {
        try {
            Files.writeString(output, text);
        } catch (IOException e) {
            throw new ResultFiles.CannotBeWritten(
                    output + ": the file cannot be written: " + e.getMessage() + "; choose another with -o FILE", e);
        }
    }
}

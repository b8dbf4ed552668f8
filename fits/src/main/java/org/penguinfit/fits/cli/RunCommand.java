package org.penguinfit.fits.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.report.ConsoleReport;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.run.FitPlan;
import org.penguinfit.fits.run.FitRequest;
import org.penguinfit.fits.run.FitResult;
import org.penguinfit.fits.run.FitRunner;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code penguinfit run FIT}: loads, fits, prints the tables and writes the result files. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a fit: print its tables, write results.json, report.md and results.csv.")
final class RunCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FIT",
            description = "A YAML file, or the name of a packed fit such as bsnunu-2021/table2.")
    private String fit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the result files; default penguinfit-out/FIT below the current folder.")
    private @Nullable Path output;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Use what was public on that day (2021-08-31); superseded results are back in force.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description = "Add a measurement file; its measurements replace those they supersede. Repeatable.")
    private List<Path> with = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change the config, e.g. parameters.CL_bsnutaunutau.range=-20:20. Repeatable.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; results do not depend on it. Default: all cores.")
    private @Nullable Integer threads;

    @Mixin
    private Verbosity verbosity;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Diagnostics diagnostics = new Diagnostics();
        FitPlan plan = FitPlan.load(new FitRequest(fit, with, set, asOf, seed), diagnostics);
        if (plan == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        if (!verbosity.quiet()) {
            Problems.print(diagnostics.sorted(), err);
        }
        FitResult result = new FitRunner(threadCount()).run(plan);
        Path folder = output == null ? defaultFolder() : output;
        List<Path> files = write(result, folder);
        if (!verbosity.quiet()) {
            out.print(ConsoleReport.of(result));
            out.println();
            out.println("written to " + folder + ": "
                    + String.join(
                            ", ",
                            files.stream().map(f -> f.getFileName().toString()).toList()));
        }
        return result.converged() ? ExitCode.FINE : ExitCode.NOT_CONVERGED;
    }

    private int threadCount() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "--threads must be at least 1, found " + threads);
        }
        return threads;
    }

    private Path defaultFolder() {
        String name = fit.endsWith(".yaml") ? fit.substring(0, fit.length() - ".yaml".length()) : fit;
        Path path = Path.of(name).normalize();
        boolean inside = !path.isAbsolute() && !path.startsWith("..");
        return Path.of("penguinfit-out").resolve(inside ? path : path.getFileName());
    }

    private static List<Path> write(FitResult result, Path folder) {
        try {
            return ReportWriters.writeAll(result, folder);
        } catch (IOException e) {
            throw new OutputException(
                    folder + ": the output folder cannot be written: " + e + "; choose another with -o DIR", e);
        }
    }
}

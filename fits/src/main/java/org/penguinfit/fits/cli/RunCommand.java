package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.plot.build.TaskPictures;
import org.penguinfit.fits.report.ConsoleReport;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.run.CheckpointFile;
import org.penguinfit.fits.run.FitRunner;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit run FIT}: loads, fits, prints the tables and writes the result files. */
final class RunCommand implements Subcommand {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = options();
        spec.usageMessage()
                .description("Run a fit: print its tables, write results.json, report.md, results.csv, refs-used.bib,"
                        + " report.html.");
        return spec;
    }

    /** What every command that runs a fit takes. */
    static CommandSpec options() {
        return CommandSpec.create()
                .addPositional(Subcommand.parameter(
                        "FIT", "A YAML file, or the name of a packed fit such as bsnunu-2021/table2."))
                .addOption(Subcommand.option(
                        Path.class,
                        "DIR",
                        "Folder for the result files; default: that of the config, or penguinfit-out/FIT below the"
                                + " current folder.",
                        "-o",
                        "--output"))
                .addOption(Subcommand.option(
                        String.class,
                        "DATE",
                        "Use what was public on that day (2021-08-31); superseded results are back in force.",
                        "--as-of"))
                .addOption(Subcommand.repeatable(
                        "FILE",
                        "Add a measurement file; its measurements replace those they supersede. Repeatable.",
                        "--with"))
                .addOption(Subcommand.repeatable(
                        "PATH=VALUE",
                        "Change the config, e.g. parameters.CL_bsnutaunutau.range=-20:20. Repeatable.",
                        "--set"))
                .addOption(Subcommand.option(
                        Long.class,
                        "N",
                        "Seed of everything that is drawn: toys, chains. Default: that of the config.",
                        "--seed"))
                .addOption(Subcommand.option(
                        Integer.class,
                        "N",
                        "Number of threads; results do not depend on it. Default: all cores.",
                        "--threads"))
                .addOption(OptionSpec.builder("--resume")
                        .type(boolean.class)
                        .description("Go on where an interrupted run of the same fit into the same folder ended.")
                        .build())
                .addOption(OptionSpec.builder("--plots")
                        .type(boolean.class)
                        .description("Draw a picture of each task that has one, besides those of the config.")
                        .build());
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        Diagnostics diagnostics = new Diagnostics();
        FitRequest request = request(options);
        int threads = threads(options);
        Path output = Subcommand.output(options);
        FitPlan plan = FitPlan.load(request, diagnostics);
        if (plan == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        boolean quiet = Subcommand.quiet(options);
        if (!quiet) {
            Problems.print(diagnostics.sorted(), err);
        }
        Path folder = output == null ? folder(plan, request.fit()) : output;
        FitResult result =
                TaskPictures.addTo(fit(plan, folder, threads, options, err), plan, options.hasMatchedOption("--plots"));
        List<String> written = ResultFiles.writeAll(result, folder);
        if (!quiet) {
            out.print(ConsoleReport.of(result));
            out.println();
            out.println("written to " + folder + ": " + String.join(", ", written));
        }
        return result.converged() ? ExitCode.FINE : ExitCode.NOT_CONVERGED;
    }

    /** Runs with a checkpoint, which goes when the run has ended well. */
    static FitResult fit(FitPlan plan, Path folder, int threads, ParseResult options, PrintWriter err) {
        boolean quiet = Subcommand.quiet(options);
        Diagnostics diagnostics = new Diagnostics();
        CheckpointFile checkpoint = options.hasMatchedOption("--resume")
                ? CheckpointFile.resume(folder, plan.identity(), diagnostics)
                : CheckpointFile.start(folder, plan.identity());
        if (checkpoint == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        try (checkpoint) {
            if (!quiet && checkpoint.resumedPieces() > 0) {
                err.println("goes on from " + checkpoint.resumedPieces() + " finished pieces of work");
            }
            ParallelWork work = new ParallelWork(threads, ConsoleProgress.of(quiet), checkpoint);
            FitResult result = new FitRunner(work).run(plan);
            checkpoint.problem().ifPresent(problem -> err.println("warning: " + problem));
            checkpoint.delete();
            return result;
        }
    }

    static FitRequest request(ParseResult options) {
        return new FitRequest(
                options.matchedPositionalValue(0, ""),
                Subcommand.files(options, "--with"),
                List.of(Subcommand.values(options, "--set")),
                Subcommand.date(options, "--as-of"),
                options.matchedOptionValue("--seed", (Long) null));
    }

    static int threads(ParseResult options) {
        Integer threads = options.matchedOptionValue("--threads", (Integer) null);
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw new ParameterException(
                    options.commandSpec().commandLine(), "--threads must be at least 1, found " + threads);
        }
        return threads;
    }

    static Path folder(FitPlan plan, String fit) {
        if (!plan.outputs().directory().isEmpty()) {
            return Path.of(plan.outputs().directory());
        }
        String name = fit.endsWith(".yaml") ? fit.substring(0, fit.length() - ".yaml".length()) : fit;
        Path path = Path.of(name).normalize();
        boolean inside = !path.isAbsolute() && !path.startsWith("..");
        return Path.of("penguinfit-out").resolve(inside ? path : path.getFileName());
    }
}

package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.report.UpdateReport;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.update.UpdatePictures;
import org.penguinfit.fits.update.UpdateResult;
import org.penguinfit.fits.update.UpdateRunner;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit update FIT --with NEW.yaml}: the fit before and after new measurements, side by side. */
final class UpdateCommand implements Subcommand {
    @Override
    public String name() {
        return "update";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = RunCommand.options();
        spec.usageMessage()
                .description("Run a fit without and with new measurement files (--with): print what changed,"
                        + " write update.json, update.md, the results in before/ and after/, and plots/.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        FitRequest asked = RunCommand.request(options);
        FitRequest request = new FitRequest(asked.fit(), asked.with(), asked.set(), asked.asOf(), asked.seed(), true);
        if (request.with().isEmpty()) {
            throw new ParameterException(
                    options.commandSpec().commandLine(), "update needs a new measurement file: --with FILE");
        }
        int threads = RunCommand.threads(options);
        Path output = Subcommand.output(options);
        boolean quiet = Subcommand.quiet(options);
        Set<Diagnostic> said = new LinkedHashSet<>();
        FitPlan updated = load(request, said);
        FitPlan old = load(request.withoutAdded(), said);
        if (updated == null || old == null) {
            throw new InvalidInputException(said.stream().sorted().toList());
        }
        if (!quiet) {
            Problems.print(said.stream().sorted().toList(), err);
            warnOfTheFuture(updated, LocalDate.now(ZoneOffset.UTC), err);
        }
        Path folder = output == null ? RunCommand.folder(updated, request.fit()).resolve("update") : output;
        FitResult before = RunCommand.fit(old, folder.resolve("before"), threads, options, err);
        FitResult after = RunCommand.fit(updated, folder.resolve("after"), threads, options, err);
        UpdateResult update =
                new UpdateRunner(ParallelWork.on(threads)).compare(request.with(), old, before, updated, after);
        ResultFiles.write(update, folder);
        ResultFiles.draw(UpdatePictures.of(update, updated), folder.resolve("plots"));
        if (!quiet) {
            out.print(UpdateReport.console(update));
            out.println();
            out.println("written to " + folder + ": update.json, update.md, before, after, plots");
        }
        return update.converged() ? ExitCode.FINE : ExitCode.NOT_CONVERGED;
    }

    private static @Nullable FitPlan load(FitRequest request, Set<Diagnostic> said) {
        Diagnostics diagnostics = new Diagnostics();
        FitPlan plan = FitPlan.load(request, diagnostics);
        said.addAll(diagnostics.sorted());
        return plan;
    }

    /** Without an as-of date everything counts; a date that has not come is probably a slip of the pen. */
    private static void warnOfTheFuture(FitPlan plan, LocalDate today, PrintWriter err) {
        List<Measurement> added = plan.asOf() == null ? plan.added() : List.of();
        for (Measurement measurement : added) {
            measurement
                    .date()
                    .filter(date -> date.isAfter(today))
                    .ifPresent(date -> err.println(measurement.location() + " " + measurement.name()
                            + ": warning: its date " + date + " has not come yet (it counts all the same; --as-of "
                            + today + " leaves it out)"));
        }
    }
}

package org.penguinfit.fits.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.report.ConsoleReport;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.run.FitPlan;
import org.penguinfit.fits.run.FitResult;
import org.penguinfit.fits.run.FitRunner;
import org.penguinfit.fits.run.PredictionPlan;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code penguinfit predict FILE --at NAME=VALUE}: predictions at a point, with their theory uncertainty. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description =
                "Print the predictions of a theory (or of a fit's theory) at a point; the Standard Model if none.")
final class PredictCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "A theory or fit: a YAML file, or a packed name such as bsnunu-2021.")
    private String file;

    @Option(
            names = "--at",
            paramLabel = "NAME=VALUE",
            description =
                    "Value of a parameter, e.g. CL_bsnutaunutau=-8.5; others stand at their defaults. Repeatable.")
    private Map<String, Double> at = new LinkedHashMap<>();

    @Option(
            names = "--observable",
            paramLabel = "NAME",
            description = "Only this observable, e.g. 'BR(B+->Knunu)'. Repeatable.")
    private List<String> observables = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write results.json, report.md and results.csv there.")
    private @Nullable Path output;

    @Mixin
    private Verbosity verbosity;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Diagnostics diagnostics = new Diagnostics();
        FitPlan plan = PredictionPlan.load(file, at, observables, diagnostics);
        if (plan == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        FitResult result = new FitRunner(1).run(plan);
        if (output != null) {
            try {
                ReportWriters.writeAll(result, output);
            } catch (IOException e) {
                throw new OutputException(output + ": the output folder cannot be written: " + e, e);
            }
        }
        if (!verbosity.quiet()) {
            out.print(ConsoleReport.of(result));
        }
        return ExitCode.FINE;
    }
}

package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.PredictionPlan;
import org.penguinfit.fits.report.ConsoleReport;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.run.FitRunner;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.ScalarNode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit predict FILE --at NAME=VALUE}: predictions at a point, with their theory uncertainty. */
final class PredictCommand implements Subcommand {
    @Override
    public String name() {
        return "predict";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(Subcommand.parameter(
                        "FILE", "A theory or fit: a YAML file, or a packed name such as bsnunu-2021."))
                .addOption(Subcommand.repeatable(
                        "NAME=VALUE",
                        "Value of a parameter, e.g. CL_bsnutaunutau=-8.5; others stand at their defaults. Repeatable.",
                        "--at"))
                .addOption(Subcommand.repeatable(
                        "NAME", "Only this observable, e.g. 'BR(B+->Knunu)'. Repeatable.", "--observable"))
                .addOption(Subcommand.option(
                        Path.class, "DIR", "Write results.json, report.md and results.csv there.", "-o", "--output"));
        spec.usageMessage()
                .description("Print the predictions of a theory (or of a fit's theory) at a point; the Standard Model"
                        + " if none is given.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        Path output = Subcommand.output(options);
        Diagnostics diagnostics = new Diagnostics();
        FitPlan plan = PredictionPlan.load(
                options.matchedPositionalValue(0, ""),
                point(options),
                List.of(Subcommand.values(options, "--observable")),
                diagnostics);
        if (plan == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        FitResult result = new FitRunner(ParallelWork.on(1)).run(plan);
        if (output != null) {
            ResultFiles.writeAll(result, output);
        }
        if (!Subcommand.quiet(options)) {
            out.print(ConsoleReport.of(result));
        }
        return ExitCode.FINE;
    }

    private static Map<String, Double> point(ParseResult options) {
        Map<String, Double> point = new LinkedHashMap<>();
        for (String at : Subcommand.values(options, "--at")) {
            int equals = at.lastIndexOf('=');
            String text = at.substring(equals + 1).strip().replace('\u2212', '-');
            ScalarNode value = ScalarNode.text(Location.wholeFile("--at"), text);
            if (equals > 0 && value.isNumber() && Double.isFinite(value.number())) {
                point.put(at.substring(0, equals).strip(), value.number());
                continue;
            }
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    "--at must be NAME=VALUE with a number, found '" + at + "'; write it like CL_bsnutaunutau=-8.5");
        }
        return point;
    }
}

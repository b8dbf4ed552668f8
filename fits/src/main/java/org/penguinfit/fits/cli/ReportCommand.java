package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.json.ResultJson;
import org.penguinfit.fits.result.json.ResultReader;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit report DIR}: writes every report and picture of a finished run again, from its results.json alone. */
final class ReportCommand implements Subcommand {
    @Override
    public String name() {
        return "report";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(Subcommand.parameter("DIR", "A folder that 'run' wrote, with its results.json."))
                .addOption(Subcommand.option(
                        Path.class, "OUT", "Folder for the files; default: DIR itself.", "-o", "--output"));
        spec.usageMessage().description("Write the reports and pictures of a run again, from its results.json alone.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        Path folder = Path.of(options.matchedPositionalValue(0, ""));
        @Nullable Path output = Subcommand.output(options);
        Diagnostics diagnostics = new Diagnostics();
        FitResult result = ResultReader.read(folder.resolve(ResultJson.FILE), diagnostics);
        if (result == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        Path target = output == null ? folder : output;
        List<String> written = ResultFiles.writeAll(result, target);
        if (!Subcommand.quiet(options)) {
            out.println("written to " + target + ": " + String.join(", ", written));
        }
        return ExitCode.FINE;
    }
}

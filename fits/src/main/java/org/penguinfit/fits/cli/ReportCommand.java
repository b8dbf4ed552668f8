package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.json.PicturesReader;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit report DIR}: draws the pictures of a finished run again, from its results.json alone. */
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
                        Path.class, "OUT", "Folder for the pictures; default: DIR itself.", "-o", "--output"));
        spec.usageMessage().description("Draw the pictures of a run again, from its results.json alone.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        Path folder = Path.of(options.matchedPositionalValue(0, ""));
        @Nullable Path output = Subcommand.output(options);
        Diagnostics diagnostics = new Diagnostics();
        List<FitResult.Picture> pictures = PicturesReader.read(folder.resolve("results.json"), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        Path target = output == null ? folder : output;
        ResultFiles.draw(pictures, target);
        if (!Subcommand.quiet(options)) {
            out.println(
                    pictures.isEmpty()
                            ? "no plots in " + folder.resolve("results.json") + ": run the fit with --plots"
                            : "written to " + target + ": " + String.join(", ", ResultFiles.names(pictures)));
        }
        return ExitCode.FINE;
    }
}

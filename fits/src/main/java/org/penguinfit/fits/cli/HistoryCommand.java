package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.browse.Catalogue;
import org.penguinfit.fits.browse.ObservableHistory;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.report.HistoryFigure;
import org.penguinfit.fits.report.HistoryTables;
import org.penguinfit.fits.result.FitResult;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit measurements history OBSERVABLE}: all results by date, with the running average. */
final class HistoryCommand implements Subcommand {
    @Override
    public String name() {
        return "history";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SelectionOptions.addUnverified(SelectionOptions.addTo(CommandSpec.create()
                        .addPositional(Subcommand.parameter("OBSERVABLE", "An observable, e.g. 'BR(B+->Knunu)'."))))
                .addOption(Subcommand.option(
                        Path.class, "DIR", "Write history.json, history.csv and history.svg there.", "-o", "--output"));
        spec.usageMessage().description("List all results on an observable by date, with the average on each day.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        @Nullable Path output = Subcommand.output(options);
        Catalogue catalogue = SelectionOptions.catalogue(options, err);
        ObservableHistory history = ObservableHistory.of(
                catalogue,
                options.matchedPositionalValue(0, ""),
                SelectionOptions.unverified(options),
                SelectionOptions.asOf(options));
        if (output != null) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("history.json", HistoryTables.json(history));
            files.put("history.csv", HistoryTables.averages(history).csv());
            files.put("results.csv", HistoryTables.results(history).csv());
            ResultFiles.write(files, output);
            ResultFiles.draw(
                    List.of(new FitResult.Picture("history", "", List.of(Format.values()), HistoryFigure.of(history))),
                    output);
        }
        if (!Subcommand.quiet(options)) {
            out.print(HistoryTables.console(history));
            if (output != null) {
                out.println();
                out.println("written to " + output + ": history.json, history.csv, results.csv, history.svg/pdf/png");
            }
        }
        return ExitCode.FINE;
    }
}

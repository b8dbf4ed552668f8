package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.util.List;
import org.penguinfit.fits.browse.Catalogue;
import org.penguinfit.fits.report.MeasurementCard;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.selection.Selector;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit measurements show NAME}: all that is known of a measurement. */
final class ShowCommand implements Subcommand {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SelectionOptions.addTo(CommandSpec.create().addPositional(SelectionOptions.names(true)));
        spec.usageMessage()
                .description(
                        "Show measurements: values, likelihood, source, who supersedes or uses them, file and line.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        List<Selector> selectors = SelectionOptions.names(options);
        Catalogue catalogue = SelectionOptions.catalogue(options, err);
        Diagnostics diagnostics = new Diagnostics();
        catalogue.requireSomething(selectors, diagnostics);
        if (diagnostics.hasErrors()) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        String between = "";
        for (Selector selector : selectors) {
            for (String name : catalogue.index().pick(selector)) {
                Measurement measurement = catalogue.set().find(name).orElseThrow();
                if (!Subcommand.quiet(options)) {
                    out.print(between + MeasurementCard.of(catalogue, measurement, SelectionOptions.asOf(options)));
                    between = "\n";
                }
            }
        }
        return ExitCode.FINE;
    }
}

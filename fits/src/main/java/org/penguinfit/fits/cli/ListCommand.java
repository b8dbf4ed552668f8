package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.util.List;
import org.penguinfit.fits.browse.Catalogue;
import org.penguinfit.fits.browse.Listing;
import org.penguinfit.fits.report.DataTable;
import org.penguinfit.fits.report.MeasurementTables;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.selection.Selector;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit measurements list}: what there is, and what is in force. */
final class ListCommand implements Subcommand {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SelectionOptions.addProperties(
                        SelectionOptions.addTo(CommandSpec.create().addPositional(SelectionOptions.names(false))))
                .addOption(Subcommand.flag("List also what is not in force, with the reason.", "--all"))
                .addOption(Subcommand.flag("Print JSON.", "--json"))
                .addOption(Subcommand.flag("Print CSV.", "--csv"));
        spec.usageMessage().description("List measurements: value, experiment, date, status, and whether in force.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        List<Selector> selectors = SelectionOptions.selectors(options);
        Catalogue catalogue = SelectionOptions.catalogue(options, err);
        Diagnostics diagnostics = new Diagnostics();
        catalogue.requireSomething(selectors, diagnostics);
        if (diagnostics.hasErrors()) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        Listing listing =
                Listing.of(catalogue, selectors, SelectionOptions.asOf(options), options.hasMatchedOption("--all"));
        DataTable table = MeasurementTables.of(listing);
        if (options.hasMatchedOption("--json")) {
            out.print(table.json());
        } else if (options.hasMatchedOption("--csv")) {
            out.print(table.csv());
        } else if (!Subcommand.quiet(options)) {
            out.print(table.console(""));
            if (listing.hidden() > 0) {
                out.println();
                out.println(listing.hidden() + " not in force; --all lists them, too");
            }
        }
        return ExitCode.FINE;
    }
}

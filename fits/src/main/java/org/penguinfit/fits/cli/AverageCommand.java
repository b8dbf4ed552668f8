package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.fits.browse.Catalogue;
import org.penguinfit.fits.browse.MeasurementAverage;
import org.penguinfit.fits.report.AverageJson;
import org.penguinfit.fits.report.AverageText;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.ScalarNode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit measurements average NAME...}: the average of one observable or of several together. */
final class AverageCommand implements Subcommand {
    private static final String ALLOW = "--allow-double-counting";
    private static final String CORRELATION = "--correlation";

    @Override
    public String name() {
        return "average";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SelectionOptions.addUnverified(
                        SelectionOptions.addTo(CommandSpec.create().addPositional(SelectionOptions.names(true))))
                .addOption(Subcommand.repeatable(
                        "NAME",
                        "What to average, e.g. 'Rtaul(B->Dlnu)'; several are averaged together.",
                        "--observable"))
                .addOption(Subcommand.repeatable(
                        "SOURCE=RHO",
                        "Correlation of a source of uncertainty between all measurements, e.g. syst=0.5. Repeatable.",
                        CORRELATION))
                .addOption(OptionSpec.builder(ALLOW)
                        .type(String[].class)
                        .arity("2")
                        .paramLabel("NAME")
                        .description("Two measurements that may count the same data twice. Repeatable.")
                        .build())
                .addOption(Subcommand.flag("Print JSON.", "--json"));
        spec.usageMessage()
                .description("Average measurements: linear and by full likelihood, χ², p-value, scale factor.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        MeasurementAverage.Request request = new MeasurementAverage.Request(
                SelectionOptions.names(options),
                List.of(Subcommand.values(options, "--observable")),
                correlations(options),
                SelectionOptions.asOf(options),
                SelectionOptions.unverified(options),
                pairs(Subcommand.values(options, ALLOW)));
        Catalogue catalogue = SelectionOptions.catalogue(options, err);
        MeasurementAverage average = MeasurementAverage.of(catalogue, request);
        if (options.hasMatchedOption("--json")) {
            out.print(AverageJson.of(average));
        } else if (!Subcommand.quiet(options)) {
            out.print(AverageText.of(average));
        }
        if (average.single().isPresent() || average.joint().isPresent()) {
            return ExitCode.FINE;
        }
        err.println("nothing is in force to be averaged");
        return ExitCode.NOT_CONVERGED;
    }

    private static Map<String, Double> correlations(ParseResult options) {
        Map<String, Double> correlations = new LinkedHashMap<>();
        for (String written : Subcommand.values(options, CORRELATION)) {
            int equals = written.lastIndexOf('=');
            ScalarNode value = ScalarNode.text(
                    Location.wholeFile(CORRELATION),
                    written.substring(equals + 1).strip());
            if (equals < 1 || !value.isNumber() || !(Math.abs(value.number()) <= 1)) {
                throw new ParameterException(
                        options.commandSpec().commandLine(),
                        CORRELATION + " must be SOURCE=RHO with a number from -1 to 1, found '" + written + "'");
            }
            correlations.put(written.substring(0, equals).strip(), value.number());
        }
        return correlations;
    }

    private static List<List<String>> pairs(String[] names) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < names.length; i += 2) {
            pairs.add(List.of(names[i], names[i + 1]));
        }
        return pairs;
    }
}

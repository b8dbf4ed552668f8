package org.penguinfit.fits.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.exchange.hepdata.HepSelection;
import org.penguinfit.measurements.exchange.text.ValueText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Options of {@code convert} that say which numbers of a HEPData record to take. */
final class HepOptions {
    private HepOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(Subcommand.option(String.class, "NAME", "hepdata: the table to read.", "--table"))
                .addOption(
                        Subcommand.option(String.class, "HEADER", "hepdata: the dependent column to read.", "--column"))
                .addOption(Subcommand.repeatable(
                        "NAME=VALUE", "hepdata: a qualifier that the column has. Repeatable.", "--qualifier"))
                .addOption(Subcommand.repeatable(
                        "ROW", "hepdata: a row, by number from 1 or as HEADER=VALUE. Repeatable.", "--row"))
                .addOption(Subcommand.option(
                        String.class, "NAME", "hepdata: the observable that the column holds.", "--observable"))
                .addOption(Subcommand.repeatable(
                        "HEADER=NAME",
                        "hepdata: an independent column as argument of the observable; bins give NAMEmin, NAMEmax. Repeatable.",
                        "--argument"))
                .addOption(Subcommand.repeatable(
                        "LABEL", "hepdata: an error to take; default all. Repeatable.", "--error"))
                .addOption(Subcommand.option(
                        String.class,
                        "HOW",
                        "hepdata: errors whose label starts with sys move rows together: correlated (default), or not: uncorrelated.",
                        "--systematics"))
                .addOption(Subcommand.repeatable(
                        "[LABEL=]TABLE",
                        "hepdata: table with the correlation or covariance of an error, or of the total. Repeatable.",
                        "--correlation"))
                .addOption(Subcommand.option(
                        String.class, "LEVEL", "hepdata: the values are upper limits at this level.", "--limit"))
                .addOption(Subcommand.option(String.class, "NAME", "hepdata: name of the measurement.", "--name"))
                .addOption(Subcommand.option(String.class, "TEXKEY", "hepdata: its INSPIRE key.", "--inspire"));
    }

    static HepSelection selection(ParseResult options) {
        return new HepSelection(
                text(options, "--table"),
                text(options, "--column"),
                pairs(options, "--qualifier", ""),
                List.of(Subcommand.values(options, "--row")),
                text(options, "--observable"),
                pairs(options, "--argument", ""),
                List.of(Subcommand.values(options, "--error")),
                systematics(options),
                pairs(options, "--correlation", "total"),
                limit(options),
                text(options, "--name"),
                text(options, "--inspire"));
    }

    private static String text(ParseResult options, String option) {
        return options.matchedOptionValue(option, "");
    }

    /** {@code NAME=VALUE}; without {@code =} the word is a value of the name {@code alone}, if there is one. */
    private static Map<String, String> pairs(ParseResult options, String option, String alone) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : Subcommand.values(options, option)) {
            int equals = pair.indexOf('=');
            if (equals < 1 && alone.isEmpty()) {
                throw new ParameterException(
                        options.commandSpec().commandLine(), option + " must be NAME=VALUE, found '" + pair + "'");
            }
            pairs.put(equals < 1 ? alone : pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }

    private static boolean systematics(ParseResult options) {
        String word = options.matchedOptionValue("--systematics", "correlated");
        if (!word.equals("correlated") && !word.equals("uncorrelated")) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    "--systematics must be correlated or uncorrelated, found '" + word + "'");
        }
        return word.equals("correlated");
    }

    private static OptionalDouble limit(ParseResult options) {
        String text = options.matchedOptionValue("--limit", (String) null);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(level(text, options));
    }

    private static double level(String text, ParseResult options) {
        if (ValueText.read("< 1 @ " + text).orElse(null) instanceof UpperLimit limit) {
            return limit.level();
        }
        throw new ParameterException(
                options.commandSpec().commandLine(), "--limit must be a level like 90% or 0.90, found '" + text + "'");
    }
}

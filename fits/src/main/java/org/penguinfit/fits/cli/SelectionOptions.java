package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.fits.browse.Catalogue;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.selection.Selector;
import org.penguinfit.measurements.selection.Selector.Property;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What the commands on measurements have in common: which measurements, of which files, on which day. */
final class SelectionOptions {
    private static final String WITH = "--with";
    private static final String AS_OF = "--as-of";
    private static final String UNVERIFIED = "--unverified";
    private static final List<Property> PROPERTIES =
            List.of(Property.OBSERVABLE, Property.PROCESS, Property.EXPERIMENT, Property.TAG);

    private SelectionOptions() {}

    /** Files and day. */
    static CommandSpec addTo(CommandSpec spec) {
        return spec.addOption(Subcommand.repeatable("FILE", "Measurement file beside the library. Repeatable.", WITH))
                .addOption(Subcommand.option(
                        String.class, "DATE", "Only what was public on that day, e.g. 2021-08-31.", AS_OF));
    }

    static CommandSpec addUnverified(CommandSpec spec) {
        return spec.addOption(Subcommand.flag("Take also numbers that nobody compared with their source.", UNVERIFIED));
    }

    static CommandSpec addProperties(CommandSpec spec) {
        for (Property property : PROPERTIES) {
            spec.addOption(Subcommand.option(
                    String.class,
                    property.word().toUpperCase(java.util.Locale.ROOT),
                    "Only with this " + property.word() + "; * stands for any letters.",
                    "--" + property.word()));
        }
        return spec;
    }

    /** Names and globs. */
    static PositionalParamSpec names(boolean required) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity(required ? "1..*" : "0..*")
                .required(required)
                .type(String[].class)
                .paramLabel("NAME")
                .description("Name of a measurement, or a glob such as 'Belle *'.")
                .build();
    }

    static Catalogue catalogue(ParseResult options, PrintWriter err) {
        Diagnostics diagnostics = new Diagnostics();
        Catalogue catalogue = Catalogue.load(Subcommand.files(options, WITH), diagnostics);
        if (!Subcommand.quiet(options)) {
            Problems.print(diagnostics.sorted(), err);
        }
        return catalogue;
    }

    static Optional<LocalDate> asOf(ParseResult options) {
        return Optional.ofNullable(Subcommand.date(options, AS_OF));
    }

    static boolean unverified(ParseResult options) {
        return options.hasMatchedOption(UNVERIFIED);
    }

    /** One selector per name. */
    static List<Selector> names(ParseResult options) {
        return selectors(options, Map.of());
    }

    /** One selector per name, each with all properties; one of the properties alone if there is no name. */
    static List<Selector> selectors(ParseResult options) {
        Map<Property, String> properties = new EnumMap<>(Property.class);
        for (Property property : PROPERTIES) {
            String text = options.matchedOptionValue("--" + property.word(), "");
            if (!text.isEmpty()) {
                properties.put(property, text);
            }
        }
        return selectors(options, properties);
    }

    private static List<Selector> selectors(ParseResult options, Map<Property, String> properties) {
        Location place = Location.wholeFile(options.commandSpec().name());
        List<Selector> selectors = new ArrayList<>();
        for (String name : options.matchedPositionalValue(0, new String[0])) {
            Map<Property, String> criteria = new EnumMap<>(Property.class);
            criteria.putAll(properties);
            criteria.put(Property.NAME, name);
            selectors.add(new Selector(criteria, place, ""));
        }
        if (selectors.isEmpty() && !properties.isEmpty()) {
            selectors.add(new Selector(properties, place, ""));
        }
        return selectors;
    }
}

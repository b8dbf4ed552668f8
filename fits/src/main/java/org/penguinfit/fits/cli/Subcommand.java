package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One command of the program. Its options are declared in code and not by annotations: picocli's reflection over annotated
 * classes would take a fifth of a short run.
 */
interface Subcommand {
    /** Name on the command line. */
    String name();

    /** Options and parameters; {@code -h}, {@code -v} and {@code -q} are added to every command. */
    CommandSpec spec();

    /**
     * Runs.
     *
     * @param options what the user wrote
     * @param out takes results
     * @param err takes diagnostics
     * @return the exit code
     */
    int run(ParseResult options, PrintWriter out, PrintWriter err);

    /** The option that shows the help of a command. */
    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    /** A command with the options that every command has. */
    static CommandSpec withCommonOptions(CommandSpec spec) {
        return spec.addOption(help())
                .addOption(OptionSpec.builder("-v", "--verbose")
                        .type(boolean[].class)
                        .arity("0")
                        .description("Say more; -vv adds stack traces.")
                        .build())
                .addOption(OptionSpec.builder("-q", "--quiet")
                        .type(boolean.class)
                        .description("Print no tables and no notes, only errors.")
                        .build());
    }

    /** A switch. */
    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** A date in an option, or null if it was not given. */
    static @Nullable LocalDate date(ParseResult options, String name) {
        String text = options.matchedOptionValue(name, (String) null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    name + " must be a date like 2021-08-31, found '" + text + "'");
        }
    }

    /** Files in a repeatable option, in order. */
    static List<Path> files(ParseResult options, String name) {
        List<Path> files = new ArrayList<>();
        for (String file : values(options, name)) {
            files.add(Path.of(file));
        }
        return files;
    }

    /** The one parameter of a command that takes one. */
    static PositionalParamSpec parameter(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option that takes a value; a {@code null} default means absent. */
    static OptionSpec option(Class<?> type, String label, String description, String... names) {
        return OptionSpec.builder(names)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option that may stand several times; its values are texts. */
    static OptionSpec repeatable(String label, String description, String name) {
        return OptionSpec.builder(name)
                .type(String[].class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** Values of a repeatable option, in order. */
    static String[] values(ParseResult options, String name) {
        return options.matchedOptionValue(name, new String[0]);
    }

    /**
     * The folder that {@code -o} names, or null.
     *
     * @throws ParameterException if it is blank, which would mean the current folder
     */
    static @Nullable Path output(ParseResult options) {
        Path output = options.matchedOptionValue("--output", (Path) null);
        if (output != null && output.toString().isBlank()) {
            throw new ParameterException(
                    options.commandSpec().commandLine(), "--output must name a folder, found ''; write -o DIR");
        }
        return output;
    }

    /** True if {@code -q} was given. */
    static boolean quiet(ParseResult options) {
        return options.hasMatchedOption('q');
    }
}

package org.penguinfit.fits.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.Version;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code penguinfit run FIT}, {@code validate}, {@code predict}, {@code schema}, {@code convert}, {@code bench}. */
public final class Penguinfit {
    /** Every command; a new one is added here. */
    private static final List<Subcommand> COMMANDS = List.of(
            new RunCommand(),
            new UpdateCommand(),
            new ReportCommand(),
            new ValidateCommand(),
            new PredictCommand(),
            new MeasurementsCommand(),
            new SchemaCommand(),
            new ConvertCommand(),
            new BenchCommand());

    private Penguinfit() {}

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] args) {
        // Reports hold ±, σ and ∪ whatever the locale says.
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int code = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
    }

    /**
     * Runs the program without ending the JVM.
     *
     * @param out takes results
     * @param err takes diagnostics
     * @return the exit code
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(program(args)).setUsageHelpAutoWidth(false);
        try {
            ParseResult result = line.parseArgs(args);
            return execute(result, line, out, err);
        } catch (ParameterException e) {
            return usage(e, err);
        }
    }

    /** The program with the command that the arguments name, or with all of them for help and for a wrong name. */
    private static CommandSpec program(String[] args) {
        CommandSpec program = CommandSpec.create()
                .name("penguinfit")
                .version("Penguinfit " + Version.current())
                .addOption(Subcommand.help())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        program.usageMessage()
                .description(
                        "Global fits for flavour physics: measurements and theory in YAML, intervals you can defend.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "Exit codes: 0 fine, 1 a task did not converge or had no data, 2 bad input, 3 internal error.",
                        "Confidence levels are written 1σ (or 1s), 90%% or 0.90; ranges a:b.");
        Subcommand named = args.length == 0 ? null : find(args[0]);
        for (Subcommand command : COMMANDS) {
            if (named == null || named == command) {
                CommandSpec spec = Subcommand.withCommonOptions(command.spec());
                program.addSubcommand(command.name(), new CommandLine(spec).setUsageHelpAutoWidth(false));
            }
        }
        return program;
    }

    private static @Nullable Subcommand find(String name) {
        for (Subcommand command : COMMANDS) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        return null;
    }

    private static int execute(ParseResult result, CommandLine line, PrintWriter out, PrintWriter err) {
        ParseResult chosen = result.subcommand();
        if (result.isVersionHelpRequested()) {
            line.printVersionHelp(out, Ansi.OFF);
            return ExitCode.FINE;
        }
        if (chosen == null || chosen.isUsageHelpRequested()) {
            CommandLine shown = chosen == null ? line : chosen.commandSpec().commandLine();
            shown.usage(out, Ansi.OFF);
            return result.isUsageHelpRequested() || chosen != null ? ExitCode.FINE : ExitCode.BAD_INPUT;
        }
        Subcommand command = find(chosen.commandSpec().name());
        if (command == null) {
            throw new IllegalStateException("a command that is parsed is in the list");
        }
        try {
            return command.run(chosen, out, err);
        } catch (ParameterException e) {
            return usage(e, err);
        } catch (InvalidInputException e) {
            Problems.print(e.diagnostics(), err);
            trace(e, chosen, err, false);
            return ExitCode.BAD_INPUT;
        } catch (InvalidPathException e) {
            err.println("no file can be named '" + e.getInput() + "': " + e.getReason()
                    + " (use other letters, or a locale that knows them, such as LC_ALL=C.UTF-8)");
            return ExitCode.BAD_INPUT;
        } catch (ResultFiles.CannotBeWritten e) {
            err.println(e.getMessage());
            trace(e, chosen, err, false);
            return ExitCode.BAD_INPUT;
        } catch (RuntimeException | VirtualMachineError e) {
            err.println("internal error: " + e);
            trace(e, chosen, err, true);
            return ExitCode.INTERNAL;
        }
    }

    /** A stack trace is for us, not for a user: only with -vv. */
    private static void trace(Throwable problem, ParseResult options, PrintWriter err, boolean hint) {
        boolean[] verbose = options.matchedOptionValue('v', new boolean[0]);
        if (verbose.length >= 2) {
            problem.printStackTrace(err);
        } else if (hint) {
            err.println("run again with -vv for the stack trace");
        }
    }

    private static int usage(ParameterException problem, PrintWriter err) {
        err.println(problem.getMessage());
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String suggestion = suggestion(unmatched, problem.getCommandLine());
            if (!suggestion.isEmpty()) {
                err.println(suggestion);
            }
        }
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        err.println("see '" + name + " --help'");
        return ExitCode.BAD_INPUT;
    }

    private static String suggestion(UnmatchedArgumentException problem, CommandLine line) {
        String word =
                problem.getUnmatched().isEmpty() ? "" : problem.getUnmatched().get(0);
        List<String> known = new ArrayList<>(line.getSubcommands().keySet());
        known.addAll(line.getCommandSpec().optionsMap().keySet());
        return DidYouMean.suggest(word, known);
    }
}

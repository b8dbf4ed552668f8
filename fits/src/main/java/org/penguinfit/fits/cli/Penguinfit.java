package org.penguinfit.fits.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.penguinfit.fits.run.Version;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The command line: {@code penguinfit run FIT}, {@code validate}, {@code predict}, {@code schema}. */
@Command(
        name = "penguinfit",
        description = "Global fits for flavour physics: measurements and theory in YAML, intervals you can defend.",
        mixinStandardHelpOptions = true,
        versionProvider = Penguinfit.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 fine, 1 a task did not converge or had no data, 2 bad input, 3 internal error.",
            "Confidence levels are written 1σ (or 1s), 90% or 0.90; ranges a:b."
        },
        subcommands = {RunCommand.class, ValidateCommand.class, PredictCommand.class, SchemaCommand.class})
public final class Penguinfit implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

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
        CommandLine line = new CommandLine(new Penguinfit());
        line.setOut(out);
        line.setErr(err);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setExecutionExceptionHandler(Penguinfit::report);
        return line.execute(args);
    }

    /** Bad input: its diagnostics and 2. Anything else is a fault of ours: one line and 3, the stack trace only with -vv. */
    private static int report(Exception problem, CommandLine line, ParseResult result) {
        if (problem instanceof InvalidInputException invalid) {
            Problems.print(invalid.diagnostics(), line.getErr());
            if (verbosity(result) >= 2) {
                problem.printStackTrace(line.getErr());
            }
            return ExitCode.BAD_INPUT;
        }
        if (problem instanceof OutputException) {
            line.getErr().println(problem.getMessage());
            return ExitCode.BAD_INPUT;
        }
        line.getErr().println("internal error: " + problem);
        if (verbosity(result) >= 2) {
            problem.printStackTrace(line.getErr());
        } else {
            line.getErr().println("run again with -vv for the stack trace");
        }
        return ExitCode.INTERNAL;
    }

    private static int verbosity(ParseResult result) {
        ParseResult last = result;
        while (last.subcommand() != null) {
            last = last.subcommand();
        }
        return last.hasMatchedOption('v') ? ((boolean[]) last.matchedOption('v').getValue()).length : 0;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version of the JAR. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Penguinfit " + Version.current()};
        }
    }
}

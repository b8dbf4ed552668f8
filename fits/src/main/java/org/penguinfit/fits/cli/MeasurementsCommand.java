package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit measurements list|show|history|average}: a look at measurements without a fit. */
final class MeasurementsCommand implements Subcommand {
    private static final List<Subcommand> COMMANDS =
            List.of(new ListCommand(), new ShowCommand(), new HistoryCommand(), new AverageCommand());

    @Override
    public String name() {
        return "measurements";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("List measurements, show one, the history of an observable, or an average.")
                .synopsisSubcommandLabel("COMMAND");
        for (Subcommand command : COMMANDS) {
            CommandSpec own = Subcommand.withCommonOptions(command.spec());
            spec.addSubcommand(command.name(), new CommandLine(own).setUsageHelpAutoWidth(false));
        }
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        ParseResult chosen = options.subcommand();
        if (chosen == null || chosen.isUsageHelpRequested()) {
            ParseResult shown = chosen == null ? options : chosen;
            shown.commandSpec().commandLine().usage(out, Ansi.OFF);
            return chosen == null ? ExitCode.BAD_INPUT : ExitCode.FINE;
        }
        for (Subcommand command : COMMANDS) {
            if (command.name().equals(chosen.commandSpec().name())) {
                return command.run(chosen, out, err);
            }
        }
        throw new IllegalStateException("a command that is parsed is in the list");
    }
}

package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import org.penguinfit.fits.plan.InputCheck;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit validate FILE...}: every problem of every file at once. */
final class ValidateCommand implements Subcommand {
    @Override
    public String name() {
        return "validate";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("1..*")
                        .required(true)
                        .type(String[].class)
                        .paramLabel("FILE")
                        .description("Measurement, theory and fit files, or names of packed fits.")
                        .build());
        spec.usageMessage().description("Check measurement, theory and fit files; report every problem at once.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        Diagnostics all = new Diagnostics();
        for (String file : options.matchedPositionalValue(0, new String[0])) {
            Diagnostics own = new Diagnostics();
            String summary = check(file, own);
            all.addAll(own.sorted());
            if (!own.hasErrors() && !Subcommand.quiet(options)) {
                out.println(file + ": fine, " + summary);
            }
        }
        Problems.print(all.sorted(), err);
        return all.hasErrors() ? ExitCode.BAD_INPUT : ExitCode.FINE;
    }

    /** A file with so many errors that reading it stopped does not keep the next from being read. */
    private static String check(String file, Diagnostics diagnostics) {
        try {
            return InputCheck.check(file, diagnostics);
        } catch (InvalidInputException e) {
            if (!diagnostics.hasErrors()) {
                diagnostics.addAll(e.diagnostics());
            }
            return "";
        }
    }
}

package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.penguinfit.fits.run.InputCheck;
import org.penguinfit.measurements.document.Diagnostics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code penguinfit validate FILE...}: every problem of every file at once. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Check measurement, theory and fit files; report every problem at once.")
final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or names of packed fits and theory files.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private Verbosity verbosity;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Diagnostics all = new Diagnostics();
        for (String file : files) {
            Diagnostics own = new Diagnostics();
            String summary = InputCheck.check(file, own);
            all.addAll(own.sorted());
            if (!own.hasErrors() && !verbosity.quiet()) {
                out.println(file + ": fine, " + summary);
            }
        }
        Problems.print(all.sorted(), spec.commandLine().getErr());
        return all.hasErrors() ? ExitCode.BAD_INPUT : ExitCode.FINE;
    }
}

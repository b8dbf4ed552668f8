package org.penguinfit.fits.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.penguinfit.fits.run.Schemas;
import org.penguinfit.measurements.document.DidYouMean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code penguinfit schema NAME}: the JSON Schema of a file format, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Print the JSON Schema of a file format, for editors and scripts.")
final class SchemaCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "measurements, theory, fit or results.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        byte[] schema = Schemas.find(name);
        if (schema == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no schema named '" + name + "' (" + DidYouMean.suggestOrList(name, List.copyOf(Schemas.NAMES))
                            + ")");
        }
        spec.commandLine().getOut().print(new String(schema, StandardCharsets.UTF_8));
        return ExitCode.FINE;
    }
}

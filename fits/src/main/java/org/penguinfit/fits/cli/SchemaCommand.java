package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.penguinfit.fits.plan.Schemas;
import org.penguinfit.measurements.document.DidYouMean;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit schema NAME}: the JSON Schema of a file format, for editors. */
final class SchemaCommand implements Subcommand {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(Subcommand.parameter("NAME", String.join(", ", Schemas.NAMES) + "."));
        spec.usageMessage().description("Print the JSON Schema of a file format, for editors and scripts.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        String name = options.matchedPositionalValue(0, "");
        byte[] schema = Schemas.find(name);
        if (schema == null) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    "no schema named '" + name + "' (" + DidYouMean.suggestOrList(name, Schemas.NAMES) + ")");
        }
        out.print(new String(schema, StandardCharsets.UTF_8));
        return ExitCode.FINE;
    }
}

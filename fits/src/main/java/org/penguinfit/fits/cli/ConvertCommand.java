package org.penguinfit.fits.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.exchange.Exported;
import org.penguinfit.measurements.exchange.Imported;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.exchange.convert.Conversion;
import org.penguinfit.measurements.exchange.convert.Format;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code penguinfit convert IN... OUT}: measurements from one format into another, with a report of what did not fit. */
final class ConvertCommand implements Subcommand {
    @Override
    public String name() {
        return "convert";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("2..*")
                        .required(true)
                        .type(String[].class)
                        .paramLabel("IN... OUT")
                        .description("Files to read, and the file (for hepdata the folder) to write.")
                        .build())
                .addOption(Subcommand.option(
                        String.class,
                        "FORMAT",
                        "Format of IN: " + String.join(", ", Format.readable()) + ". Default: by its keys.",
                        "--from"))
                .addOption(Subcommand.option(
                        String.class,
                        "FORMAT",
                        "Format of OUT: " + String.join(", ", Format.writable()) + ". Default: penguinfit.",
                        "--to"))
                .addOption(Subcommand.option(
                        Path.class, "FILE", "eos: its references.yaml, for INSPIRE keys.", "--references"));
        HepOptions.addTo(spec);
        spec.usageMessage()
                .description(
                        "Convert measurements: flavio, EOS, HEPData and our own in; our own, flavio and HEPData out.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintWriter out, PrintWriter err) {
        String[] files = options.matchedPositionalValue(0, new String[0]);
        List<Path> in = new ArrayList<>();
        for (int i = 0; i < files.length - 1; i++) {
            in.add(Path.of(files[i]));
        }
        Path target = Path.of(files[files.length - 1]);
        Format to = format(options, "--to", Format.writable()).orElse(Format.PENGUINFIT);
        refuseOverwriting(in, target, options);
        Diagnostics diagnostics = new Diagnostics();
        Format from = format(options, "--from", Format.readable())
                .or(() -> Conversion.guess(in.get(0)))
                .orElse(Format.PENGUINFIT);
        Path references = options.matchedOptionValue("--references", (Path) null);
        Imported imported = Conversion.read(in, from, HepOptions.selection(options), references, diagnostics);
        if (imported.measurements().isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.error(
                    Location.wholeFile(files[0]), "", "nothing to convert", "no measurement", lines(imported));
        }
        if (diagnostics.hasErrors()) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        Exported exported = Conversion.write(imported, to);
        ConvertedFiles.write(exported.files(), target);
        if (!Subcommand.quiet(options)) {
            Problems.print(diagnostics.sorted(), err);
            ConvertReport.print(in, from, imported, exported, target, to, out);
        }
        boolean complete = imported.leftOut().isEmpty() && exported.leftOut().isEmpty();
        return complete ? ExitCode.FINE : ExitCode.NOT_CONVERGED;
    }

    private static String lines(Imported imported) {
        return imported.leftOut().isEmpty()
                ? ""
                : "left out: "
                        + String.join(
                                "; ",
                                imported.leftOut().stream()
                                        .map(LeftOut::toString)
                                        .toList());
    }

    private static void refuseOverwriting(List<Path> in, Path target, ParseResult options) {
        for (Path path : in) {
            if (path.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())) {
                throw new ParameterException(
                        options.commandSpec().commandLine(), "OUT must not be IN, found '" + target + "' for both");
            }
        }
        if (in.isEmpty() || target.toString().isBlank()) {
            throw new ParameterException(options.commandSpec().commandLine(), "write convert IN OUT");
        }
        boolean folder = Files.isDirectory(target);
        boolean wantsFolder = format(options, "--to", Format.writable()).orElse(Format.PENGUINFIT) == Format.HEPDATA;
        if (folder != wantsFolder && Files.exists(target)) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    wantsFolder
                            ? "OUT must be a folder for hepdata, found the file '" + target + "'"
                            : "OUT must be a file, found the folder '" + target + "'");
        }
    }

    private static Optional<Format> format(ParseResult options, String option, List<String> known) {
        String word = options.matchedOptionValue(option, (String) null);
        if (word != null && !known.contains(word)) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    option + " must be one of " + String.join(", ", known) + ", found '" + word + "'");
        }
        return word == null ? Optional.empty() : Format.of(word);
    }
}

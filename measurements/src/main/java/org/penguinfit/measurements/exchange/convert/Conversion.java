package org.penguinfit.measurements.exchange.convert;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.ForeignFile;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.exchange.Exported;
import org.penguinfit.measurements.exchange.Imported;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.exchange.eos.EosImport;
import org.penguinfit.measurements.exchange.eos.EosReferences;
import org.penguinfit.measurements.exchange.flavio.FlavioImport;
import org.penguinfit.measurements.exchange.flavio.FlavioWriter;
import org.penguinfit.measurements.exchange.hepdata.HepImport;
import org.penguinfit.measurements.exchange.hepdata.HepSelection;
import org.penguinfit.measurements.exchange.hepdata.HepWriter;
import org.penguinfit.measurements.exchange.own.MeasurementWriter;
import org.penguinfit.measurements.yaml.MeasurementFile;

/** Reads files of any format of exchange into measurements, and writes measurements in any format. */
public final class Conversion {
    private Conversion() {}

    /** The format that a file or folder seems to have, by its name and its keys; empty if it cannot be read. */
    public static Optional<Format> guess(Path path) {
        String name = String.valueOf(path.getFileName());
        boolean hepdata = name.equals("submission.yaml") || name.endsWith(".csv");
        if (hepdata || Files.isRegularFile(path.resolve("submission.yaml"))) {
            return Optional.of(Format.HEPDATA);
        }
        if (Files.isDirectory(path)) {
            return Optional.of(Format.EOS);
        }
        ForeignFile file = ForeignFile.read(path, name, new Diagnostics());
        return file == null ? Optional.empty() : Optional.of(FormatGuess.of(file));
    }

    /**
     * Reads files of one format.
     *
     * @param paths the files; of EOS also folders, of which every YAML file is read
     * @param selection what to take of a HEPData record
     * @param references EOS's {@code references.yaml}, or null
     * @param diagnostics takes every problem; names that stand twice are errors
     */
    public static Imported read(
            List<Path> paths,
            Format format,
            HepSelection selection,
            @Nullable Path references,
            Diagnostics diagnostics) {
        List<Measurement> measurements = new ArrayList<>();
        List<CrossCorrelation> correlations = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        EosReferences known = references == null ? EosReferences.none() : references(references, diagnostics);
        for (Path path : paths) {
            for (Path file : format == Format.EOS ? EosFolder.files(path) : List.of(path)) {
                Imported imported = switch (format) {
                    case HEPDATA -> HepImport.read(file, selection, diagnostics);
                    case EOS -> eos(file, known, diagnostics);
                    case FLAVIO, PENGUINFIT -> ours(file, diagnostics);
                };
                measurements.addAll(imported.measurements());
                correlations.addAll(imported.correlations());
                leftOut.addAll(imported.leftOut());
                imported.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
            }
        }
        MeasurementSet.of(measurements, diagnostics);
        return new Imported(measurements, correlations, leftOut, notes);
    }

    /** What was read as files of a format that can be written. */
    public static Exported write(Imported imported, Format format) {
        return switch (format) {
            case PENGUINFIT -> MeasurementWriter.write(imported.measurements(), imported.correlations());
            case FLAVIO -> FlavioWriter.write(imported.measurements()).losing(imported.correlations());
            case HEPDATA -> HepWriter.write(imported.measurements()).losing(imported.correlations());
            case EOS -> throw new IllegalArgumentException("EOS constraints are read only");
        };
    }

    private static Imported ours(Path file, Diagnostics diagnostics) {
        LocatedDocument document = MeasurementFile.read(file, name(file), diagnostics);
        return document == null ? Imported.NOTHING : FlavioImport.read(document, diagnostics);
    }

    private static Imported eos(Path file, EosReferences references, Diagnostics diagnostics) {
        MapNode root = map(file, diagnostics);
        return root == null ? Imported.NOTHING : EosImport.read(root, references, diagnostics);
    }

    private static EosReferences references(Path file, Diagnostics diagnostics) {
        MapNode root = map(file, diagnostics);
        return root == null ? EosReferences.none() : EosReferences.read(root, diagnostics);
    }

    private static @Nullable MapNode map(Path path, Diagnostics diagnostics) {
        ForeignFile file = ForeignFile.read(path, name(path), diagnostics);
        if (file == null || file.documents().get(0) instanceof MapNode) {
            return file == null ? null : (MapNode) file.documents().get(0);
        }
        diagnostics.error(
                file.documents().get(0),
                "a file must be a map of keys",
                file.documents().get(0).describe(),
                "");
        return null;
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}

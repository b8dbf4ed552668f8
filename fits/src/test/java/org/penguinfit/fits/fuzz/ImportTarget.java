package org.penguinfit.fits.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.ForeignFile;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.exchange.Exported;
import org.penguinfit.measurements.exchange.Imported;
import org.penguinfit.measurements.exchange.eos.EosImport;
import org.penguinfit.measurements.exchange.eos.EosReferences;
import org.penguinfit.measurements.exchange.flavio.FlavioImport;
import org.penguinfit.measurements.exchange.flavio.FlavioWriter;
import org.penguinfit.measurements.exchange.hepdata.HepImport;
import org.penguinfit.measurements.exchange.hepdata.HepSelection;
import org.penguinfit.measurements.exchange.hepdata.HepWriter;
import org.penguinfit.measurements.exchange.own.MeasurementWriter;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/**
 * A foreign file, its format told by its first byte: {@code f} flavio, {@code e} EOS, {@code h} a HEPData table, {@code c} one
 * as CSV. What was read is written in every format, and what is written as ours must be read again.
 */
public final class ImportTarget {
    /** Starting points: one file of each format. */
    static final List<String> SEEDS = List.of("""
            fMy result:
              experiment: LHCb
              inspire: A:2020abc
              values:
                BR(B->X): 1.1(4) e-5
                FL(B->X): {distribution: gamma_upper_limit, limit: 1, confidence_level: 0.9, counts_total: 13, counts_background: 15}
            Correlated:
              observables: [A, {name: B, q2min: 1, q2max: 6}]
              values: {distribution: multivariate_normal, central_value: [1, 2], covariance: [[1, 0.1], [0.1, 2]]}
            """, """
            f- {observables: [A], values: {distribution: numerical, x: [0, 1, 2], y: [1, 2, 0]}}
            - {observables: [A, B], values: {distribution: multivariate_normal, central_value: [1, 2], standard_deviation: [1, 2], correlation: 0.2}}
            """, """
            e"@metadata@": {authors: [A]}
            A::B@X:2020A:
              type: Gaussian
              observable: 'A::B;l=mu'
              kinematics: {q2_min: 1.0, q2_max: 6}
              options: {q: s}
              mean: +2.8e-09
              sigma-stat: {hi: +8.0e-10, lo: -7.0e-10}
              sigma-sys: {hi: +1e-10, lo: -1e-10}
            """, """
            eA::B@X:2020A:
              type: MultivariateGaussian
              observables: ['A::B', 'A::C']
              kinematics: [{q2: 1}, {}]
              options: [{}, {q: s}]
              means: [1, 2]
              sigma-stat-hi: [2, 3]
              sigma-stat-lo: [1, -4]
              sigma-sys: [1.5, 0]
              correlations: [[1, 0.5], [0.5, 1]]
            A::D@X: {type: LogGamma, observable: 'A::D', kinematics: {}, options: {}, mode: 1, sigma: {hi: 2, lo: 1}, alpha: 1, lambda: 1}
            A::E@X: {type: Amoroso, observable: 'A::E', kinematics: {}, options: {}, physical-limit: 0, theta: 1, alpha: 1, beta: 1}
            """, """
            hindependent_variables:
            - header: {name: q^2, units: GEV**2}
              values: [{low: 0, high: 1}, {low: 1, high: 2}]
            dependent_variables:
            - header: {name: BR}
              qualifiers: [{name: RE, value: B+ --> K+ NU NUBAR}]
              values:
              - {value: 1.5, errors: [{symerror: 0.1, label: stat}, {asymerror: {plus: 0.2, minus: -0.1}, label: sys}]}
              - {value: 2.5, errors: [{symerror: 10%, label: stat}]}
            """, """
            c#: name: Table 1
            #: description: The table, with a comma
            q^2 [GEV**2],q^2 [GEV**2] LOW,q^2 [GEV**2] HIGH,BR,stat +,stat -
            0.5,0,1,1.5,0.1,-0.1
            1.5,1,2,2.5,0.2,-0.1
            """);

    private static final HepSelection X = new HepSelection(
            "",
            "",
            Map.of(),
            List.of(),
            "X",
            Map.of("q^2", "q2"),
            List.of(),
            true,
            Map.of(),
            OptionalDouble.empty(),
            "",
            "");

    private ImportTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Diagnostics diagnostics = new Diagnostics();
        byte[] file = Arrays.copyOfRange(data, 1, data.length);
        try {
            Imported imported = switch (data[0]) {
                case 'e' -> eos(file, diagnostics);
                case 'h' -> hepdata(file, "table.yaml", diagnostics);
                case 'c' -> hepdata(file, "table.csv", diagnostics);
                default -> flavio(file, diagnostics);
            };
            if (!diagnostics.hasErrors() && !imported.measurements().isEmpty()) {
                write(imported);
            }
        } catch (InvalidInputException e) {
            return; // a thousand errors are enough
        }
        Expect.printable(diagnostics);
    }

    private static void write(Imported imported) {
        FlavioWriter.write(imported.measurements());
        HepWriter.write(imported.measurements());
        Exported own = MeasurementWriter.write(imported.measurements(), imported.correlations());
        if (own.written() > 0) {
            Diagnostics again = new Diagnostics();
            for (String text : own.files().values()) {
                LocatedDocument document =
                        MeasurementFile.parse(text.getBytes(StandardCharsets.UTF_8), "again.yaml", again);
                if (document != null) {
                    MeasurementLoader.load(document, again);
                }
            }
            Expect.that(!again.hasErrors(), "what we write can be read: " + again.sorted());
        }
    }

    private static Imported flavio(byte[] file, Diagnostics diagnostics) {
        LocatedDocument document = MeasurementFile.parse(file, "fuzz.yaml", diagnostics);
        return document == null ? Imported.NOTHING : FlavioImport.read(document, diagnostics);
    }

    private static Imported eos(byte[] file, Diagnostics diagnostics) {
        ForeignFile foreign = ForeignFile.parse(file, "fuzz.yaml", diagnostics);
        return foreign != null && foreign.documents().get(0) instanceof MapNode root
                ? EosImport.read(root, EosReferences.none(), diagnostics)
                : Imported.NOTHING;
    }

    /** The reader of records wants a file. */
    private static Imported hepdata(byte[] file, String name, Diagnostics diagnostics) {
        try {
            Path folder = Files.createTempDirectory("penguinfit-fuzz");
            Path path = folder.resolve(name);
            try {
                return HepImport.read(Files.write(path, file), X, diagnostics);
            } finally {
                Files.deleteIfExists(path);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

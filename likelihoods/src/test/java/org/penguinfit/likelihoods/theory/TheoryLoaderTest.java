package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.theory.TheoryParameter.Kind;
import org.penguinfit.likelihoods.theory.TheoryParameter.Part;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

class TheoryLoaderTest {
    private static final double ROUNDING = 1e-13;
    private static final Node NOWHERE = new MapNode(Location.wholeFile("fit.yaml"), "theory", Map.of());

    private static final String ZPRIME = """
            schema: theory/1
            imports: [bsnunu-2021]
            constants: {alpha: 1/127.9, sw2: 0.2312, xi: {value: -0.0413, meaning: V_tb V_ts*}}
            parameters:
              x: {range: "0:0.15"}
              I: {range: [-2, 3], tex: I}
              V: {range: "-0.02:0.02", default: 0.001, unit: "1"}
            matching:
              CLp[tau,tau]: 2*x*I
              CRp[tau, tau]: 4*(V/xi)*x*pi*sw2/alpha
            """;

    private static double value(Theory theory, String observable, Map<String, Double> fixed) {
        double[] mu = new double[1];
        theory.bind(List.of(observable), List.of(), fixed).evaluator().values(new double[0], mu);
        return mu[0];
    }

    /** arXiv:2108.05033, eqs 10 and 7, inserted by hand. */
    @Test
    void aModelDefinesCoefficientsFromCouplings() {
        Theory model = Theories.of(ZPRIME);
        double left = 2 * 0.1 * 2.5;
        double right = 4 * (0.01 / -0.0413) * 0.1 * Math.PI * 0.2312 * 127.9;
        double expected = 1e-6 * (4.39 + 0.0357 * (left + right) * (left + right));
        assertThat(value(model, "BR(B+->Knunu)", Map.of("x", 0.1, "I", 2.5, "V", 0.01)))
                .isCloseTo(expected, within(ROUNDING * expected));
        assertThat(model.parameter("CLp_bsnutaunutau")).isEmpty();
        assertThat(model.matched("Im(CLp[tau, tau])")).contains("CLp[tau,tau]");
        assertThat(model.parameter("CLp[e,tau]")).isPresent();
        assertThat(model.parameters()).hasSize(72 - 4 + 2 + 3);
        assertThat(model.documents())
                .extracting(TheorySource::file)
                .containsExactly(
                        "likelihoods/theory/form-factors-2021.yaml",
                        "likelihoods/theory/bsnunu-2021.yaml",
                        "test0.yaml");
        assertThat(model.references()).contains("arXiv:2108.05033, eqs 7 and 8", "arXiv:2108.05033, eq 8");
    }

    @Test
    void matchingMayRunOverFlavours() {
        Theory theory = Theories.of("""
                schema: theory/1
                flavours: {nu: [e, mu, tau], q: [d, s]}
                parameters: {g: {}, h: {default: 2}}
                wilson:
                  C: {indices: {i: nu, j: q}, name: "C_{i}{j}"}
                  D: {default: 3, range: "-inf:inf"}
                definitions:
                  before[i in nu]: "sum(j in nu if j < i: 1)"
                  total[i in nu]: C[i,s] + 10*D
                matching:
                  C[i in nu, s]: g + before[i]
                  C[mu, d]: conj(h)*"sum of C"
                observables:
                  sum of C: "sum(i in nu: total[i])"
                  everything: C[mu,d] + "sum of C" + C_ed
                """);
        // C[i,s] = 1 + (0, 1, 2), D = 3: the sum is 6 + 90; C[mu,d] = 2·96; C_ed = 5
        assertThat(value(theory, "sum of C", Map.of("g", 1.0))).isEqualTo(96);
        assertThat(value(theory, "everything", Map.of("g", 1.0, "C_ed", 5.0))).isEqualTo(2 * 96 + 96 + 5);
        assertThat(theory.parameters())
                .extracting(TheoryParameter::name)
                .containsExactly("C_ed", "C_taud", "D", "g", "h");
    }

    @Test
    void aComplexCoefficientIsTwoParametersWithTheirAliases() {
        Theory theory = Theories.packed("bsnunu-2021");
        TheoryParameter re = theory.parameter("CL_bsnutaunutau").orElseThrow();
        TheoryParameter im = theory.parameter("Im(CL_bsnutaunutau)").orElseThrow();
        assertThat(re.part()).isEqualTo(Part.REAL);
        assertThat(im.part()).isEqualTo(Part.IMAGINARY);
        assertThat(theory.parameter("Re(CL_bsnutaunutau)")).contains(re);
        assertThat(theory.parameter("CL[tau, tau]")).contains(re);
        assertThat(theory.parameter("Im(CL[tau,tau])")).contains(im);
        assertThat(re.family()).contains("CL");
        assertThat(re.indices()).containsExactly("tau", "tau");
        TheoryParameter nuisance = theory.parameter("ff_BK").orElseThrow();
        assertThat(nuisance.kind()).isEqualTo(Kind.NUISANCE);
        assertThat(nuisance.constraint()).contains(new Constraint(0, 1));
        assertThat(theory.observable("R_BKnunu").orElseThrow().reference()).isEqualTo("arXiv:2108.05033, eqs 4 and 7");
    }

    /** flavio 2.7.0 conventions: interference is linear in the real part only. */
    @Test
    void inFormulasTheNameOfACoefficientIsTheComplexNumber() {
        Theory theory = Theories.of("""
                schema: theory/1
                imports: bsnunu-2021
                observables: {phase: im(CL_bsnutaunumu), same: "abs2(CL_bsnutaunumu - CL[mu,tau])"}
                """);
        assertThat(value(theory, "phase", Map.of("Im(CL[mu,tau])", 0.25, "CL[mu,tau]", 7.0)))
                .isEqualTo(0.25);
        assertThat(value(theory, "same", Map.of("Im(CL[mu,tau])", 0.25))).isZero();
    }

    @Test
    void parametersStandAtTheirDefaultUnlessFreeOrFixed() {
        Theory theory = Theories.of("""
                schema: theory/1
                parameters:
                  a: {default: 3}
                  n: {kind: nuisance, constraint: {central: 5, sigma: 0.5}}
                observables: {O: a + 10*n + 100*b}
                definitions: {b: 2}
                """);
        assertThat(value(theory, "O", Map.of())).isEqualTo(253);
        assertThat(value(theory, "O", Map.of("a", 1.0))).isEqualTo(251);
        PredictionVector p = theory.bind(List.of("O"), List.of("n"), Map.of());
        assertThat(p.slice(0, 0, new double[1]).orElseThrow()).containsExactly(203, 10);
    }

    @Test
    void bindRefusesNamesItDoesNotKnowAndNamesGivenTwice() {
        Theory theory = Theories.packed("bsnunu-2021");
        List<String> o = List.of("R_BKnunu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theory.bind(o, List.of("nope"), Map.of()))
                .withMessage("no parameter named 'nope'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theory.bind(List.of("nope"), List.of(), Map.of()))
                .withMessage("no observable named 'nope'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theory.bind(o, List.of("CL[e,e]"), Map.of("CL_bsnuenue", 1.0)))
                .withMessage("parameter 'CL_bsnuenue' is named twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> theory.bind(o, List.of(), Map.of("CL_bsnuenue", Double.NaN)));
    }

    @Test
    void whatTwoFilesDeclareAlikeIsTheSameThing() {
        String file = """
                schema: theory/1
                constants: {alpha: 1/127.9}
                parameters: {x: {range: "0:1"}}
                """;
        assertThat(Theories.of(file, file + "observables: {O: alpha*x}").parameters())
                .hasSize(1);
    }

    @Test
    void theUsersOwnFileWinsAndAnUnknownOneIsSuggested(@TempDir Path folder) throws IOException {
        TheoryFiles files = TheoryFiles.below(folder);
        Diagnostics diagnostics = new Diagnostics();
        assertThat(sourceOf(files, "bsnunu-2021", diagnostics)).contains("likelihoods/theory/bsnunu-2021.yaml");
        Files.writeString(folder.resolve("bsnunu-2021.yaml"), "schema: theory/1\n");
        assertThat(sourceOf(files, "bsnunu-2021", diagnostics).orElseThrow()).startsWith(folder.toString());
        assertThat(sourceOf(files, "bsnunu-2021.yaml", diagnostics).orElseThrow())
                .startsWith(folder.toString());
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(sourceOf(files, "bsnunu-2012", diagnostics)).isEmpty();
        assertThat(diagnostics.sorted())
                .singleElement()
                .hasToString("fit.yaml theory: no theory file named 'bsnunu-2012' (did you mean 'bsnunu-2021'?)");
        assertThat(files.packedNames()).contains("bsnunu-2021");
    }

    private static Optional<String> sourceOf(TheoryFiles files, String name, Diagnostics diagnostics) {
        return Optional.ofNullable(files.resolve(name, NOWHERE, diagnostics)).map(LocatedDocument::file);
    }
}

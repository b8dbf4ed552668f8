package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/** Polynomial tables written by hand, against values worked out on paper. */
class PolynomialTableTest {
    private static final double ROUNDING = 1e-14;

    private static String metadata(String observables, String parameters, String more) {
        return "{\"$schema\": \"https://json.schemastore.org/popxf-1.0.json\", \"metadata\": {\"observable_names\": "
                + observables + ", \"parameters\": " + parameters
                + ", \"basis\": {\"wcxf\": {\"eft\": \"WET\", \"basis\": \"flavio\", \"sectors\": [\"sb\"]}}, \"scale\": 4.8"
                + more + "}, \"data\": ";
    }

    private static Theory theory(String... texts) {
        Diagnostics diagnostics = new Diagnostics();
        List<LocatedDocument> documents = new ArrayList<>();
        for (String text : texts) {
            String file = "test" + documents.size() + (text.startsWith("{") ? ".json" : ".yaml");
            LocatedDocument document = LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), file, diagnostics);
            assertThat(document).isNotNull();
            documents.add(document);
        }
        Theory theory = TheoryLoader.load(documents, TheoryFiles.below(Path.of("no-such-folder")), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(theory);
    }

    private static double value(Theory theory, String observable, Map<String, Double> at) {
        double[] mu = new double[1];
        theory.bind(List.of(observable), List.of(), at).evaluator().values(new double[0], mu);
        return mu[0];
    }

    /** 1 + 2 Re C1 + 3 Im C1 + 5 Re C1 Im C2 + 7 (Im C2)² at C1 = 2 + i, C2 = -3 i: 1 + 4 + 3 - 30 + 63 = 41. */
    @Test
    void tagsChooseRealAndImaginaryParts() {
        Theory theory = theory(metadata("[\"O\"]", "[\"C1\", \"C2\"]", "")
                + "{\"observable_central\": {\"('', '')\": [1], \"('', 'C1')\": [2], \"('', 'C1', 'RI')\": [3],"
                + " \"('C1', 'C2', 'RI')\": [5], \"('C2', 'C2', 'II')\": [7]}}}");
        assertThat(theory.parameterNames()).containsExactly("C1", "Im(C1)", "C2", "Im(C2)");
        Map<String, Double> at = Map.of("C1", 2.0, "Im(C1)", 1.0, "Im(C2)", -3.0);
        assertThat(value(theory, "O", at)).isCloseTo(41, within(41 * ROUNDING));
        assertThat(theory.parameter("C1").orElseThrow().wcxf()).contains("C1");
    }

    /** 2 + a² b³ of degree 5 at a = 2, b = -1 is -2; the draft's name of the degree. */
    @Test
    void degreeMayBeFiveAndBeCalledOrder() {
        Theory theory = theory(metadata("[\"O\"]", "[\"a\", \"b\"]", ", \"polynomial_order\": 5")
                + "{\"observable_central\": {\"('', '', '', '', '')\": [2], \"('a', 'a', 'b', 'b', 'b')\": [1]}}}");
        assertThat(value(theory, "O", Map.of("a", 2.0, "b", -1.0))).isCloseTo(-2, within(ROUNDING));
    }

    /** (p² - q)/(2 sqrt(q)) with p = 1 + C, q = 4 + C² at C = 2: (9 - 8)/(2 sqrt(8)); Python's power. */
    @Test
    void formulasOfPolynomialsAreReadInPythonsNotation() {
        Theory theory = theory(metadata(
                        "[\"O\", \"P\"]",
                        "[\"C\"]",
                        ", \"polynomial_names\": [\"p[1,2]\", \"q\"], \"observable_expressions\": ["
                                + "{\"variables\": {\"x\": \"p[1,2]\", \"y\": \"q\"}, \"expression\": \"(x**2 - y)/(2*sqrt(y))\"},"
                                + "{\"variables\": {\"y\": \"q\"}, \"expression\": \"y\"}]")
                + "{\"polynomial_central\": {\"('', '')\": [1, 4], \"('', 'C')\": [1, 0], \"('C', 'C')\": [0, 1]}}}");
        assertThat(value(theory, "O", Map.of("C", 2.0))).isCloseTo(1 / (2 * Math.sqrt(8)), within(ROUNDING));
        PredictionVector bound = theory.bind(List.of("O", "P"), List.of("C"), Map.of());
        assertThat(bound.isQuadratic(0)).isFalse();
        assertThat(bound.isQuadratic(1)).isTrue();
        assertThat(bound.support(0)).containsExactly(0);
    }

    /** A coefficient that a theory file declares is the same one, and its matching acts: C1 = 3 y, y = 2. */
    @Test
    void coefficientsAreThoseOfOtherFiles() {
        String table =
                metadata("[\"O\"]", "[\"C_mumu\"]", "") + "{\"observable_central\": {\"('C_mumu', 'C_mumu')\": [1]}}}";
        Theory theory = theory(table, """
            schema: theory/1
            flavours: {l: [mu, tau]}
            wilson: {C: {indices: {i: l, j: l}, wcxf: "C_{i}{j}", range: "-5:5"}}
            parameters: {y: {}}
            observables: {twice: '2*"O"'}
            matching: {"C[mu,mu]": 3*y}
            """);
        assertThat(theory.parameterNames()).containsExactly("C_mutau", "C_taumu", "C_tautau", "y");
        assertThat(value(theory, "twice", Map.of("y", 2.0))).isCloseTo(72, within(72 * ROUNDING));
    }

    private static String correlations(String names, String sources) throws NoSuchAlgorithmException {
        byte[] md5 = MessageDigest.getInstance("MD5").digest("A|B||A|B".getBytes(StandardCharsets.UTF_8));
        return "{\"$schema\": \"https://json.schemastore.org/popxf-corr-1.0.json\", \""
                + HexFormat.of().formatHex(md5) + "\": {\"row_names\": " + names + ", \"col_names\": " + names
                + ", \"correlations\": " + sources + "}}";
    }

    /** C = J Jᵀ with the slopes J by the nuisance parameters. */
    private static double[][] covariance(Theory theory, Map<String, Double> at) {
        List<String> nuisances = new ArrayList<>();
        for (TheoryParameter parameter : theory.parameters()) {
            if (parameter.kind() == TheoryParameter.Kind.NUISANCE) {
                nuisances.add(parameter.name());
            }
        }
        int n = nuisances.size();
        double[] jacobian = new double[2 * n];
        theory.bind(List.of("A", "B"), nuisances, at)
                .evaluator()
                .valuesAndGradients(new double[n], new double[2], jacobian);
        double[][] covariance = new double[2][2];
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                for (int j = 0; j < n; j++) {
                    covariance[a][b] += jacobian[a * n + j] * jacobian[b * n + j];
                }
            }
        }
        return covariance;
    }

    /** Two sources: variances add; only one of them is correlated, 0.5·0.3·0.4 = 0.06. Rows of the file in another order. */
    @Test
    void sourcesAddInQuadrature() throws NoSuchAlgorithmException {
        Theory theory = theory(
                metadata("[\"A\", \"B\"]", "[\"C\"]", "")
                        + "{\"observable_central\": {\"('', '')\": [1, 2], \"('', 'C')\": [1, 1]},"
                        + " \"observable_uncertainties\": {\"x\": [0.3, 0.4], \"y\": [0.4, 0]}}}",
                correlations("[\"B\", \"A\"]", "{\"x\": [[1, 0.5], [0.5, 1]]}"));
        assertThat(theory.parameterNames()).containsExactly("C", "theory(A)", "theory(B)");
        double[][] c = covariance(theory, Map.of("C", 7.0));
        assertThat(c[0][0]).isCloseTo(0.25, within(ROUNDING));
        assertThat(c[1][1]).isCloseTo(0.16, within(ROUNDING));
        assertThat(c[0][1]).isCloseTo(0.06, within(ROUNDING));
    }

    /**
     * Uncertain coefficients: C_mn = Σ_kl μ_k μ_l ρ_mnkl σ_mk σ_nl with μ = (1, C). Here σ = 0.1, 0.2 of A and 0.3, 0.1 of B,
     * the two terms of A correlated by -0.5, the linear terms of A and B by 0.6. At C = 3: C_AA = 0.01 - 2·0.5·0.02·3 + 0.36,
     * C_BB = 0.09 + 0.09, C_AB = 0.6·0.02·9.
     */
    @Test
    void uncertaintiesOfCoefficientsFollowTheParameters() throws NoSuchAlgorithmException {
        String within = "[[1, -0.5], [-0.5, 1]]";
        String between = "[[0, 0], [0, 0.6]]";
        String ones = "[[1, 0], [0, 1]]";
        Theory theory = theory(
                metadata("[\"A\", \"B\"]", "[\"C\"]", "")
                        + "{\"observable_central\": {\"('', '')\": [1, 2], \"('', 'C')\": [1, 1]},"
                        + " \"observable_uncertainties\": {\"x\": {\"('', 'C')\": [0.2, 0.1], \"('', '')\": [0.1, 0.3]}}}}",
                correlations(
                        "[\"A\", \"B\"]",
                        "{\"x\": [[" + within + "," + between + "],[" + between + "," + ones + "]]}"));
        double[][] c = covariance(theory, Map.of("C", 3.0));
        assertThat(c[0][0]).isCloseTo(0.01 - 0.06 + 0.36, within(ROUNDING));
        assertThat(c[1][1]).isCloseTo(0.18, within(ROUNDING));
        assertThat(c[0][1]).isCloseTo(0.108, within(ROUNDING));
        double[][] sm = covariance(theory, Map.of());
        assertThat(sm[0][0]).isCloseTo(0.01, within(ROUNDING));
        assertThat(sm[0][1]).isCloseTo(0, within(ROUNDING));
    }

    /** Full correlation leaves one direction for two observables. */
    @Test
    void fullyCorrelatedUncertaintiesAreOneDirection() throws NoSuchAlgorithmException {
        Theory theory = theory(
                metadata("[\"A\", \"B\"]", "[\"C\"]", "")
                        + "{\"observable_central\": {\"('', '')\": [1, 2]}, \"observable_uncertainties\": {\"x\": [0.3, 0.4]}}}",
                correlations("[\"A\", \"B\"]", "{\"x\": [[1, -1], [-1, 1]]}"));
        assertThat(theory.parameterNames()).containsExactly("C", "theory(A)");
        assertThat(covariance(theory, Map.of())[0][1]).isCloseTo(-0.12, within(ROUNDING));
    }

    /** 44 observables in 18 real coefficients, all 190 monomials: milliseconds once the classes are loaded. */
    @Test
    void aLargeTableLoadsInMilliseconds() {
        String text = large(44, 18);
        long best = Long.MAX_VALUE;
        for (int repeat = 0; repeat < 20; repeat++) {
            long start = System.nanoTime();
            assertThat(theory(text).observables()).hasSize(44);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf(
                Locale.ROOT, "44 observables, 18 coefficients, %d kB: %.1f ms%n", text.length() / 1000, best / 1e6);
        assertThat(best / 1e6)
                .as("milliseconds; far above what was measured, for slow machines")
                .isLessThan(200);
    }

    private static String large(int observables, int parameters) {
        StringBuilder names = new StringBuilder("[\"O0\"");
        for (int k = 1; k < observables; k++) {
            names.append(", \"O").append(k).append('"');
        }
        List<String> coefficients = new ArrayList<>(List.of(""));
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < parameters; i++) {
            coefficients.add((char) ('a' + i) + "1");
            list.append(i == 0 ? "[\"" : ", \"").append(coefficients.get(i + 1)).append('"');
        }
        StringBuilder terms = new StringBuilder();
        for (int i = 0; i <= parameters; i++) {
            for (int j = i; j <= parameters; j++) {
                terms.append(terms.length() == 0 ? "" : ",\n").append("\"('").append(coefficients.get(i));
                terms.append("', '").append(coefficients.get(j)).append("')\": [");
                for (int k = 0; k < observables; k++) {
                    terms.append(k == 0 ? "" : ", ").append(1.0 / (3 + i + 2 * j + k));
                }
                terms.append(']');
            }
        }
        return metadata(names + "]", list + "]", "") + "{\"observable_central\": {" + terms + "}}}";
    }
}

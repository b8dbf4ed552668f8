package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.exchange.hepdata.HepImport;
import org.penguinfit.measurements.exchange.hepdata.HepSelection;

/** Tables of HEPData by the rules of its documentation (hepdata-submission) and of schema 1.1.1. */
class HepImportTest {
    private static final double ROUNDING = 1e-15;

    @TempDir
    Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private static HepSelection of(String observable) {
        return selection("", observable, List.of(), Map.of(), true, Map.of());
    }

    private static HepSelection selection(
            String table,
            String observable,
            List<String> rows,
            Map<String, String> arguments,
            boolean correlated,
            Map<String, String> correlations) {
        return new HepSelection(
                table,
                "",
                Map.of(),
                rows,
                observable,
                arguments,
                List.of(),
                correlated,
                correlations,
                OptionalDouble.empty(),
                "",
                "");
    }

    private Imported read(String file, String text, HepSelection selection) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, text);
        return HepImport.read(path, selection, diagnostics);
    }

    private PublishedValue only(Imported imported) {
        assertThat(findings()).isEmpty();
        return ((SingleResult) imported.measurements().get(0).results().get(0)).value();
    }

    private List<String> findings() {
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    private static String column(String... points) {
        return """
                independent_variables:
                - header: {name: q^2, units: GEV**2}
                  values: [%s]
                dependent_variables:
                - header: {name: BR}
                  qualifiers: [{name: RE, value: B+ --> K+ NU NUBAR}]
                  values: [%s]
                """.formatted(
                        String.join(
                                ", ",
                                java.util.stream.IntStream.range(0, points.length)
                                        .mapToObj(i -> "{low: " + i + ", high: " + (i + 1) + "}")
                                        .toList()),
                        String.join(", ", points));
    }

    private PublishedValue point(String point) throws IOException {
        return only(read("t.yaml", column(point), of("X")));
    }

    /** The first point of the ZZ table in HEPData's own example submission, with asymmetric and symmetric errors. */
    @Test
    void errorsKeepTheirLabelsAndSides() throws IOException {
        assertThat(point("{value: 25.4, errors: [{asymerror: {minus: -3.0, plus: 3.3}, label: stat},"
                        + " {asymerror: {minus: -1.0, plus: 1.2}, label: sys}, {symerror: 1.0, label: 'sys,lumi'}]}"))
                .isEqualTo(AsymmetricValue.of(
                        25.4,
                        List.of(
                                new Uncertainty(3.3, 3.0, "stat"),
                                new Uncertainty(1.2, 1.0, "syst"),
                                new Uncertainty(1, 1, "sys,lumi"))));
    }

    /** 5 % of 40 is 2. */
    @Test
    void percentErrorsAreRelative() throws IOException {
        assertThat(point("{value: -40, errors: [{symerror: '5%', label: stat}]}"))
                .isEqualTo(new GaussianValue(-40, List.of(Uncertainty.symmetric(2, "stat"))));
    }

    /** Up √(3² + 4²) = 5, down 3. */
    @Test
    void aOneSidedErrorIsAddedToTheOthers() throws IOException {
        assertThat(
                        point(
                                "{value: 1, errors: [{symerror: 3, label: stat}, {asymerror: {plus: 4, minus: ''}, label: sys}]}"))
                .isEqualTo(AsymmetricValue.of(1, List.of(new Uncertainty(5, 3, ""))));
    }

    /** Both variations of the second source raise the value: its up side is the larger of the two. */
    @Test
    void variationsOfOneSignCountToThatSide() throws IOException {
        assertThat(
                        point(
                                "{value: 1, errors: [{symerror: 3, label: stat}, {asymerror: {plus: 1, minus: 4}, label: sys}]}"))
                .isEqualTo(AsymmetricValue.of(1, List.of(new Uncertainty(5, 3, ""))));
    }

    /** An upward variation that lowers the value: sides are the other way round. */
    @Test
    void signsOfSidesAreThoseOfTheVariations() throws IOException {
        assertThat(point("{value: 1, errors: [{asymerror: {plus: -2, minus: 3}, label: stat}]}"))
                .isEqualTo(AsymmetricValue.of(1, List.of(new Uncertainty(3, 2, "stat"))));
    }

    @Test
    void numbersMayBeTextsAndZeroErrorsAreNone() throws IOException {
        assertThat(point("{value: '1.5e-5', errors: [{symerror: '1e-6', label: stat}, {symerror: 0, label: sys}]}"))
                .isEqualTo(new GaussianValue(1.5e-5, List.of(Uncertainty.symmetric(1e-6, "stat"))));
    }

    @Test
    void missingPointsAndLimitsWithoutLevelAreListed() throws IOException {
        HepSelection all = selection("", "X", List.of(), Map.of("q^2", "q2"), true, Map.of());
        Imported imported =
                read("t.yaml", column("{value: '-'}", "{value: '<3'}", "{value: 1, errors: [{symerror: 1}]}"), all);
        assertThat(findings()).isEmpty();
        assertThat(imported.leftOut())
                .extracting(LeftOut::reason)
                .containsExactly(
                        "row 1 has no value", "row 2 is a limit without a confidence level, which --limit gives");
        assertThat(imported.measurements().get(0).observables())
                .extracting(Object::toString)
                .containsExactly("X[q2min=2,q2max=3]");
    }

    @Test
    void limitsHaveTheLevelOfTheirQualifierOrOfTheUser() throws IOException {
        String text = column("{value: '<1.8e-5'}");
        HepSelection user = new HepSelection(
                "",
                "BR",
                Map.of("RE", "B+ --> K+ NU NUBAR"),
                List.of(),
                "X",
                Map.of(),
                List.of(),
                true,
                Map.of(),
                OptionalDouble.of(0.9),
                "My limit",
                "A:2020abc");
        Imported imported = read("t.yaml", text, user);
        assertThat(only(imported)).isEqualTo(UpperLimit.halfGaussian(1.8e-5, 0.9));
        assertThat(imported.measurements().get(0).name()).isEqualTo("My limit");
        assertThat(imported.measurements().get(0).source().inspire()).containsExactly("A:2020abc");
        String qualified = text.replace("[{name: RE,", "[{name: CL, value: 95, units: '%'}, {name: RE,");
        assertThat(only(read("t.yaml", qualified, of("X")))).isEqualTo(UpperLimit.halfGaussian(1.8e-5, 0.95));
    }

    private static final String TWO = column(
            "{value: 1, errors: [{symerror: 3, label: stat}, {symerror: 4, label: sys}]}",
            "{value: 2, errors: [{symerror: 1, label: stat}, {asymerror: {plus: -2, minus: 2}, label: sys}]}");

    private CorrelatedResult block(Imported imported) {
        assertThat(findings()).isEmpty();
        return (CorrelatedResult) imported.measurements().get(0).results().get(0);
    }

    /** C = diag(9, 1) + (4, −2)(4, −2)ᵀ: systematic errors move together, the second one the other way. */
    @Test
    void systematicErrorsAreCorrelatedWithTheirSigns() throws IOException {
        HepSelection all = selection("", "X", List.of(), Map.of("q^2", "q2"), true, Map.of());
        assertThat(block(read("t.yaml", TWO, all)).covariance().toRowMajor()).containsExactly(25, -8, -8, 5);
    }

    @Test
    void systematicErrorsAreIndependentIfTheUserSaysSo() throws IOException {
        HepSelection all = selection("", "X", List.of(), Map.of("q^2", "q2"), false, Map.of());
        List<PublishedResult> results =
                read("t.yaml", TWO, all).measurements().get(0).results();
        assertThat(results).hasSize(2).allMatch(r -> r instanceof SingleResult);
        assertThat(findings()).isEmpty();
    }

    private void submission(String matrixHeader, String elements) throws IOException {
        Files.writeString(folder.resolve("t.yaml"), TWO);
        Files.writeString(folder.resolve("m.yaml"), """
                independent_variables:
                - {header: {name: row}, values: [{value: 1}, {value: 1}, {value: 2}]}
                - {header: {name: column}, values: [{value: 1}, {value: 2}, {value: 2}]}
                dependent_variables:
                - header: {name: %s}
                  values: [%s]
                """.formatted(matrixHeader, elements));
        Files.writeString(folder.resolve("submission.yaml"), """
                ---
                comment: two tables
                ---
                {name: Table 1, description: values, keywords: [], data_file: t.yaml}
                ---
                {name: Table 2, description: matrix, keywords: [], data_file: m.yaml}
                """);
    }

    /** σ = (5, √5) and ρ = 0.2. */
    @Test
    void aCorrelationOfTheTotalReplacesTheRule() throws IOException {
        submission("Correlation", "{value: 1}, {value: 0.2}, {value: 1}");
        HepSelection all = selection("Table 1", "X", List.of(), Map.of("q^2", "q2"), true, Map.of("total", "Table 2"));
        double[] c =
                block(HepImport.read(folder, all, diagnostics)).covariance().toRowMajor();
        assertThat(c).containsExactly(new double[] {25, Math.sqrt(5), Math.sqrt(5), 5}, within(1e-14));
    }

    /** stat: ρ = 0.5 on (3, 1); sys as before. */
    @Test
    void aMatrixOfOneErrorLeavesTheOthersToTheRule() throws IOException {
        submission("Correlation", "{value: 1}, {value: 0.5}, {value: 1}");
        HepSelection all = selection("Table 1", "X", List.of(), Map.of("q^2", "q2"), true, Map.of("stat", "Table 2"));
        assertThat(block(HepImport.read(folder, all, diagnostics)).covariance().toRowMajor())
                .containsExactly(new double[] {25, -6.5, -6.5, 5}, within(ROUNDING * 10));
    }

    @Test
    void aCovarianceIsTakenAsItStands() throws IOException {
        submission("Covariance", "{value: 30}, {value: 7}, {value: 6}");
        HepSelection all = selection("Table 1", "X", List.of(), Map.of("q^2", "q2"), true, Map.of("total", "Table 2"));
        assertThat(block(HepImport.read(folder, all, diagnostics)).covariance().toRowMajor())
                .containsExactly(30, 7, 7, 6);
    }

    @Test
    void rowsAreChosenByNumberOrBin() throws IOException {
        assertThat(only(read("t.yaml", TWO, selection("", "X", List.of("2"), Map.of(), true, Map.of()))))
                .isInstanceOfSatisfying(
                        GaussianValue.class, g -> assertThat(g.central()).isEqualTo(2));
        assertThat(only(read("t.yaml", TWO, selection("", "X", List.of("q^2=0:1"), Map.of(), true, Map.of()))))
                .isInstanceOfSatisfying(
                        GaussianValue.class, g -> assertThat(g.central()).isEqualTo(1));
    }

    @Test
    void theVariantInOneFileAndJsonReadAlike() throws IOException {
        String single = "---\ncomment: all in one\n---\nname: Table 1\ndescription: d\nkeywords: []\n"
                + column("{value: 1, errors: [{symerror: 2, label: stat}]}");
        assertThat(only(read("one.yaml", single, of("X"))))
                .isEqualTo(new GaussianValue(1, List.of(Uncertainty.symmetric(2, "stat"))));
        String json = """
                {"independent_variables": [], "dependent_variables": [{"header": {"name": "BR", "units": "FB"},
                 "values": [{"value": 1, "errors": [{"symerror": 2, "label": "stat"}]}]}]}
                """;
        Imported imported = read("t.json", json, of("X"));
        assertThat(only(imported)).isEqualTo(new GaussianValue(1, List.of(Uncertainty.symmetric(2, "stat"))));
        assertThat(imported.notes()).singleElement().asString().contains("FB");
    }

    /** The layout of HEPData's CSV export: comments, qualifiers, bins in three columns, pairs of signed errors. */
    @Test
    void theCsvExportReadsLikeTheYaml() throws IOException {
        String csv = """
                #: table_doi: 10.17182/hepdata.1.v1/t1
                #: name: Table 1
                #: description: The table, with a comma
                #: data_file: t.yaml
                #: keyword reactions: B+ --> K+ NU NUBAR
                #: RE,"B+ --> K+, NU NUBAR"
                "q^2 [GEV**2]","q^2 [GEV**2] LOW","q^2 [GEV**2] HIGH",BR [10**-6],stat +,stat -,"sys,lumi +","sys,lumi -"
                0.5,0,1,10,3,-3,,-1
                1.5,1,2,20,4,-2,5%,-5%
                3,2,4,-,,,,

                #: RE,other
                "q^2 [GEV**2]","q^2 [GEV**2] LOW","q^2 [GEV**2] HIGH",FL,error +,error -
                0.5,0,1,0.5,0.1,-0.1
                """;
        HepSelection first = new HepSelection(
                "",
                "BR",
                Map.of("RE", "B+ --> K+, NU NUBAR"),
                List.of("2"),
                "X",
                Map.of("q^2", "q2"),
                List.of(),
                true,
                Map.of(),
                OptionalDouble.empty(),
                "",
                "");
        Path path = folder.resolve("t.csv");
        Files.writeString(path, csv);
        HepSelection named = new HepSelection(
                "Table 1",
                "BR",
                first.qualifiers(),
                List.of("2"),
                "X",
                first.arguments(),
                List.of(),
                true,
                Map.of(),
                OptionalDouble.empty(),
                "",
                "");
        Imported imported = HepImport.read(path, named, diagnostics);
        assertThat(only(imported))
                .isEqualTo(AsymmetricValue.of(
                        20, List.of(new Uncertainty(4, 2, "stat"), new Uncertainty(1, 1, "sys,lumi"))));
        assertThat(imported.measurements().get(0).observables())
                .extracting(Object::toString)
                .containsExactly("X[q2min=1,q2max=2]");
    }

    @Test
    void aForeignTableNeedsTheNameOfItsObservable() throws IOException {
        read("t.yaml", TWO, HepSelection.NONE);
        assertThat(findings()).singleElement().asString().contains("name it with --observable");
    }

    @Test
    void twoRowsOfOneObservableAreRefused() throws IOException {
        read("t.yaml", TWO, of("X"));
        assertThat(findings()).singleElement().asString().contains("every row needs an observable of its own");
    }
}

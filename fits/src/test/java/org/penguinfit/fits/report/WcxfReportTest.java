package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;

/** Files of WCxf (arXiv:1712.05298, section 2): eft, basis, scale, values; numbers, or Re and Im. */
class WcxfReportTest {
    /** Rounding of doubles through a sum and a product, relative. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path temp;

    private static Map<String, String> files(FitResult result) {
        return new WcxfReportWriter().files(result);
    }

    private static JsonNode file(FitResult result, String name) throws IOException {
        return new ObjectMapper().readTree(Fits.get(files(result), "wcxf/" + name + ".wcxf.json"));
    }

    /** −8.54 and 21.34 in Table 2 are the two solutions of 4.39 − 0.457 C + 0.0357 C² = 11: −8.637 and 21.438. */
    @Test
    void everyMinimumHasAFile() throws IOException {
        FitResult result = Fits.run("bsnunu-2021/table2");
        JsonNode first = file(result, "likelihood-RK-1");
        assertThat(first.get("eft").asText()).isEqualTo("WET");
        assertThat(first.get("basis").asText()).isEqualTo("flavio");
        assertThat(first.get("scale").asDouble()).isEqualTo(4.8);
        double root = Math.sqrt(0.457 * 0.457 - 4 * 0.0357 * (4.39 - 11));
        List<Double> found = List.of(
                first.at("/values/CL_bsnutaunutau").asDouble(),
                file(result, "likelihood-RK-2").at("/values/CL_bsnutaunutau").asDouble());
        assertThat(found).anySatisfy(x -> assertThat(x).isCloseTo((0.457 + root) / (2 * 0.0357), within(1e-6)));
        assertThat(found).anySatisfy(x -> assertThat(x).isCloseTo((0.457 - root) / (2 * 0.0357), within(1e-6)));
    }

    /** Primed coefficients belong to right-handed neutrinos, which the basis lacks; hard cuts have no best fit. */
    @Test
    void whatTheBasisLacksHasNoFile() {
        assertThat(files(Fits.run("bsnunu-2021/table2")).toString()).doesNotContain("CLp_bsnutaunutau\" : ");
        assertThat(files(Fits.run("bsnunu-2021/table2")).keySet()).noneMatch(name -> name.contains("row-RK"));
        assertThat(files(Fits.run("examples/average"))).isEmpty();
    }

    /** C = K y/(2 m²) with K = π/(√2 α G_F ξ), as docs/models.md derives it; what the fit fixes counts too. */
    @Test
    void aModelGivesTheCoefficientsOfItsMatching() throws IOException {
        new FitFolder(temp).write("model.yaml", """
                schema: theory/1
                title: m
                reference: none
                imports: [bsnunu-2021]
                constants: {K: "pi/(sqrt(2)/127.9*1.1663787e-5*(-0.0413))"}
                parameters:
                  y: {range: "0:0.2"}
                  m: {default: 1000, range: "500:5000", unit: GeV}
                matching:
                  CL[tau,tau]: K * y/(2*m^2)
                """).write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [model]
                measurements: {include: [BKnunu average 2021]}
                parameters: {y: {}, m: {fixed: 2000}, CRp_bsnutaunutau: {fixed: 1}, Im(CR_bsnutaunutau): {fixed: -2}, ff_BK: {}}
                tasks: {t: {type: fit}}
                """);
        FitResult result = new FitFolder(temp).run();
        JsonNode file = file(result, "t-1");
        double y = Fits.at(result.tasks().get(0).minima().get(0), "y");
        double c = Math.PI / (Math.sqrt(2) / 127.9 * 1.1663787e-5 * -0.0413) * y / (2 * 2000.0 * 2000.0);
        assertThat(file.at("/values/CL_bsnutaunutau").asDouble()).isCloseTo(c, within(Math.abs(c) * ROUNDING));
        assertThat(file.at("/values/CR_bsnutaunutau").toString()).isEqualTo("{\"Re\":0.0,\"Im\":-2.0}");
        assertThat(file.at("/values")).hasSize(2);
        assertThat(file.at("/metadata/parameters outside the basis/y").asDouble())
                .isEqualTo(y);
    }

    @Test
    void filesOfAnEarlierRunGoAndOthersStay() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("wcxf"));
        Files.writeString(folder.resolve("old-1.wcxf.json"), "{}");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        ReportWriters.writeAll(Fits.run("examples/contour"), List.of(new WcxfReportWriter()), temp);
        assertThat(folder.resolve("old-1.wcxf.json")).doesNotExist();
        assertThat(folder.resolve("notes.txt")).exists();
        assertThat(folder.resolve("plane-1.wcxf.json")).exists();
    }
}

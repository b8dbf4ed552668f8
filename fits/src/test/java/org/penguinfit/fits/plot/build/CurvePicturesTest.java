package org.penguinfit.fits.plot.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.draw.FigureFiles;
import org.penguinfit.fits.plot.draw.PanelArea;
import org.penguinfit.fits.plot.json.PictureJson;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/** Pictures of curves against eqs 7 and 8 of arXiv:2108.05033 and its eq 14. */
class CurvePicturesTest {
    private static final double DOTS_PER_POINT = 300 / 72.0;

    /** Rounding of sums of a dozen doubles, relative. */
    private static final double ROUNDING = 1e-12;

    private static final String FIT = """
            schema: fit/1
            title: Branching ratios
            theory: [zprime-2021]
            measurements: {include: [BKnunu average 2021, Belle BKstnunu 2017]}
            parameters:
              CL_bsnutaunutau: {range: "-20:30"}
              CR_bsnutaunutau: {range: "-20:30"}
              V: {range: "0:0.006"}
            tasks:
              K: {type: curve, x: CL_bsnutaunutau, observables: [BR(B+->Knunu), R_BKnunu], nuisances: [ff_BK], levels: [1σ, 2σ], use: [BKnunu average 2021]}
              Kstar: {type: curve, x: CR_bsnutaunutau, observables: [BR(B0->K*nunu)], nuisances: [ff_BKst], levels: [1σ], use: [Belle BKstnunu 2017]}
              zero: {title: I = 0, type: curve, x: V, observables: [R_DeltaM_s], at: {I: 0}}
              three: {title: I = 3, type: curve, x: V, observables: [R_DeltaM_s], at: {I: 3}}
            outputs:
              plots:
                K: {task: K, kind: curve, observables: BR(B+->Knunu)}
                all: {task: K, kind: curve}
                mixing: {task: zero, kind: curve, overlay: [three]}
                figure1: {panels: [K, Kstar], kind: curve, columns: 3}
            """;

    @TempDir
    static Path folder;

    private static FitResult result;

    @BeforeAll
    static void run() {
        FitFolder files = new FitFolder(folder).write("fit.yaml", FIT);
        result = TaskPictures.addTo(Fits.run(files.request("fit.yaml")), Fits.plan(files.request("fit.yaml")), false);
    }

    private static Figure figure(String name) {
        return result.pictures().stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    private static <T extends Mark> List<T> marks(String name, int panel, Class<T> kind) {
        return figure(name).panels().get(panel).marks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Mark.Curve line(String name, int panel, int index) {
        return marks(name, panel, Mark.Curve.class).stream()
                .filter(curve -> curve.band() == null)
                .toList()
                .get(index);
    }

    private static double eq7(double c) {
        return 1e-6 * (4.39 - 0.457 * c + 0.0357 * c * c);
    }

    /** Eq 8 for C_R alone. */
    private static double eq8(double c) {
        return 1e-6 * (9.53 + 0.661 * c + 0.0775 * c * c);
    }

    @Test
    void curvesAreEqs7And8AndBandsAre16PercentOfThem() {
        Mark.Curve curve = line("K", 0, 0);
        assertThat(curve.x().size()).isEqualTo(201);
        Mark.Curve star = line("figure1", 2, 0);
        Mark.Curve band = marks("K", 0, Mark.Curve.class).get(1);
        for (int i = 0; i < curve.x().size(); i += 20) {
            double expected = eq7(curve.x().get(i));
            assertThat(curve.y().get(i)).isCloseTo(expected, within(ROUNDING * expected));
            // the nuisance parameter ff_BK multiplies the rate by 1 + 0.16 ff_BK
            Mark.Band edges = Objects.requireNonNull(band.band());
            assertThat(edges.upper().get(i)).isCloseTo(1.16 * expected, within(ROUNDING * expected));
            assertThat(edges.lower().get(i)).isCloseTo(0.84 * expected, within(ROUNDING * expected));
            double ofStar = eq8(star.x().get(i));
            assertThat(star.y().get(i)).isCloseTo(ofStar, within(ROUNDING * ofStar));
        }
    }

    /** 1 + 1.5e-4 I² + 8.2 I V + 3282 V² for V/ξ below 0. */
    @Test
    void overlaidCurvesOfTheMassDifferenceAreEq14() {
        for (int i = 0; i < 2; i++) {
            Mark.Curve curve = line("mixing", 0, i);
            double loop = 3.0 * i;
            for (int k = 0; k < curve.x().size(); k += 25) {
                double v = curve.x().get(k);
                double expected = 1 + 1.5e-4 * loop * loop + 8.2 * loop * v + 3282 * v * v;
                assertThat(curve.y().get(k)).isCloseTo(expected, within(ROUNDING * expected));
            }
            assertThat(curve.legend()).isEqualTo("I = " + 3 * i);
        }
    }

    @Test
    void standardModelAndMeasurementsAreBandsAcrossAndLimitsPointDown() {
        Mark.Span measured = marks("K", 0, Mark.Span.class).get(0);
        assertThat(measured.from()).isCloseTo(0.7e-5, within(1e-18));
        assertThat(measured.to()).isCloseTo(1.5e-5, within(1e-18));
        assertThat(measured.legend()).isEqualTo("BKnunu average 2021, $1\\sigma$");
        Mark.Span standard = marks("K", 0, Mark.Span.class).get(1);
        assertThat(standard.from()).isCloseTo(0.84 * 4.39e-6, within(1e-18));
        assertThat(standard.to()).isCloseTo(1.16 * 4.39e-6, within(1e-18));
        Mark.Bound limit = marks("figure1", 2, Mark.Bound.class).get(0);
        assertThat(limit.at()).isEqualTo(1.8e-5);
        assertThat(limit.allowed()).isEqualTo(Mark.Direction.DOWN);
        assertThat(limit.legend()).isEqualTo("Belle BKstnunu 2017, 90\\% CL");
    }

    @Test
    void differentMeasurementsOfAPlotHaveDifferentColoursAndObservablesPicturesOfTheirOwn() {
        Mark.Span first = marks("figure1", 0, Mark.Span.class).get(0);
        Mark.Bound second = marks("figure1", 2, Mark.Bound.class).get(0);
        assertThat(first.style().rgb()).isNotEqualTo(second.style().rgb());
        assertThat(figure("figure1").panels()).hasSize(3);
        assertThat(result.pictures().stream().map(FitResult.Picture::name))
                .containsExactly("K", "all-BR_B+-_Knunu_", "all-R_BKnunu", "mixing", "figure1");
    }

    /** The curve at C = 20 is 9.53e-6, within the measured band; the dots 0.05e-5 beside it are of the bands. */
    @Test
    void theCurveLiesOnTopOfItsBandsWhereTheFormulaSays() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFiles.bytes(figure("K"), Format.PNG)));
        PanelArea area = FigureFiles.areas(figure("K")).get(0);
        for (double c : new double[] {-15, -5, 12, 20, 26}) {
            assertThat(colour(image, area, c, eq7(c))).as("at " + c).isEqualTo(0x3f90da);
            int beside = colour(image, area, c, 1.1 * eq7(c));
            assertThat(beside).isNotEqualTo(0x3f90da).isNotEqualTo(0xffffff);
        }
        assertThat(colour(image, area, 5, 2.5e-5)).isEqualTo(0xffffff);
    }

    @Test
    void everyPictureIsReadBackAsItWasDescribed() throws IOException {
        for (FitResult.Picture picture : result.pictures()) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
                PictureJson.write(json, picture.figure());
            }
            LocatedDocument document = Objects.requireNonNull(LocatedDocument.parse(
                    text.toString().getBytes(StandardCharsets.UTF_8), "figure.json", new Diagnostics()));
            assertThat(PictureJson.read(document.root())).as(picture.name()).isEqualTo(picture.figure());
        }
    }

    private static int colour(BufferedImage image, PanelArea area, double x, double y) {
        int across = (int) Math.floor(area.x().place(x) * DOTS_PER_POINT);
        int down = (int) Math.floor(area.y().place(y) * DOTS_PER_POINT);
        return image.getRGB(across, down) & 0xffffff;
    }
}

package org.penguinfit.fits.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Surefire runs these tests with {@code java.awt.headless=true}. */
class FigureFilesTest {
    /** 88 mm at 300 dots per inch: 88/25.4·300 = 1039.4, and a dot begun is a dot. */
    private static final int COLUMN_DOTS = 1040;

    @TempDir
    Path folder;

    static Stream<String> specimens() {
        return Specimens.all().keySet().stream();
    }

    @Test
    void machinesWithoutScreenWillDo() {
        assertThat(java.awt.GraphicsEnvironment.isHeadless()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void svgIsWellFormedHasPathsAndNoText(String name) throws Exception {
        byte[] bytes = FigureFiles.bytes(figure(name), Format.SVG);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        Element root = document.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("width")).isEqualTo("249.45pt"); // 88 mm
        assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(20);
        assertThat(document.getElementsByTagName("text").getLength()).isZero();
        assertThat(document.getElementsByTagName("image").getLength()).isZero();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void pngHasThePromisedSizeAndInk(String name) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFiles.bytes(figure(name), Format.PNG)));
        assertThat(image.getWidth()).isEqualTo(COLUMN_DOTS);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).contains(0xffffffff, 0xff000000).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void pdfHasOnePageEmbeddedFontsAndNoRaster(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(FigureFiles.bytes(figure(name), Format.PDF))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDPage page = document.getPage(0);
            // 88 mm are 88/25.4·72 = 249.449 points; the file holds single precision
            assertThat(page.getMediaBox().getWidth())
                    .isCloseTo(249.449f, org.assertj.core.api.Assertions.within(1e-3f));
            assertThat(embeddedFonts(page.getResources())).isPositive();
        }
    }

    private static int embeddedFonts(PDResources resources) throws IOException {
        int fonts = 0;
        for (COSName name : resources.getFontNames()) {
            assertThat(resources.getFont(name).isEmbedded()).isTrue();
            fonts++;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            assertThat(object).isNotInstanceOf(PDImageXObject.class);
            if (object instanceof PDFormXObject form && form.getResources() != null) {
                fonts += embeddedFonts(form.getResources());
            }
        }
        return fonts;
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void theSamePictureGivesTheSameBytes(String name) throws IOException {
        for (Format format : Format.values()) {
            assertThat(FigureFiles.bytes(figure(name), format))
                    .as(format.extension())
                    .isEqualTo(FigureFiles.bytes(figure(name), format));
        }
    }

    /** -Dpenguinfit.specimens=FOLDER keeps the pictures for the eye. */
    @Test
    void specimensCanBeLookedAt() throws IOException {
        Path kept = Path.of(System.getProperty("penguinfit.specimens", folder.toString()));
        for (String name : Specimens.all().keySet()) {
            assertThat(FigureFiles.write(figure(name), kept.resolve(name), EnumSet.allOf(Format.class)))
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    @Test
    void filesHaveTheNameOfTheirFormatAndNothingElseIsLeft() throws IOException {
        FigureFiles.write(figure("profile"), folder.resolve("new/p"), EnumSet.allOf(Format.class));
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("p.svg", "p.pdf", "p.png");
        }
    }

    @Test
    void ifOneFileCannotBeWrittenNoneIs() throws IOException {
        Files.createDirectory(folder.resolve("p.png.part"));
        assertThatThrownBy(() -> FigureFiles.write(figure("profile"), folder.resolve("p"), EnumSet.allOf(Format.class)))
                .isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).doesNotContain("p.svg", "p.pdf", "p.png");
        }
    }

    private static Figure figure(String name) {
        return java.util.Objects.requireNonNull(Specimens.all().get(name));
    }
}

package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.plot.build.TaskPictures;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlReportTest {
    /** Fits of different kinds of tasks, with their pictures. */
    private static final Map<String, FitResult> RESULTS = Map.of(
            "bsnunu-2021/table2", withPictures("bsnunu-2021/table2"),
            "examples/contour", withPictures("examples/contour"),
            "examples/profile", withPictures("examples/profile"),
            "bsnunu/evolution", withPictures("bsnunu/evolution"));

    @TempDir
    private Path folder;

    static Stream<String> fits() {
        return RESULTS.keySet().stream().sorted();
    }

    private static FitResult withPictures(String fit) {
        FitPlan plan = Fits.plan(FitRequest.of(fit));
        return TaskPictures.addTo(Fits.run(fit), plan, true);
    }

    private static String page(FitResult result) {
        return Fits.get(ReportWriters.texts(result, ReportWriters.of(List.of("html"))), "report.html");
    }

    private static FitResult result(String fit) {
        return Fits.get(RESULTS, fit);
    }

    /** The page as a tree; fails unless it is well-formed. */
    private static Document tree(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("no well-formed page", e);
        }
    }

    private static List<Element> elements(Document tree, String tag) {
        NodeList nodes = tree.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("fits")
    void everyIdIsUniqueAndEveryLinkInThePageHasItsTarget(String fit) {
        Document tree = tree(page(result(fit)));
        Set<String> ids = new HashSet<>();
        for (Element element : elements(tree, "*")) {
            String id = element.getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as("twice: " + id).isTrue();
        }
        List<String> targets = new ArrayList<>();
        for (Element element : elements(tree, "*")) {
            String href = element.getAttribute("href");
            if (href.startsWith("#")) {
                targets.add(href.substring(1));
            }
            for (String id : element.getAttribute("aria-labelledby").split(" ", -1)) {
                targets.add(id);
            }
            if (element.getAttribute("clip-path").startsWith("url(#")) {
                targets.add(element.getAttribute("clip-path").replaceAll("url\\(#|\\)", ""));
            }
        }
        targets.removeIf(String::isEmpty);
        assertThat(ids).containsAll(targets);
        assertThat(targets).hasSizeGreaterThan(5 + result(fit).tasks().size());
    }

    /** What a browser would fetch by itself; links that a reader may follow are no loads. */
    @ParameterizedTest
    @MethodSource("fits")
    void loadsNothing(String fit) {
        String page = page(result(fit));
        Document tree = tree(page);
        for (Element element : elements(tree, "*")) {
            assertThat(element.getAttribute("src")).isEmpty();
            if (!element.getTagName().equals("a")) {
                assertThat(element.getAttribute("href")).matches("(#.*)?");
            }
        }
        for (String tag : List.of("link", "img", "iframe", "object", "embed", "image", "base")) {
            assertThat(elements(tree, tag)).isEmpty();
        }
        String styles = elements(tree, "style").get(0).getTextContent();
        assertThat(styles).doesNotContain("url(", "@import", "@font-face");
        assertThat(page).contains("default-src &#39;none&#39;");
    }

    @ParameterizedTest
    @MethodSource("fits")
    void showsEveryTaskPictureMeasurementAndFile(String fit) {
        FitResult result = result(fit);
        Document tree = tree(page(result));
        String text = tree.getDocumentElement().getTextContent();
        for (TaskResult task : result.tasks()) {
            assertThat(text).contains(task.id(), task.heading().title());
        }
        assertThat(text).contains(result.used());
        assertThat(text).contains(result.inputs().values());
        result.provenance().numbers().forEach(n -> assertThat(text).contains(n.file() + ":" + n.line(), n.key()));
        result.provenance().theory().forEach(file -> assertThat(text).contains(file.file(), file.sha256()));
        List<Element> drawings = new ArrayList<>(elements(tree, "svg"));
        drawings.removeIf(svg -> !svg.getAttribute("role").equals("img"));
        assertThat(result.pictures()).isNotEmpty();
        assertThat(drawings).hasSameSizeAs(result.pictures());
        for (Element svg : drawings) {
            assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(1);
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("Across: ");
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void headingsFollowEachOtherAndTablesNameTheirCells(String fit) {
        Document tree = tree(page(result(fit)));
        assertThat(elements(tree, "h1")).hasSize(1);
        assertThat(tree.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        int before = 1;
        for (Element element : elements(tree, "*")) {
            if (element.getTagName().matches("h[1-4]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
        for (Element header : elements(tree, "th")) {
            assertThat(header.getAttribute("scope")).isIn("col", "row");
            assertThat(header.getTextContent()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void theSameResultGivesTheSameBytes(String fit) {
        assertThat(page(result(fit))).isEqualTo(page(result(fit)));
    }

    @Test
    void linksTheFilesWrittenBesideItAndTheFilesOfPictures() {
        FitResult result = result("examples/contour");
        Map<String, String> files = ReportWriters.texts(result, ReportWriters.ALL);
        Set<String> linked = new TreeSet<>();
        for (Element link : elements(tree(Fits.get(files, "report.html")), "a")) {
            linked.add(link.getAttribute("href"));
        }
        Set<String> others = new TreeSet<>();
        files.keySet().forEach(file -> others.add(file.replaceFirst("/.*", "/")));
        others.remove("report.html");
        assertThat(linked).containsAll(others).contains("hepdata/", "plane.svg", "plane.pdf", "plane.png");
    }

    @Test
    void namesAreTextsWhateverStandsInThem() {
        String evil = "<script>alert(1)</script> & \"quoted\" 'text'";
        FitFolder files = new FitFolder(folder).write("data.yaml", """
            "@metadata@": {schema: measurements/1}
            "<script>alert(1)</script> & \\"quoted\\" 'text'":
              values: {BR(B+->Knunu): 1.1 ± 0.4 e-5}
            """).write("fit.yaml", """
                schema: fit/1
                title: "</title><script>alert(2)</script>"
                theory: [bsnunu-2021]
                measurements:
                  files: [data.yaml]
                  include: ["<script>alert(1)</script> & \\"quoted\\" 'text'"]
                parameters: {CL_bsnutaunutau: {range: "-40:40"}}
                tasks:
                  t: {title: "a <b>bold</b> task & more", type: one-at-a-time, levels: [1σ]}
                outputs: {plots: {pulls: {task: t, kind: pulls}}}
                """);
        FitPlan plan = Fits.plan(files.request("fit.yaml"));
        FitResult result = TaskPictures.addTo(Fits.run(files.request("fit.yaml")), plan, true);
        assertThat(result.used()).contains(evil);
        String page = page(result);
        Document tree = tree(page);
        assertThat(elements(tree, "b")).isEmpty();
        assertThat(page).doesNotContain("<script>alert");
        assertThat(elements(tree, "script")).hasSize(1 + result.pictures().size());
        assertThat(tree.getDocumentElement().getTextContent()).contains(evil, "a <b>bold</b> task & more");
    }

    @Test
    void aRunWithoutPicturesSaysHowToGetThem() {
        String page = page(result("examples/contour").with(List.of()));
        assertThat(tree(page).getDocumentElement().getTextContent())
                .contains("penguinfit run examples/contour --plots");
        assertThat(page).doesNotContain("role=\"img\"");
    }

    @Test
    void citationsLeadToArxivDoiAndInspire() {
        Set<String> links = new TreeSet<>();
        for (Element link : elements(tree(page(result("bsnunu/evolution"))), "a")) {
            links.add(link.getAttribute("href"));
        }
        // the entry Belle-II:2023esi of references.bib
        assertThat(links)
                .contains(
                        "https://arxiv.org/abs/2311.14647",
                        "https://doi.org/10.1103/PhysRevD.109.112006",
                        "https://inspirehep.net/literature?q=texkeys%3ABelle-II%3A2023esi",
                        "https://arxiv.org/abs/2108.05033");
    }
}

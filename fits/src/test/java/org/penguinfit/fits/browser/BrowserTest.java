package org.penguinfit.fits.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.plot.build.TaskPictures;
import org.penguinfit.fits.plot.draw.FigureFiles;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.result.FitResult;

/** The page of a run in a headless Chromium; skipped where none is installed. */
class BrowserTest {
    /** Numbers beside a pointer have five digits. */
    private static final double DIGITS = 1e-4;

    private static final int PHONE = 360;
    private static final int DESK = 1400;

    private static final String PANELS = """
        schema: fit/1
        title: Two curves side by side
        theory: [bsnunu-2021]
        parameters:
          CL_bsnutaunutau: {range: "-20:32"}
          CR_bsnutaunutau: {range: "-25:20"}
        nuisances: [ff_BK]
        tasks:
          left: {type: curve, x: CL_bsnutaunutau, observables: [BR(B+->Knunu)], number: 53}
          right: {type: curve, x: CR_bsnutaunutau, observables: [BR(B0->K*nunu)], number: 46}
        outputs: {plots: {both: {panels: [left, right], kind: curve}}}
        """;

    private static final String PROFILE = """
        schema: fit/1
        title: One coefficient
        theory: [bsnunu-2021]
        measurements: {include: [BKnunu average 2021, Belle BKstnunu 2017]}
        parameters: {CL_bsnutaunutau: {range: "-40:40"}}
        tasks: {alone: {type: one-at-a-time, levels: [1σ, 90%, 2σ]}}
        """;

    private static @Nullable Chromium started;

    @TempDir
    private static Path profile;

    @TempDir
    private static Path output;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<String> executable = Chromium.executable();
        assumeTrue(executable.isPresent(), "no Chromium is installed");
        started = Chromium.start(executable.get(), profile);
        for (String fit : List.of("bsnunu-2021/table2", "examples/contour", "examples/profile", "bsnunu/evolution")) {
            write(FitRequest.of(fit), fit);
        }
        FitFolder files = new FitFolder(output.resolve("files"))
                .write("panels.yaml", PANELS)
                .write("profile.yaml", PROFILE);
        write(files.request("panels.yaml"), "panels");
        write(files.request("profile.yaml"), "profile");
    }

    /** What {@code run --plots} writes. */
    private static void write(FitRequest request, String name) throws IOException {
        FitResult result = TaskPictures.addTo(Fits.run(request), Fits.plan(request), true);
        ReportWriters.writeAll(result, ReportWriters.ALL, output.resolve(name));
        for (FitResult.Picture picture : result.pictures()) {
            FigureFiles.write(
                    picture.figure(), output.resolve(name).resolve(picture.name()), EnumSet.copyOf(picture.formats()));
        }
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (started != null) {
            started.close();
        }
    }

    private static Chromium open(String fit, int width) throws IOException, InterruptedException {
        Chromium browser = started;
        if (browser == null) {
            throw new AssertionError("no browser");
        }
        browser.resize(width, width == PHONE);
        browser.open(output.resolve(fit).resolve("report.html"));
        return browser;
    }

    private static JsonNode results(String fit) throws IOException {
        return new ObjectMapper()
                .readTree(output.resolve(fit).resolve("results.json").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bsnunu-2021/table2", "examples/contour", "examples/profile", "bsnunu/evolution"})
    void opensWithoutMessagesAndAsksForNothingElse(String fit) throws IOException, InterruptedException {
        Chromium browser = open(fit, DESK);
        browser.evaluate("new Promise(done => setTimeout(done, 200))");
        assertThat(browser.event("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.event("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.event("Log.entryAdded")).isEmpty();
        assertThat(browser.event("Network.requestWillBeSent"))
                .extracting(request -> request.path("request").path("url").asText())
                .containsExactly(
                        output.resolve(fit).resolve("report.html").toUri().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "bsnunu-2021/table2, 360", "bsnunu-2021/table2, 1400", "examples/contour, 360", "examples/contour, 1400",
        "examples/profile, 360", "examples/profile, 800", "bsnunu/evolution, 360", "bsnunu/evolution, 1400"
    })
    void fitsIntoTheWindow(String fit, int width) throws IOException, InterruptedException {
        Chromium browser = open(fit, width);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        // whatever reaches beyond the window stands in a box that scrolls
        JsonNode beyond = browser.evaluate("[...document.querySelectorAll('main *, header *, nav *')].filter(e => "
                + "e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table, .picture.wide, svg'))"
                + ".map(e => e.outerHTML.slice(0, 120))");
        assertThat(beyond).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bsnunu-2021/table2, 360", "examples/profile, 1400", "examples/contour, 360", "bsnunu/evolution, 360"})
    void everyPictureIsVisible(String fit, int width) throws IOException, InterruptedException {
        JsonNode sizes = open(fit, width)
                .evaluate("[...document.querySelectorAll('svg[role=img]')].map(s => ({wide: s.closest('.wide') !=="
                        + " null, w: s.getBoundingClientRect().width, h: s.getBoundingClientRect().height,"
                        + " shown: s.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}), paths:"
                        + " [...s.querySelectorAll('path, use')].filter(p => p.getBBox().width > 0).length}))");
        assertThat(sizes).hasSize(results(fit).get("plots").size());
        for (JsonNode size : sizes) {
            assertThat(size.get("shown").asBoolean()).isTrue();
            assertThat(size.get("w").asDouble())
                    .isBetween(280.0, width == PHONE && !size.get("wide").asBoolean() ? 360.0 : 1000.0);
            assertThat(size.get("h").asDouble()).isGreaterThan(60);
            assertThat(size.get("paths").asInt()).isGreaterThan(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bsnunu-2021/table2", "examples/contour"})
    void everyLinkLeadsSomewhere(String fit) throws IOException, InterruptedException {
        Chromium browser = open(fit, DESK);
        assertThat(browser.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')]"
                        + ".filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)"))
                .isEmpty();
        int files = 0;
        for (JsonNode href : browser.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")) {
            String link = href.asText();
            if (!link.startsWith("#") && !link.startsWith("https://")) {
                assertThat(output.resolve(fit).resolve(link)).exists();
                files++;
            }
        }
        assertThat(files).isGreaterThan(3);
        // a click on the last line of the contents brings its section into view
        browser.evaluate("document.documentElement.style.scrollBehavior = 'auto';"
                + "[...document.querySelectorAll('nav a')].at(-1).click()");
        double top = browser.evaluate("document.getElementById('about').getBoundingClientRect().top")
                .asDouble();
        assertThat(top).isBetween(-1.0, 900.0);
    }

    /** 16 px is what browsers take for text, 12 px what is still read on a phone. */
    @Test
    void lettersAreLargeEnoughOnAPhone() throws IOException, InterruptedException {
        Chromium browser = open("bsnunu-2021/table2", PHONE);
        String size = "e => parseFloat(getComputedStyle(e).fontSize)";
        double text = browser.evaluate(
                        "Math.min(...[...document.querySelectorAll('main p, main li')].map(" + size + "))")
                .asDouble();
        double cells = browser.evaluate(
                        "Math.min(...[...document.querySelectorAll('td, th, td code, figcaption')].map(" + size + "))")
                .asDouble();
        assertThat(text).isGreaterThanOrEqualTo(14);
        assertThat(cells).isGreaterThanOrEqualTo(12);
    }

    /** Web Content Accessibility Guidelines 2.2, 1.4.3: at least 4.5 for text; their formula of the contrast. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textStandsOutFromItsGround(String scheme) throws IOException, InterruptedException {
        Chromium browser = open("examples/contour", DESK);
        browser.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        String contrast = "(() => { const light = c => { const v = c.match(/\\d+/g).slice(0, 3).map(x => x / 255)"
                + ".map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);"
                + "return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };"
                + "const ground = light(getComputedStyle(document.body).backgroundColor);"
                + "return ['p', 'a', '.subtitle', 'figcaption', '.status', 'caption', 'dt', 'code'].map(s => {"
                + "const ink = light(getComputedStyle(document.querySelector('main ' + s)).color);"
                + "return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05); }).concat(ground); })()";
        JsonNode found = browser.evaluate(contrast);
        for (int i = 0; i < found.size() - 1; i++) {
            assertThat(found.get(i).asDouble()).isGreaterThan(4.5);
        }
        boolean dark = found.get(found.size() - 1).asDouble() < 0.2;
        assertThat(dark).isEqualTo(scheme.equals("dark"));
        assertThat(browser.evaluate("getComputedStyle(document.querySelector('.plot')).backgroundColor")
                        .asText())
                .isEqualTo("rgb(255, 255, 255)");
        browser.call("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    // --- numbers under a pointer -----------------------------------------------------------------------------------

    private static void scrollTo(Chromium browser, String picture) throws IOException {
        browser.evaluate("document.documentElement.style.scrollBehavior = 'auto';" + "document.querySelector('#picture-"
                + picture + "').scrollIntoView({block: 'center'})");
    }

    /** Moves the mouse to a place of a picture, as parts of its width and height, and reads what appears. */
    private static String hover(Chromium browser, String picture, double across, double down) throws IOException {
        scrollTo(browser, picture);
        JsonNode box = browser.evaluate("(() => { const b = document.querySelector('#picture-" + picture
                + " svg').getBoundingClientRect(); return {x: b.x, y: b.y, w: b.width, h: b.height}; })()");
        browser.call(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        "mouseMoved",
                        "x",
                        box.get("x").asDouble() + across * box.get("w").asDouble(),
                        "y",
                        box.get("y").asDouble() + down * box.get("h").asDouble()));
        return tip(browser, picture);
    }

    private static String tip(Chromium browser, String picture) throws IOException {
        return browser.evaluate("(t => t && !t.hidden ? t.innerText : '')(document.querySelector('#picture-" + picture
                        + " .tip'))")
                .asText();
    }

    private static final Pattern NUMBER = Pattern.compile("= (−?[0-9.]+)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?");

    private static List<Double> numbers(String line) {
        List<Double> found = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(line);
        while (matcher.find()) {
            double value = Double.parseDouble(matcher.group(1).replace('−', '-'));
            found.add(matcher.group(2) == null ? value : value * Math.pow(10, exponent(matcher.group(2))));
        }
        return found;
    }

    private static int exponent(String superscript) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < superscript.length(); i++) {
            char c = superscript.charAt(i);
            plain.append(c == '⁻' ? '-' : (char) ('0' + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)));
        }
        return Integer.parseInt(plain.toString());
    }

    /** Whether the circle at a highlighted point lies on a line that the SVG really draws. */
    private static boolean circleLiesOnALine(Chromium browser, String picture) throws IOException {
        return browser.evaluate("(() => { const svg = document.querySelector('#picture-" + picture + " svg');"
                        + "const c = svg.querySelector('.hover circle');"
                        + "const p = svg.createSVGPoint(); p.x = +c.getAttribute('cx'); p.y = +c.getAttribute('cy');"
                        + "return [...svg.querySelectorAll('g:not(.hover) path')].some(path => {"
                        + "const local = p.matrixTransform(svg.getCTM()).matrixTransform(path.getCTM().inverse());"
                        + "return path.isPointInStroke(local) && path.getTotalLength() > 100; }); })()")
                .asBoolean();
    }

    /** Rows of the table {@code scan} that belong to a parameter: its value and Δχ². */
    private static List<double[]> scan(JsonNode task, String parameter) {
        JsonNode columns = task.get("scan").get("columns");
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(column.asText()));
        List<double[]> rows = new ArrayList<>();
        for (JsonNode row : task.get("scan").get("rows")) {
            if (row.get(names.indexOf("parameter")).asText().equals(parameter)) {
                rows.add(new double[] {
                    row.get(names.indexOf("value")).asDouble(),
                    row.get(names.indexOf("deltaChi2")).asDouble()
                });
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.45, 0.6, 0.65})
    void aProfileShowsItsNumbers(double across) throws IOException, InterruptedException {
        Chromium browser = open("profile", DESK);
        String shown = hover(browser, "alone", across, 0.5);
        List<String> lines = shown.lines().toList();
        List<Double> point = numbers(lines.get(lines.size() - 1));
        assertThat(point).as(shown).hasSize(2);
        List<double[]> rows = scan(results("profile").get("tasks").get("alone"), "CL_bsnutaunutau");
        assertThat(rows).anySatisfy(row -> {
            assertThat(point.get(0)).isCloseTo(row[0], within(DIGITS * Math.abs(row[0]) + 1e-12));
            assertThat(point.get(1)).isCloseTo(row[1], within(DIGITS * Math.abs(row[1]) + 1e-12));
        });
        assertThat(circleLiesOnALine(browser, "alone")).isTrue();
    }

    @Test
    void aContourShowsItsPointsAndTheBestFit() throws IOException, InterruptedException {
        Chromium browser = open("examples/contour", PHONE);
        String contour = hover(browser, "plane", 0.66, 0.45);
        assertThat(contour).contains("68.27% CL");
        assertThat(circleLiesOnALine(browser, "plane")).isTrue();
        JsonNode best = results("examples/contour").at("/tasks/plane/minima/0/parameters");
        JsonNode place = browser.evaluate("(() => { const d = JSON.parse(document.querySelector('#picture-plane "
                + "script[type]').textContent); const m = d.figure.panels[0].marks.find(m => m.legend === 'best fit');"
                + "const at = (a, v) => a.start + (v - a.low) / (a.high - a.low) * (a.end - a.start);"
                + "const v = document.querySelector('#picture-plane svg').viewBox.baseVal;"
                + "return {x: at(d.areas[0].x, m.x[0]) / v.width, y: at(d.areas[0].y, m.y[0]) / v.height}; })()");
        String shown = hover(
                browser,
                "plane",
                place.get("x").asDouble() + 0.004,
                place.get("y").asDouble() - 0.004);
        String line =
                shown.lines().filter(l -> l.startsWith("best fit")).findFirst().orElse("");
        assertThat(numbers(line)).as(shown).hasSize(2);
        assertThat(numbers(line).get(0)).isCloseTo(best.get("CL_bsnutaunutau").asDouble(), within(DIGITS));
        assertThat(numbers(line).get(1)).isCloseTo(best.get("CR_bsnutaunutau").asDouble(), within(DIGITS * 10));
    }

    /** Panels would be too small to read side by side on a phone, so they scroll in a box of their own. */
    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void everyPanelShowsItsOwnNumbers(int width) throws IOException, InterruptedException {
        Chromium browser = open("panels", width);
        assertThat(browser.evaluate("document.querySelector('#picture-both svg').getBoundingClientRect().width")
                        .asDouble())
                .isGreaterThan(600);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        browser.evaluate("document.querySelector('#picture-both').scrollLeft = 1e4");
        String shown = hover(browser, "both", 0.8, 0.5);
        String line = shown.lines()
                .filter(l -> l.startsWith("prediction"))
                .findFirst()
                .orElse("");
        assertThat(numbers(line)).as(shown).hasSize(2);
        double x = numbers(line).get(0);
        double y = numbers(line).get(1);
        JsonNode curve = results("panels").at("/tasks/right/curve");
        List<String> columns = new ArrayList<>();
        curve.get("columns").forEach(column -> columns.add(column.asText()));
        assertThat(curve.get("rows")).anySatisfy(row -> {
            assertThat(row.get(columns.indexOf("x")).asDouble()).isCloseTo(x, within(DIGITS * Math.abs(x) + 1e-12));
            assertThat(row.get(columns.indexOf("value")).asDouble()).isCloseTo(y, within(DIGITS * y));
        });
        JsonNode tip = browser.evaluate("(b => ({left: b.left, right: b.right}))"
                + "(document.querySelector('#picture-both .tip').getBoundingClientRect())");
        assertThat(tip.get("left").asDouble()).isGreaterThanOrEqualTo(0);
        assertThat(tip.get("right").asDouble()).isLessThanOrEqualTo(width);
    }

    @Test
    void pullsShowTheirMeasurements() throws IOException, InterruptedException {
        Chromium browser = open("examples/profile", DESK);
        for (JsonNode pull : results("examples/profile").at("/tasks/profile/pulls")) {
            boolean found = false;
            for (double down = 0.1; down < 0.9 && !found; down += 0.1) {
                String shown = hover(browser, "pulls", 0.8, down);
                found = shown.lines()
                        .anyMatch(line -> line.contains(pull.get("measurement").asText())
                                && numbers(line).size() == 1
                                && Math.abs(numbers(line).get(0)
                                                - pull.get("pull").asDouble())
                                        < DIGITS);
            }
            assertThat(found).as(pull.toString()).isTrue();
        }
    }

    @Test
    void aMatrixShowsItsCells() throws IOException, InterruptedException {
        Chromium browser = open("examples/profile", DESK);
        String shown = hover(browser, "correlation", 0.5, 0.4);
        assertThat(shown).containsPattern("and .*: −?[01]");
    }

    @Test
    void arrowKeysMoveOverAPicture() throws IOException, InterruptedException {
        Chromium browser = open("examples/contour", DESK);
        scrollTo(browser, "plane");
        browser.evaluate("document.querySelector('#picture-plane .plot').focus()");
        key(browser, "ArrowRight");
        String first = tip(browser, "plane");
        key(browser, "ArrowRight");
        String second = tip(browser, "plane");
        assertThat(first).isNotEmpty();
        assertThat(numbers(second).get(0)).isGreaterThan(numbers(first).get(0));
        assertThat(numbers(second).get(1)).isEqualTo(numbers(first).get(1));
        key(browser, "Escape");
        assertThat(tip(browser, "plane")).isEmpty();
    }

    private static void key(Chromium browser, String key) throws IOException {
        for (String type : List.of("keyDown", "keyUp")) {
            browser.call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key));
        }
    }

    @Test
    void aFingerShowsNumbersToo() throws IOException, InterruptedException {
        Chromium browser = open("examples/contour", PHONE);
        browser.call("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        scrollTo(browser, "plane");
        JsonNode middle = browser.evaluate("(() => { const b = document.querySelector('#picture-plane svg')"
                + ".getBoundingClientRect(); return {x: b.x + b.width / 2, y: b.y + b.height / 2}; })()");
        browser.call(
                "Input.dispatchTouchEvent",
                Map.of(
                        "type",
                        "touchStart",
                        "touchPoints",
                        List.of(Map.of("x", middle.get("x"), "y", middle.get("y")))));
        assertThat(numbers(tip(browser, "plane"))).isNotEmpty();
        browser.call("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
        assertThat(numbers(tip(browser, "plane"))).isNotEmpty(); // stays to be read
        browser.call("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
    }
}

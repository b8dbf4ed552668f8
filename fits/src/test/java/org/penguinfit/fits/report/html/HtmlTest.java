package org.penguinfit.fits.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @Test
    void escapesTextsAndAttributes() {
        Html html = new Html().leaf("p", "a < b & \"c\" 'd'\u0000", "title", "<\">");
        assertThat(html.toString().strip())
                .isEqualTo("<p title=\"&lt;&quot;&gt;\">a &lt; b &amp; &quot;c&quot; &#39;d&#39;\uFFFD</p>");
    }

    @Test
    void refusesATagThatIsNotClosed() {
        Html html = new Html().open("p");
        assertThatThrownBy(html::toString).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anchorsAreUniqueAndStable() {
        Anchors anchors = new Anchors();
        String first = anchors.of("task", "C_L");
        assertThat(first).isEqualTo("task-C-L");
        assertThat(anchors.of("task", "C-L")).isNotEqualTo(first);
        assertThat(anchors.of("task", "c_l")).isNotEqualToIgnoringCase(first);
        assertThat(anchors.of("task", "C_L")).isEqualTo(first);
        assertThat(anchors.of("task", "<b> \"x\"")).matches("[A-Za-z0-9-]+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arXiv:2108.05033, eq 7 | https://arxiv.org/abs/2108.05033 | arXiv:2108.05033",
                "see arXiv:2311.14647v2. | https://arxiv.org/abs/2311.14647v2 | arXiv:2311.14647v2",
                "arXiv:hep-ph/9512380 | https://arxiv.org/abs/hep-ph/9512380 | arXiv:hep-ph/9512380",
                "delAmoSanchez:2010bk | https://inspirehep.net/literature?q=texkeys%3AdelAmoSanchez%3A2010bk |"
                        + " delAmoSanchez:2010bk",
                "Belle-II:2023esi, Table 1 | https://inspirehep.net/literature?q=texkeys%3ABelle-II%3A2023esi |"
                        + " Belle-II:2023esi",
                "10.1103/PhysRevD.109.112006, p. 3 | https://doi.org/10.1103/PhysRevD.109.112006 |"
                        + " 10.1103/PhysRevD.109.112006"
            })
    void referencesBecomeLinks(String text, String address, String words) {
        Html html = new Html();
        References.link(html, text);
        assertThat(html.toString()).contains("<a href=\"" + address + "\">" + words + "</a>");
        assertThat(html.toString().replaceAll("<[^>]*>", "")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10.5 ± 1.2", "fits/a.yaml:10", "task: 2021", "12:30", "[0.10, 10.2]"})
    void otherTextsDoNot(String text) {
        Html html = new Html();
        References.link(html, text);
        assertThat(html.toString()).isEqualTo(text);
    }

    @Test
    void addressesOfFilesAreEncoded() {
        assertThat(References.file("a b/c+d.svg")).isEqualTo("a%20b/c%2Bd.svg");
    }

    private static String table(String... pulls) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("observable", "pull")));
        for (String pull : pulls) {
            rows.add(List.of("R_K", pull));
        }
        Html html = new Html();
        new HtmlTable("Pulls", rows, Set.of("R_K")).write(html);
        return html.toString();
    }

    /** The scale is 100 wide from −3 to 3, so that 1.5 is 25 wide and ±1σ a third of all. */
    @Test
    void pullsHaveBarsFromZero() {
        String table = table("1.5", "−3.0");
        assertThat(table).contains("class=\"pull\" x=\"0.0\" y=\"2.0\" width=\"25.0\"");
        assertThat(table).contains("class=\"pull far\" x=\"-50.0\" y=\"2.0\" width=\"50.0\"");
        assertThat(table).contains("class=\"sigma\" x=\"-16.67\" y=\"0.0\" width=\"33.33\"");
        assertThat(table).contains("<code>R_K</code>");
    }

    @Test
    void aLargePullMakesTheScaleLonger() {
        assertThat(table("6.0", "1.5")).contains("width=\"50.0\"", "class=\"pull\" x=\"0.0\" y=\"2.0\" width=\"12.5\"");
    }

    @Test
    void wordsAmongPullsHaveNoBar() {
        String table = table("1.5σ", "below the limit", "−2");
        assertThat(table.split("<svg", -1)).hasSize(3);
        assertThat(table).contains("width=\"25.0\"");
    }

    @Test
    void columnsWithoutContentCanBeLeftOut() {
        HtmlTable table = new HtmlTable(
                "t", List.of(List.of("a", "b", "c"), List.of("1", "", "3"), List.of("", "", "4")), Set.of());
        assertThat(table.withoutEmptyColumns().rows())
                .containsExactly(List.of("a", "c"), List.of("1", "3"), List.of("", "4"));
    }
}

package org.penguinfit.fits.plot.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

class PictureJsonTest {
    private static final Vector X = Vector.of(1, 2.5e-5, Double.NaN, Double.POSITIVE_INFINITY);

    /** One mark of every kind. */
    private static final List<Mark> MARKS = List.of(
            new Mark.Curve(X, X, new Mark.Band(X, X), Style.of(3), "$a$"),
            new Mark.Points(X, X, null, new Mark.Errors(X, X), Style.BLACK, ""),
            new Mark.Limits(X, X, Mark.Direction.DOWN, Style.of(1), "limit"),
            new Mark.Intervals(
                    Mark.Along.X,
                    List.of(
                            new Mark.Bar(1, null, List.of(List.of(), List.of(new Range(0, 1), new Range(2, 3)))),
                            new Mark.Bar(2, 0.5, List.of())),
                    Style.GREY,
                    "68\\% \"CL\""),
            new Mark.Span(Mark.Along.Y, Double.NEGATIVE_INFINITY, 3, Style.GREY, ""),
            new Mark.Level(Mark.Along.Y, 2.7055, "90\\% CL", Style.GREY, ""),
            new Mark.Bound(Mark.Along.X, -3, Mark.Direction.LEFT, Style.of(2), "bound"),
            new Mark.Region(List.of(new Mark.Ring(X, X)), Style.of(0), ""),
            new Mark.Cells(List.of(X, X), 1, "correlation"),
            new Mark.Note(0, 1, Mark.Anchor.RIGHT, "null", Style.BLACK));

    @Test
    void everyKindOfMarkIsAmongTheExamples() {
        List<Object> kinds = new ArrayList<>();
        MARKS.forEach(mark -> kinds.add(mark.getClass()));
        assertThat(kinds).containsExactlyInAnyOrder((Object[]) Mark.class.getPermittedSubclasses());
    }

    @Test
    void whatIsWrittenIsReadAsTheSamePicture() throws IOException {
        Figure figure = new Figure(
                "a title",
                List.of(
                        new Panel(
                                "a panel",
                                Axis.log("$x$", "GeV").withRange(1e-3, 10),
                                Axis.names("", List.of("1", "true", "null")),
                                MARKS),
                        Panel.of(Axis.linear("$x$", ""), Axis.dates("date"), List.of())),
                2,
                List.of("one", "two"),
                new Figure.Size(120, 40));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            PictureJson.write(json, figure);
        }
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = Objects.requireNonNull(
                LocatedDocument.parse(text.toString().getBytes(StandardCharsets.UTF_8), "figure.json", diagnostics));
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(PictureJson.read(document.root())).isEqualTo(figure);
    }

    @Test
    void aPictureThatWasTamperedWithIsReportedAndNoNameLeavesTheFolder() {
        String plots = """
            {"a": {"task": "t", "format": ["svg"], "figure": {"title": 1}},
             "../b": {"task": "t", "format": ["svg"], "figure": {}},
             "c": {"task": "t", "format": ["gif"], "figure": {}}}
            """;
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = Objects.requireNonNull(
                LocatedDocument.parse(plots.getBytes(StandardCharsets.UTF_8), "plots.json", diagnostics));
        assertThat(PicturesReader.read(document.root(), diagnostics)).isEmpty();
        assertThat(diagnostics.errorCount()).isEqualTo(3);
    }
}

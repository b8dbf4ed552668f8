package org.penguinfit.fits.plot.draw;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.plot.Style.Dash;

/** Pictures that use every mark, scale and option. */
final class Specimens {
    private Specimens() {}

    static Map<String, Figure> all() {
        return new TreeMap<>(Map.of(
                "profile", profile(), "history", history(), "cells", cells(), "regions", regions(), "bars", bars(),
                "grid", grid()));
    }

    /** Two panels in a row and a third below the first, the scales linear and logarithmic, with bounds of both kinds. */
    static Figure grid() {
        Vector x = grid(0, 10, 41);
        Mark.Curve line = Mark.Curve.of(x, map(x, v -> 2 * v), Style.of(0), "twice");
        return new Figure(
                "",
                List.of(
                        Panel.of(
                                        Axis.linear("$x$", "").withRange(0, 10),
                                        Axis.linear("$y$", "").withRange(0, 20),
                                        List.of(
                                                line,
                                                new Mark.Bound(
                                                        Mark.Along.Y,
                                                        15,
                                                        Mark.Direction.DOWN,
                                                        Style.of(2),
                                                        "limit of $y$")))
                                .withTitle("(a)"),
                        Panel.of(
                                Axis.linear("$x$", "").withRange(0, 10),
                                Axis.log("long label of $y$", "GeV").withRange(0.1, 100),
                                List.of(
                                        line,
                                        new Mark.Bound(
                                                Mark.Along.X, 4, Mark.Direction.RIGHT, Style.of(4), "limit of $x$"))),
                        Panel.of(
                                Axis.log("$x$", "").withRange(0.1, 10),
                                Axis.linear("$y$", "10000").withRange(0, 20000),
                                List.of(line))),
                2,
                List.of("A note below all."),
                new Figure.Size(88, 25));
    }

    private static Figure profile() {
        Vector x = grid(-40, 40, 161);
        Vector first = map(x, c -> (c + 8) * (c + 8) * (c - 20) * (c - 20) / 14400);
        Vector second = map(x, c -> Math.pow((c - 5) / 12, 2));
        return Figure.of(
                        Axis.linear("$C_L^{\\tau\\tau}$", "").withRange(-40, 40),
                        Axis.linear("$\\Delta\\chi^2$", "").withRange(0, 10),
                        List.of(
                                new Mark.Level(Mark.Along.Y, 1, "$1\\sigma$", Style.GREY, ""),
                                new Mark.Level(Mark.Along.Y, 2.7055, "90\\% CL", Style.GREY, ""),
                                new Mark.Level(Mark.Along.X, 0, "SM", Style.BLACK.with(Dash.DOTTED), ""),
                                Mark.Curve.of(x, first, Style.of(0), "$B^+\\to K^+\\nu\\bar\\nu$ average 2021"),
                                new Mark.Curve(
                                        x,
                                        second,
                                        new Mark.Band(map(second, v -> 0.8 * v), map(second, v -> 1.2 * v)),
                                        Style.of(1),
                                        "$B^0\\to K^{*0}\\nu\\bar\\nu$, Belle 2017")))
                .withTitle("Specimen of a profile")
                .withNotes(List.of("Assumption: half-Gaussian with $\\sigma = L/1.645$; a note that is long enough to"
                        + " need another line at the width of a column."));
    }

    private static Figure history() {
        Vector dates = Vector.of(day(2013), day(2017), day(2019));
        Mark.Errors errors = new Mark.Errors(Vector.of(0.3e-5, 0.4e-5, 0.2e-5), Vector.of(0.5e-5, 0.3e-5, 0.3e-5));
        return Figure.of(
                Axis.dates("Date of first publication"),
                Axis.linear("$\\mathcal{B}(B^+\\to K^+\\nu\\bar\\nu)$", "").withRange(0, 4e-5),
                List.of(
                        new Mark.Span(Mark.Along.Y, 0.4e-5, 0.5e-5, Style.GREY, "SM"),
                        new Mark.Points(
                                dates, Vector.of(1.9e-5, 1.1e-5, 2.3e-5), null, errors, Style.of(2), "measurement"),
                        new Mark.Limits(
                                Vector.of(day(2010), day(2015)),
                                Vector.of(3.7e-5, 1.7e-5),
                                Mark.Direction.DOWN,
                                Style.of(0),
                                "upper limit at 90\\% CL")));
    }

    private static Figure cells() {
        List<String> names = List.of("$C_9$", "$C_{10}$", "$\\theta_{BK}$", "$C_L^{\\tau\\tau}$");
        return Figure.of(
                        Axis.names("", names),
                        Axis.names("", names),
                        List.of(new Mark.Cells(
                                List.of(
                                        Vector.of(1, -0.35, 0.12, 0.8),
                                        Vector.of(-0.35, 1, 0.6, -0.9),
                                        Vector.of(0.12, 0.6, 1, Double.NaN),
                                        Vector.of(0.8, -0.9, Double.NaN, 1)),
                                1,
                                "correlation")))
                .withSize(new Figure.Size(88, 62));
    }

    private static Figure regions() {
        Style style = Style.of(0);
        return Figure.of(
                Axis.linear("$C_L^{\\tau\\tau}$", ""),
                Axis.linear("$C_R^{\\tau\\tau}$", ""),
                List.of(
                        new Mark.Region(List.of(circle(4), circle(1)), style.withOpacity(0.25), "95\\% CL"),
                        new Mark.Region(List.of(circle(3), circle(2)), style.withOpacity(0.5), "68\\% CL"),
                        Mark.Points.of(
                                Vector.of(2.5),
                                Vector.of(0),
                                Style.BLACK.with(Style.Marker.CROSS),
                                "best fit, $\\chi^2 = 2.9$"),
                        Mark.Points.of(
                                Vector.of(0), Vector.of(0), Style.BLACK.with(Style.Marker.STAR), "Standard Model"),
                        new Mark.Note(0, -4.6, Mark.Anchor.CENTRE, "a note in the plane", Style.BLACK)));
    }

    private static Figure bars() {
        return Figure.of(
                        Axis.log("$\\mathcal{B}$", ""),
                        Axis.names("", List.of("Belle II 2023, $B^+\\to K^+\\nu\\bar\\nu$", "BaBar 2013")),
                        List.of(new Mark.Intervals(
                                Mark.Along.X,
                                List.of(
                                        new Mark.Bar(
                                                0,
                                                2e-5,
                                                List.of(
                                                        List.of(new Range(1e-5, 3e-5)),
                                                        List.of(new Range(4e-6, 6e-5)))),
                                        new Mark.Bar(
                                                1,
                                                null,
                                                List.of(
                                                        List.of(new Range(1e-6, 2e-6), new Range(3e-6, 4e-6)),
                                                        List.of(new Range(0.7e-6, 9e-6))))),
                                Style.of(4),
                                "68\\% and 95\\% CL")))
                .withSize(new Figure.Size(88, 30));
    }

    private static double day(int year) {
        return LocalDate.of(year, 3, 14).toEpochDay();
    }

    private static Mark.Ring circle(double radius) {
        Vector angle = grid(0, 2 * Math.PI, 181);
        return new Mark.Ring(map(angle, a -> radius * Math.cos(a)), map(angle, a -> radius * Math.sin(a)));
    }

    private static Vector grid(double from, double to, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = from + (to - from) * i / (count - 1);
        }
        return Vector.of(points);
    }

    private static Vector map(Vector x, DoubleUnaryOperator f) {
        double[] values = x.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = f.applyAsDouble(values[i]);
        }
        return Vector.of(values);
    }
}

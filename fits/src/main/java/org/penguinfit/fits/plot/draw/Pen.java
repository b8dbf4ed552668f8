package org.penguinfit.fits.plot.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.penguinfit.fits.plot.Style;
import org.penguinfit.fits.plot.Style.Dash;

/** Strokes, fillings and markers of a style. */
final class Pen {
    /** Half the width of a marker. */
    static final double MARKER = 2.1;

    /** Half the width of a dot. */
    private static final double DOT = 0.5;

    private Pen() {}

    static Color colour(Style style) {
        return new Color(style.rgb());
    }

    static Color faint(Style style) {
        return new Color(style.rgb() >> 16 & 0xff, style.rgb() >> 8 & 0xff, style.rgb() & 0xff, (int)
                Math.round(255 * style.opacity()));
    }

    static void line(Graphics2D g, Shape path, Style style) {
        if (style.width() > 0) {
            g.setColor(colour(style));
            g.setStroke(stroke(style.width(), style.dash()));
            g.draw(path);
        }
    }

    static void solid(Graphics2D g, Shape path, Color colour, double width) {
        g.setColor(colour);
        g.setStroke(stroke(width, Dash.SOLID));
        g.draw(path);
    }

    static void fill(Graphics2D g, Shape area, Style style) {
        g.setColor(faint(style));
        g.fill(area);
    }

    private static BasicStroke stroke(double width, Dash dash) {
        float w = (float) width;
        float[] pattern = switch (dash) {
            case SOLID -> null;
            case DASHED -> new float[] {4f, 2f};
            case DOTTED -> new float[] {1.1f, 1.5f};
            case DASH_DOT -> new float[] {5f, 1.7f, 1.1f, 1.7f};
            case LONG -> new float[] {8f, 2.5f};
        };
        return pattern == null
                ? new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(w, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, pattern, 0f);
    }

    static void marker(Graphics2D g, double x, double y, Style style) {
        Shape shape = shape(x, y, MARKER, style);
        g.setColor(colour(style));
        if (style.marker() == Style.Marker.CROSS) {
            solid(g, shape, colour(style), 1.1);
        } else {
            g.fill(shape);
        }
    }

    /** Dots of one shape, so that a cloud is one path of a file and one that lies on others does not darken them. */
    static void dots(Graphics2D g, List<Point2D> places, Style style) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        places.forEach(place -> path.append(shape(place.getX(), place.getY(), MARKER, style), false));
        g.setColor(colour(style));
        g.fill(path);
    }

    /** A marker with a white inside, which shows on a line of its own colour. */
    static void openMarker(Graphics2D g, double x, double y, Style style) {
        Shape shape = shape(x, y, MARKER, style);
        g.setColor(Color.WHITE);
        g.fill(shape);
        solid(g, shape, colour(style), 0.9);
    }

    private static Shape shape(double x, double y, double r, Style style) {
        return switch (style.marker()) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
            case TRIANGLE -> polygon(x, y + 0.2 * r, 1.25 * r, 1.25 * r, 3);
            case DIAMOND -> polygon(x, y, 1.25 * r, 1.25 * r, 4);
            case STAR -> polygon(x, y, 1.7 * r, 0.7 * r, 10);
            case CROSS -> cross(x, y, 1.1 * r);
            case DOT -> new Rectangle2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        };
    }

    private static Path2D polygon(double x, double y, double even, double odd, int corners) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = -Math.PI / 2 + 2 * Math.PI * i / corners;
            double r = i % 2 == 0 ? even : odd;
            if (i == 0) {
                path.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            } else {
                path.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
            }
        }
        path.closePath();
        return path;
    }

    private static Path2D cross(double x, double y, double r) {
        Path2D path = new Path2D.Double();
        path.append(new Line2D.Double(x - r, y - r, x + r, y + r), false);
        path.append(new Line2D.Double(x - r, y + r, x + r, y - r), false);
        return path;
    }

    /** A filled arrow from a short bar at (x, y) into a direction of one of the axes. */
    static void arrow(Graphics2D g, double x, double y, double dx, double dy, Style style) {
        shaft(g, x, y, dx, dy, style);
        double ux = Math.signum(dx);
        double uy = Math.signum(dy);
        solid(g, new Line2D.Double(x - 3 * uy, y - 3 * ux, x + 3 * uy, y + 3 * ux), colour(style), 1.2);
    }

    /** The arrow alone. */
    static void shaft(Graphics2D g, double x, double y, double dx, double dy, Style style) {
        double length = Math.hypot(dx, dy);
        double ux = dx / length;
        double uy = dy / length;
        double head = 4.2;
        double half = 1.7;
        Path2D tip = new Path2D.Double();
        tip.moveTo(x + dx, y + dy);
        tip.lineTo(x + dx - head * ux - half * uy, y + dy - head * uy + half * ux);
        tip.lineTo(x + dx - head * ux + half * uy, y + dy - head * uy - half * ux);
        tip.closePath();
        solid(g, new Line2D.Double(x, y, x + dx - 0.8 * head * ux, y + dy - 0.8 * head * uy), colour(style), 0.8);
        g.fill(tip);
    }
}

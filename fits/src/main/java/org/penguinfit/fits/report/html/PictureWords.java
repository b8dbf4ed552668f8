package org.penguinfit.fits.report.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Mark;
import org.penguinfit.fits.plot.Panel;
import org.penguinfit.fits.plot.TexText;

/** What a picture shows, in a sentence for people who cannot see it. */
final class PictureWords {
    /** More names than these are counted, not listed. */
    private static final int MOST_NAMES = 12;

    private PictureWords() {}

    /** Axes, curves and notes of all panels. */
    static String of(Figure figure) {
        List<String> sentences = new ArrayList<>();
        for (Panel panel : figure.panels()) {
            sentences.add(panel(panel));
        }
        figure.notes().forEach(note -> sentences.add(TexText.plain(note)));
        return String.join(" ", sentences);
    }

    private static String panel(Panel panel) {
        StringBuilder text = new StringBuilder(panel.title().isEmpty() ? "" : TexText.plain(panel.title()) + ". ");
        text.append("Across: ")
                .append(axis(panel.x()))
                .append("; up: ")
                .append(axis(panel.y()))
                .append('.');
        Set<String> legends = new LinkedHashSet<>();
        for (Mark mark : panel.marks()) {
            if (!mark.legend().isEmpty()) {
                legends.add(TexText.plain(mark.legend()));
            }
        }
        if (!legends.isEmpty()) {
            text.append(" Shown: ").append(String.join(", ", legends)).append('.');
        }
        return text.toString();
    }

    private static String axis(Axis axis) {
        if (!axis.names().isEmpty()) {
            List<String> names =
                    axis.names().stream().limit(MOST_NAMES).map(TexText::plain).toList();
            int more = axis.names().size() - names.size();
            return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
        }
        String unit = TexText.plain(axis.unit());
        return TexText.plain(axis.label()) + (unit.isEmpty() ? "" : " in " + unit);
    }
}

package org.penguinfit.fits.plot.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plot.Tex;

/** The cuts of a scan or region as people write them. */
final class Cuts {
    private Cuts() {}

    /** Such as {@code $0.9\le R\le 1$}; "allowed" if there is no cut. */
    static String latex(TaskConfig task, Labels labels) {
        Map<String, Bounds> cuts = Map.of();
        if (task.options() instanceof TaskOptions.Scan scan) {
            cuts = scan.cuts();
        } else if (task.options() instanceof TaskOptions.Region region) {
            cuts = region.cuts();
        }
        List<String> written = new ArrayList<>();
        cuts.forEach((name, range) -> written.add(latex(labels.observable(name), range)));
        return written.isEmpty() ? "allowed" : String.join(", ", written);
    }

    /** One formula for each cut, which no line of a legend breaks. */
    private static String inFormula(String name) {
        boolean formula = name.length() > 2 && name.startsWith("$") && name.endsWith("$");
        return formula ? name.substring(1, name.length() - 1) : "\\text{" + name + "}";
    }

    private static String latex(String name, Bounds range) {
        String low = Double.isFinite(range.lower()) ? Tex.number(range.lower()) + "\\le " : "";
        String high = Double.isFinite(range.upper()) ? "\\le " + Tex.number(range.upper()) : "";
        return "$" + low + inFormula(name) + high + "$";
    }
}

package org.penguinfit.fits.config;

import java.util.List;

/**
 * What a fit says about its result files; results.json is always written.
 *
 * @param directory folder, relative to the current one; empty: {@code penguinfit-out/NAME}
 * @param tables formats of the tables beside results.json, from {@link #TABLES}
 * @param termCurves whether results say what each term of −2 ln L is, with its curve
 * @param plots pictures asked for, in order
 */
public record OutputConfig(String directory, List<String> tables, boolean termCurves, List<PlotConfig> plots) {
    /** Formats that tables can have. */
    public static final List<String> TABLES = List.of("markdown", "csv", "html", "latex", "hepdata", "wcxf");

    /** Every table in the usual folder. */
    public static final OutputConfig STANDARD = new OutputConfig("", TABLES, false, List.of());

    /** Whether results say what each term is: asked for, or needed for a picture. */
    public boolean describesTerms() {
        return termCurves || plots.stream().anyMatch(plot -> plot.kind() == PlotKind.TERMS);
    }

    public OutputConfig {
        tables = List.copyOf(tables);
        plots = List.copyOf(plots);
    }
}

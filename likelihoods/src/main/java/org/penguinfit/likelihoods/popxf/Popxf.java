package org.penguinfit.likelihoods.popxf;

import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Tells POPxf files from others by their key {@code $schema}. */
public final class Popxf {
    /** What {@code $schema} of a table says. */
    static final String TABLE = "https://json.schemastore.org/popxf-1.0.json";

    /** What {@code $schema} of a file of correlations says. */
    static final String CORRELATIONS = "https://json.schemastore.org/popxf-corr-1.0.json";

    private Popxf() {}

    /** True if a file says that it is a polynomial table. */
    public static boolean isTable(LocatedDocument document) {
        return schema(document).contains("popxf") && !isCorrelations(document);
    }

    /** True if a file says that it holds correlations of tables. */
    public static boolean isCorrelations(LocatedDocument document) {
        return schema(document).contains("popxf-corr");
    }

    private static String schema(LocatedDocument document) {
        return document.root().get("$schema") instanceof ScalarNode schema ? schema.text() : "";
    }

    /** Reports any other version. */
    static void requireSchema(LocatedDocument document, String wanted, Diagnostics diagnostics) {
        Node node = document.root().get("$schema");
        if (node != null && !schema(document).equals(wanted)) {
            diagnostics.error(node, "$schema must be " + wanted, node.describe(), "");
        }
    }
}

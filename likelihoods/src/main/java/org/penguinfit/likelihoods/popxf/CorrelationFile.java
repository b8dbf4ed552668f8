package org.penguinfit.likelihoods.popxf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/**
 * Correlations between the uncertainties of tables (POPxf companion). A block belongs to two lists of observables, often the
 * same twice, by a key that is a digest of their names.
 *
 * @param file as the user named it
 * @param sha256 digest of its bytes
 * @param blocks by key
 */
public record CorrelationFile(String file, String sha256, Map<String, Block> blocks) {
    private static final int PAIR = 2;
    private static final int PAIR_OF_TERMS = 4;

    public CorrelationFile {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }

    /**
     * Correlations between the observables of two tables.
     *
     * @param rows observables of the one, in the order of the arrays
     * @param columns of the other
     * @param sources array by source of uncertainty
     */
    record Block(Entry at, List<String> rows, List<String> columns, Map<String, Array> sources) {}

    /**
     * Correlation coefficients by row and column, or by row, column, term of the row and term of the column.
     *
     * @param shape lengths, 2 or 4 of them
     * @param values the last index runs fastest
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Array(Node at, List<Integer> shape, double[] values) {
        double value(int row, int column, int rowTerm, int columnTerm) {
            int at = row * shape.get(1) + column;
            return values[shape.size() == PAIR ? at : (at * shape.get(2) + rowTerm) * shape.get(3) + columnTerm];
        }
    }

    /**
     * Reads a file of correlations.
     *
     * @param diagnostics takes every problem
     * @return the correlations, or null if there is an error
     */
    public static @Nullable CorrelationFile read(LocatedDocument document, Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        Popxf.requireSchema(document, Popxf.CORRELATIONS, diagnostics);
        Map<String, Block> blocks = new LinkedHashMap<>();
        for (Entry entry : document.root().entries().values()) {
            Fields fields = entry.key().equals("$schema") ? null : Fields.of(entry.value(), diagnostics);
            if (fields != null) {
                blocks.put(entry.key(), block(entry, fields, diagnostics));
            }
        }
        return diagnostics.errorCount() == before
                ? new CorrelationFile(document.file(), document.sha256(), blocks)
                : null;
    }

    private static Block block(Entry entry, Fields fields, Diagnostics diagnostics) {
        fields.requiredNode("row_names");
        fields.requiredNode("col_names");
        List<String> rows = fields.texts("row_names");
        List<String> columns = fields.texts("col_names");
        Map<String, Array> sources = new LinkedHashMap<>();
        MapNode map = fields.requiredNode("correlations") == null ? null : fields.map("correlations");
        for (Entry source : map == null ? List.<Entry>of() : map.entries().values()) {
            Array array = array(source.value(), rows.size(), columns.size(), diagnostics);
            if (array != null) {
                sources.put(source.key(), array);
            }
        }
        fields.refuseUnknownKeys();
        String key = key(rows, columns);
        if (!rows.isEmpty() && !columns.isEmpty() && !key.equals(entry.key())) {
            diagnostics.error(
                    entry.keyLocation(),
                    entry.value().path(),
                    "the key must be the MD5 digest of the names, " + key,
                    "'" + entry.key() + "'",
                    "");
        }
        return new Block(entry, rows, columns, sources);
    }

    private static @Nullable Array array(Node node, int rows, int columns, Diagnostics diagnostics) {
        List<Integer> shape = Numbers.shape(node);
        boolean fits = (shape.size() == PAIR || shape.size() == PAIR_OF_TERMS)
                && shape.get(0) == rows
                && shape.get(1) == columns;
        if (!fits) {
            diagnostics.error(
                    node, "must be an array of " + rows + " by " + columns + ", each a number or a matrix", "", "");
            return null;
        }
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        double[] values = new double[size];
        return Numbers.correlations(node, shape, values, 0, diagnostics) < 0 ? null : new Array(node, shape, values);
    }

    /** MD5 of the sorted names, joined by | within a list and by || between the lists. */
    static String key(List<String> rows, List<String> columns) {
        String text = joined(rows) + "||" + joined(columns);
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static String joined(List<String> names) {
        List<String> escaped = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            escaped.add(name.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return String.join("|", escaped);
    }
}

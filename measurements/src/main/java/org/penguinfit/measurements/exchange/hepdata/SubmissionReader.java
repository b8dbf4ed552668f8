package org.penguinfit.measurements.exchange.hepdata;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.FileBytes;
import org.penguinfit.measurements.document.ForeignFile;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/**
 * Reads the tables of a HEPData record: a folder with {@code submission.yaml}, that file itself, one data file in YAML or JSON, the
 * variant with everything in one YAML file, or the CSV export.
 */
final class SubmissionReader {
    private static final String SUBMISSION = "submission.yaml";
    private static final String DATA_FILE = "data_file";

    /** HEPData's limit for the length of a table's name. */
    static final int LONGEST_NAME = 64;

    private final Diagnostics diagnostics;

    SubmissionReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** All tables; none after a diagnostic. */
    List<HepTable> read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(SUBMISSION) : path;
        String name = file.toString().replace('\\', '/');
        int before = diagnostics.errorCount();
        List<HepTable> tables = new ArrayList<>();
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            byte[] bytes = FileBytes.read(file, name, diagnostics);
            if (bytes != null) {
                tables.addAll(new CsvTables(name, diagnostics).read(new String(bytes, StandardCharsets.UTF_8)));
            }
        } else {
            ForeignFile foreign = ForeignFile.read(file, name, diagnostics);
            for (Node document : foreign == null ? List.<Node>of() : foreign.documents()) {
                HepTable table = table(document, file, name, tables.size());
                if (table != null) {
                    tables.add(table);
                }
            }
        }
        if (tables.isEmpty() && diagnostics.errorCount() == before) {
            diagnostics.error(
                    Location.wholeFile(name),
                    "",
                    "must hold a table",
                    "none",
                    "name a submission.yaml, or a file with independent_variables and dependent_variables");
        }
        return diagnostics.errorCount() > before ? List.of() : tables;
    }

    private @Nullable HepTable table(Node document, Path file, String fileName, int number) {
        Fields fields = Fields.of(document, diagnostics);
        if (fields == null) {
            return null;
        }
        boolean inPlace = fields.has("dependent_variables") || fields.has("independent_variables");
        boolean refers = fields.has(DATA_FILE);
        if (!inPlace && !refers) {
            boolean isHeader = number == 0 && !fields.has("name");
            if (!isHeader) {
                fields.requiredNode(DATA_FILE);
            }
            return null;
        }
        String name = refers || fields.has("name") ? tableName(fields) : "";
        return inPlace ? new TableReader(diagnostics).read(name, fileName, fields) : dataFile(name, fields, file);
    }

    private String tableName(Fields fields) {
        Node node = fields.requiredNode("name");
        String name = node == null ? null : Fields.asText(node, diagnostics);
        if (node != null && name != null && name.length() > LONGEST_NAME) {
            diagnostics.error(node, "a table's name must not be longer than " + LONGEST_NAME, name.length() + "", "");
        }
        return name == null ? "" : name;
    }

    private @Nullable HepTable dataFile(String name, Fields fields, Path submission) {
        Node node = fields.node(DATA_FILE);
        String file = fields.requiredText(DATA_FILE);
        if (node == null || file == null) {
            return null;
        }
        Path path = beside(submission, file);
        if (path == null) {
            diagnostics.error(node, "must be a file beside submission.yaml", node.describe(), "");
            return null;
        }
        String shown = path.toString().replace('\\', '/');
        ForeignFile data = ForeignFile.read(path, shown, diagnostics);
        Node root = data == null ? null : data.documents().get(0);
        if (root instanceof MapNode map) {
            return new TableReader(diagnostics).read(name, shown, new Fields(map, diagnostics));
        }
        if (root != null) {
            diagnostics.error(root, "must be a map of columns", root.describe(), "");
        }
        return null;
    }

    private static @Nullable Path beside(Path submission, String file) {
        try {
            Path parent = submission.toAbsolutePath().normalize().getParent();
            Path inside = parent == null ? null : parent.resolve(file).normalize();
            boolean good = inside != null && inside.startsWith(parent);
            Path shownParent = submission.getParent();
            return !good ? null : shownParent == null ? Path.of(file) : shownParent.resolve(file);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}

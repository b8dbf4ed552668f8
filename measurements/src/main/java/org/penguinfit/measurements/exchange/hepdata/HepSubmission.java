package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.exchange.text.YamlText;

/** A HEPData submission (submission_schema 1.1.1): {@code submission.yaml} and one data file per table. */
public final class HepSubmission {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LOCATION = 256;

    private final List<Map<String, Object>> documents = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    /**
     * Adds a table, {@code tableN.yaml}.
     *
     * @param title stands behind the number in its name, as far as there is room; may be empty
     * @param description what it shows
     * @param keywords from {@link HepCells#keyword}
     * @param location in the publication; may be empty
     * @param data from {@link HepCells#table}
     */
    public void add(String title, String description, List<?> keywords, String location, Map<String, Object> data) {
        int number = files.size() + 1;
        String file = "table" + number + ".yaml";
        files.put(file, YamlText.of(data));
        Map<String, Object> document = new LinkedHashMap<>();
        String name = "Table " + number + (title.isEmpty() ? "" : ": " + title);
        document.put("name", name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name);
        document.put("description", description);
        document.put("keywords", keywords);
        document.put("data_file", file);
        if (!location.isEmpty() && location.length() <= LONGEST_LOCATION) {
            document.put("location", location);
        }
        documents.add(document);
    }

    /** Number of its tables. */
    public int size() {
        return documents.size();
    }

    /** File name → text; {@code submission.yaml} first. */
    public Map<String, String> files(String comment) {
        StringBuilder submission = new StringBuilder();
        submission.append("---\n").append(YamlText.of(Map.of("comment", comment)));
        for (Map<String, Object> document : documents) {
            submission.append("---\n").append(YamlText.of(document));
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put("submission.yaml", submission.toString());
        all.putAll(files);
        return all;
    }
}

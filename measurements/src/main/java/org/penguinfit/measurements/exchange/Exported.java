package org.penguinfit.measurements.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.CrossCorrelation;

/**
 * What is to be written.
 *
 * @param files name of a file, or an empty name for the one that the user names → its text
 * @param written number of measurements in the files
 * @param leftOut results that the format cannot hold, and which therefore are missing from the files
 * @param losses what the format cannot say about a result that it holds, such as a date; one line per measurement
 */
public record Exported(Map<String, String> files, int written, List<LeftOut> leftOut, List<LeftOut> losses) {
    public Exported {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        leftOut = List.copyOf(leftOut);
        losses = List.copyOf(losses);
    }

    /** The same files, with what they cannot say of correlations between measurements. */
    public Exported losing(List<CrossCorrelation> correlations) {
        List<LeftOut> all = new ArrayList<>(losses);
        for (CrossCorrelation correlation : correlations) {
            List<String> names = correlation.members().stream()
                    .map(CrossCorrelation.Member::measurement)
                    .toList();
            all.add(new LeftOut(
                    names.get(0), "", "correlation with " + String.join(", ", names.subList(1, names.size()))));
        }
        return new Exported(files, written, leftOut, all);
    }
}

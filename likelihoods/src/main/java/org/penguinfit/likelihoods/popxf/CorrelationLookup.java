package org.penguinfit.likelihoods.popxf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.popxf.CorrelationFile.Array;
import org.penguinfit.likelihoods.popxf.CorrelationFile.Block;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Finds the correlations of one source of uncertainty between two tables, whichever of them a file names first. */
final class CorrelationLookup {
    /**
     * Correlations of one pair of tables, by places in the tables.
     *
     * @param rows places in the array of the observables that stand first there
     * @param turned true if those are the observables of the second table
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Correlations(Array array, int[] rows, int[] columns, boolean turned) {
        /** The coefficient between term k of observable m of the first and term l of observable n of the second table. */
        double value(int m, int n, int k, int l) {
            return turned ? array.value(rows[n], columns[m], l, k) : array.value(rows[m], columns[n], k, l);
        }

        Node at() {
            return array.at();
        }
    }

    private final Map<String, Block> blocks = new HashMap<>();
    private final Diagnostics diagnostics;

    CorrelationLookup(List<CorrelationFile> files, List<PolynomialTable> tables, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (CorrelationFile file : files) {
            for (Map.Entry<String, Block> block : file.blocks().entrySet()) {
                add(block.getKey(), block.getValue());
            }
        }
        refuseUnknown(tables);
    }

    private void add(String key, Block block) {
        Block other = blocks.putIfAbsent(key, block);
        if (other != null) {
            Entry at = block.at();
            MonomialKey.problem(
                    at,
                    "correlations of two lists must stand once, they also at "
                            + other.at().keyLocation(),
                    "",
                    diagnostics);
        }
    }

    /** A source that no table has is a slip; blocks of tables that this theory does not use are not looked at. */
    private void refuseUnknown(List<PolynomialTable> tables) {
        for (PolynomialTable a : tables) {
            Block block = blocks.get(CorrelationFile.key(a.observableNames(), a.observableNames()));
            List<String> known =
                    a.uncertainties().stream().map(UncertaintySource::name).toList();
            for (Map.Entry<String, Array> source : block == null
                    ? List.<Map.Entry<String, Array>>of()
                    : block.sources().entrySet()) {
                if (!known.contains(source.getKey())) {
                    diagnostics.error(
                            source.getValue().at(),
                            "'" + source.getKey() + "' is no source of uncertainty of " + a.file(),
                            "",
                            DidYouMean.suggestOrList(source.getKey(), known));
                }
            }
        }
    }

    /** Correlations of a source that both tables have; null if no file has them. */
    @Nullable
    Correlations find(PolynomialTable a, UncertaintySource ofA, PolynomialTable b, UncertaintySource ofB) {
        List<String> first = a.observableNames();
        List<String> second = b.observableNames();
        Block straight = blocks.get(CorrelationFile.key(first, second));
        if (straight != null && straight.sources().get(ofA.name()) != null) {
            return in(straight, first, ofA, second, ofB, false);
        }
        Block turned = blocks.get(CorrelationFile.key(second, first));
        if (turned != null && turned.sources().get(ofA.name()) != null) {
            return in(turned, second, ofB, first, ofA, true);
        }
        return null;
    }

    private @Nullable Correlations in(
            Block block,
            List<String> rows,
            UncertaintySource ofRows,
            List<String> columns,
            UncertaintySource ofColumns,
            boolean turned) {
        Array array = block.sources().get(ofRows.name());
        return array == null || !fits(array, ofRows, ofColumns)
                ? null
                : new Correlations(array, places(rows, block.rows()), places(columns, block.columns()), turned);
    }

    private boolean fits(Array array, UncertaintySource ofRows, UncertaintySource ofColumns) {
        List<Integer> shape = array.shape();
        int rowTerms = ofRows.monomials().size();
        int columnTerms = ofColumns.monomials().size();
        boolean plain = shape.size() == 2 && ofRows.constant() && ofColumns.constant();
        boolean byTerm = shape.size() == 4 && shape.get(2) == rowTerms && shape.get(3) == columnTerms;
        if (!plain && !byTerm) {
            String wanted = ofRows.constant() && ofColumns.constant()
                    ? "one number for each pair of observables"
                    : "a matrix of " + rowTerms + " by " + columnTerms + " terms for each pair of observables";
            diagnostics.error(array.at(), "must have " + wanted, array.at().describe(), "");
        }
        return plain || byTerm;
    }

    private static int[] places(List<String> names, List<String> order) {
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = order.indexOf(names.get(i));
        }
        return places;
    }
}

package org.penguinfit.measurements.exchange.convert;

import org.penguinfit.measurements.document.ForeignFile;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Tells the format of a file by its keys. */
final class FormatGuess {
    private FormatGuess() {}

    static Format of(ForeignFile file) {
        if (file.isOurs()) {
            return Format.PENGUINFIT;
        }
        for (Node document : file.documents()) {
            if (document instanceof MapNode map
                    && (map.get("dependent_variables") != null || map.get("data_file") != null)) {
                return Format.HEPDATA;
            }
        }
        return file.documents().get(0) instanceof MapNode root && isEos(root) ? Format.EOS : Format.FLAVIO;
    }

    /** EOS entries have a type and kinematics, flavio's have values. */
    private static boolean isEos(MapNode root) {
        for (Entry entry : root.entries().values()) {
            if (entry.value() instanceof MapNode map && map.get("type") != null && map.get("kinematics") != null) {
                return true;
            }
        }
        return false;
    }
}

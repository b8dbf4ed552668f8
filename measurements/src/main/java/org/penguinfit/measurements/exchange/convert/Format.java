package org.penguinfit.measurements.exchange.convert;

import java.util.List;
import java.util.Optional;

/** A format of measurements. */
public enum Format {
    /** {@code measurements/1}. */
    PENGUINFIT("penguinfit"),
    /** flavio's {@code measurements.yml}, in both grammars. */
    FLAVIO("flavio"),
    /** EOS constraints; read only. */
    EOS("eos"),
    /** A HEPData submission, or one of its tables. */
    HEPDATA("hepdata");

    private final String key;

    Format(String key) {
        this.key = key;
    }

    /** The word of the command line. */
    public String key() {
        return key;
    }

    /** The format of a word; empty if there is none. */
    public static Optional<Format> of(String key) {
        for (Format format : values()) {
            if (format.key.equals(key)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Words of the formats that can be read. */
    public static List<String> readable() {
        return List.of(PENGUINFIT.key, FLAVIO.key, EOS.key, HEPDATA.key);
    }

    /** Words of the formats that can be written. */
    public static List<String> writable() {
        return List.of(PENGUINFIT.key, FLAVIO.key, HEPDATA.key);
    }
}

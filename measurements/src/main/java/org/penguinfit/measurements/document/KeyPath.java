package org.penguinfit.measurements.document;

import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a document to one of its values, such as {@code tasks.combined.levels[0]}. Only the last step is
 * stored, with the path it continues: written out, the paths of a large file would take more memory than the file.
 */
public final class KeyPath {
    /** The document itself. */
    public static final KeyPath ROOT = new KeyPath(null, "", -1);

    private final @Nullable KeyPath parent;
    private final String key;
    private final int index;

    private KeyPath(@Nullable KeyPath parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /** A path that is written out already. */
    public static KeyPath of(String text) {
        return text.isEmpty() ? ROOT : ROOT.key(text);
    }

    /** The value of a key of the map here. */
    public KeyPath key(String name) {
        return new KeyPath(this, name, -1);
    }

    /**
     * An item of the list here.
     *
     * @param position from 0
     */
    public KeyPath item(int position) {
        return new KeyPath(this, "", position);
    }

    private void append(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.append(text);
        if (index >= 0) {
            text.append('[').append(index).append(']');
        } else {
            text.append(text.length() == 0 ? "" : ".").append(key);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPath that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Keys joined by dots, positions in square brackets; empty for the document itself. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }
}

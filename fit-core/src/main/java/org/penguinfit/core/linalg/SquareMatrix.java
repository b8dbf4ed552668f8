package org.penguinfit.core.linalg;

/** Square matrices given as rows. */
final class SquareMatrix {
    private SquareMatrix() {}

    /** The rows one after another; throws when a row is too long or too short. */
    static double[] flatten(double[][] rows) {
        int size = rows.length;
        double[] flat = new double[size * size];
        for (int i = 0; i < size; i++) {
            if (rows[i].length != size) {
                throw new IllegalArgumentException(
                        "row " + i + " of a " + size + " × " + size + " matrix has " + rows[i].length + " entries");
            }
            System.arraycopy(rows[i], 0, flat, i * size, size);
        }
        return flat;
    }
}

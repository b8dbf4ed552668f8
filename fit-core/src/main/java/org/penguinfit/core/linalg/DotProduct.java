package org.penguinfit.core.linalg;

/** Inner products, in four independent sums so that additions need not wait for one another. */
public final class DotProduct {
    private DotProduct() {}

    /** Σ xᵢ yᵢ over all i; {@code y} has the length of {@code x} at least. */
    public static double of(double[] x, double[] y) {
        return of(x, y, x.length);
    }

    /** Σ xᵢ yᵢ over 0 ≤ i < length. */
    public static double of(double[] x, double[] y, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < length; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }
}

package org.penguinfit.core.polynomial;

import java.util.Arrays;
import org.penguinfit.core.interval.Interval;

/**
 * A polynomial with real coefficients, c₀ + c₁x + c₂x² + …; immutable, without trailing zero coefficients. Operations whose
 * result has a coefficient beyond the largest number throw an {@link ArithmeticException}.
 */
public final class Polynomial {
    /** The zero polynomial; its degree is −1. */
    public static final Polynomial ZERO = new Polynomial(new double[0]);

    private final double[] coefficients;

    private Polynomial(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * A polynomial of these coefficients, constant first.
     *
     * @throws IllegalArgumentException when a coefficient is not finite
     */
    public static Polynomial of(double... coefficients) {
        int length = coefficients.length;
        while (length > 0 && coefficients[length - 1] == 0.0) {
            length--;
        }
        for (int k = 0; k < length; k++) {
            if (!Double.isFinite(coefficients[k])) {
                throw new IllegalArgumentException("coefficient " + k + " of a polynomial is " + coefficients[k]);
            }
        }
        return new Polynomial(Arrays.copyOf(coefficients, length));
    }

    /** The outcome of an operation on polynomials, whose coefficients were finite. */
    private static Polynomial result(double[] coefficients) {
        for (double coefficient : coefficients) {
            if (!Double.isFinite(coefficient)) {
                throw new ArithmeticException("a coefficient of a polynomial exceeds the largest number");
            }
        }
        return of(coefficients);
    }

    /** The monic polynomial with these roots. */
    public static Polynomial withRoots(double... roots) {
        Polynomial product = of(1.0);
        for (double root : roots) {
            product = product.times(of(-root, 1.0));
        }
        return product;
    }

    /** The degree; 0 for a constant, −1 for zero. */
    public int degree() {
        return coefficients.length - 1;
    }

    /** The coefficient of x^k; 0 beyond the degree. */
    public double coefficient(int k) {
        return k < coefficients.length ? coefficients[k] : 0.0;
    }

    /** The value at a finite {@code x}, by Horner's rule. */
    public double value(double x) {
        double sum = 0.0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }

    /**
     * The value at a finite {@code x} as if computed in twice the working precision and then rounded: compensated Horner
     * (Graillat, Langlois and Louvet, Jpn. J. Ind. Appl. Math. 26 (2009) 191).
     */
    public double accurateValue(double x) {
        double sum = 0.0;
        double error = 0.0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            double product = sum * x;
            double productError = Math.fma(sum, x, -product);
            double next = product + coefficients[k];
            double rest = next - product;
            double sumError = (product - (next - rest)) + (coefficients[k] - rest);
            error = error * x + (productError + sumError);
            sum = next;
        }
        double compensated = sum + error;
        return Double.isFinite(compensated) ? compensated : sum;
    }

    /** p′(x) without making p′. */
    double firstDerivative(double x) {
        double sum = 0.0;
        for (int k = coefficients.length - 1; k >= 1; k--) {
            sum = sum * x + k * coefficients[k];
        }
        return sum;
    }

    /** p″(x) without making p″. */
    double secondDerivative(double x) {
        double sum = 0.0;
        for (int k = coefficients.length - 1; k >= 2; k--) {
            sum = sum * x + k * (k - 1.0) * coefficients[k];
        }
        return sum;
    }

    /** Σ |cₖ| |x|^k: rounding in coefficients and evaluation is this times a few 1e-16. */
    double magnitude(double x) {
        double sum = 0.0;
        double size = Math.abs(x);
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * size + Math.abs(coefficients[k]);
        }
        return sum;
    }

    /** The derivative. */
    public Polynomial derivative() {
        double[] result = new double[Math.max(0, coefficients.length - 1)];
        for (int k = 1; k < coefficients.length; k++) {
            result[k - 1] = k * coefficients[k];
        }
        return result(result);
    }

    /** The sum. */
    public Polynomial plus(Polynomial other) {
        double[] result = Arrays.copyOf(coefficients, Math.max(coefficients.length, other.coefficients.length));
        for (int k = 0; k < other.coefficients.length; k++) {
            result[k] += other.coefficients[k];
        }
        return result(result);
    }

    /** The sum with a constant. */
    public Polynomial plus(double constant) {
        return plus(of(constant));
    }

    /** The difference. */
    public Polynomial minus(Polynomial other) {
        return plus(other.times(-1.0));
    }

    /** The product. */
    public Polynomial times(Polynomial other) {
        double[] result = new double[Math.max(0, coefficients.length + other.coefficients.length - 1)];
        for (int i = 0; i < coefficients.length; i++) {
            for (int j = 0; j < other.coefficients.length; j++) {
                result[i + j] += coefficients[i] * other.coefficients[j];
            }
        }
        return result(result);
    }

    /** The product with a number. */
    public Polynomial times(double factor) {
        double[] result = coefficients.clone();
        for (int k = 0; k < result.length; k++) {
            result[k] *= factor;
        }
        return result(result);
    }

    /** This polynomial of another one: x ↦ p(inner(x)). */
    public Polynomial compose(Polynomial inner) {
        Polynomial result = ZERO;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            result = result.times(inner).plus(coefficients[k]);
        }
        return result;
    }

    /**
     * All real roots in the closed interval, ascending, each once; ends may be infinite. See {@link RealRoots} for the
     * method and for what counts as a multiple root.
     *
     * @throws IllegalArgumentException for the zero polynomial, where every x is a root
     */
    public double[] realRoots(double lower, double upper) {
        return RealRoots.of(this, new Interval(lower, upper));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial that && Arrays.equals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coefficients);
    }

    @Override
    public String toString() {
        return "Polynomial" + Arrays.toString(coefficients);
    }
}

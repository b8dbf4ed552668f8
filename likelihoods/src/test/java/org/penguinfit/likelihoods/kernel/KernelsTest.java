package org.penguinfit.likelihoods.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.penguinfit.likelihoods.expression.Monomial;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.kernel.Rows.Order;

/** All kernels compute the same functions; the evaluator, which goes term by term by the product rule, is the reference. */
class KernelsTest {
    /** Sums of some hundred products of unit size. */
    private static final double ROUNDING = 1e-12;

    private static final int PARAMETERS = 6;
    private static final int FIRST_LINEAR = 3;
    private static final int ROWS = 11;

    /** Quadratic or cubic in the first three parameters, times at most one of the others. */
    private static List<SparsePolynomial> bilinear(Random random) {
        List<SparsePolynomial> functions = new ArrayList<>();
        for (int r = 0; r < ROWS; r++) {
            SparsePolynomial.Builder builder = SparsePolynomial.builder();
            for (int t = 0; t < 12; t++) {
                int[] factors = random.ints(random.nextInt(4), 0, FIRST_LINEAR).toArray();
                if (random.nextBoolean()) {
                    factors = Arrays.copyOf(factors, factors.length + 1);
                    factors[factors.length - 1] = FIRST_LINEAR + random.nextInt(PARAMETERS - FIRST_LINEAR);
                }
                builder.add(random.nextGaussian(), factors);
            }
            functions.add(r == 4 ? SparsePolynomial.builder().add(2).build() : builder.build());
        }
        return functions;
    }

    private static Rows reference(List<SparsePolynomial> functions) {
        return new EvaluatorRows(PolynomialPredictions.of(PARAMETERS, functions));
    }

    private static MonomialBasis basis(List<SparsePolynomial> functions) {
        TreeSet<Monomial> monomials = new TreeSet<>();
        functions.forEach(f -> monomials.addAll(f.terms().keySet()));
        return MonomialBasis.of(monomials);
    }

    private static double[] matrix(List<SparsePolynomial> functions, MonomialBasis basis) {
        double[] matrix = new double[functions.size() * basis.size()];
        for (int r = 0; r < functions.size(); r++) {
            for (Map.Entry<Monomial, Double> term : functions.get(r).terms().entrySet()) {
                matrix[r * basis.size() + basis.position(term.getKey())] = term.getValue();
            }
        }
        return matrix;
    }

    private static Rows dense(List<SparsePolynomial> functions) {
        MonomialBasis basis = basis(functions);
        return new DenseRows(basis, PARAMETERS, functions.size(), matrix(functions, basis));
    }

    private static Rows sparse(List<SparsePolynomial> functions) {
        MonomialBasis basis = basis(functions);
        int[] starts = new int[functions.size() + 1];
        List<Integer> columns = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        for (int r = 0; r < functions.size(); r++) {
            functions.get(r).terms().forEach((monomial, c) -> {
                columns.add(basis.position(monomial));
                coefficients.add(c);
            });
            starts[r + 1] = columns.size();
        }
        return new SparseRows(
                basis,
                PARAMETERS,
                starts,
                columns.stream().mapToInt(Integer::intValue).toArray(),
                coefficients.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Rows pairs(List<SparsePolynomial> functions) {
        List<SortedMap<Monomial, Double>> terms = new ArrayList<>();
        functions.forEach(f -> terms.add(new TreeMap<>(f.terms())));
        TreeSet<Integer> linear = new TreeSet<>(LinearParameters.of(terms));
        return new BilinearRows(PairTable.of(terms, linear), PARAMETERS);
    }

    private static void assertSame(Rows actual, Rows expected, Random random) {
        int m = expected.count();
        assertThat(actual.count()).isEqualTo(m);
        for (Rows rows : List.of(actual, actual.another())) {
            double[] theta = random.doubles(PARAMETERS, -1.5, 1.5).toArray();
            double[] offset = random.doubles(m).toArray();
            double[] u = random.doubles(m, -1, 1).toArray();
            double[][] results = results(rows, theta, offset, u);
            double[][] references = results(expected, theta, offset, u);
            for (int k = 0; k < results.length; k++) {
                double scale = Arrays.stream(references[k]).map(Math::abs).max().orElse(1);
                assertThat(results[k]).containsExactly(references[k], within(ROUNDING * Math.max(1, scale)));
            }
        }
    }

    /** Values, gradient, Jacobian and the lower triangle of the curvature; what stood in the sums before stays there. */
    private static double[][] results(Rows rows, double[] theta, double[] offset, double[] u) {
        int m = rows.count();
        double[] y = new double[m];
        double[] gradient = new double[PARAMETERS];
        double[] hessian = new double[PARAMETERS * PARAMETERS];
        double[][] jacobian = new double[PARAMETERS][m];
        Arrays.fill(gradient, 1);
        Arrays.fill(jacobian[0], Double.NaN);
        rows.values(theta, Order.HESSIAN, offset, y);
        rows.addGradient(u, gradient);
        rows.jacobian(jacobian);
        rows.addCurvature(u, hessian);
        for (int i = 0; i < PARAMETERS; i++) {
            Arrays.fill(hessian, i * PARAMETERS + i + 1, (i + 1) * PARAMETERS, 0);
        }
        double[] flat = Arrays.stream(jacobian).flatMapToDouble(Arrays::stream).toArray();
        return new double[][] {y, gradient, flat, hessian};
    }

    @Test
    void denseSparseAndBilinearRowsAgreeWithTheTermsOneByOne() {
        Random random = new Random(1);
        for (int k = 0; k < 30; k++) {
            List<SparsePolynomial> functions = bilinear(random);
            Rows reference = reference(functions);
            assertSame(dense(functions), reference, random);
            assertSame(sparse(functions), reference, random);
            assertSame(pairs(functions), reference, random);
        }
    }

    @Test
    void theNuisanceParametersAreFoundLinear() {
        List<SortedMap<Monomial, Double>> terms = new ArrayList<>();
        bilinear(new Random(2)).forEach(f -> terms.add(f.terms()));
        assertThat(LinearParameters.of(terms)).containsExactlyInAnyOrder(3, 4, 5);
        TreeMap<Monomial, Double> products = new TreeMap<>();
        products.put(Monomial.of(0, 1), 1.0);
        products.put(Monomial.of(1, 2), 1.0);
        products.put(Monomial.of(3, 3), 1.0);
        assertThat(LinearParameters.of(List.of(products))).containsExactlyInAnyOrder(0, 2);
    }

    /** W multiplied out by the definition. */
    @Test
    void whitenedRowsAreTheBlocksTimesTheRows() {
        Random random = new Random(3);
        List<SparsePolynomial> functions = bilinear(random);
        int start = 2;
        int size = 7;
        double[] lower = new double[size * size];
        SparsePolynomial.Builder[] products = new SparsePolynomial.Builder[ROWS];
        for (int r = 0; r < ROWS; r++) {
            boolean inside = r >= start && r < start + size;
            products[r] = SparsePolynomial.builder();
            for (int k = inside ? start : r; k <= r; k++) {
                double weight = inside ? random.nextGaussian() : 1;
                if (inside) {
                    lower[(r - start) * size + k - start] = weight;
                }
                SparsePolynomial.Builder sum = products[r];
                functions.get(k).terms().forEach((monomial, c) -> sum.add(weight * c, monomial));
            }
        }
        List<SparsePolynomial> expected =
                Arrays.stream(products).map(SparsePolynomial.Builder::build).toList();
        Rows whitened = new WhitenedRows(sparse(functions), List.of(new WhitenedRows.Block(start, size, lower)));
        double[] theta = random.doubles(PARAMETERS, -1, 1).toArray();
        double[] none = new double[ROWS];
        double[] u = random.doubles(ROWS, -1, 1).toArray();
        double[][] actual = results(whitened, theta, none, u);
        double[][] reference = results(reference(expected), theta, none, u);
        for (int k = 0; k < actual.length; k++) {
            assertThat(actual[k]).containsExactly(reference[k], within(100 * ROUNDING));
        }
    }

    /** |y|² + c is |W(offset + f)|², whether rows were reduced or not; c is what no parameter can change. */
    @Test
    void reducedResidualsKeepTheSumOfSquares() {
        Random random = new Random(4);
        for (int count : new int[] {1, 2, 3, 8, 40}) {
            List<SparsePolynomial> functions = new ArrayList<>();
            double[] scales = random.doubles(count, 0.5, 2).toArray();
            double[] data = random.doubles(count, -3, 3).toArray();
            for (int r = 0; r < count; r++) {
                functions.add(SparsePolynomial.builder()
                        .add(random.nextGaussian())
                        .add(random.nextGaussian(), 0)
                        .add(random.nextGaussian(), 1)
                        .add(random.nextGaussian(), 0, 1)
                        .build());
            }
            GaussianResiduals residuals = new GaussianResiduals(PARAMETERS, functions, scales, List.of());
            assertThat(residuals.count()).isEqualTo(Math.min(count, 3));
            double[] offset = new double[residuals.count()];
            double constant = residuals.offset(data, new double[count], offset);
            double[] theta = random.doubles(PARAMETERS, -2, 2).toArray();
            double[] y = new double[residuals.count()];
            residuals.rows().values(theta, Order.VALUES, offset, y);
            double[] mu = new double[count];
            reference(functions).values(theta, Order.VALUES, new double[count], mu);
            double expected = 0;
            for (int r = 0; r < count; r++) {
                expected += Math.pow(scales[r] * (mu[r] - data[r]), 2);
            }
            double actual = constant + Arrays.stream(y).map(v -> v * v).sum();
            assertThat(actual).isCloseTo(expected, within(ROUNDING * expected));
            assertThat(constant >= 0 && (count > 3 || constant == 0)).isTrue();
        }
    }

    /** Three measurements of one and the same x + x²: columns that depend on each other exactly. */
    @Test
    void dependentMonomialsAreNoTrouble() {
        SparsePolynomial same =
                SparsePolynomial.builder().add(1, 0).add(1, 0, 0).build();
        GaussianResiduals residuals =
                new GaussianResiduals(PARAMETERS, List.of(same, same, same), new double[] {1, 1, 1}, List.of());
        double[] offset = new double[residuals.count()];
        double constant = residuals.offset(new double[] {1, 2, 6}, new double[3], offset);
        double[] y = new double[residuals.count()];
        residuals.rows().values(new double[] {2, 0, 0, 0, 0, 0}, Order.VALUES, offset, y);
        double sum = constant + Arrays.stream(y).map(v -> v * v).sum();
        assertThat(sum).isCloseTo(25 + 16, within(100 * ROUNDING));
    }

    @Test
    void constantPredictionsLeaveOnlyAConstant() {
        SparsePolynomial one = SparsePolynomial.builder().add(1).build();
        GaussianResiduals residuals =
                new GaussianResiduals(PARAMETERS, List.of(one, one), new double[] {1, 0.5}, List.of());
        assertThat(residuals.count()).isZero();
        assertThat(residuals.offset(new double[] {4, 9}, new double[2], new double[0]))
                .isEqualTo(9 + 16);
    }
}

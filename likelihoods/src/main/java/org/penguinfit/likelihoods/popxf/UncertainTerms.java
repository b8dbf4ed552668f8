package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.SymmetricEigen;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.Expression.Factor;
import org.penguinfit.likelihoods.expression.Expression.Operand;
import org.penguinfit.likelihoods.expression.Expression.Term;
import org.penguinfit.likelihoods.expression.Leaves;
import org.penguinfit.likelihoods.popxf.CorrelationLookup.Correlations;
import org.penguinfit.likelihoods.popxf.PolynomialTable.Prediction;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Node;

/** All uncertain coefficients of several tables, and the covariance between them. Sources add in quadrature. */
final class UncertainTerms {
    /** Memory and time grow with the square and the third power of their number. */
    private static final int MAX_TERMS = 3000;

    /** Pivots below this part of a variance count as zero: correlations are written with finitely many digits. */
    private static final double FLAT = 1e-7;

    /** Correlations may differ from their mirror, or from 1 on the diagonal, by this. */
    private static final double SYMMETRY = 1e-6;

    private record Item(Prediction prediction, Expression function) {}

    private final List<PolynomialTable> tables;
    private final Diagnostics diagnostics;
    private final List<Item> items = new ArrayList<>();
    /** Per table and observable: what the uncertainty multiplies → the item's place; a relative one stands under null. */
    private final List<List<Map<@Nullable List<Factor>, Integer>>> places = new ArrayList<>();

    private double[][] covariance = new double[0][0];
    /** Where correlations stand, for messages. */
    private @Nullable Node correlations;

    UncertainTerms(List<PolynomialTable> tables, Diagnostics diagnostics) {
        this.tables = tables;
        this.diagnostics = diagnostics;
        for (PolynomialTable table : tables) {
            List<Map<@Nullable List<Factor>, Integer>> ofTable = new ArrayList<>();
            for (int m = 0; m < table.observables().size(); m++) {
                ofTable.add(collect(table, m));
            }
            places.add(ofTable);
        }
    }

    private Map<@Nullable List<Factor>, Integer> collect(PolynomialTable table, int m) {
        Prediction prediction = table.observables().get(m);
        Map<@Nullable List<Factor>, Integer> found = new HashMap<>();
        for (UncertaintySource source : table.uncertainties()) {
            for (int k = 0; k < source.sigma().length; k++) {
                List<Factor> key = key(prediction, source, k);
                if (source.sigma()[k][m] > 0 && !found.containsKey(key)) {
                    found.put(key, items.size());
                    items.add(new Item(prediction, function(prediction, key)));
                }
            }
        }
        return found;
    }

    private static @Nullable List<Factor> key(Prediction prediction, UncertaintySource source, int k) {
        return prediction.relative() && source.constant()
                ? null
                : source.monomials().get(k).factors();
    }

    private static Expression function(Prediction prediction, @Nullable List<Factor> factors) {
        if (factors != null) {
            return new Expression.Polynomial(0, List.of(new Term(1, factors)));
        }
        Expression body = prediction.body();
        Expression central = Leaves.replace(body, UncertainTerms::central);
        return new Expression.Product(0, List.of(new Operand(false, body), new Operand(true, central)));
    }

    /** A polynomial with all coefficients at 0: its constant term. */
    private static Expression central(Expression leaf) {
        if (!(leaf instanceof Expression.Polynomial polynomial)) {
            return leaf;
        }
        double constant = 0;
        for (Term term : polynomial.terms()) {
            constant += term.factors().isEmpty() ? term.coefficient() : 0;
        }
        return new Expression.Literal(0, constant);
    }

    String observable(int item) {
        return items.get(item).prediction().name();
    }

    Expression function(int item) {
        return items.get(item).function();
    }

    /** Standard deviation of an item. */
    double sigma(int item) {
        return Math.sqrt(covariance[item][item]);
    }

    /** Lower triangular L of the correlation matrix L Lᵀ of all items; a column of zeros is no direction of its own. */
    double[][] factor(CorrelationLookup lookup) {
        int n = items.size();
        if (n > MAX_TERMS) {
            Prediction first = items.get(0).prediction();
            diagnostics.error(
                    first.at().value(),
                    "a theory must not have more than " + MAX_TERMS + " uncertain coefficients",
                    String.valueOf(n),
                    "give constant uncertainties, or mark them as relative");
            return new double[0][0];
        }
        covariance = new double[n][n];
        for (int a = 0; a < tables.size(); a++) {
            for (int b = a; b < tables.size(); b++) {
                addPair(a, b, lookup);
            }
        }
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correlation[i][j] = covariance[i][j] / (sigma(i) * sigma(j));
            }
        }
        return cholesky(correlation);
    }

    private void addPair(int a, int b, CorrelationLookup lookup) {
        for (UncertaintySource ofA : tables.get(a).uncertainties()) {
            for (UncertaintySource ofB : tables.get(b).uncertainties()) {
                if (ofA.name().equals(ofB.name())) {
                    Correlations known = lookup.find(tables.get(a), ofA, tables.get(b), ofB);
                    if (known != null) {
                        correlations = known.at();
                        addCorrelated(a, ofA, b, ofB, known);
                    } else if (a == b) {
                        addIndependent(a, ofA);
                    }
                }
            }
        }
    }

    private void addIndependent(int a, UncertaintySource source) {
        for (int m = 0; m < places.get(a).size(); m++) {
            for (int k = 0; k < source.sigma().length; k++) {
                double sigma = source.sigma()[k][m];
                if (sigma > 0) {
                    int i = place(a, m, source, k);
                    covariance[i][i] += sigma * sigma;
                }
            }
        }
    }

    private void addCorrelated(int a, UncertaintySource ofA, int b, UncertaintySource ofB, Correlations known) {
        for (int m = 0; m < places.get(a).size(); m++) {
            for (int n = 0; n < places.get(b).size(); n++) {
                for (int k = 0; k < ofA.sigma().length; k++) {
                    for (int l = 0; l < ofB.sigma().length; l++) {
                        double product = ofA.sigma()[k][m] * ofB.sigma()[l][n];
                        if (product > 0) {
                            int i = place(a, m, ofA, k);
                            int j = place(b, n, ofB, l);
                            double value = known.value(m, n, k, l);
                            if (a == b) {
                                refuseWrong(value, known.value(n, m, l, k), i, j, known.at());
                            } else {
                                covariance[j][i] += value * product;
                            }
                            covariance[i][j] += value * product;
                        }
                    }
                }
            }
        }
    }

    /** Within a table every coefficient is fully correlated with itself, and the order does not matter. */
    private void refuseWrong(double value, double mirror, int i, int j, Node at) {
        boolean symmetric = Math.abs(value - mirror) <= SYMMETRY;
        if (!symmetric && i < j) {
            diagnostics.error(
                    at,
                    "correlations within a table must be symmetric",
                    value + " and " + mirror + " for " + observable(i) + ", " + observable(j),
                    "");
        } else if (symmetric && i == j && Math.abs(value - 1) > SYMMETRY) {
            diagnostics.error(at, "correlations must be 1 on the diagonal", value + " for " + observable(i), "");
        }
    }

    private int place(int table, int m, UncertaintySource source, int k) {
        Prediction prediction = tables.get(table).observables().get(m);
        Integer place = places.get(table).get(m).get(key(prediction, source, k));
        return place == null ? -1 : place;
    }

    private double[][] cholesky(double[][] correlation) {
        int n = correlation.length;
        double[][] lower = new double[n][n];
        double[][] rest = new double[n][];
        for (int i = 0; i < n; i++) {
            rest[i] = correlation[i].clone();
        }
        for (int j = 0; j < n; j++) {
            double pivot = rest[j][j];
            if (pivot < -FLAT || (pivot <= FLAT && couples(rest, j))) {
                diagnostics.error(
                        correlations == null ? items.get(j).prediction().at().value() : correlations,
                        "correlations of theory uncertainties must be positive semidefinite",
                        "the smallest eigenvalue " + SymmetricEigen.smallestEigenvalue(correlation),
                        "check them, or give more digits");
                return new double[0][0];
            }
            if (pivot > FLAT) {
                eliminate(rest, lower, j);
            }
        }
        return lower;
    }

    private static boolean couples(double[][] rest, int j) {
        for (int i = j + 1; i < rest.length; i++) {
            if (rest[i][j] * rest[i][j] > 4 * FLAT) {
                return true;
            }
        }
        return false;
    }

    private static void eliminate(double[][] rest, double[][] lower, int j) {
        double root = Math.sqrt(rest[j][j]);
        for (int i = j; i < rest.length; i++) {
            lower[i][j] = rest[i][j] / root;
        }
        for (int i = j + 1; i < rest.length; i++) {
            for (int k = j + 1; k < rest.length; k++) {
                rest[i][k] -= lower[i][j] * lower[k][j];
            }
        }
    }
}

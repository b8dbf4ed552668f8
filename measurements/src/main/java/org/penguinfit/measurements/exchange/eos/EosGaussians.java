package org.penguinfit.measurements.exchange.eos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.yaml.MatrixNodes;

/** Reads EOS's two kinds of multivariate Gaussian. */
final class EosGaussians {
    private final Fields entry;
    private final Diagnostics diagnostics;

    EosGaussians(Fields entry, Diagnostics diagnostics) {
        this.entry = entry;
        this.diagnostics = diagnostics;
    }

    /**
     * {@code MultivariateGaussian}: V_i = max(hi², lo²) + sys², C_ij = √(V_i V_j) ρ_ij, as EOS symmetrises upwards; the sources
     * keep their labels.
     */
    @Nullable
    CorrelatedResult fromSigmas(Quotation quotation) {
        List<ObservableId> observables = new EosObservables(diagnostics).several(entry);
        int n = observables == null ? 0 : observables.size();
        double[] means = numbers("means", n);
        double[] hi = numbers("sigma-stat-hi", n);
        double[] lo = numbers("sigma-stat-lo", n);
        double[] sys = numbers("sigma-sys", n);
        Node matrix = entry.requiredNode("correlations");
        double[] rho = matrix == null || n == 0 ? null : MatrixNodes.correlation(matrix, n, diagnostics);
        if (observables == null || means == null || hi == null || lo == null || sys == null || rho == null) {
            return null;
        }
        List<Component> components = new ArrayList<>();
        double[] variance = new double[n];
        for (int i = 0; i < n; i++) {
            double stat = Math.max(Math.abs(hi[i]), Math.abs(lo[i]));
            variance[i] = stat * stat + sys[i] * sys[i];
            List<Uncertainty> sources = sources(stat, Math.abs(sys[i]));
            if (sources.isEmpty()) {
                diagnostics.error(entry.map(), "an uncertainty must be > 0", "0 for observable " + (i + 1), "");
                return null;
            }
            components.add(new Component(observables.get(i), means[i], sources, quotation));
        }
        double[] covariance = new double[n * n];
        for (int k = 0; k < n * n; k++) {
            covariance[k] = rho[k] * Math.sqrt(variance[k / n] * variance[k % n]);
        }
        return result(components, covariance, quotation);
    }

    private static List<Uncertainty> sources(double stat, double sys) {
        List<Uncertainty> sources = new ArrayList<>();
        if (stat > 0) {
            sources.add(Uncertainty.symmetric(stat, "stat"));
        }
        if (sys > 0) {
            sources.add(Uncertainty.symmetric(sys, "syst"));
        }
        return sources;
    }

    /** {@code MultivariateGaussian(Covariance)}, without or with a {@code response}. */
    @Nullable
    CorrelatedResult fromCovariance(Quotation quotation) {
        List<ObservableId> observables = new EosObservables(diagnostics).several(entry);
        Node response = entry.node("response");
        Node list = entry.requiredNode("means");
        int m = list instanceof ListNode means ? means.items().size() : 0;
        double[] means = numbers("means", m);
        Node matrix = entry.requiredNode("covariance");
        double[] covariance = matrix == null || m == 0 ? null : MatrixNodes.covariance(matrix, m, diagnostics);
        if (observables == null || means == null || covariance == null || matrix == null) {
            return null;
        }
        int n = observables.size();
        if (response == null && m != n) {
            diagnostics.error(entry.map(), "'means' must have " + n + " numbers, one per observable", "" + m, "");
            return null;
        }
        if (!MatrixNodes.isPositiveDefinite(matrix, covariance, m, diagnostics)) {
            return null;
        }
        if (response != null) {
            double[] r = new EosResponse(diagnostics).rows(response, m, n);
            EosResponse.Solved solved = r == null ? null : EosResponse.solve(means, covariance, r, m, n);
            if (solved == null) {
                return null;
            }
            return result(
                    components(observables, solved.means(), solved.covariance(), quotation),
                    solved.covariance(),
                    quotation);
        }
        return result(components(observables, means, covariance, quotation), covariance, quotation);
    }

    private static List<Component> components(
            List<ObservableId> observables, double[] means, double[] covariance, Quotation quotation) {
        int n = observables.size();
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Uncertainty sigma = Uncertainty.symmetric(Math.sqrt(covariance[i * n + i]), "");
            components.add(new Component(observables.get(i), means[i], List.of(sigma), quotation));
        }
        return components;
    }

    private @Nullable CorrelatedResult result(List<Component> components, double[] covariance, Quotation quotation) {
        int n = components.size();
        if (!MatrixNodes.isPositiveDefinite(entry.map(), covariance, n, diagnostics)) {
            return null;
        }
        return new CorrelatedResult(components, Covariance.of(n, covariance), quotation);
    }

    private double @Nullable [] numbers(String key, int n) {
        Node node = entry.requiredNode(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ListNode list) || list.items().size() != n) {
            if (n > 0) {
                diagnostics.error(node, "must have " + n + " numbers", node.describe(), "");
            }
            return null;
        }
        double[] numbers = new double[n];
        boolean good = true;
        for (int i = 0; i < n; i++) {
            Double number = Fields.asNumber(list.items().get(i), diagnostics);
            good &= number != null;
            numbers[i] = number == null ? 0 : number;
        }
        return good ? numbers : null;
    }
}

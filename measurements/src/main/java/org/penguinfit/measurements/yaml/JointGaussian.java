package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads the numbers of one multivariate Gaussian, in flavio's words or in those of a likelihood block. */
final class JointGaussian {
    /**
     * The numbers, with n observables.
     *
     * @param at where the block stands
     * @param means central values, shape [n]
     * @param uncertainties per observable its sources
     * @param covariance row after row, shape [n·n], symmetric
     */
    @SuppressWarnings("ArrayRecordComponent") // lives only while one file is read
    record Block(Node at, double[] means, List<List<Uncertainty>> uncertainties, double[] covariance) {}

    private final Reading reading;
    private final int n;

    JointGaussian(Reading reading, int n) {
        this.reading = reading;
        this.n = n;
    }

    /** {@code {distribution: multivariate_normal, central_value, covariance | standard_deviation, correlation}}. */
    @Nullable
    Block distribution(Fields fields) {
        return block(fields, "central_value", "standard_deviation");
    }

    /**
     * {@code {type: multivariate-gaussian, means, covariance | sigmas, correlation | correlations}}, or with {@code values}
     * instead of means and sigmas.
     */
    @Nullable
    Block likelihood(Fields fields) {
        return fields.has("values") ? ofValues(fields) : block(fields, "means", "sigmas");
    }

    /** {@code values} are value strings with their sources; the covariance is given, or comes from correlations. */
    private @Nullable Block ofValues(Fields fields) {
        Node covarianceNode = fields.node("covariance");
        Node correlation = fields.node("correlation");
        Node correlations = fields.node("correlations");
        List<Node> given = new ArrayList<>();
        for (Node node : Arrays.asList(covarianceNode, correlation, correlations)) {
            if (node != null) {
                given.add(node);
            }
        }
        double[] means = new double[n];
        List<List<Uncertainty>> sources = values(fields.items("values"), fields, means);
        if (given.size() != 1) {
            reading.error(fields.map(), "needs exactly one of 'covariance', 'correlation' and 'correlations'", "", "");
            return null;
        }
        if (sources == null) {
            return null;
        }
        SourceCovariance sum = new SourceCovariance(reading, sources);
        double[] covariance = given.get(0) == covarianceNode
                ? new MatrixReader(reading).covariance(given.get(0), n)
                : given.get(0) == correlation ? sum.ofTotals(given.get(0)) : sum.ofSources(given.get(0));
        return covariance == null ? null : new Block(fields.map(), means, sources, covariance);
    }

    private @Nullable List<List<Uncertainty>> values(List<Node> nodes, Fields fields, double[] means) {
        if (nodes.size() != n) {
            reading.error(
                    fields.map(), "'values' must have " + n + " items, one per observable", "" + nodes.size(), "");
            return null;
        }
        List<List<Uncertainty>> sources = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int before = reading.diagnostics().errorCount();
            PublishedValue value = new ValueReader(reading).value(nodes.get(i));
            Double central = value == null ? null : ValueReader.central(value);
            if (value != null && central != null) {
                means[i] = central;
                sources.add(ValueReader.uncertainties(value));
            } else if (reading.diagnostics().errorCount() == before) {
                reading.error(nodes.get(i), "a correlated value needs a centre and uncertainties", "", "");
            }
        }
        return sources.size() == n ? sources : null;
    }

    private @Nullable Block block(Fields fields, String meansKey, String sigmasKey) {
        Node meansNode = fields.requiredNode(meansKey);
        double[] means = meansNode == null ? null : numbers(meansNode);
        Node covarianceNode = fields.node("covariance");
        Node sigmas = fields.node(sigmasKey);
        Node correlation = fields.node("correlation");
        Node correlations = sigmasKey.equals("sigmas") ? fields.node("correlations") : null;
        boolean bySigmas = sigmas != null || correlation != null || correlations != null;
        if ((covarianceNode != null) == bySigmas) {
            reading.error(
                    fields.map(),
                    "needs either 'covariance', or '" + sigmasKey + "' and their correlation",
                    bySigmas ? "both" : "neither",
                    "");
            return null;
        }
        if (covarianceNode != null) {
            double[] covariance = new MatrixReader(reading).covariance(covarianceNode, n);
            return means == null || covariance == null
                    ? null
                    : new Block(fields.map(), means, unlabelled(covariance), covariance);
        }
        if ((correlation == null) == (correlations == null)) {
            reading.error(fields.map(), "needs exactly one correlation", correlation == null ? "none" : "both", "");
            return null;
        }
        Node sigmasNode = fields.requiredNode(sigmasKey);
        List<List<Uncertainty>> sources = sigmasNode == null ? null : sources(sigmasNode);
        if (sources == null) {
            return null;
        }
        SourceCovariance sum = new SourceCovariance(reading, sources);
        double[] covariance = correlation != null
                ? sum.ofTotals(correlation)
                : correlations != null ? sum.ofSources(correlations) : null;
        return means == null || covariance == null ? null : new Block(fields.map(), means, sources, covariance);
    }

    private List<List<Uncertainty>> unlabelled(double[] covariance) {
        List<List<Uncertainty>> sources = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            sources.add(List.of(Uncertainty.symmetric(Math.sqrt(covariance[i * n + i]), "")));
        }
        return sources;
    }

    /** A list of numbers, or a map of such lists by label. */
    private @Nullable List<List<Uncertainty>> sources(Node node) {
        List<List<Uncertainty>> sources = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            sources.add(new ArrayList<>());
        }
        int before = reading.diagnostics().errorCount();
        if (node instanceof MapNode map) {
            for (MapNode.Entry entry : map.entries().values()) {
                addSource(entry.value(), UncertaintyLabels.canonical(entry.key()), sources);
            }
            if (map.entries().isEmpty()) {
                reading.error(node, "needs at least one source", node.describe(), "");
            }
        } else {
            addSource(node, "", sources);
        }
        return reading.diagnostics().errorCount() == before ? sources : null;
    }

    private void addSource(Node node, String label, List<List<Uncertainty>> sources) {
        double[] sigmas = numbers(node);
        for (int i = 0; sigmas != null && i < n; i++) {
            if (sigmas[i] > 0) {
                sources.get(i).add(Uncertainty.symmetric(sigmas[i], label));
            } else {
                Node at = node instanceof ListNode list ? list.items().get(i) : node;
                reading.error(at, "must be > 0", at.describe(), "");
            }
        }
    }

    private double @Nullable [] numbers(Node node) {
        if (!(node instanceof ListNode list) || list.items().size() != n) {
            reading.error(node, "must have " + n + " numbers, one per observable", node.describe(), "");
            return null;
        }
        double[] numbers = new double[n];
        boolean good = true;
        for (int i = 0; i < n; i++) {
            Double number = Fields.asNumber(list.items().get(i), reading.diagnostics());
            good &= number != null;
            numbers[i] = number == null ? 0 : number;
        }
        return good ? numbers : null;
    }
}

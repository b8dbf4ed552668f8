package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.yaml.JointGaussian.Block;

/** Reads joint results: {@code observables} with blocks under {@code values}, or a {@code multivariate-gaussian} likelihood. */
final class JointReader {
    private final Reading reading;

    JointReader(Reading reading) {
        this.reading = reading;
    }

    /** True for a list item that has no name but a likelihood of type {@code multivariate-gaussian}. */
    static boolean isBlock(Fields fields) {
        return !fields.map().entries().containsKey("name")
                && fields.map().get("likelihood") instanceof MapNode likelihood
                && likelihood.get("type") instanceof ScalarNode type
                && (type.text().equals(LikelihoodReader.MULTIVARIATE)
                        || type.text().equals(LikelihoodReader.TABLE_2D));
    }

    /** A list item {@code {likelihood: {type: multivariate-gaussian, observables, means, …}, unit, scale}}. */
    @Nullable
    PublishedResult block(Fields item) {
        Node node = item.requiredNode("likelihood");
        String unit = item.text("unit");
        Double scale = reading.scale(item);
        Fields fields = node == null ? null : Fields.of(node, reading.diagnostics());
        Node list = fields == null ? null : fields.requiredNode("observables");
        if (node == null || fields == null || list == null) {
            return null;
        }
        List<@Nullable ObservableId> observables = new ObservableReader(reading).list(list);
        String type = fields.text("type");
        if (LikelihoodReader.TABLE_2D.equals(type)) {
            TabulatedResult grid = new GridReader(reading).block(fields, observables, quotation(node, unit, scale));
            reading.finish(fields);
            return grid;
        }
        Block block = new JointGaussian(reading, observables.size()).likelihood(fields);
        reading.finish(fields);
        return block == null ? null : result(node, observables, List.of(block), quotation(node, unit, scale));
    }

    private static Quotation quotation(Node node, @Nullable String unit, @Nullable Double scale) {
        return new Quotation(NodeText.of(node), unit == null ? "" : unit, scale == null ? 1 : scale, node.location());
    }

    /** {@code observables} of an entry with one block under {@code values}, or several whose covariances add. */
    @Nullable
    PublishedResult read(Node list, Node values) {
        List<@Nullable ObservableId> observables = new ObservableReader(reading).list(list);
        List<Node> nodes = values instanceof ListNode several ? several.items() : List.of(values);
        if (nodes.isEmpty()) {
            reading.error(values, "needs at least one block", values.describe(), "");
            return null;
        }
        Quotation quotation = new Quotation(NodeText.of(values), "", 1, values.location());
        if (observables.size() == 1 && !isMultivariate(nodes.get(0))) {
            ObservableId only = observables.get(0);
            PublishedValue value = new ValueReader(reading).value(values);
            return only == null || value == null ? null : new SingleResult(only, value, quotation, Optional.empty());
        }
        if (nodes.size() == 1 && isNumerical(nodes.get(0))) {
            return new GridReader(reading).distribution((MapNode) nodes.get(0), observables, quotation);
        }
        List<Block> blocks = new ArrayList<>();
        for (Node node : nodes) {
            Block block = block(node, observables.size());
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks.size() < nodes.size() ? null : result(values, observables, blocks, quotation);
    }

    private static boolean isNumerical(Node node) {
        return node instanceof MapNode map
                && map.get("distribution") instanceof ScalarNode name
                && name.text().equals(DistributionReader.MULTIVARIATE_NUMERICAL);
    }

    private static boolean isMultivariate(Node node) {
        return node instanceof MapNode map
                && map.get("distribution") instanceof ScalarNode name
                && name.text().startsWith("multivariate");
    }

    private @Nullable Block block(Node node, int n) {
        Fields fields = Fields.of(node, reading.diagnostics());
        Node name = fields == null ? null : fields.requiredNode("distribution");
        String distribution = name == null ? null : Fields.asText(name, reading.diagnostics());
        if (fields == null || name == null || distribution == null) {
            return null;
        }
        if (distribution.equals(DistributionReader.MULTIVARIATE_NUMERICAL)) {
            reading.unsupported(name, "a tabulated distribution cannot be combined with others", "several", "");
            return null;
        }
        if (!distribution.equals(DistributionReader.MULTIVARIATE_NORMAL)) {
            DistributionReader.refuseJoint(name, distribution, reading);
            return null;
        }
        Block block = new JointGaussian(reading, n).distribution(fields);
        reading.finish(fields);
        return block;
    }

    private @Nullable CorrelatedResult result(
            Node at, List<@Nullable ObservableId> observables, List<Block> blocks, Quotation quotation) {
        int n = observables.size();
        int before = reading.diagnostics().errorCount();
        if (!reading.matrices().allows(at, n, reading)) {
            return null;
        }
        double[] total = new double[n * n];
        for (Block block : blocks) {
            if (!Arrays.equals(block.means(), blocks.get(0).means())) {
                reading.error(block.at(), "blocks of one result must have one centre", "another", "");
            }
            for (int k = 0; k < n * n; k++) {
                total[k] += block.covariance()[k] * quotation.scale() * quotation.scale();
            }
        }
        boolean good = n > 0 && PositiveDefinite.check(at, total, n, reading);
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ObservableId observable = observables.get(i);
            if (observable != null) {
                components.add(component(observable, i, blocks, quotation));
            }
        }
        if (!good || components.size() < n || reading.diagnostics().errorCount() > before) {
            return null;
        }
        boolean repeated =
                components.stream().map(Component::observable).distinct().count() < n; // reported before
        return repeated ? null : new CorrelatedResult(components, Covariance.of(n, total), quotation);
    }

    private static Component component(ObservableId observable, int i, List<Block> blocks, Quotation quotation) {
        List<Uncertainty> uncertainties = new ArrayList<>();
        for (Block block : blocks) {
            for (Uncertainty u : block.uncertainties().get(i)) {
                uncertainties.add(u.scaled(quotation.scale()));
            }
        }
        return new Component(observable, blocks.get(0).means()[i] * quotation.scale(), uncertainties, quotation);
    }
}

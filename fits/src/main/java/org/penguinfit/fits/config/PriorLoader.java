package org.penguinfit.fits.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/**
 * Reads priors: {@code flat}, {@code {kind: gaussian, central: 0, sigma: 1}}, {@code {kind: log-normal, central: 2, factor:
 * 1.3}}, {@code {kind: asymmetric, central: 0, plus: 1, minus: 2}}.
 */
final class PriorLoader {
    private static final List<String> KINDS = List.of("flat", "gaussian", "log-normal", "asymmetric");

    private PriorLoader() {}

    static @Nullable PriorText read(Node node, Diagnostics diagnostics) {
        if (node instanceof MapNode map) {
            Fields fields = new Fields(map, diagnostics);
            int before = diagnostics.errorCount();
            PriorText prior = read(fields, diagnostics);
            fields.refuseUnknownKeys();
            return diagnostics.errorCount() == before ? prior : null;
        }
        String text = Fields.asText(node, diagnostics);
        if (text != null && !text.equals("flat")) {
            diagnostics.error(
                    node, "must be a prior", node.describe(), "write flat or {kind: gaussian, central: 0, sigma: 1}");
            return null;
        }
        return text == null ? null : new PriorText("flat", 0, 0, 0);
    }

    private static @Nullable PriorText read(Fields fields, Diagnostics diagnostics) {
        Node kindNode = fields.requiredNode("kind");
        String kind = kindNode == null ? null : Fields.asText(kindNode, diagnostics);
        if (kindNode == null || kind == null) {
            fields.alsoKnown("central", "sigma", "factor", "plus", "minus");
            return null;
        }
        return switch (kind) {
            case "flat" -> new PriorText(kind, 0, 0, 0);
            case "gaussian" -> symmetric(fields, kind, "sigma");
            case "log-normal" -> logNormal(fields, diagnostics);
            case "asymmetric" ->
                new PriorText(
                        kind,
                        orZero(fields.requiredNumber("central")),
                        orZero(fields.requiredPositive("plus")),
                        orZero(fields.requiredPositive("minus")));
            default -> {
                fields.alsoKnown("central", "sigma", "factor", "plus", "minus");
                diagnostics.error(
                        kindNode, "unknown prior", kindNode.describe(), DidYouMean.suggestOrList(kind, KINDS));
                yield null;
            }
        };
    }

    private static PriorText logNormal(Fields fields, Diagnostics diagnostics) {
        double median = orZero(fields.requiredPositive("central"));
        Double factor = fields.requiredPositive("factor");
        Node node = fields.node("factor");
        if (node != null && factor != null && factor <= 1) {
            diagnostics.error(
                    node, "must be above 1", node.describe(), "a factor of 1.3 means 30 % in either direction");
        }
        return new PriorText("log-normal", median, orZero(factor), orZero(factor));
    }

    private static PriorText symmetric(Fields fields, String kind, String width) {
        double central = orZero(fields.requiredNumber("central"));
        double sigma = orZero(fields.requiredPositive(width));
        return new PriorText(kind, central, sigma, sigma);
    }

    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }
}

package org.penguinfit.measurements.exchange.eos;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.exchange.text.ValueText;
import org.penguinfit.measurements.yaml.EosLikelihoods;

/** Reads the result of one EOS constraint by its {@code type}. */
final class EosEntry {
    private static final List<String> TYPES = List.of(
            "Gaussian",
            "LogGamma",
            "Amoroso",
            "MultivariateGaussian",
            "MultivariateGaussian(Covariance)",
            "UniformBound",
            "Mixture");

    private final Fields entry;
    private final Diagnostics diagnostics;
    private final List<String> notes;
    private final String name;

    EosEntry(Fields entry, Diagnostics diagnostics, List<String> notes, String name) {
        this.entry = entry;
        this.diagnostics = diagnostics;
        this.notes = notes;
        this.name = name;
    }

    /** The result, or null after a diagnostic. */
    @Nullable
    PublishedResult result() {
        Node node = entry.requiredNode("type");
        String type = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || type == null) {
            return null;
        }
        Quotation quotation = new Quotation("EOS " + type, "", 1, entry.map().location());
        return switch (type) {
            case "Gaussian" -> single(gaussian(), quotation);
            case "LogGamma" -> single(EosCurves.logGamma(entry, diagnostics), quotation);
            case "Amoroso" -> single(EosLikelihoods.amoroso(entry, diagnostics), quotation);
            case "MultivariateGaussian" -> new EosGaussians(entry, diagnostics).fromSigmas(quotation);
            case "MultivariateGaussian(Covariance)" -> fromCovariance(quotation);
            case "UniformBound" -> bound(quotation);
            case "Mixture" -> {
                entry.alsoKnown("observables", "kinematics", "options", "components", "weights", "test statistics");
                unsupported(node, "a mixture of Gaussians", "");
                yield null;
            }
            default -> {
                diagnostics.error(node, "unknown type", node.describe(), DidYouMean.suggestOrList(type, TYPES));
                yield null;
            }
        };
    }

    private @Nullable PublishedResult single(@Nullable PublishedValue value, Quotation quotation) {
        ObservableId observable = new EosObservables(diagnostics).one(entry);
        if (observable == null || value == null) {
            return null;
        }
        String text = ValueText.of(value, true).orElse(quotation.text());
        return new SingleResult(observable, value, new Quotation(text, "", 1, quotation.location()), Optional.empty());
    }

    private @Nullable PublishedValue gaussian() {
        Double mean = entry.requiredNumber("mean");
        Sides stat = Sides.read(entry, "sigma-stat", diagnostics);
        Sides syst = Sides.read(entry, "sigma-sys", diagnostics);
        if (mean == null || stat == null || syst == null) {
            return null;
        }
        PublishedValue value = Sides.value(mean, stat, syst);
        if (value == null) {
            diagnostics.error(entry.map(), "an uncertainty must be > 0", "0 on one side or on both", "");
        }
        return value;
    }

    private @Nullable PublishedResult fromCovariance(Quotation quotation) {
        PublishedResult result = new EosGaussians(entry, diagnostics).fromCovariance(quotation);
        if (result != null && entry.has("response")) {
            notes.add("'" + name
                    + "' constrains linear combinations of its observables; it is written as the Gaussian that"
                    + " they imply, up to a constant");
        }
        return result;
    }

    private @Nullable PublishedResult bound(Quotation quotation) {
        List<ObservableId> observables = new EosObservables(diagnostics).several(entry);
        Double bound = entry.requiredNumber("bound");
        Double width = entry.requiredNumber("uncertainty");
        if (width != null && width < 0) {
            diagnostics.error(entry.map(), "'uncertainty' must be >= 0", width.toString(), "");
            return null;
        }
        if (observables == null || bound == null || width == null) {
            return null;
        }
        if (observables.size() > 1) {
            unsupported(entry.map(), "a bound on the sum of " + observables.size() + " observables", "");
            return null;
        }
        return new SingleResult(observables.get(0), new UpperBound(bound, width), quotation, Optional.empty());
    }

    private void unsupported(Node at, String rule, String found) {
        diagnostics.report(Severity.UNSUPPORTED, at.location(), at.path(), rule, found, "");
    }
}

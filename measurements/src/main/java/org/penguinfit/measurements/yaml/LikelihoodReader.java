package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CountingValue;
import org.penguinfit.measurements.CountingValue.Treatment;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** Reads the explicit {@code likelihood: {type: …}} block of one observable. */
final class LikelihoodReader {
    static final String MULTIVARIATE = "multivariate-gaussian";
    static final String TABLE_2D = "table2d";

    private static final List<String> TYPES = List.of(
            "gaussian",
            "asymmetric",
            "upper-limit",
            "bound",
            "amoroso",
            "log-gamma",
            "counting",
            "table",
            MULTIVARIATE,
            TABLE_2D);
    private static final List<String> TYPES_NOT_YET = List.of("histfactory", "hs3", "log-normal", "uniform");
    private static final List<String> SOURCES = List.of("stat", "syst", "theory");

    private final Reading reading;

    LikelihoodReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    PublishedValue read(Node node) {
        Fields fields = Fields.of(node, reading.diagnostics());
        if (fields == null) {
            return null;
        }
        int before = reading.diagnostics().errorCount();
        String type = reading.choice(fields, "type", "", TYPES, TYPES_NOT_YET);
        if (type == null) {
            return null;
        }
        PublishedValue value = switch (type) {
            case "gaussian" -> gaussian(fields);
            case "asymmetric" -> asymmetric(fields);
            case "upper-limit" -> new LimitReader(reading).read(fields);
            case "counting" -> counting(fields);
            case "table" -> new TableReader(reading).block(fields);
            case "bound" -> EosLikelihoods.bound(fields, reading.diagnostics());
            case "amoroso" -> EosLikelihoods.amoroso(fields, reading.diagnostics());
            case "log-gamma" -> EosLikelihoods.logGamma(fields, reading.diagnostics());
            default -> null;
        };
        if (type.equals(MULTIVARIATE) || type.equals(TABLE_2D)) {
            reading.error(node, "needs several observables", "'" + type + "'", "write it without 'name'");
            return null;
        }
        reading.finish(fields);
        return reading.diagnostics().errorCount() == before ? value : null;
    }

    private @Nullable CountingValue counting(Fields fields) {
        Double n = fields.requiredNumber("n");
        Double b = fields.requiredNumber("b");
        Double sigma = fields.positive("b-sigma");
        Double sensitivity = fields.requiredPositive("sensitivity");
        String word =
                reading.choice(fields, "treatment", Treatment.PROFILE.key(), List.of("profile", "marginal"), List.of());
        if (n == null || b == null || sensitivity == null || word == null) {
            return null;
        }
        if (n < 0 || b < 0) {
            reading.error(fields.map(), "neither the total nor the background may be negative", "such counts", "");
            return null;
        }
        EventCounts counts = EventCounts.of(n, b);
        Treatment treatment = word.equals("marginal") ? Treatment.MARGINAL : Treatment.PROFILE;
        return new CountingValue(sigma == null ? counts : counts.withBackgroundSigma(sigma), sensitivity, treatment);
    }

    private @Nullable GaussianValue gaussian(Fields fields) {
        Double central = fields.requiredNumber("central");
        List<Uncertainty> uncertainties = new ArrayList<>();
        addSymmetric(fields, "sigma", "", uncertainties);
        for (String source : SOURCES) {
            addSymmetric(fields, source, source, uncertainties);
        }
        if (uncertainties.isEmpty()) {
            if (!fields.has("sigma") && !fields.has("stat") && !fields.has("syst") && !fields.has("theory")) {
                reading.error(fields.map(), "key 'sigma' is missing", "", "add 'sigma: …', or 'stat: …' and 'syst: …'");
            }
            return null;
        }
        if (fields.has("sigma") && uncertainties.size() > fields.items("sigma").size()) {
            reading.error(fields.map(), "'sigma' is the total and excludes 'stat', 'syst' and 'theory'", "both", "");
        }
        return central == null ? null : new GaussianValue(central, uncertainties);
    }

    private void addSymmetric(Fields fields, String key, String label, List<Uncertainty> uncertainties) {
        for (Node item : fields.items(key)) {
            Double sigma = positive(item);
            if (sigma != null) {
                uncertainties.add(Uncertainty.symmetric(sigma, label));
            }
        }
    }

    private @Nullable Double positive(Node node) {
        Double number = Fields.asNumber(node, reading.diagnostics());
        if (number != null && !(number > 0)) {
            reading.error(node, "must be > 0", node.describe(), "");
            return null;
        }
        return number;
    }

    private @Nullable PublishedValue asymmetric(Fields fields) {
        Double central = fields.requiredNumber("central");
        Node plus = fields.requiredNode("plus");
        Node minus = fields.requiredNode("minus");
        AsymmetricMethod method = method(fields);
        if (plus == null || minus == null) {
            return null;
        }
        List<Node> upper = fields.items("plus");
        List<Node> lower = fields.items("minus");
        if (upper.size() != lower.size() || upper.isEmpty()) {
            reading.error(minus, "'plus' and 'minus' must have equally many numbers", minus.describe(), "");
            return null;
        }
        List<Uncertainty> uncertainties = new ArrayList<>();
        for (int i = 0; i < upper.size(); i++) {
            Double up = positive(upper.get(i));
            Double down = positive(lower.get(i));
            if (up != null && down != null) {
                uncertainties.add(new Uncertainty(up, down, ""));
            }
        }
        if (central == null || method == null || uncertainties.size() < upper.size()) {
            return null;
        }
        PublishedValue value = AsymmetricValue.of(central, uncertainties);
        return value instanceof AsymmetricValue a ? new AsymmetricValue(a.central(), a.uncertainties(), method) : value;
    }

    private @Nullable AsymmetricMethod method(Fields fields) {
        List<String> known = new ArrayList<>();
        for (AsymmetricMethod method : AsymmetricMethod.values()) {
            known.add(method.key());
        }
        String word = reading.choice(fields, "method", AsymmetricMethod.SPLIT.key(), known, List.of());
        for (AsymmetricMethod method : AsymmetricMethod.values()) {
            if (method.key().equals(word)) {
                return method;
            }
        }
        return null;
    }
}

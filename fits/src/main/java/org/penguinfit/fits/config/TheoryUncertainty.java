package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** How the uncertainties of predictions enter a fit: of all nuisance parameters that it does not name. */
public enum TheoryUncertainty {
    /** Not at all: nuisance parameters stand at their central values. */
    NONE,
    /** The nuisance parameters that the data depend on are free, with their constraints. */
    NUISANCE,
    /** Their covariance at the Standard Model point is added to that of Gaussian measurements. */
    COVARIANCE;

    /** The word in a config. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice of a config; null if it makes none, or a wrong one, which is reported. */
    static @Nullable TheoryUncertainty read(Fields fields, Diagnostics diagnostics) {
        Node node = fields.node("theory-uncertainty");
        String text = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || text == null) {
            return null;
        }
        List<String> known = new ArrayList<>();
        for (TheoryUncertainty choice : values()) {
            if (choice.key().equals(text)) {
                return choice;
            }
            known.add(choice.key());
        }
        diagnostics.error(
                node, "unknown way of theory uncertainty", node.describe(), DidYouMean.suggestOrList(text, known));
        return null;
    }
}

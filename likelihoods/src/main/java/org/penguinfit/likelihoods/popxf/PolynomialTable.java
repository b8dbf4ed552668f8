package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/**
 * A polynomial table read from a POPxf file.
 *
 * @param file as the user named it
 * @param sha256 digest of its bytes
 * @param title one line, may be empty
 * @param reference the publication behind it, may be empty
 * @param basis basis and scale of its coefficients, such as {@code WET/flavio at 4.8 GeV}: coefficients of two tables are the
 *     same only if they agree
 * @param parameters its coefficients, in file order
 * @param observables its predictions, in file order
 * @param uncertainties sources of their uncertainties
 */
public record PolynomialTable(
        String file,
        String sha256,
        String title,
        String reference,
        String basis,
        List<Coefficient> parameters,
        List<Prediction> observables,
        List<UncertaintySource> uncertainties) {
    public PolynomialTable {
        parameters = List.copyOf(parameters);
        observables = List.copyOf(observables);
        uncertainties = List.copyOf(uncertainties);
    }

    /** True if the coefficients have the names of a WCxf basis. */
    public boolean inWcxf() {
        return basis.contains("/");
    }

    /** Names of the observables, in file order. */
    public List<String> observableNames() {
        List<String> names = new ArrayList<>();
        for (Prediction prediction : observables) {
            names.add(prediction.name());
        }
        return names;
    }

    /**
     * A coefficient that the polynomials depend on.
     *
     * @param complex true if a polynomial reads its imaginary part
     * @param range ends of the values it may take, as written; empty if the file gives none
     * @param tex its LaTeX, may be empty
     * @param meaning one line, may be empty
     */
    public record Coefficient(
            String name, MapNode.Entry at, boolean complex, Optional<Node> range, String tex, String meaning) {}

    /**
     * An observable.
     *
     * @param body its prediction: a polynomial, or a formula of polynomials
     * @param at where problems of the prediction are reported
     * @param unit such as {@code GeV^-2}; {@code 1} if the file gives none
     * @param relative true if its constant uncertainties grow in proportion to the prediction
     */
    public record Prediction(
            String name,
            MapNode.Entry at,
            Expression body,
            Node text,
            String unit,
            String tex,
            String meaning,
            String reference,
            boolean relative) {}
}

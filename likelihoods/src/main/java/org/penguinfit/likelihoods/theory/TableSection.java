package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.Expression.Operand;
import org.penguinfit.likelihoods.expression.Symbol.Variable;
import org.penguinfit.likelihoods.popxf.CorrelationFile;
import org.penguinfit.likelihoods.popxf.PolynomialTable;
import org.penguinfit.likelihoods.popxf.PolynomialTable.Coefficient;
import org.penguinfit.likelihoods.popxf.PolynomialTable.Prediction;
import org.penguinfit.likelihoods.popxf.UncertaintyDirections;
import org.penguinfit.likelihoods.popxf.UncertaintyDirections.Response;
import org.penguinfit.likelihoods.theory.TheoryParameter.Kind;
import org.penguinfit.likelihoods.theory.TheoryParameter.Part;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.MapNode.Entry;

/**
 * Takes polynomial tables into a theory. A coefficient that another file declares is that one; others become coefficients of
 * their own. Uncertainties become nuisance parameters, one for each independent direction.
 */
final class TableSection {
    private record Declared(Coefficient coefficient, PolynomialTable table) {}

    private final TheoryDraft draft;
    private final Diagnostics diagnostics;
    private final List<PolynomialTable> tables;
    private final List<TheoryObservable> observables = new ArrayList<>();
    private final List<TheoryParameter> nuisances = new ArrayList<>();

    TableSection(TheoryDraft draft, List<PolynomialTable> tables) {
        this.draft = draft;
        this.diagnostics = draft.diagnostics();
        this.tables = tables;
    }

    List<TheoryObservable> observables() {
        return observables;
    }

    /** The independent directions of theory uncertainty. */
    List<TheoryParameter> nuisances() {
        return nuisances;
    }

    /** Declares the coefficients that no other file does. Call when the other files have declared theirs. */
    void declareCoefficients(WilsonSection wilson, ParameterSection parameters) {
        Map<String, Declared> declared = new LinkedHashMap<>();
        Map<String, Boolean> complex = new HashMap<>();
        for (PolynomialTable table : tables) {
            for (Coefficient coefficient : table.parameters()) {
                complex.merge(coefficient.name(), coefficient.complex(), Boolean::logicalOr);
                Declared first = declared.putIfAbsent(coefficient.name(), new Declared(coefficient, table));
                if (first != null && !first.table().basis().equals(table.basis())) {
                    draft.error(
                            coefficient.at(),
                            "'" + coefficient.name() + "' must stand in one basis at one scale",
                            table.basis() + ", but " + first.table().basis() + " in "
                                    + first.table().file(),
                            "convert one of the tables");
                }
            }
        }
        for (Declared one : declared.values()) {
            String name = one.coefficient().name();
            if (!wilson.hasMember(name) && !parameters.has(name)) {
                wilson.add(
                        family(one, Boolean.TRUE.equals(complex.get(name))),
                        one.coefficient().at());
            }
        }
    }

    private WilsonFamily family(Declared declared, boolean complex) {
        Coefficient coefficient = declared.coefficient();
        String name = coefficient.name();
        draft.declare(name, "parameters of a table", coefficient.at());
        return new WilsonFamily(
                name,
                List.of(),
                complex,
                name,
                declared.table().inWcxf() ? declared.table().basis() : "",
                0,
                coefficient.range().map(node -> NumberText.range(node, diagnostics)),
                "1",
                coefficient.tex(),
                coefficient.meaning());
    }

    /** Declares observables and nuisance parameters. */
    void read(List<CorrelationFile> correlations) {
        UncertaintyDirections directions = UncertaintyDirections.of(tables, correlations, diagnostics);
        Map<String, Entry> places = new HashMap<>();
        for (PolynomialTable table : tables) {
            for (Prediction prediction : table.observables()) {
                if (draft.declare(prediction.name(), "observables", prediction.at())) {
                    add(prediction, directions);
                }
                places.put(prediction.name(), prediction.at());
            }
        }
        for (int j = 0; j < directions.names().size(); j++) {
            String name = directions.names().get(j);
            Entry at = places.get(directions.observable(j));
            if (at == null || draft.declare(name, "theory uncertainties", at)) {
                draft.scope().add(name, new Variable(name, Optional.empty()));
                nuisances.add(nuisance(name, directions.observable(j)));
            }
        }
    }

    private static TheoryParameter nuisance(String name, String observable) {
        return new TheoryParameter(
                name,
                List.of(),
                Kind.NUISANCE,
                Part.REAL,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.of(new Constraint(0, 1)),
                "1",
                name,
                "theory uncertainty of " + observable + " that no earlier one shares, in standard deviations");
    }

    private void add(Prediction prediction, UncertaintyDirections directions) {
        observables.add(new TheoryObservable(
                prediction.name(),
                prediction.unit(),
                prediction.tex(),
                prediction.meaning(),
                prediction.reference(),
                Map.of()));
        Expression body = uncertain(prediction, directions);
        draft.scope().addObservable(draft.tabulated(prediction.name(), body, prediction.text()));
    }

    /** p + Σ_k g_k Σ_j w_kj ν_j. */
    private static Expression uncertain(Prediction prediction, UncertaintyDirections directions) {
        List<Operand> sum = new ArrayList<>();
        sum.add(new Operand(false, prediction.body()));
        for (Response response : directions.responses(prediction.name())) {
            List<Expression.Term> shift = new ArrayList<>();
            for (int j = 0; j < response.weights().length; j++) {
                if (response.weights()[j] != 0) {
                    String name = directions.names().get(j);
                    shift.add(new Expression.Term(response.weights()[j], List.of(new Expression.Factor(name, false))));
                }
            }
            Operand shifted = new Operand(false, new Expression.Polynomial(0, shift));
            Operand function = new Operand(false, response.function());
            sum.add(new Operand(false, new Expression.Product(0, List.of(shifted, function))));
        }
        return sum.size() == 1 ? prediction.body() : new Expression.Addition(0, sum);
    }
}

package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Symbol;
import org.penguinfit.likelihoods.expression.Symbol.Application;
import org.penguinfit.likelihoods.theory.TheoryParameter.Part;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/** Reads theory files ({@code theory/1}) and polynomial tables (POPxf) and checks everything they say. */
public final class TheoryLoader {
    private TheoryLoader() {}

    /**
     * Reads theory files and those they import into one theory.
     *
     * @param documents the files, in any order; one that is imported too is read once
     * @param imports finds imported files
     * @param diagnostics takes every problem of every file
     * @return the theory, or null if there is an error
     */
    public static @Nullable Theory load(
            List<LocatedDocument> documents, ImportResolver imports, Diagnostics diagnostics) {
        int errorsBefore = diagnostics.errorCount();
        ImportGraph graph = new ImportGraph(imports, diagnostics);
        for (LocatedDocument document : documents) {
            graph.add(document);
        }
        Theory theory = read(graph, new TheoryDraft(diagnostics));
        return diagnostics.errorCount() == errorsBefore ? theory : null;
    }

    private static Theory read(ImportGraph graph, TheoryDraft draft) {
        List<TheoryDocument> documents = graph.documents();
        FormulaSections formulas = new FormulaSections(draft);
        WilsonSection wilson = new WilsonSection(draft);
        ParameterSection parameters = new ParameterSection(draft);
        TableSection tables = new TableSection(draft, graph.tables());
        for (TheoryDocument document : documents) {
            formulas.readFlavours(document.section("flavours"));
        }
        for (TheoryDocument document : documents) {
            formulas.readConstants(document.section("constants"));
            wilson.read(document.section("wilson"));
            parameters.read(document.section("parameters"));
            formulas.readDefinitions(document.section("definitions"));
            formulas.readObservables(document.section("observables"));
        }
        tables.declareCoefficients(wilson, parameters);
        MatchingSection matching = new MatchingSection(draft, wilson.families());
        for (TheoryDocument document : documents) {
            matching.read(document.section("matching"));
        }
        wilson.define(matching.matched());
        tables.read(graph.correlations());
        draft.checkFormulas();
        List<TheoryObservable> observables = new ArrayList<>(tables.observables());
        observables.addAll(formulas.observables());
        return assemble(
                draft,
                graph.sources(),
                observables,
                wilson,
                parameters.parameters(),
                tables.nuisances(),
                matching.matched());
    }

    private static Theory assemble(
            TheoryDraft draft,
            List<TheorySource> sources,
            List<TheoryObservable> observables,
            WilsonSection wilson,
            List<TheoryParameter> parameters,
            List<TheoryParameter> uncertainties,
            Map<String, Map<List<String>, Symbol>> matched) {
        List<TheoryParameter> all = new ArrayList<>();
        Map<String, String> defined = new HashMap<>();
        for (WilsonFamily family : wilson.families().values()) {
            Map<List<String>, Symbol> byModel = matched.getOrDefault(family.name(), Map.of());
            for (List<String> labels : family.members()) {
                if (byModel.get(labels) instanceof Application application) {
                    for (Part part : Part.values()) {
                        for (String name : family.names(labels, part)) {
                            defined.put(name, application.formula().name());
                        }
                    }
                } else {
                    all.addAll(family.parameters(labels));
                }
            }
        }
        all.addAll(parameters);
        all.addAll(uncertainties);
        Set<String> names = uncertainties.stream().map(TheoryParameter::name).collect(Collectors.toSet());
        return new Theory(
                draft.scope(),
                sources,
                all,
                observables,
                defined,
                names,
                List.copyOf(wilson.families().values()));
    }
}

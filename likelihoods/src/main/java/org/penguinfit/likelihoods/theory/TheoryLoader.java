package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Symbol;
import org.penguinfit.likelihoods.expression.Symbol.Application;
import org.penguinfit.likelihoods.theory.TheoryParameter.Part;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/** Reads theory files ({@code theory/1}) and checks everything they say. */
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
        Theory theory = read(graph.documents(), new TheoryDraft(diagnostics));
        return diagnostics.errorCount() == errorsBefore ? theory : null;
    }

    private static Theory read(List<TheoryDocument> documents, TheoryDraft draft) {
        FormulaSections formulas = new FormulaSections(draft);
        WilsonSection wilson = new WilsonSection(draft);
        ParameterSection parameters = new ParameterSection(draft);
        for (TheoryDocument document : documents) {
            formulas.readFlavours(document.section("flavours"));
        }
        List<TheorySource> sources = new ArrayList<>();
        for (TheoryDocument document : documents) {
            sources.add(document.source());
            formulas.readConstants(document.section("constants"));
            wilson.read(document.section("wilson"));
            parameters.read(document.section("parameters"));
            formulas.readDefinitions(document.section("definitions"));
            formulas.readObservables(document.section("observables"));
        }
        MatchingSection matching = new MatchingSection(draft, wilson.families());
        for (TheoryDocument document : documents) {
            matching.read(document.section("matching"));
        }
        wilson.define(matching.matched());
        draft.checkFormulas();
        return assemble(draft, sources, formulas, wilson, parameters, matching.matched());
    }

    private static Theory assemble(
            TheoryDraft draft,
            List<TheorySource> sources,
            FormulaSections formulas,
            WilsonSection wilson,
            ParameterSection parameters,
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
        all.addAll(parameters.parameters());
        return new Theory(draft.scope(), sources, all, formulas.observables(), defined);
    }
}

package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.IndexSet;
import org.penguinfit.likelihoods.expression.LabelCombinations;
import org.penguinfit.likelihoods.expression.Symbol;
import org.penguinfit.likelihoods.expression.Symbol.Family;
import org.penguinfit.likelihoods.expression.Symbol.IndexVariable;
import org.penguinfit.likelihoods.expression.Symbol.Variable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * Reads {@code wilson}: families of coefficients, such as
 *
 * <pre>
 * CL: {indices: {i: nu, j: nu}, complex: true, wcxf: "CL_bsnu{j}nu{i}", tex: "C_L^{ij}"}
 * </pre>
 *
 * {@code wcxf} is a template of names that a WCxf basis has, {@code name} one of names that none has.
 */
final class WilsonSection {
    /** Four quark and lepton flavour indices make 81; far more is a slip, and takes memory. */
    private static final int MAX_MEMBERS = 10_000;

    private final TheoryDraft draft;
    private final Diagnostics diagnostics;
    private final Map<String, WilsonFamily> families = new LinkedHashMap<>();
    private final Set<String> memberNames = new HashSet<>();

    WilsonSection(TheoryDraft draft) {
        this.draft = draft;
        this.diagnostics = draft.diagnostics();
    }

    Map<String, WilsonFamily> families() {
        return families;
    }

    void read(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            if (!draft.isUsableName(entry) || !draft.declare(entry.key(), "wilson", entry)) {
                continue;
            }
            Fields fields = Fields.of(entry.value(), diagnostics);
            if (fields != null) {
                add(family(entry, fields), entry);
            }
        }
    }

    private WilsonFamily family(Entry entry, Fields fields) {
        List<IndexVariable> indices = limited(indices(fields.map("indices")), entry);
        boolean complex = fields.flag("complex", false);
        Node wcxf = fields.node("wcxf");
        Node name = fields.node("name");
        String template = template(entry, indices, wcxf, name);
        Double defaultValue = fields.number("default");
        Node rangeNode = fields.node("range");
        Range range = rangeNode == null ? null : NumberText.range(rangeNode, diagnostics);
        double value = defaultValue == null ? 0 : defaultValue;
        boolean readable = defaultValue != null || !fields.has("default");
        if (readable && range != null && !range.contains(value)) {
            draft.error(
                    entry,
                    "default must lie in the range " + range,
                    String.valueOf(value),
                    "add 'default: …' or widen the range");
        }
        String unit = fields.text("unit");
        String tex = fields.text("tex");
        String meaning = fields.text("meaning");
        fields.text("reference");
        fields.refuseUnknownKeys();
        return new WilsonFamily(
                entry.key(),
                indices,
                complex,
                template,
                wcxf == null ? "" : WilsonFamily.STANDARD_BASIS,
                value,
                Optional.ofNullable(range),
                unit == null ? "1" : unit,
                tex == null ? "" : tex,
                meaning == null ? "" : meaning);
    }

    private List<IndexVariable> indices(@Nullable MapNode map) {
        List<IndexVariable> indices = new ArrayList<>();
        if (map != null) {
            for (Entry entry : map.entries().values()) {
                String set = Fields.asText(entry.value(), diagnostics);
                IndexSet flavours = set == null ? null : draft.flavours(set, entry.value());
                if (draft.isUsableName(entry)) {
                    IndexSet none = new IndexSet(String.valueOf(set), List.of());
                    indices.add(new IndexVariable(entry.key(), flavours == null ? none : flavours));
                }
            }
        }
        return indices;
    }

    /** The indices, without labels if the family would have too many members. */
    private List<IndexVariable> limited(List<IndexVariable> indices, Entry entry) {
        List<IndexSet> sets = new ArrayList<>();
        List<IndexVariable> none = new ArrayList<>();
        for (IndexVariable index : indices) {
            sets.add(index.set());
            none.add(
                    new IndexVariable(index.variable(), new IndexSet(index.set().name(), List.of())));
        }
        double members = LabelCombinations.count(sets);
        if (members <= MAX_MEMBERS) {
            return indices;
        }
        draft.error(
                entry,
                "a family must not have more than " + MAX_MEMBERS + " members",
                String.format(Locale.ROOT, "%.0f", members),
                "use fewer indices or smaller sets of flavours");
        return none;
    }

    private String template(Entry entry, List<IndexVariable> indices, @Nullable Node wcxf, @Nullable Node name) {
        Node node = wcxf == null ? name : wcxf;
        if (wcxf != null && name != null) {
            diagnostics.error(name, "only one of 'wcxf' and 'name' may be given", "both", "remove one");
        }
        if (node == null) {
            if (!indices.isEmpty()) {
                draft.error(
                        entry,
                        "a family with indices needs names for its members",
                        "neither 'wcxf' nor 'name'",
                        "add name: \"" + example(entry.key(), indices) + "\"");
            }
            return example(entry.key(), indices);
        }
        String template = Fields.asText(node, diagnostics);
        if (template == null || !(node instanceof ScalarNode scalar) || !isComplete(scalar, indices)) {
            return example(entry.key(), indices);
        }
        return template;
    }

    private static String example(String name, List<IndexVariable> indices) {
        StringBuilder template = new StringBuilder(name);
        for (IndexVariable index : indices) {
            template.append("_{").append(index.variable()).append('}');
        }
        return template.toString();
    }

    /** True if a template names every index and nothing else in braces. */
    private boolean isComplete(ScalarNode node, List<IndexVariable> indices) {
        String template = node.text();
        List<String> variables = new ArrayList<>();
        StringBuilder absent = new StringBuilder();
        for (IndexVariable index : indices) {
            variables.add(index.variable());
            String slot = "{" + index.variable() + "}";
            absent.append(template.contains(slot) ? "" : slot);
        }
        boolean complete = absent.length() == 0;
        if (!complete) {
            diagnostics.error(node, "must name every index", node.describe(), "add " + absent);
        }
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
            int close = template.indexOf('}', open);
            String word = close < 0 ? template.substring(open + 1) : template.substring(open + 1, close);
            if (!variables.contains(word)) {
                diagnostics.error(
                        node.locate(open),
                        node.path(),
                        "unknown index '" + word + "'",
                        "",
                        DidYouMean.suggestOrList(word, variables));
                complete = false;
            }
        }
        return complete;
    }

    /** True if a family has a member of that name. */
    boolean hasMember(String name) {
        return memberNames.contains(name);
    }

    /** Takes a family. */
    void add(WilsonFamily family, Entry entry) {
        families.put(family.name(), family);
        for (List<String> labels : family.members()) {
            String member = family.memberName(labels);
            memberNames.add(member);
            if (!member.equals(family.name())) {
                draft.declare(member, "wilson", entry);
            }
        }
    }

    /** Makes the coefficients known to formulas. */
    void define(Map<String, Map<List<String>, Symbol>> matched) {
        for (WilsonFamily family : families.values()) {
            Map<List<String>, Symbol> formulas = matched.getOrDefault(family.name(), Map.of());
            Map<List<String>, Symbol> members = new LinkedHashMap<>();
            for (List<String> labels : family.members()) {
                String name = family.memberName(labels);
                Symbol symbol = formulas.get(labels);
                if (symbol == null) {
                    symbol = new Variable(
                            name, family.complex() ? Optional.of(WilsonFamily.imaginary(name)) : Optional.empty());
                }
                members.put(labels, symbol);
                draft.scope().add(name, symbol);
            }
            Symbol scalar = members.get(List.of());
            draft.scope()
                    .add(
                            family.name(),
                            scalar != null
                                    ? scalar
                                    : new Family(family.name(), family.sets(), family.complex(), members));
        }
    }
}

package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.penguinfit.likelihoods.expression.IndexSet;
import org.penguinfit.likelihoods.expression.LabelCombinations;
import org.penguinfit.likelihoods.expression.Symbol.IndexVariable;
import org.penguinfit.likelihoods.theory.TheoryParameter.Kind;
import org.penguinfit.likelihoods.theory.TheoryParameter.Part;

/**
 * A family of Wilson coefficients over flavours.
 *
 * @param template names of the members, with {@code {i}} for the label of index i
 * @param basis the WCxf basis that has those names, and its scale, such as {@link #STANDARD_BASIS}; empty if none has
 */
record WilsonFamily(
        String name,
        List<IndexVariable> indices,
        boolean complex,
        String template,
        String basis,
        double defaultValue,
        Optional<Range> range,
        String unit,
        String tex,
        String meaning) {
    /** What {@code wcxf} of a theory file means: the basis and the scale of docs/conventions.md. */
    static final String STANDARD_BASIS = "WET/flavio at 4.8 GeV";

    List<IndexSet> sets() {
        List<IndexSet> sets = new ArrayList<>();
        for (IndexVariable index : indices) {
            sets.add(index.set());
        }
        return sets;
    }

    List<List<String>> members() {
        return LabelCombinations.of(sets());
    }

    private List<String> variables() {
        List<String> variables = new ArrayList<>();
        for (IndexVariable index : indices) {
            variables.add(index.variable());
        }
        return variables;
    }

    /** Such as {@code CL_bsnutaunutau}. */
    String memberName(List<String> labels) {
        return NameTemplate.name(template, variables(), labels);
    }

    /** Such as {@code CL[tau,tau]}; the family's name for a scalar. */
    String bracketName(List<String> labels) {
        return labels.isEmpty() ? name : name + "[" + String.join(",", labels) + "]";
    }

    static String imaginary(String memberName) {
        return "Im(" + memberName + ")";
    }

    /** Every name by which fits may call the real or the imaginary part of a member, the canonical one first. */
    List<String> names(List<String> labels, Part part) {
        String member = memberName(labels);
        String bracket = bracketName(labels);
        List<String> names = new ArrayList<>();
        if (part == Part.REAL) {
            names.add(member);
            names.add(bracket);
        }
        if (complex) {
            String prefix = part == Part.REAL ? "Re(" : "Im(";
            names.add(prefix + member + ")");
            names.add(prefix + bracket + ")");
        }
        return List.copyOf(new LinkedHashSet<>(names));
    }

    /** The real parameters of a member that no model defines: one, or two of a complex one. */
    List<TheoryParameter> parameters(List<String> labels) {
        TheoryParameter real = parameter(labels, Part.REAL);
        return complex ? List.of(real, parameter(labels, Part.IMAGINARY)) : List.of(real);
    }

    private TheoryParameter parameter(List<String> labels, Part part) {
        List<String> names = names(labels, part);
        String shown = names.get(0);
        if (!tex.isEmpty()) {
            String prefix = !complex ? "" : part == Part.REAL ? "\\mathrm{Re}\\," : "\\mathrm{Im}\\,";
            shown = prefix + NameTemplate.tex(tex, variables(), labels);
        }
        return new TheoryParameter(
                names.get(0),
                names.subList(1, names.size()),
                Kind.WILSON,
                part,
                Optional.of(name),
                labels,
                basis.isEmpty() ? Optional.empty() : Optional.of(memberName(labels)),
                part == Part.REAL ? defaultValue : 0,
                range,
                Optional.empty(),
                unit,
                shown,
                meaning);
    }
}

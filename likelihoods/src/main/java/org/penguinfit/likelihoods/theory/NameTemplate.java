package org.penguinfit.likelihoods.theory;

import java.util.List;
import java.util.Set;

/** Fills flavours into names and LaTeX of the members of a family. */
final class NameTemplate {
    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega");

    private NameTemplate() {}

    /** {@code CL_bsnu{j}nu{i}} with each {@code {i}} replaced by its label. */
    static String name(String template, List<String> variables, List<String> labels) {
        String name = template;
        for (int k = 0; k < variables.size(); k++) {
            name = name.replace("{" + variables.get(k) + "}", labels.get(k));
        }
        return name;
    }

    /**
     * LaTeX with the flavours for the indices. Inside braces, letters that spell index variables are replaced, so
     * {@code C_L^{ij}} and {@code C_L^{\prime ij}} become {@code C_L^{\mu \tau}} and {@code C_L^{\prime \mu \tau}}.
     */
    static String tex(String template, List<String> variables, List<String> labels) {
        StringBuilder tex = new StringBuilder();
        int depth = 0;
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            int end = i + 1;
            if (c == '\\' || Character.isLetter(c)) {
                while (end < template.length() && Character.isLetter(template.charAt(end))) {
                    end++;
                }
                String word = template.substring(i, end);
                tex.append(depth > 0 && c != '\\' ? flavours(word, variables, labels) : word);
            } else {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                tex.append(c);
            }
            i = end;
        }
        return tex.toString();
    }

    /** The word itself, unless it consists of index variables. */
    private static String flavours(String word, List<String> variables, List<String> labels) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int found = -1;
            for (int k = 0; k < variables.size(); k++) {
                if (word.startsWith(variables.get(k), at)) {
                    found = k;
                }
            }
            if (found < 0) {
                return word;
            }
            String label = labels.get(found);
            text.append(text.length() == 0 ? "" : " ").append(GREEK.contains(label) ? "\\" + label : label);
            at += variables.get(found).length();
        }
        return text.toString();
    }
}

package org.penguinfit.fits.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LaTeX of names for which no theory file gives any, as those of measurements and tables are: rates and angular observables in
 * flavio's manner, such as {@code <P5p>(B0->K*mumu)[q2min=4,q2max=6]}, and Wilson coefficients, such as {@code C9p_bsmumu}.
 */
public final class NameTex {
    private static final Pattern OBSERVABLE =
            Pattern.compile("(<?)([A-Za-z0-9/]+)>?\\(([A-Za-z0-9+*]+)->([A-Za-z0-9+*]+)\\)(?:\\[(.*)])?");
    private static final Pattern COEFFICIENT =
            Pattern.compile("C(7|8|9|10|L|R|S|P|T)(p?)_(b[sdc])((?:nu)?(?:e|mu|tau))((?:nu)?(?:e|mu|tau))");
    private static final Pattern BIN = Pattern.compile("q2min=([0-9.]+),q2max=([0-9.]+)");
    private static final Pattern ANGULAR = Pattern.compile("([PSA])([0-9])(p?)");

    private static final Map<String, String> QUANTITIES = Map.of(
            "BR", "\\mathcal{B}",
            "dBR/dq2", "\\mathrm{d}\\mathcal{B}/\\mathrm{d}q^2",
            "Rmue", "R_{\\mu e}",
            "Rtaul", "R_{\\tau\\ell}",
            "FL", "F_L",
            "FLtot", "F_L",
            "AFB", "A_{\\mathrm{FB}}");

    /** Longer ones first, so that a name of which another is the beginning is found. */
    private static final Map<String, String> PARTICLES = particles();

    private NameTex() {}

    private static Map<String, String> particles() {
        Map<String, String> particles = new LinkedHashMap<>();
        String[][] known = {
            {"nunu", "\\nu\\bar\\nu"},
            {"tau", "\\tau"},
            {"phi", "\\phi"},
            {"B+", "B^+"},
            {"B0", "B^0"},
            {"Bs", "B_s"},
            {"K*", "K^*"},
            {"KS", "K_S"},
            {"D*", "D^*"},
            {"Xs", "X_s"},
            {"mu", "\\mu"},
            {"nu", "\\nu"},
            {"B", "B"},
            {"K", "K"},
            {"D", "D"},
            {"l", "\\ell"},
            {"e", "e"},
        };
        for (String[] pair : known) {
            particles.put(pair[0], pair[1]);
        }
        return Collections.unmodifiableMap(particles);
    }

    /** LaTeX in text mode: a formula if the name follows one of these patterns, else the name as it stands. */
    public static String text(String name) {
        return of(name).map(Tex::math).orElseGet(() -> Tex.text(name));
    }

    /** LaTeX for use inside a formula; empty if the name follows none of these patterns. */
    public static Optional<String> of(String name) {
        Matcher coefficient = COEFFICIENT.matcher(name);
        if (coefficient.matches()) {
            return Optional.of(coefficient(coefficient));
        }
        Matcher observable = OBSERVABLE.matcher(name);
        return observable.matches() ? observable(observable) : Optional.empty();
    }

    private static String coefficient(Matcher name) {
        String quarks = name.group(3).equals("bs") ? "" : name.group(3) + "\\,";
        String prime = name.group(2).isEmpty() ? "" : "\\prime\\,";
        String leptons = (name.group(4) + name.group(5)).replace("nu", "");
        return "C_{" + name.group(1) + "}^{" + prime + quarks
                + particles(leptons).orElse(leptons) + "}";
    }

    private static Optional<String> observable(Matcher name) {
        Optional<String> quantity = quantity(name.group(2));
        Optional<String> from = particles(name.group(3));
        Optional<String> to = particles(name.group(4));
        Optional<String> bin = bin(name.group(5));
        if (quantity.isEmpty() || from.isEmpty() || to.isEmpty() || bin.isEmpty()) {
            return Optional.empty();
        }
        String mean = name.group(1).isEmpty() ? quantity.get() : "\\langle " + quantity.get() + "\\rangle";
        return Optional.of(mean + "(" + from.get() + "\\to " + charged(to.get(), name.group(3)) + ")" + bin.get());
    }

    /** The kaon of the decay of a B has its charge. */
    private static String charged(String products, String decaying) {
        String charge = decaying.substring(decaying.length() - 1);
        return charge.equals("+") || charge.equals("0")
                ? products.replaceFirst("^K\\^\\*", "K^{*" + charge + "}").replaceFirst("^K(?= )", "K^" + charge)
                : products;
    }

    private static Optional<String> quantity(String word) {
        Matcher angular = ANGULAR.matcher(word);
        if (angular.matches()) {
            return Optional.of(angular.group(1) + "_" + angular.group(2)
                    + (angular.group(3).isEmpty() ? "" : "'"));
        }
        return Optional.ofNullable(QUANTITIES.get(word));
    }

    private static Optional<String> bin(@Nullable String written) {
        if (written == null) {
            return Optional.of("");
        }
        Matcher bin = BIN.matcher(written);
        return bin.matches() ? Optional.of("_{[" + bin.group(1) + ",\\," + bin.group(2) + "]}") : Optional.empty();
    }

    private static Optional<String> particles(String written) {
        StringBuilder latex = new StringBuilder();
        int at = 0;
        while (at < written.length()) {
            int from = at;
            for (Map.Entry<String, String> particle : PARTICLES.entrySet()) {
                if (at == from && written.startsWith(particle.getKey(), at)) {
                    latex.append(latex.isEmpty() ? "" : " ").append(particle.getValue());
                    at += particle.getKey().length();
                }
            }
            if (at == from) {
                return Optional.empty();
            }
        }
        return Optional.of(latex.toString());
    }
}

package org.penguinfit.fits.plot;

import java.util.Map;

/**
 * Reads LaTeX of labels as text for people where no LaTeX can be set: Greek letters, accents and operators as Unicode, raised
 * and lowered parts as HTML or behind {@code ^} and {@code _}. A command that is not known stands with its name.
 */
public final class TexText {
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("zeta", "ζ"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("xi", "ξ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("varphi", "φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("ell", "ℓ"),
            Map.entry("Gamma", "Γ"),
            Map.entry("Delta", "Δ"),
            Map.entry("Theta", "Θ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("Xi", "Ξ"),
            Map.entry("Pi", "Π"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Phi", "Φ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("Omega", "Ω"),
            Map.entry("Upsilon", "Υ"),
            Map.entry("prime", "′"),
            Map.entry("to", " → "),
            Map.entry("rightarrow", " → "),
            Map.entry("pm", "±"),
            Map.entry("mp", "∓"),
            Map.entry("times", " × "),
            Map.entry("cdot", "·"),
            Map.entry("le", " ≤ "),
            Map.entry("leq", " ≤ "),
            Map.entry("ge", " ≥ "),
            Map.entry("geq", " ≥ "),
            Map.entry("sim", "~"),
            Map.entry("approx", " ≈ "),
            Map.entry("neq", " ≠ "),
            Map.entry("infty", "∞"),
            Map.entry("cup", " ∪ "),
            Map.entry("surd", "√"),
            Map.entry("sqrt", "√"),
            Map.entry("langle", "⟨"),
            Map.entry("rangle", "⟩"),
            Map.entry("backslash", "\\"),
            Map.entry("ln", "ln "),
            Map.entry("log", "log "),
            Map.entry("ast", "*"),
            Map.entry("star", "*"),
            Map.entry("circ", "°"),
            Map.entry("dagger", "†"),
            Map.entry("quad", " "),
            Map.entry("qquad", " "),
            Map.entry("hbar", "ħ"),
            Map.entry("ldots", "…"),
            Map.entry("dots", "…"),
            Map.entry("in", " ∈ "),
            Map.entry("mid", "|"),
            Map.entry("partial", "∂"),
            Map.entry("sum", "Σ"));

    /** Accents stand behind their letter in Unicode. */
    private static final Map<String, String> ACCENTS = Map.of(
            "bar",
            "\u0304",
            "overline",
            "\u0304",
            "tilde",
            "\u0303",
            "hat",
            "\u0302",
            "vec",
            "\u20d7",
            "dot",
            "\u0307");

    private final String latex;
    private final boolean html;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean formula;

    private TexText(String latex, boolean html) {
        this.latex = latex;
        this.html = html;
    }

    /** Plain text, such as {@code Δχ²} of {@code $\Delta\chi^2$}. */
    public static String plain(String latex) {
        return read(latex, false).replace("^2", "²").replace("^3", "³");
    }

    /** Text for a page, escaped, with {@code sub} and {@code sup} and no other tag. */
    public static String html(String latex) {
        return read(latex, true);
    }

    private static String read(String latex, boolean html) {
        TexText reader = new TexText(latex, html);
        while (reader.at < latex.length()) {
            reader.readItem();
        }
        return reader.out.toString().replaceAll(" {2,}", " ").strip();
    }

    /** One letter, command or group. */
    private void readItem() {
        char c = latex.charAt(at++);
        switch (c) {
            case '$' -> formula = !formula;
            case '{' -> readGroup();
            case '}' -> {} // one too many
            case '\\' -> readCommand();
            case '^' -> readScript("sup", "^");
            case '_' -> readScript("sub", "_");
            case '~' -> write(" ");
            case ' ', '\n' -> write(formula ? "" : " ");
            case '-' -> write(formula ? "−" : hyphens());
            case '=' -> write(formula ? " = " : "=");
            case '\'' -> write(formula ? "′" : "’");
            default -> write(String.valueOf(c));
        }
    }

    /** Two hyphens are a dash, three a long one. */
    private String hyphens() {
        int from = at;
        while (at < latex.length() && latex.charAt(at) == '-' && at - from < 2) {
            at++;
        }
        return at == from ? "-" : at == from + 1 ? "–" : "—";
    }

    private void readGroup() {
        while (at < latex.length() && latex.charAt(at) != '}') {
            readItem();
        }
        at++;
    }

    private void readScript(String tag, String mark) {
        if (at >= latex.length()) {
            return;
        }
        if (html) {
            out.append('<').append(tag).append('>');
            readItem();
            out.append("</").append(tag).append('>');
        } else {
            int from = out.length();
            out.append(mark);
            readItem();
            if (out.length() > from + 1 && "*′".indexOf(out.charAt(from + 1)) >= 0) { // raised by themselves
                out.deleteCharAt(from);
            }
        }
    }

    private void readCommand() {
        int from = at;
        while (at < latex.length() && isLetter(latex.charAt(at))) {
            at++;
        }
        if (at == from) { // \, or \% and the like
            char c = at < latex.length() ? latex.charAt(at++) : ' ';
            write(",;: !\\".indexOf(c) >= 0 ? (c == '!' ? "" : " ") : String.valueOf(c));
            return;
        }
        String name = latex.substring(from, at);
        while (at < latex.length() && latex.charAt(at) == ' ') {
            at++;
        }
        if (ACCENTS.containsKey(name)) {
            readArgument();
            out.append(ACCENTS.get(name));
        } else if (name.endsWith("frac")) {
            readArgument();
            write("/");
            readArgument();
        } else if (SYMBOLS.containsKey(name)) {
            write(SYMBOLS.getOrDefault(name, name));
        } else if (name.startsWith("text")) {
            boolean before = formula;
            formula = false;
            readArgument();
            formula = before;
        } else if (!isSilent(name)) {
            write(name);
        }
    }

    /** Commands for the shape of letters or the size of brackets; their argument is read as what follows. */
    private static boolean isSilent(String name) {
        return name.startsWith("math")
                || name.startsWith("operatorname")
                || name.equals("rm")
                || name.equals("it")
                || name.equals("bf")
                || name.equals("left")
                || name.equals("right")
                || name.toLowerCase(java.util.Locale.ROOT).startsWith("big");
    }

    private void readArgument() {
        if (at < latex.length()) {
            readItem();
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void write(String text) {
        out.append(html ? text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") : text);
    }
}

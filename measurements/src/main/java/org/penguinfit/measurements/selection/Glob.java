package org.penguinfit.measurements.selection;

import java.util.regex.Pattern;

/** A text with {@code *} for any letters, none included; without one it stands for itself. */
public final class Glob {
    private final Pattern pattern;

    private Glob(Pattern pattern) {
        this.pattern = pattern;
    }

    /** A glob; every letter but {@code *} stands for itself. */
    public static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        String before = "";
        for (String part : text.split("\\*", -1)) {
            regex.append(before).append(Pattern.quote(part));
            before = ".*";
        }
        return new Glob(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** True if the whole text fits. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}

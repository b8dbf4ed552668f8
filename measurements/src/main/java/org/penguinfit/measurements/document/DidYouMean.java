package org.penguinfit.measurements.document;

import java.util.Collection;
import java.util.Locale;

/** Suggests the known name nearest to a misspelt one. */
public final class DidYouMean {
    /** Longer words are no misspelt names, and their distances would take long. */
    private static final int MAX_LENGTH = 200;

    /** A longer list of names helps nobody. */
    private static final int MAX_LISTED = 32;

    private DidYouMean() {}

    /**
     * A remedy such as {@code did you mean 'range'?}, or an empty text if nothing is near.
     *
     * @param word the name that is not known
     * @param known the names that are
     */
    public static String suggest(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        return nearest.isEmpty() ? "" : "did you mean '" + nearest + "'?";
    }

    /** The suggestion, or else the list of known names where it is short, or else an empty text. */
    public static String suggestOrList(String word, Collection<String> known) {
        String suggestion = suggest(word, known);
        if (!suggestion.isEmpty() || known.isEmpty() || known.size() > MAX_LISTED) {
            return suggestion;
        }
        return "known: " + String.join(", ", known);
    }

    /** The nearest name within a third of the word's length (at least 2 edits), or an empty text. */
    public static String nearest(String word, Collection<String> known) {
        int best = Math.max(2, word.length() / 3) + 1;
        String nearest = "";
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.length() > MAX_LENGTH) {
            return "";
        }
        for (String candidate : known) {
            int distance =
                    candidate.equalsIgnoreCase(word) ? 0 : distance(lower, candidate.toLowerCase(Locale.ROOT), best);
            if (distance < best && distance < Math.max(word.length(), candidate.length())) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Damerau–Levenshtein distance (optimal string alignment), cut off at {@code limit}. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

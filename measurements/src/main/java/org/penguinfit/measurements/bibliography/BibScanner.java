package org.penguinfit.measurements.bibliography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the entries of a BibTeX file and where each ends, and nothing more: entries are copied as they stand. A full parser
 * would take a tenth of a second of a short run (decision 14); the tests compare this one with such a parser.
 */
final class BibScanner {
    private static final Set<String> NO_ENTRIES = Set.of("comment", "string", "preamble");

    private BibScanner() {}

    /** The entries in file order; one whose braces do not close is left out, as all that follows belongs to it. */
    static List<BibEntry> entries(String text) {
        List<BibEntry> entries = new ArrayList<>();
        int at = text.indexOf('@');
        while (at >= 0) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : closingBrace(text, open);
            if (close < 0) {
                break;
            }
            String type = text.substring(at + 1, open).strip().toLowerCase(Locale.ROOT);
            int comma = text.indexOf(',', open);
            if (isWord(type) && !NO_ENTRIES.contains(type) && comma >= 0 && comma < close) {
                String entry = text.substring(at, close + 1);
                String key = text.substring(open + 1, comma).strip();
                entries.add(new BibEntry(key, field(entry, "eprint"), field(entry, "doi"), entry));
            }
            at = text.indexOf('@', isWord(type) ? close + 1 : at + 1);
        }
        return entries;
    }

    private static boolean isWord(String type) {
        for (int i = 0; i < type.length(); i++) {
            if (!Character.isLetter(type.charAt(i))) {
                return false;
            }
        }
        return !type.isEmpty();
    }

    /** Where the brace closes that opens at {@code open}, or −1; a brace after a backslash counts too, as in BibTeX. */
    private static int closingBrace(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The value of a field that stands at the start of a line or behind a comma, without quotes or braces; else empty. */
    static String field(String entry, String name) {
        for (int at = entry.indexOf(name); at >= 0; at = entry.indexOf(name, at + 1)) {
            int equals = skipBlanks(entry, at + name.length());
            int open = equals < entry.length() && entry.charAt(equals) == '=' ? skipBlanks(entry, equals + 1) : -1;
            char before = entry.charAt(at - 1);
            if (open > 0 && open < entry.length() && (before == ',' || Character.isWhitespace(before))) {
                int end = end(entry, open);
                return end < 0 ? "" : entry.substring(open + 1, end).strip();
            }
        }
        return "";
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String entry, int open) {
        char quote = entry.charAt(open);
        return quote == '{' ? closingBrace(entry, open) : quote == '"' ? entry.indexOf('"', open + 1) : -1;
    }
}

package org.penguinfit.measurements.exchange.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * YAML from maps, lists, texts, numbers and booleans, such that YAML 1.1 and 1.2 readers agree on it: texts that either could take
 * for something else are quoted.
 */
public final class YamlText {
    /** A map or list to be written on one line, {@code {a: 1}} or {@code [1, 2]}. */
    public record Flow(Object content) {}

    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.]?[0-9][-+.:_0-9a-fA-FxoT]*|[-+]?\\.(inf|nan)");
    private static final List<String> WORDS = List.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", "~");

    /** Longer keys need the explicit form; YAML allows 1024 characters with quotes and escapes. */
    private static final int LONGEST_KEY = 150;

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** The text of a block map, with a line break at its end. */
    public static String of(Map<String, ?> root) {
        YamlText writer = new YamlText();
        writer.map(root, 0, false);
        return writer.text.toString();
    }

    /** The text of a block list, with a line break at its end. */
    public static String of(List<?> root) {
        YamlText writer = new YamlText();
        writer.list(root, 0, false);
        return writer.text.toString();
    }

    private void map(Map<String, ?> map, int indent, boolean continued) {
        boolean first = continued;
        for (Map.Entry<String, ?> entry : map.entrySet()) {
            indent(first ? 0 : indent);
            first = false;
            String key = scalar(entry.getKey(), false);
            text.append(key.length() > LONGEST_KEY ? "? " + key + "\n" + " ".repeat(indent) + ":" : key + ":");
            value(entry.getValue(), indent);
        }
    }

    private void list(List<?> list, int indent, boolean continued) {
        boolean first = continued;
        for (Object item : list) {
            indent(first ? 0 : indent);
            first = false;
            text.append("- ");
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                map(keyed(map), indent + 2, true);
            } else if (item instanceof List<?> inner && !inner.isEmpty()) {
                list(inner, indent + 2, true);
            } else {
                flow(item, false);
                text.append('\n');
            }
        }
    }

    private void value(Object value, int indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('\n');
            map(keyed(map), indent + 2, false);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            list(list, indent + 2, false);
        } else {
            text.append(' ');
            flow(value, false);
            text.append('\n');
        }
    }

    private void flow(Object value, boolean inside) {
        Object content = value instanceof Flow flow ? flow.content() : value;
        if (content instanceof Map<?, ?> map) {
            text.append('{');
            String between = "";
            for (Map.Entry<String, ?> entry : keyed(map).entrySet()) {
                text.append(between).append(scalar(entry.getKey(), true)).append(": ");
                flow(entry.getValue(), true);
                between = ", ";
            }
            text.append('}');
        } else if (content instanceof List<?> list) {
            text.append('[');
            String between = "";
            for (Object item : list) {
                text.append(between);
                flow(item, true);
                between = ", ";
            }
            text.append(']');
        } else {
            text.append(scalar(content, inside));
        }
    }

    private void indent(int by) {
        text.append(" ".repeat(by));
    }

    @SuppressWarnings("unchecked") // keys are texts by the contract of of()
    private static Map<String, ?> keyed(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }

    private static String scalar(Object value, boolean inFlow) {
        if (value instanceof Double number) {
            return ShortestNumber.text(number);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        String word = String.valueOf(value);
        return isPlain(word, inFlow) ? word : quoted(word);
    }

    private static boolean isPlain(String word, boolean inFlow) {
        if (word.isEmpty() || !word.strip().equals(word) || hasUnprintable(word)) {
            return false;
        }
        boolean negative = word.length() > 1 && word.charAt(0) == '-' && Character.isDigit(word.charAt(1));
        if (!negative && "-?:,[]{}#&*!|>'\"%@`=".indexOf(word.charAt(0)) >= 0) {
            return false;
        }
        if (word.contains(": ") || word.contains(" #") || word.endsWith(":") || word.startsWith("---")) {
            return false;
        }
        if (inFlow && word.chars().anyMatch(c -> ",[]{}?".indexOf(c) >= 0)) {
            return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return !WORDS.contains(lower) && !NUMBER_LIKE.matcher(lower).matches();
    }

    private static boolean hasUnprintable(String word) {
        return word.codePoints().anyMatch(YamlText::isUnprintable);
    }

    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String quoted(String word) {
        StringBuilder quoted = new StringBuilder("\"");
        word.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (isUnprintable(c)) {
                quoted.append(
                        c > 0xFFFF
                                ? String.format(Locale.ROOT, "\\U%08X", c)
                                : String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}

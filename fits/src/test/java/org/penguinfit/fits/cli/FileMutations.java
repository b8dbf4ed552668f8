package org.penguinfit.fits.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can happen to the bytes of a YAML file, kind by kind; {@link Mutations} is one of them. */
final class FileMutations {
    /** One way to break a file. */
    enum Kind {
        CHARACTERS_AND_LINES,
        KEY_REMOVED,
        KEY_TWICE,
        KEY_RENAMED,
        OTHER_TYPE,
        INDENTATION,
        BYTES,
        ENCODING,
        NUMBER,
        NESTING,
        REPETITION,
        YAML_TRICK,
        LOOK_ALIKES,
        LINE_ENDS,
        SECOND_DOCUMENT
    }

    private static final Pattern KEY = Pattern.compile("(?m)[A-Za-z][A-Za-z0-9-]*(?=:( |$))");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?");
    private static final Pattern VALUE = Pattern.compile("(?m)(?<=: )[^\\s{\\[][^,}\\]\\n]*");

    private static final List<String> TYPES = List.of(
            "{}", "[]", "{a: 1}", "[1, [2]]", "true", "~", "12", "-0.5", "\"\"", "' '", "text", "2021-13-45", "'1e5'");
    private static final List<String> NUMBERS = List.of(
            "1e999",
            "-1e999",
            ".nan",
            ".inf",
            "-.Inf",
            "NaN",
            "Infinity",
            "1e-999",
            "0x1F",
            "0o17",
            "1_000",
            "1e",
            "--1",
            "1.2.3",
            "9".repeat(400),
            "0." + "0".repeat(400) + "1",
            "1e1000000000",
            "1e-2147483649",
            "-0",
            "٣",
            "½",
            "1,5",
            "0");
    private static final List<String> TRICKS = List.of(
            "&a ",
            "*a ",
            "!!str ",
            "!!binary ",
            "!!python/object:os.system ",
            "!include ",
            "<<: ",
            "? ",
            "| ",
            "> ",
            "%TAG ",
            "@",
            "`",
            "[",
            "{",
            "- ",
            "# ",
            "'",
            "\"");
    private static final List<String> LOOK_ALIKES = List.of(
            "\u2212",
            "\u2013",
            "\u00ad",
            "\u00a0",
            "\u200b",
            "\u200e",
            "\u202e",
            "\ufeff",
            "\u2028",
            "\u0085",
            "１",
            "：",
            "､",
            "±",
            "\ud83d\ude00",
            "e\u0301",
            "\u0000",
            "\u0007",
            "\u007f");

    private final Random random;
    private final Mutations mutations;

    FileMutations(Random random) {
        this.random = random;
        this.mutations = new Mutations(random);
    }

    /** The bytes of a file that was changed in one way. */
    byte[] of(String text, Kind kind) {
        return switch (kind) {
            case BYTES -> bytes(utf8(text));
            case ENCODING -> encoding(text);
            default -> utf8(changed(text, kind));
        };
    }

    private String changed(String text, Kind kind) {
        return switch (kind) {
            case KEY_REMOVED -> replaced(text, KEY, "");
            case KEY_TWICE -> lineTwice(text);
            case KEY_RENAMED -> renamed(text);
            case OTHER_TYPE -> replaced(text, VALUE, any(TYPES));
            case INDENTATION -> indented(text);
            case NUMBER -> replaced(text, NUMBER, any(NUMBERS));
            case NESTING -> replaced(text, VALUE, nested());
            case REPETITION -> repeated(text);
            case YAML_TRICK -> replaced(text, VALUE, any(TRICKS) + "x");
            case LOOK_ALIKES -> inserted(text, any(LOOK_ALIKES));
            case LINE_ENDS ->
                text.replace("\n", any(List.of("\r", "\r\n", "\n\r", "\u0085", "\u2028", "\n\t", "\n\n ")));
            case SECOND_DOCUMENT ->
                inserted(text, any(List.of("\n---\n", "\n...\n", "\n--- {a: 1}\n", "%YAML 1.2\n---\n")));
            default -> mutations.of(text);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String inserted(String text, String what) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + what + text.substring(at);
    }

    /** Replaces one of the places that a pattern finds. */
    private String replaced(String text, Pattern pattern, String by) {
        Matcher matcher = pattern.matcher(text);
        int places = (int) matcher.results().count();
        if (places == 0) {
            return inserted(text, by);
        }
        int chosen = random.nextInt(places);
        matcher.reset();
        for (int i = 0; i <= chosen; i++) {
            matcher.find();
        }
        return text.substring(0, matcher.start()) + by + text.substring(matcher.end());
    }

    private String renamed(String text) {
        List<String> keys =
                KEY.matcher(text).results().map(m -> m.group()).distinct().toList();
        String key = any(keys);
        int at = random.nextInt(key.length());
        String other = switch (random.nextInt(3)) {
            case 0 -> key.substring(0, at) + key.substring(at + 1);
            case 1 -> key.substring(0, at) + "q" + key.substring(at);
            default -> key + "s";
        };
        return replaced(text, Pattern.compile(Pattern.quote(key) + "(?=:)"), other.isEmpty() ? "q" : other);
    }

    private String lineTwice(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        lines.add(at, lines.get(at));
        return String.join("\n", lines);
    }

    private String indented(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        int end = Math.min(lines.size(), at + 1 + random.nextInt(3));
        String more = any(List.of(" ", "   ", "\t", " \t", "\u00a0", "        "));
        for (int i = at; i < end; i++) {
            String line = lines.get(i);
            lines.set(i, random.nextBoolean() ? more + line : line.stripLeading());
        }
        return String.join("\n", lines);
    }

    private String nested() {
        int depth = random.nextBoolean() ? 70 : 5000;
        String open = any(List.of("[", "{a: ", "- ", "[{b: "));
        String close = open.equals("[") ? "]" : open.equals("{a: ") ? "}" : open.equals("- ") ? "" : "}]";
        return open.repeat(depth) + "1" + (random.nextBoolean() ? close.repeat(depth) : "");
    }

    /** One line, or one value, ten thousand times. */
    private String repeated(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        lines.set(at, random.nextBoolean() ? (line + "\n").repeat(10_000) : line + " ± 1, [1".repeat(10_000));
        return String.join("\n", lines);
    }

    private byte[] bytes(byte[] bytes) {
        byte[] changed = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            case 1 -> changed[random.nextInt(changed.length)] = (byte) (0x80 + random.nextInt(0x80));
            case 2 -> {
                byte[] noise = new byte[1 + random.nextInt(64)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, changed, 0, Math.min(noise.length, changed.length));
            }
            default -> changed = Arrays.copyOf(changed, changed.length + 1 + random.nextInt(64)); // zero bytes
        }
        return changed;
    }

    private byte[] encoding(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 1 -> text.getBytes(StandardCharsets.UTF_16);
            case 2 -> (text + "±").getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> utf8("\ufeff\ufeff" + text);
            default -> joined(utf8(text), new byte[] {(byte) 0xC0, (byte) 0xAF, (byte) 0xED, (byte) 0xA0, (byte) 0x80});
        };
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}

package org.penguinfit.fits.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What careless or hostile hands do to a text file. */
final class Mutations {
    /** Values that have broken programs. */
    private static final List<String> NASTY = List.of(
            "",
            "~",
            "[]",
            "{}",
            "[[]]",
            "{a: 1}",
            "-1",
            "0",
            "-0.0",
            "1e400",
            "1e308",
            "1e-320",
            ".nan",
            "Infinity",
            "true",
            "0x1F",
            "1_000",
            "1e",
            "'",
            "\"",
            "\"\\0\"",
            "\"\\n\"",
            "名前",
            "😀",
            "*a",
            "&a b",
            "!!str x",
            "<<",
            "2021-02-30",
            "90",
            "0%",
            "9σ",
            "\"1:1\"",
            "\"-1e300:1e300\"",
            "0 ± 0",
            "1 ± 1e-300",
            "1e300 ± 1e300",
            "< 1 @ 40% CL",
            "1 */ 1",
            "1/0",
            "1/x",
            "x^x",
            "x^300",
            "1e300*x*1e300",
            "exp(exp(exp(x)))",
            "log(x)",
            "sum(i in n, j in n, k in n: 1)",
            "C",
            "(",
            "((((1",
            "x'",
            "..",
            "/dev/zero",
            "\u2028",
            "\u200b",
            "−5",
            "１");

    private static final String MARKS = ",:[]{}'\"-+*/^()#&!|>%@`<=.eE±019 \n\t~?\\";

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** The text with one to three changes. */
    String of(String text) {
        String changed = text;
        for (int left = 1 + random.nextInt(3); left > 0 && !changed.isEmpty(); left--) {
            changed = random.nextBoolean() ? inCharacters(changed) : inLines(changed);
        }
        return changed;
    }

    private String inCharacters(String text) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(30));
        String head = text.substring(0, at);
        return switch (random.nextInt(7)) {
            case 0 -> head; // truncated
            case 1 -> head + text.substring(end);
            case 2 -> head + text.substring(at, end) + text.substring(at);
            case 3 -> head + nasty() + text.substring(at);
            case 4 -> head + (char) random.nextInt(0x300) + text.substring(at);
            case 5 -> text.replace("\n", random.nextBoolean() ? "\r\n" : "\r");
            default -> head + MARKS.charAt(random.nextInt(MARKS.length())) + text.substring(at + random.nextInt(2));
        };
    }

    private String inLines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.set(at, " ".repeat(random.nextInt(7)) + line.strip());
            case 4 -> lines.set(at, line + "x".repeat(random.nextInt(3) * 10_000));
            default -> lines.set(at, withNastyValue(line));
        }
        return String.join("\n", lines);
    }

    /** Replaces what stands behind one colon, to the next comma or bracket. */
    private String withNastyValue(String line) {
        int colon = line.indexOf(": ", random.nextInt(line.length() + 1));
        if (colon < 0) {
            return line;
        }
        int end = colon + 2;
        while (end < line.length() && ",}]".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, colon + 2) + nasty() + line.substring(end);
    }

    private String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }
}

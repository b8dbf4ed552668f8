package org.penguinfit.fits.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.cli.Penguinfit;
import org.penguinfit.fits.result.Version;

/**
 * A reader who works through one document in an empty folder: writes every YAML block that says {@code # file: NAME}, runs
 * every command, and compares what is printed with the text block that follows. A process cannot change its folder, so
 * names of files become absolute paths on the way in and relative ones on the way out.
 */
final class Walkthrough {
    private static final String FILE = "# file: ";
    private static final String SKIPPED = "…";
    private static final int PROGRAM_WORDS = 3; // java -jar fits/target/penguinfit.jar

    private final Path folder;
    private final String place;
    private final List<String> problems = new ArrayList<>();
    private int commands;

    Walkthrough(Path folder, String place) {
        this.folder = folder;
        this.place = place;
    }

    /** What differs from the document, one sentence each. */
    List<String> problems() {
        return problems;
    }

    /** How many commands were run. */
    int commands() {
        return commands;
    }

    void follow(MarkdownPage page) throws IOException {
        for (MarkdownPage.Block block : page.blocks()) {
            writeFile(block);
        }
        String printed = null;
        int printedBy = -1;
        int end = -1;
        for (MarkdownPage.Block block : page.blocks()) {
            if (block.language().equals("sh")) {
                printed = run(ShellBlock.of(block), block.line());
                printedBy = block.line();
                end = block.line() + block.lines().size() + 1;
            } else if ((block.language().equals("text") || block.language().equals("json"))
                    && printed != null
                    && block.after() == end
                    && printedBy > 0) {
                compare(block, printed);
            }
        }
    }

    private void writeFile(MarkdownPage.Block block) throws IOException {
        if (block.lines().isEmpty() || !block.lines().get(0).startsWith(FILE)) {
            return;
        }
        Path file = folder.resolve(block.lines().get(0).substring(FILE.length()).strip());
        if (Files.exists(file)) {
            problems.add(place + ":" + block.line() + ": the file " + folder.relativize(file) + " stands there twice");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean json = file.toString().endsWith(".json"); // which has no comments
        List<String> lines = json ? block.lines().subList(1, block.lines().size()) : block.lines();
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private String run(ShellBlock block, int line) throws IOException {
        StringBuilder printed = new StringBuilder();
        int code = 0;
        for (List<String> words : block.commands()) {
            commands++;
            if (words.get(0).equals("cat")) {
                printed.append(Files.readString(folder.resolve(words.get(1))));
                continue;
            }
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            String[] arguments = arguments(words.subList(PROGRAM_WORDS, words.size()));
            code = Penguinfit.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
            printed.append(out).append(err);
        }
        if (code != block.exitCode()) {
            problems.add(place + ":" + line + ": exit code " + code + ", not " + block.exitCode() + ": " + printed);
        }
        return printed.toString()
                .replace(folder + "/", "")
                .replace("Penguinfit " + Version.current(), "Penguinfit " + Repository.version())
                .replace("\"version\" : \"" + Version.current(), "\"version\" : \"" + Repository.version());
    }

    private String[] arguments(List<String> words) {
        List<String> arguments = new ArrayList<>();
        boolean hasOutput = false;
        for (int i = 0; i < words.size(); i++) {
            boolean isOutput = i > 0 && words.get(i - 1).equals("-o");
            hasOutput |= isOutput;
            isOutput |= i == 2 && words.get(0).equals("convert");
            boolean isFile = isOutput || Files.exists(folder.resolve(words.get(i)));
            arguments.add(isFile ? folder.resolve(words.get(i)).toString() : words.get(i));
        }
        if (words.size() > 1 && words.get(0).equals("run") && !words.get(1).startsWith("-") && !hasOutput) {
            String name = words.get(1).replaceFirst("\\.yaml$", "");
            arguments.add("-o");
            arguments.add(folder.resolve("penguinfit-out").resolve(name).toString());
        }
        return arguments.toArray(new String[0]);
    }

    /** Line by line; a line with only … stands for any number of lines. */
    private void compare(MarkdownPage.Block block, String printed) {
        List<String> actual = printed.lines().map(String::stripTrailing).toList();
        int next = 0;
        boolean free = false;
        for (int i = 0; i < block.lines().size(); i++) {
            String expected = block.lines().get(i).stripTrailing();
            if (expected.strip().equals(SKIPPED)) {
                free = true;
                continue;
            }
            int at = free ? next + actual.subList(next, actual.size()).indexOf(expected) : next;
            boolean found = at >= next && at < actual.size() && actual.get(at).equals(expected);
            if (!found) {
                problems.add(
                        place + ":" + (block.line() + 1 + i) + ": not printed: '" + expected + "' but\n" + printed);
                return;
            }
            next = at + 1;
            free = false;
        }
        if (!free && next < actual.size()) {
            problems.add(place + ":" + block.line() + ": printed besides: '" + actual.get(next) + "'");
        }
    }
}

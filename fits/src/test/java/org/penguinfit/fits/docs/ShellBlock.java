package org.penguinfit.fits.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands of one code block for a shell.
 *
 * @param commands those that start with the program, in order, split into words without quotes
 * @param exitCode what the last one must return
 */
record ShellBlock(List<List<String>> commands, int exitCode) {
    private static final String PROGRAM = "java -jar fits/target/penguinfit.jar";
    private static final String CAT = "cat ";
    private static final String EXIT = "exit=";

    static ShellBlock of(MarkdownPage.Block block) {
        List<List<String>> commands = new ArrayList<>();
        for (String line :
                String.join("\n", block.lines()).replace("\\\n", " ").lines().toList()) {
            for (String part : line.split("&&", -1)) {
                String command = part.strip();
                if (command.startsWith(PROGRAM) || command.startsWith(CAT)) {
                    commands.add(words(command));
                }
            }
        }
        int exitCode = 0;
        for (String word : block.info().split(" ", -1)) {
            exitCode = word.startsWith(EXIT) ? Integer.parseInt(word.substring(EXIT.length())) : exitCode;
        }
        return new ShellBlock(commands, exitCode);
    }

    /** Words of a command line; single and double quotes hold a word together. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean open = false;
        for (char c : (command + " ").toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (c == '#' && !open) {
                break;
            } else if (c == ' ') {
                if (open) {
                    words.add(word.toString());
                }
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        return words;
    }
}

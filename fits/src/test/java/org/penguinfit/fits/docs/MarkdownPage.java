package org.penguinfit.fits.docs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a Markdown file as the tests need: fenced blocks, links, headings. */
record MarkdownPage(List<Block> blocks, List<Line> prose) {
    /**
     * A fenced block.
     *
     * @param info the words behind the opening fence, such as {@code sh exit=2}
     * @param lines what stands inside
     * @param line line of the opening fence, from 1
     * @param after line of the fence that closes the block before it; 0 if anything but blank lines stands between
     */
    record Block(String info, List<String> lines, int line, int after) {
        String language() {
            return info.split(" ", 2)[0];
        }
    }

    /** A line outside fenced blocks; {@code number} from 1. */
    record Line(String text, int number) {}

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");
    private static final String FENCE = "```";

    static MarkdownPage parse(String text) {
        List<Block> blocks = new ArrayList<>();
        List<Line> prose = new ArrayList<>();
        List<String> inside = null;
        String info = "";
        int opened = 0;
        int touching = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith(FENCE)) {
                if (inside == null) {
                    info = line.substring(FENCE.length()).strip();
                    inside = new ArrayList<>();
                    opened = number;
                } else {
                    blocks.add(new Block(info, List.copyOf(inside), opened, touching));
                    inside = null;
                    touching = number;
                }
            } else if (inside != null) {
                inside.add(line);
            } else {
                prose.add(new Line(line, number));
                touching = line.isBlank() ? touching : 0;
            }
        }
        if (inside != null) {
            throw new IllegalArgumentException("line " + opened + ": a code block is not closed");
        }
        return new MarkdownPage(List.copyOf(blocks), List.copyOf(prose));
    }

    /** Targets of all links, as written. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        for (Line line : prose) {
            Matcher link = LINK.matcher(CODE_SPAN.matcher(line.text()).replaceAll("`code`"));
            while (link.find()) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    /** Anchors of all headings, as GitHub and Forgejo make them. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        for (Line line : prose) {
            if (line.text().startsWith("#")) {
                String heading = line.text().replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT);
                anchors.add(heading.replaceAll("[^\\p{L}\\p{Nd} _-]", "").replace(' ', '-'));
            }
        }
        return anchors;
    }

    /** Code spans of the prose, without their backticks. */
    List<String> codeSpans() {
        List<String> spans = new ArrayList<>();
        for (Line line : prose) {
            Matcher span = CODE_SPAN.matcher(line.text());
            while (span.find()) {
                spans.add(span.group().replace("`", ""));
            }
        }
        return spans;
    }

    /** All that is written as code in the sections whose heading holds a word: blocks and code spans. */
    String codeOfSection(String word) {
        int from = 0;
        int to = Integer.MAX_VALUE;
        StringBuilder code = new StringBuilder();
        for (Line line : prose) {
            if (line.text().startsWith("## ")) {
                if (from > 0 && to == Integer.MAX_VALUE) {
                    to = line.number();
                }
                if (from == 0 && line.text().contains(word)) {
                    from = line.number();
                }
            }
        }
        for (Line line : prose) {
            if (from > 0 && line.number() > from && line.number() < to) {
                Matcher span = CODE_SPAN.matcher(line.text());
                while (span.find()) {
                    code.append(span.group()).append('\n');
                }
            }
        }
        for (Block block : blocks) {
            if (from > 0 && block.line() > from && block.line() < to) {
                code.append(String.join("\n", block.lines())).append('\n');
            }
        }
        return code.toString();
    }
}

package org.penguinfit.measurements.exchange.eos;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of EOS, {@code prefix::name[@suffix][;key=value,…]}.
 *
 * @param name everything before the options, such as {@code B_q->ll::BR@Untagged}
 * @param suffix behind the {@code @}, such as {@code CMS:2013B}; empty if there is none
 * @param options by key, sorted
 */
record QualifiedName(String name, String suffix, Map<String, String> options) {
    private static final Pattern GRAMMAR =
            Pattern.compile("(?<name>[^@;\\s]+::[^@;\\s]+(?:@(?<suffix>[A-Za-z0-9.:()+_-]+))?)(?:;(?<options>\\S+))?");

    QualifiedName {
        options = Map.copyOf(options);
    }

    /** The parts of a name; nothing if it is none. */
    static Optional<QualifiedName> parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> options = new TreeMap<>();
        String list = matcher.group("options");
        for (String option : list == null ? new String[0] : list.split(",", -1)) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                return Optional.empty();
            }
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        String suffix = matcher.group("suffix");
        return Optional.of(new QualifiedName(matcher.group("name"), suffix == null ? "" : suffix, options));
    }

    /** The same name with more options; those given here win, as they do in EOS. */
    QualifiedName with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(options);
        all.putAll(more);
        return new QualifiedName(name, suffix, all);
    }

    /** The full name, options sorted by key. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        char before = ';';
        for (Map.Entry<String, String> option : new TreeMap<>(options).entrySet()) {
            text.append(before).append(option.getKey()).append('=').append(option.getValue());
            before = ',';
        }
        return text.toString();
    }
}

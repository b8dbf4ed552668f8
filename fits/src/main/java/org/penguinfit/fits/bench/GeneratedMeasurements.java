package org.penguinfit.fits.bench;

import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.random.RandomStreams;

/**
 * Measurement files of any size that look like those of the library: every kind of value string, likelihood blocks,
 * correlated pairs, chains of results that supersede each other, averages with their components, derived results. The same
 * text for the same seed and numbers.
 */
final class GeneratedMeasurements {
    /** What stands before the first measurement of a file. */
    static final String HEADER = "\"@metadata@\":\n  schema: measurements/1\n  title: Generated measurements\n\n";

    /** Relations lead back to one of so many measurements before: a group works on one topic for a while. */
    private static final int MEMORY = 50;

    private static final int COMPONENTS = 4;

    private static final List<String> MESONS = List.of("B+", "B0", "Bs", "D0", "K+");
    private static final List<String> FINAL_STATES =
            List.of("Knunu", "K*nunu", "Kmumu", "K*ee", "mumu", "tautau", "pilnu", "Dtaunu");
    private static final List<String> EXPERIMENTS = List.of("BaBar", "Belle", "Belle II", "LHCb", "CMS");

    private final UniformRandomProvider random;

    private GeneratedMeasurements(UniformRandomProvider random) {
        this.random = random;
    }

    /**
     * One file.
     *
     * @param seed of all files of a study
     * @param from number of its first measurement, from 0; relations lead back to measurements of earlier files
     * @param to number behind its last one
     */
    static String file(long seed, int from, int to) {
        UniformRandomProvider random = RandomStreams.of(seed, "generated measurements").stream(from);
        GeneratedMeasurements generator = new GeneratedMeasurements(random);
        StringBuilder text = new StringBuilder(HEADER);
        for (int number = from; number < to; number++) {
            generator.entry(number, text);
        }
        return text.toString();
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "Generated result %06d", number);
    }

    private void entry(int number, StringBuilder text) {
        int year = 2000 + number % 25;
        text.append(name(number)).append(":\n  experiment: ").append(any(EXPERIMENTS));
        text.append("\n  inspire: Author:").append(year).append("x").append(number / 2);
        text.append("\n  arxiv: \"").append(String.format(Locale.ROOT, "%02d01.%05d", year % 100, number % 100_000));
        text.append("\"\n  date: ")
                .append(year)
                .append('-')
                .append(String.format(Locale.ROOT, "%02d-17", 1 + draw(12)));
        relation(number, text);
        text.append("  tags: [generated, ")
                .append(number % 2 == 0 ? "even" : "odd")
                .append("]\n");
        text.append("  extraction: {where: \"Table ")
                .append(1 + draw(9))
                .append(", row ")
                .append(1 + draw(30));
        text.append("\"}\n  dataset: {lumi: ").append(1 + draw(900)).append(" /fb}\n  values:\n");
        values(text);
    }

    private void relation(int number, StringBuilder text) {
        int kind = draw(20);
        if (number < MEMORY || kind > 3) {
            text.append('\n');
        } else if (kind < 2) {
            text.append("\n  supersedes: ").append(earlier(number)).append('\n');
        } else if (kind == 2) {
            text.append("\n  status: derived\n  derived-from: [")
                    .append(earlier(number))
                    .append("]\n");
        } else {
            text.append("\n  status: average\n  components: [").append(earlier(number));
            for (int i = 1; i < COMPONENTS; i++) {
                text.append(", ").append(earlier(number));
            }
            text.append("]\n");
        }
    }

    private String earlier(int number) {
        return name(number - 1 - draw(MEMORY));
    }

    private void values(StringBuilder text) {
        if (draw(10) == 0) {
            pair(text);
            return;
        }
        int bin = draw(10);
        text.append("    - {name: ").append(observable("BR"));
        text.append(", q2min: ").append(bin).append(", q2max: ").append(bin + 1).append(", ");
        if (draw(8) == 0) {
            text.append("likelihood: {type: upper-limit, limit: ")
                    .append(number())
                    .append("e-5, cl: 90%, ");
            text.append("method: gaussian-from-central, central: 0.1e-5}");
        } else {
            text.append("value: \"").append(valueString()).append('"');
        }
        text.append("}\n");
    }

    /** Two observables with a correlation. */
    private void pair(StringBuilder text) {
        String central = number();
        text.append("    ")
                .append(observable("FL"))
                .append(": ")
                .append(central)
                .append(" ± 0.2\n");
        text.append("    ")
                .append(observable("AFB"))
                .append(": -")
                .append(central)
                .append(" ± 0.3\n");
        text.append("  correlation: 0.").append(draw(10)).append('\n');
    }

    private String observable(String what) {
        return what + "(" + any(MESONS) + "->" + any(FINAL_STATES) + ")";
    }

    private String valueString() {
        String central = number();
        return switch (draw(7)) {
            case 0 -> central + " ± 0.4 e-5";
            case 1 -> central + " ± 0.5 (stat) +0.5 -0.4 (syst) e-5";
            case 2 -> central + " +1.3 -1.2 e-5";
            case 3 -> central + "(3)(1) e-2";
            case 4 -> "< " + central + "e-5 @ 90% CL";
            case 5 -> "[0, " + central + "] e-5";
            default -> central + "e-3 */ 2";
        };
    }

    /** From 0.20 to 9.99, so that the last digit counts. */
    private String number() {
        return String.format(Locale.ROOT, "%.2f", (20 + draw(980)) / 100.0);
    }

    private String any(List<String> words) {
        return words.get(draw(words.size()));
    }

    private int draw(int below) {
        return random.nextInt(below);
    }
}

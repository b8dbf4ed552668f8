package org.penguinfit.measurements;

import java.util.List;

/**
 * Which measurements are in force at a date.
 *
 * @param used those in force, in file order
 * @param skipped the others, each with its reason, in file order
 */
public record Selection(List<Measurement> used, List<Skipped> skipped) {
    /**
     * A measurement left out.
     *
     * @param name its name
     * @param reason such as {@code superseded by 'Belle II BKnunu 2023'}
     */
    public record Skipped(String name, String reason) {}

    public Selection {
        used = List.copyOf(used);
        skipped = List.copyOf(skipped);
    }
}

package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a picture shows of a task. */
public enum PlotKind {
    /** Δχ² along each parameter, with the levels as lines. */
    PROFILE(EnumSet.of(TaskConfig.Type.ONE_AT_A_TIME, TaskConfig.Type.PROFILE)),
    /** Filled regions of each pair of parameters. */
    CONTOUR(EnumSet.of(TaskConfig.Type.CONTOUR)),
    /** Pulls of the measurements at the best minimum. */
    PULLS(EnumSet.of(
            TaskConfig.Type.ONE_AT_A_TIME, TaskConfig.Type.FIT, TaskConfig.Type.PROFILE, TaskConfig.Type.CONTOUR)),
    /** Correlations of the parameters at the best minimum. */
    CORRELATION(EnumSet.of(TaskConfig.Type.FIT, TaskConfig.Type.PROFILE, TaskConfig.Type.CONTOUR)),
    /** Sets of each parameter, and its limits, against time. */
    EVOLUTION(EnumSet.of(TaskConfig.Type.EVOLUTION)),
    /** −2 ln L of each measurement against its observable. */
    TERMS(EnumSet.of(
            TaskConfig.Type.ONE_AT_A_TIME,
            TaskConfig.Type.FIT,
            TaskConfig.Type.PROFILE,
            TaskConfig.Type.CONTOUR,
            TaskConfig.Type.LIMIT));

    @SuppressWarnings("ImmutableEnumChecker") // a copy that is never modified
    private final Set<TaskConfig.Type> types;

    PlotKind(EnumSet<TaskConfig.Type> types) {
        this.types = Set.copyOf(types);
    }

    /** The word in the config and in results.json. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether tasks of that type have such a picture. */
    public boolean fits(TaskConfig.Type type) {
        return types.contains(type);
    }

    /** Whether one picture can show several tasks. */
    public boolean overlays() {
        return this == PROFILE || this == CONTOUR;
    }

    /** The kind of a word. */
    public static Optional<PlotKind> of(String key) {
        for (PlotKind kind : values()) {
            if (kind.key().equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** All words. */
    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (PlotKind kind : values()) {
            keys.add(kind.key());
        }
        return keys;
    }

    /** The picture that says most about a task of a type; empty if there is none. */
    public static Optional<PlotKind> usual(TaskConfig.Type type) {
        return switch (type) {
            case ONE_AT_A_TIME, PROFILE -> Optional.of(PROFILE);
            case CONTOUR -> Optional.of(CONTOUR);
            case FIT -> Optional.of(CORRELATION);
            case EVOLUTION -> Optional.of(EVOLUTION);
            default -> Optional.empty();
        };
    }
}

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
    PROFILE(
            EnumSet.of(TaskConfig.Type.ONE_AT_A_TIME, TaskConfig.Type.PROFILE),
            EnumSet.of(Key.PARAMETERS, Key.OVERLAY)),
    /** Filled regions of each pair of parameters. */
    CONTOUR(EnumSet.of(TaskConfig.Type.CONTOUR), EnumSet.of(Key.PARAMETERS, Key.OVERLAY)),
    /** Pulls of the measurements at the best minimum. */
    PULLS(
            EnumSet.of(
                    TaskConfig.Type.ONE_AT_A_TIME,
                    TaskConfig.Type.FIT,
                    TaskConfig.Type.PROFILE,
                    TaskConfig.Type.CONTOUR),
            EnumSet.noneOf(Key.class)),
    /** Correlations of the parameters at the best minimum. */
    CORRELATION(
            EnumSet.of(TaskConfig.Type.FIT, TaskConfig.Type.PROFILE, TaskConfig.Type.CONTOUR),
            EnumSet.of(Key.PARAMETERS)),
    /** Sets of each parameter, and its limits, against time. */
    EVOLUTION(EnumSet.of(TaskConfig.Type.EVOLUTION), EnumSet.of(Key.PARAMETERS)),
    /** −2 ln L of each measurement against its observable. */
    TERMS(
            EnumSet.of(
                    TaskConfig.Type.ONE_AT_A_TIME,
                    TaskConfig.Type.FIT,
                    TaskConfig.Type.PROFILE,
                    TaskConfig.Type.CONTOUR,
                    TaskConfig.Type.LIMIT),
            EnumSet.noneOf(Key.class)),
    /** Filled outlines of the image of the points that pass cuts. */
    REGION(EnumSet.of(TaskConfig.Type.REGION), EnumSet.of(Key.AXES, Key.OVERLAY)),
    /** Predictions along a parameter, with bands, the Standard Model and measurements. */
    CURVE(EnumSet.of(TaskConfig.Type.CURVE), EnumSet.of(Key.OBSERVABLES, Key.OVERLAY)),
    /** Predictions at points, and measurements, as bars over the value at the first point. */
    PREDICTIONS(EnumSet.of(TaskConfig.Type.PREDICT), EnumSet.of(Key.OBSERVABLES)),
    /** The points that pass cuts, in the plane of two columns of the scan. */
    SCATTER(EnumSet.of(TaskConfig.Type.SCAN), EnumSet.of(Key.AXES, Key.OVERLAY));

    /** Keys of a plot that not every kind takes. */
    public enum Key {
        PARAMETERS("parameters"),
        OBSERVABLES("observables"),
        OVERLAY("overlay"),
        /** The keys {@code x} and {@code y}. */
        AXES("x", "y");

        @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
        private final List<String> words;

        Key(String... words) {
            this.words = List.of(words);
        }

        /** As they stand in the config. */
        List<String> words() {
            return words;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // a copy that is never modified
    private final Set<TaskConfig.Type> types;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that is never modified
    private final Set<Key> taken;

    PlotKind(EnumSet<TaskConfig.Type> types, EnumSet<Key> taken) {
        this.types = Set.copyOf(types);
        this.taken = Set.copyOf(taken);
    }

    /** The word in the config and in results.json. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether tasks of that type have such a picture. */
    public boolean fits(TaskConfig.Type type) {
        return types.contains(type);
    }

    /** Whether plots of this kind may have that key. */
    boolean takes(Key key) {
        return taken.contains(key);
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

    /** The words of all kinds that take a key. */
    static List<String> taking(Key key) {
        List<String> keys = new ArrayList<>();
        for (PlotKind kind : values()) {
            if (kind.takes(key)) {
                keys.add(kind.key());
            }
        }
        return keys;
    }

    /** The picture that says most about a task of a type; empty if there is none, or if it must be told what to show. */
    public static Optional<PlotKind> usual(TaskConfig.Type type) {
        return switch (type) {
            case ONE_AT_A_TIME, PROFILE -> Optional.of(PROFILE);
            case CONTOUR -> Optional.of(CONTOUR);
            case FIT -> Optional.of(CORRELATION);
            case EVOLUTION -> Optional.of(EVOLUTION);
            case REGION -> Optional.of(REGION);
            case CURVE -> Optional.of(CURVE);
            case PREDICT -> Optional.of(PREDICTIONS);
            case SCAN -> Optional.of(SCATTER);
            default -> Optional.empty();
        };
    }
}

package org.penguinfit.fits.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the theory writes what a result names.
 *
 * @param parameters name in the result → how it is written
 * @param observables the same for observables
 */
public record Names(Map<String, Name> parameters, Map<String, Name> observables) {
    /** Nothing is known. */
    public static final Names NONE = new Names(Map.of(), Map.of());

    public Names {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        observables = Collections.unmodifiableMap(new LinkedHashMap<>(observables));
    }

    /** That of a parameter or an observable. */
    public Optional<Name> of(String name) {
        Name parameter = parameters.get(name);
        return Optional.ofNullable(parameter == null ? observables.get(name) : parameter);
    }

    /**
     * One of them.
     *
     * @param tex its LaTeX in math mode, without dollars; empty if the theory gives none
     * @param unit such as {@code GeV}; {@code 1} if dimensionless
     */
    public record Name(String tex, String unit) {}
}

package org.penguinfit.likelihoods.theory;

import java.util.List;
import java.util.Optional;

/**
 * A real parameter of a theory.
 *
 * @param name canonical name, such as {@code CL_bsnutaunutau}, {@code Im(CL_bsnutaunutau)} or {@code ff_BK}
 * @param aliases other names of the same parameter, such as {@code Re(CL_bsnutaunutau)} and {@code CL[tau,tau]}
 * @param kind what it is
 * @param part which part of a coefficient it is; REAL for all that is not complex
 * @param family the family of a Wilson coefficient, such as {@code CL}
 * @param indices its labels in the family, empty for a scalar
 * @param wcxf the coefficient's name in its WCxf basis; empty if that basis does not have it
 * @param defaultValue its value where a fit says nothing; the central value of a nuisance parameter
 * @param range the values it may take; empty if all
 * @param constraint of a nuisance parameter
 * @param unit such as {@code GeV}; {@code 1} if dimensionless
 * @param tex its LaTeX, without dollars; the name if the file gives none
 * @param meaning one line for a reader, may be empty
 */
public record TheoryParameter(
        String name,
        List<String> aliases,
        Kind kind,
        Part part,
        Optional<String> family,
        List<String> indices,
        Optional<String> wcxf,
        double defaultValue,
        Optional<Range> range,
        Optional<Constraint> constraint,
        String unit,
        String tex,
        String meaning) {
    public TheoryParameter {
        aliases = List.copyOf(aliases);
        indices = List.copyOf(indices);
    }

    /** What a parameter is. */
    public enum Kind {
        /** A Wilson coefficient, or a part of one. */
        WILSON,
        /** A coupling or mass of a model. */
        MODEL,
        /** Known beforehand within a constraint. */
        NUISANCE
    }

    /** A part of a complex number. */
    public enum Part {
        REAL,
        IMAGINARY
    }
}

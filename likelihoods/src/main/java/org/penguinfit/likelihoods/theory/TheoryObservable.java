package org.penguinfit.likelihoods.theory;

import java.util.Map;

/**
 * An observable a theory predicts.
 *
 * @param name as measurements name it, such as {@code BR(B+->Knunu)}
 * @param unit unit of the prediction; {@code 1} if dimensionless
 * @param tex its LaTeX, without dollars; the name if the file gives none
 * @param meaning one line for a reader, may be empty
 * @param reference where the formula stands, such as {@code arXiv:2108.05033, eq 7}; may be empty
 * @param kinematics such as {@code q2: "1.1:6"} in GeV²; empty if integrated over all
 */
public record TheoryObservable(
        String name, String unit, String tex, String meaning, String reference, Map<String, String> kinematics) {
    public TheoryObservable {
        kinematics = Map.copyOf(kinematics);
    }
}

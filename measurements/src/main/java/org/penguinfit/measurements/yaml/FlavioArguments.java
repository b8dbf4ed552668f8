package org.penguinfit.measurements.yaml;

import java.util.List;
import java.util.Locale;

/** Names of the arguments that flavio's second grammar gives by their place only, as flavio 2.7 declares them. */
final class FlavioArguments {
    private FlavioArguments() {}

    /** The names in order, or none if they are not known for an observable of this name and number of arguments. */
    static List<String> names(String observable, int number) {
        String lower = observable.toLowerCase(Locale.ROOT);
        boolean angular = lower.contains("theta") || lower.contains("/dc") || lower.contains("/cl");
        boolean ofEnergy = lower.contains("(ee->ww)") || lower.contains("(e+e-");
        if (ofEnergy) {
            return number == 1 ? List.of("E") : number == 3 ? List.of("E", "thetamin", "thetamax") : List.of();
        }
        if (angular || number > 2) {
            return List.of();
        }
        if (observable.startsWith("<")) {
            return number == 2 ? List.of("q2min", "q2max") : List.of();
        }
        return number == 1 ? List.of("q2") : List.of();
    }
}

package org.penguinfit.core.significance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;

/**
 * Impacts of nuisance parameters on parameters of interest: each is held one standard deviation below and above its best
 * fit, all others are fitted anew. A position beyond a bound is moved onto it.
 *
 * @param parameters the parameters
 * @param interest indices of the parameters of interest
 * @param best the best fit of all parameters
 */
public record Impacts(ParameterSet parameters, List<Integer> interest, Vector best) {
    /** Copies the list. */
    public Impacts {
        interest = List.copyOf(interest);
    }

    /**
     * A nuisance parameter and how far to move it.
     *
     * @param index its index
     * @param sigma standard deviation, positive: after the fit for post-fit impacts, of its constraint for pre-fit ones
     */
    public record Displacement(int index, double sigma) {
        /** Requires a positive σ. */
        public Displacement {
            if (!(sigma > 0.0)) {
                throw new IllegalArgumentException("an impact needs sigma > 0, found " + sigma);
            }
        }
    }

    /**
     * The impacts, in the order of the displacements.
     *
     * @param name unique name of the work within the run
     * @param objectives called once per thread
     */
    public List<Impact> of(
            String name,
            List<Displacement> displacements,
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            ParallelWork work) {
        List<Optional<Vector>> shifts = work.run(
                        name,
                        2 * displacements.size(),
                        objectives::get,
                        (objective, k) -> shift(objective, displacements.get(k / 2), k % 2 == 0 ? -1.0 : 1.0))
                .results();
        List<Impact> impacts = new ArrayList<>();
        for (int k = 0; k < displacements.size(); k++) {
            impacts.add(new Impact(displacements.get(k).index(), shifts.get(2 * k), shifts.get(2 * k + 1)));
        }
        return List.copyOf(impacts);
    }

    private double[] shift(TwiceDifferentiableObjective objective, Displacement displacement, double side) {
        int index = displacement.index();
        Bounds bounds = parameters.get(index).bounds();
        double held = bounds.clamp(best.get(index) + side * displacement.sigma());
        Vector fitted = LikelihoodRatio.usable(LikelihoodRatio.of(objective, parameters, List.of(index))
                        .withStarts(List.of(best))
                        .at(held))
                .point();
        double[] shift = new double[interest.size()];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = fitted.get(interest.get(i)) - best.get(interest.get(i));
        }
        return shift;
    }

    /** Impacts by their size on one parameter of interest, the largest first; equal ones keep their order. */
    public static List<Impact> ranking(List<Impact> impacts, int parameterOfInterest) {
        List<Impact> ranked = new ArrayList<>(impacts);
        ranked.sort(Comparator.comparingDouble((Impact impact) -> impact.size(parameterOfInterest))
                .reversed());
        return List.copyOf(ranked);
    }
}

package org.penguinfit.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.TrustRegionNewton;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * The minimum of −2 ln L over all parameters but a few held ones, followed as the held ones move: one point of a profile
 * after another, with the profile's exact slope and curvature.
 *
 * <p>Let x be the held parameters and z the others. From one point to the next the others move along the tangent
 * dz/dx = −H_zz⁻¹ H_zx; then Newton steps bring them to their minimum, with an old factorisation of H_zz for as long as
 * that converges fast. Parameters on a bound that the gradient presses outward are held as well (active set). Where
 * Newton steps do not go straight down, a trust-region minimisation takes over. Without allocation on the straight way.
 * Not shared between threads.
 */
public final class ConditionalMinimizer {
    /** EDM at which a point counts as found; the remaining EDM is subtracted, so values are good to a part of this. */
    static final double EDM_GOAL = 1e-10;

    /** A step with an old factorisation must lower the EDM by this factor, else the Hessian is evaluated again. */
    private static final double CHORD_GAIN = 0.02;

    /** Beyond this EDM an old factorisation is not tried. */
    private static final double CHORD_EDM = 0.5;

    private static final int NEWTON_STEPS = 12;

    private final LocalModel model;
    private final ConditionalObjective conditional;
    private final List<Bounds> otherBounds;
    private final int[] held;
    private final double[] shift;
    private Convergence status = Convergence.NOT_FINITE;
    private EvaluationCount robustCost = EvaluationCount.NONE;
    private int robustSearches;

    /**
     * Follows minima of this objective.
     *
     * @param bounds one entry per parameter
     * @param held indices of the held parameters, distinct
     */
    public ConditionalMinimizer(TwiceDifferentiableObjective objective, List<Bounds> bounds, int... held) {
        this.held = held.clone();
        this.shift = new double[held.length];
        this.model = new LocalModel(objective, bounds, held);
        this.conditional = ConditionalObjective.of(objective, bounds.size(), held);
        this.otherBounds = new ArrayList<>();
        for (int i : ConditionalObjective.others(bounds.size(), held)) {
            otherBounds.add(bounds.get(i));
        }
    }

    /** Goes to a full point and minimises over the others there, the held parameters at their values in the point. */
    public Convergence startAt(double[] point) {
        model.place(point);
        return settle();
    }

    /** Moves the held parameters to {@code values}, the others along their tangent, and minimises over the others. */
    public Convergence moveTo(double... values) {
        for (int k = 0; k < held.length; k++) {
            shift[k] = values[k] - model.theta[held[k]];
        }
        model.moveAlongTangent(shift);
        for (int k = 0; k < held.length; k++) {
            model.theta[held[k]] = values[k];
        }
        return settle();
    }

    /** Newton steps over the others from where the model stands. */
    Convergence settle() {
        boolean old = model.isSolvable() && model.evaluateGradient() && model.sameActiveSet();
        if (old) {
            model.newton();
            old = model.edm <= CHORD_EDM;
        }
        if (!old && !model.refresh()) {
            return robust();
        }
        double highest = model.value + model.rounding();
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double edm = model.edm;
            model.stepOthers();
            if (edm <= EDM_GOAL) {
                return finish();
            }
            if (!model.evaluateGradient() || !(model.value <= highest)) {
                return robust();
            }
            highest = Math.min(highest, model.value + model.rounding());
            boolean chord = model.sameActiveSet();
            if (chord) {
                model.newton();
                chord = model.edm <= Math.max(CHORD_GAIN * edm, EDM_GOAL);
            }
            if (!chord && !model.refresh()) {
                return robust();
            }
        }
        return robust();
    }

    private Convergence finish() {
        status = model.anyOtherOnBound() ? Convergence.AT_LIMIT : Convergence.CONVERGED;
        return status;
    }

    /** The trust-region method, which also passes saddles and negative curvature. */
    private Convergence robust() {
        robustSearches++;
        double[] here = model.lowestKnown();
        for (int k = 0; k < held.length; k++) {
            shift[k] = here[held[k]];
        }
        conditional.holdAt(shift);
        Minimum found = new TrustRegionNewton()
                .minimize(conditional, conditional.others(here), otherBounds, ProfileLikelihood.INNER_RULE);
        robustCost = robustCost.plus(found.evaluations());
        model.place(conditional.fullPoint(found.point().toArray()));
        if (!model.refresh()) {
            model.settleForValue(found.value());
        } else if (found.isConverged() && model.edm <= Math.max(EDM_GOAL, 10.0 * found.edm())) {
            model.stepOthers();
        } else {
            model.settleForValue(found.value());
        }
        status = found.status();
        return status;
    }

    /** How the last minimisation ended. */
    public Convergence status() {
        return status;
    }

    /** Whether the last minimisation ended at a minimum, also a flat one or one on a kink. */
    public boolean isUsable() {
        return (status.isMinimum() || status == Convergence.SADDLE_OR_FLAT) && Double.isFinite(value());
    }

    /** −2 ln L minimised over the others. */
    public double value() {
        return model.profileValue();
    }

    /** Slope of the profile along held parameter {@code k}: the objective's own, by the envelope theorem. */
    public double slope(int k) {
        return model.slope[k];
    }

    /** Curvature of the profile in held parameters k and l: H_xx − H_xz H_zz⁻¹ H_zx, from the last Hessian evaluated. */
    public double curvature(int k, int l) {
        return model.curvature[k * held.length + l];
    }

    /** Whether slope and curvature are those of the last point; not where the minimum is flat or was not found. */
    public boolean hasDerivatives() {
        return model.isSolvable();
    }

    /** Value of parameter {@code i} at the minimum. */
    public double coordinate(int i) {
        return model.theta[i];
    }

    /** All parameters at the minimum, a fresh array. */
    public double[] point() {
        return model.theta.clone();
    }

    LocalModel model() {
        return model;
    }

    /** What all minimisations have cost so far. */
    public EvaluationCount evaluations() {
        return model.count().plus(robustCost);
    }

    /** How often the trust-region method had to take over. */
    public int robustSearches() {
        return robustSearches;
    }
}

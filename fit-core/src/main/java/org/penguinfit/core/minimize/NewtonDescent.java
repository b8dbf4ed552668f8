package org.penguinfit.core.minimize;

import java.util.Arrays;

/**
 * The trust-region Newton method with exact Hessians on the parameters that are not held by a bound. Reusable scratch space
 * of one thread.
 *
 * <p>Bounds act on the variables themselves: a step ends where it meets the box, and a parameter is held while it sits on
 * a bound and the gradient presses it outward. Negative curvature is followed; where there is no slope along it, both
 * senses are tried and the lower is taken. While full steps keep converging fast, the Hessian is kept and only gradients are
 * computed (chord steps, Ortega and Rheinboldt 1970, section 10.2); before the end it is computed afresh.
 */
final class NewtonDescent {
    private static final double ACCEPT_RATIO = 1e-4;
    private static final double POOR_RATIO = 0.25;
    private static final double GOOD_RATIO = 0.75;
    private static final double SHRINK = 0.25;
    private static final double GROW = 2.5;
    /** Trust radius, in standard deviations, below which nothing is left to try. */
    private static final double SMALLEST_RADIUS = 1e-16;
    /** A chord step keeps the Hessian when it makes the EDM smaller by this factor. */
    private static final double CHORD_GAIN = 1e-2;
    /** A polishing step must at least halve the EDM. */
    private static final double POLISH_GAIN = 0.5;
    /** Below this EDM a Hessian is that of the minimum to eleven digits. */
    private static final double SAME_PLACE = 1e-22;
    /**
     * Below it the point is within 8e-14 standard deviations: no gradient is spent on more. Where −2 ln L is a small number
     * its unit says nothing, and this is relative.
     */
    private static final double EXACT = 3e-27;
    /** Smallest EDM worth a search by values, for minima whose value is 0. */
    private static final double POLISHED = 1e-20;

    private static final double FLAT_ENOUGH = 1e-16;
    /** Newton on an isolated minimum squares the EDM; a constant factor, this often, is the mark of a singular Hessian. */
    private static final double SLOW_GAIN = 0.02;

    private static final int SLOW_POLISHES = 8;
    private static final int POLISHES = 60;
    /** How fast the remembered curvature of a parameter may decay per step. */
    private static final double METRIC_DECAY = 0.1;
    /** Above it the reciprocal is no normal number any more. */
    private static final double LARGEST_SQUARE = 1e300;

    /** Scaled length down from 1 to which a direction without curvature is probed, and how often it is followed. */
    private static final double SHORTEST_PROBE = 5e-4;

    private static final int ESCAPES = 20;

    private final int size;
    private final double[] metric;
    private final QuadraticModel model;
    private final QuadraticModel restricted;
    private final int[] free;
    private final int[] fewer;
    private final double[] step;
    private final EndPoint place;
    private final EndPoint next;
    private Trial trial;
    private Trial mirror;
    private int freeCount;
    private double radius;
    private int iterations;
    private int escapes;
    private boolean fresh;
    private boolean metWall;
    private boolean degenerate;
    private boolean gaussNewton;
    private double dampedDecay;
    private CountedObjective objective;
    private final Box box;
    private final StoppingRule rule;
    private double edm;

    NewtonDescent(int size, CountedObjective objective, Box box, StoppingRule rule) {
        this.size = size;
        this.metric = new double[size];
        this.model = new QuadraticModel(size);
        this.restricted = new QuadraticModel(size);
        this.free = new int[size];
        this.fewer = new int[size];
        this.step = new double[size];
        this.place = new EndPoint(size);
        this.next = new EndPoint(size);
        this.trial = new Trial(size);
        this.mirror = new Trial(size);
        this.objective = objective;
        this.box = box;
        this.rule = rule;
    }

    /** Estimated distance to the minimum where the last descent ended. */
    double edm() {
        return edm;
    }

    /** Whether the Hessian says what the surroundings are like; not where only higher derivatives do. */
    boolean isSmooth() {
        return !degenerate;
    }

    /** Whether the Hessian at the end is positive definite beyond doubt. */
    boolean isWellConditioned() {
        return model.isWellConditioned();
    }

    /**
     * Whether a descent begins with Gauss–Newton Hessians, which are positive semidefinite however far the minimum is: the
     * Levenberg–Marquardt method in trust-region form (Moré 1978).
     */
    enum Damping {
        /** Exact Hessians from the start. */
        NONE,
        /** Every parameter keeps its largest curvature as its scale, as Moré proposes, lest far plateaus seem near. */
        KEEPING_SCALES,
        /** Scales follow the curvature. */
        FOLLOWING_SCALES
    }

    /** Where the last descent ended. */
    EndPoint place() {
        return place;
    }

    /**
     * Descends from {@code start} and says how it ended.
     *
     */
    Convergence descend(CountedObjective function, double[] start, Damping damping) {
        objective = function;
        gaussNewton = damping != Damping.NONE;
        dampedDecay = damping == Damping.KEEPING_SCALES ? 1.0 : METRIC_DECAY;
        iterations = 0;
        escapes = 0;
        degenerate = false;
        Arrays.fill(metric, 0.0);
        System.arraycopy(start, 0, place.x, 0, size);
        evaluate(place);
        if (!place.isFinite()) {
            return Convergence.NOT_FINITE;
        }
        settleIn();
        radius = Math.max(1.0, model.slope());
        Convergence ended = loop();
        if (ended != Convergence.KINK) {
            edm = model.edm();
        }
        return ended;
    }

    private Convergence loop() {
        while (iterations < rule.maxIterations()) {
            boolean definite = model.isPositiveDefinite();
            boolean settled = model.edm() <= goal(definite ? POLISHED : FLAT_ENOUGH) && !model.hasNegativeCurvature();
            if (settled && (gaussNewton || !fresh)) {
                if (!verify()) {
                    return Convergence.NOT_FINITE;
                }
            } else if (settled && definite) {
                polish();
                if (isGood()) {
                    return degenerate ? Convergence.FLAT : Convergence.CONVERGED;
                }
            } else if (settled) {
                if (!leaveFlat()) {
                    return Convergence.FLAT;
                }
                if (escapes > ESCAPES) {
                    return Convergence.SADDLE_OR_FLAT;
                }
            } else if (!advance() && !recover()) {
                return stuck();
            }
        }
        return fresh && !gaussNewton && isGood() ? Convergence.CONVERGED : Convergence.CALL_LIMIT;
    }

    private boolean isGood() {
        return model.isPositiveDefinite() && model.edm() <= rule.edmGoal();
    }

    /** With polish the descent goes on while values can show a decrease: a small EDM is a long way in a flat valley. */
    private double goal(double smallest) {
        return rule.polish() ? Math.min(rule.edmGoal(), Math.max(place.rounding(), smallest)) : rule.edmGoal();
    }

    private double evaluate(EndPoint point) {
        point.value = gaussNewton
                ? objective.valueGradientAndSeed(point.x, point.gradient, point.hessian)
                : objective.valueGradientAndHessian(point.x, point.gradient, point.hessian);
        return point.value;
    }

    /** Computes the exact Hessian where the descent stands, once chord steps gain nothing more. */
    private boolean verify() {
        while (!fresh && rule.polish() && !isExact() && chordStep(POLISH_GAIN)) {
            iterations++;
        }
        gaussNewton = false;
        iterations++;
        evaluate(place);
        if (!place.isFinite()) {
            return false;
        }
        settleIn();
        return true;
    }

    /** Goes on with an exact Hessian where chord or Gauss–Newton steps found no way; false when it was exact already. */
    private boolean recover() {
        if ((fresh && !gaussNewton) || iterations >= rule.maxIterations()) {
            return false;
        }
        radius = Math.max(radius, 1.0);
        return verify();
    }

    private Convergence stuck() {
        if (metWall) {
            return Convergence.HARD_WALL;
        }
        if (isGood()) {
            polish();
            return isGood() ? Convergence.CONVERGED : Convergence.STALLED;
        }
        if (!model.isPositiveDefinite()) {
            boolean flat = model.edm() <= rule.edmGoal() && !model.hasNegativeCurvature();
            return flat ? Convergence.FLAT : Convergence.SADDLE_OR_FLAT;
        }
        KinkSearch kink = new KinkSearch(objective, box, model, place, metric);
        boolean found = kink.isMinimum(rule);
        edm = model.edm();
        model.setGradient(place.gradient);
        return found ? Convergence.KINK : Convergence.STALLED;
    }

    /** Takes one accepted step, shrinking the radius as often as needed; false when none is left. */
    private boolean advance() {
        metWall = false;
        while (radius > SMALLEST_RADIUS && iterations++ < rule.maxIterations()) {
            if (!tryStep() || !trial.moves(place)) {
                return false;
            }
            if (trial.predicted <= place.rounding() && trial.isFinite()) {
                return chordStep(1.0);
            }
            double ratio = (place.value - trial.value) / trial.predicted;
            boolean full = !trial.clipped && model.isWellConditioned() && trial.length < radius;
            boolean accepted = ratio > ACCEPT_RATIO && trial.isFinite() && accept(full && ratio > GOOD_RATIO);
            metWall |= !trial.isFinite();
            resize(accepted ? ratio : 0.0);
            if (accepted) {
                return true;
            }
        }
        return iterations >= rule.maxIterations();
    }

    private void resize(double ratio) {
        if (!(ratio >= POOR_RATIO)) {
            radius = SHRINK * Math.min(radius, trial.length);
        } else if (ratio > GOOD_RATIO && !trial.clipped) {
            radius = Math.max(radius, GROW * trial.length);
        }
    }

    /** Moves to the trial point: with the old Hessian where that still converges fast, else with a new one. */
    private boolean accept(boolean mayKeepHessian) {
        if (mayKeepHessian && sameFree()) {
            double before = model.edm();
            model.setGradient(trial.gradient);
            if (model.edm() <= CHORD_GAIN * before) {
                trial.adoptInto(place);
                fresh = false;
                return true;
            }
        }
        System.arraycopy(trial.x, 0, next.x, 0, size);
        evaluate(next);
        if (!next.isFinite()) {
            model.setGradient(place.gradient);
            return false;
        }
        swap(next, place);
        settleIn();
        return true;
    }

    private static void swap(EndPoint a, EndPoint b) {
        double[] x = a.x;
        double[] gradient = a.gradient;
        double[] hessian = a.hessian;
        double value = a.value;
        a.x = b.x;
        a.gradient = b.gradient;
        a.hessian = b.hessian;
        a.value = b.value;
        b.x = x;
        b.gradient = gradient;
        b.hessian = hessian;
        b.value = value;
    }

    /** Chord steps, and where they moved the point noticeably a new Hessian, until rounding stops them. */
    private void polish() {
        int slow = 0;
        for (int i = 0; rule.polish() && i < POLISHES; i++, iterations++) {
            double before = model.edm();
            if (isExact() || !chordStep(POLISH_GAIN)) {
                return;
            }
            while (!isExact() && chordStep(POLISH_GAIN)) {
                iterations++;
            }
            if (before <= SAME_PLACE && model.isWellConditioned()) {
                fresh = true;
                return;
            }
            evaluate(place);
            settleIn();
            if (model.hasNegativeCurvature()) {
                return;
            }
            slow += model.edm() > SLOW_GAIN * before ? 1 : 0;
            degenerate |= slow >= SLOW_POLISHES;
        }
    }

    private boolean isExact() {
        return model.isWellConditioned() && model.edm() <= EXACT * Math.min(1.0, Math.abs(place.value));
    }

    /** A Newton step with the Hessian at hand, judged by the EDM where values differ by rounding only. */
    private boolean chordStep(double gain) {
        double edm = model.edm();
        if (edm == 0.0) {
            return false;
        }
        model.newtonStep(step);
        trial.go(place, step, box, metric, objective);
        if (!trial.isFinite() || trial.value > place.value + place.rounding() || !trial.moves(place) || !sameFree()) {
            return false;
        }
        model.setGradient(trial.gradient);
        if (!(model.edm() < gain * edm)) {
            model.setGradient(place.gradient);
            return false;
        }
        trial.adoptInto(place);
        fresh = false;
        return true;
    }

    /**
     * Where second derivatives say nothing, values decide: goes to a lower point along a direction without curvature.
     * False when there is none within the probed lengths.
     */
    private boolean leaveFlat() {
        for (int k = 0; k < model.flatDirections(); k++) {
            for (double length = 1.0; length > SHORTEST_PROBE; length *= 0.1) {
                for (int sense = -1; sense <= 1; sense += 2) {
                    model.flatStep(k, sense * length, step);
                    trial.go(place, step, box, metric, objective);
                    if (trial.isFinite() && trial.value < place.value - place.rounding() && accept(false)) {
                        escapes++; // endless slopes end as what they are: neither left nor a minimum
                        radius = 1.0;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Evaluates the model's step, or the lower of its two mirror images; a parameter on a bound that every step would push
     * outward is held instead. False when that leaves no way.
     */
    private boolean tryStep() {
        QuadraticModel used = model;
        int[] indices = free;
        int count = freeCount;
        while (count > 0) {
            int blocked = evaluateImages(used, indices, count);
            if (blocked < 0) {
                return true;
            }
            count = without(indices, count, blocked);
            indices = fewer;
            restricted.set(place.gradient, place.hessian, fewer, count, metric);
            used = restricted;
        }
        return false;
    }

    /** The parameter that blocks every image of the step; −1 when one of them was evaluated. */
    private int evaluateImages(QuadraticModel used, int[] indices, int count) {
        int images = used.isHardCase(radius) ? 2 : 1;
        int blocked = -1;
        boolean found = false;
        for (int image = 0; image < images; image++) {
            used.step(radius, image == 1, step);
            int leaving = firstLeaving(indices, count);
            if (leaving >= 0) {
                blocked = Math.max(blocked, leaving);
            } else {
                mirror.go(place, step, box, metric, objective);
                if (!found || mirror.value < trial.value) {
                    Trial better = mirror;
                    mirror = trial;
                    trial = better;
                }
                found = true;
            }
        }
        return found ? -1 : blocked;
    }

    private int firstLeaving(int[] indices, int count) {
        for (int a = 0; a < count; a++) {
            if (box.leaves(indices[a], place.x, step[indices[a]])) {
                return indices[a];
            }
        }
        return -1;
    }

    private int without(int[] indices, int count, int removed) {
        int kept = 0;
        for (int a = 0; a < count; a++) {
            if (indices[a] != removed) {
                fewer[kept++] = indices[a];
            }
        }
        return kept;
    }

    /** Whether the same parameters are free at the trial point as in the model. */
    private boolean sameFree() {
        int found = 0;
        for (int i = 0; i < size; i++) {
            if (!box.holds(i, trial.x, trial.gradient)) {
                if (found == freeCount || free[found] != i) {
                    return false;
                }
                found++;
            }
        }
        return found == freeCount;
    }

    /** Makes the model of the place where the Hessian was just computed. */
    private void settleIn() {
        updateMetric();
        freeCount = 0;
        for (int i = 0; i < size; i++) {
            if (!box.holds(i, place.x, place.gradient)) {
                free[freeCount++] = i;
            }
        }
        model.set(place.gradient, place.hessian, free, freeCount, metric);
        fresh = true;
    }

    private void updateMetric() {
        double decay = gaussNewton ? dampedDecay : METRIC_DECAY;
        for (int i = 0; i < size; i++) {
            metric[i] = Math.max(Math.abs(place.hessian[i * size + i]), decay * metric[i]);
            if (metric[i] < Double.MIN_NORMAL) {
                metric[i] = 1.0 / Math.min(Math.max(1.0, place.x[i] * place.x[i]), LARGEST_SQUARE);
            }
        }
    }
}

package org.penguinfit.core.sample;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.sample.ReflectedFlow.State;

/**
 * One transition of the No-U-Turn sampler: Hoffman and Gelman, J. Mach. Learn. Res. 15 (2014) 1593, with multinomial choice
 * along the trajectory and the U-turn criterion of Betancourt, arXiv:1701.02434, appendix A, checked also across the two
 * halves of each tree. For one thread.
 */
final class NoUTurnKernel {
    /** An energy error beyond this is a divergence: Stan's constant, Betancourt arXiv:1701.02434 section 6.2. */
    static final double DIVERGENT_ENERGY = 1000.0;

    private final ReflectedFlow flow;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gaussian;
    private final int deepest;
    private final Scratch[] scratch;
    private final State current;
    private final State moving;
    private final State forward;
    private final State backward;
    private final State proposal;
    private final State chosen;

    /** Step size in units of the metric; positive. */
    double stepSize = 1.0;

    /** What the last transition did. */
    double acceptance;

    int steps;
    boolean diverged;

    private double initialEnergy;
    private double acceptanceSum;
    private double subtreeLogWeight;

    /** Momenta at the ends and their sum of one half of a tree, per depth. */
    private static final class Scratch {
        final double[] sumFirst;
        final double[] sumLast;
        final double[] firstEnd;
        final double[] lastBegin;
        final State proposal;

        Scratch(int n) {
            sumFirst = new double[n];
            sumLast = new double[n];
            firstEnd = new double[n];
            lastBegin = new double[n];
            proposal = new State(n);
        }
    }

    NoUTurnKernel(ReflectedFlow flow, int deepest, UniformRandomProvider random) {
        this.flow = flow;
        this.random = random;
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        this.deepest = deepest;
        int n = flow.size();
        scratch = new Scratch[deepest + 1];
        for (int d = 0; d <= deepest; d++) {
            scratch[d] = new Scratch(n);
        }
        current = new State(n);
        moving = new State(n);
        forward = new State(n);
        backward = new State(n);
        proposal = new State(n);
        chosen = new State(n);
    }

    /** Puts the chain at a point. */
    void moveTo(double[] x) {
        System.arraycopy(x, 0, current.x, 0, x.length);
        flow.evaluate(current);
    }

    /** Where the chain is; not to be modified. */
    double[] position() {
        return current.x;
    }

    /** −2 ln of the density there. */
    double value() {
        return 2.0 * current.potential;
    }

    /** Doubles or halves the step size until one step is accepted with a probability around 0.8 (Stan's initialisation). */
    void findStepSize() {
        double wanted = Math.log(0.8);
        int direction = 0;
        for (int tries = 0; tries < 60; tries++) {
            drawMomentum();
            moving.copyFrom(current);
            double before = current.energy();
            double change = flow.step(moving, stepSize) ? before - moving.energy() : Double.NEGATIVE_INFINITY;
            int next = change > wanted ? 1 : -1;
            boolean found = direction != 0 && next != direction;
            if (found || (next > 0 && stepSize >= StepSizeTuning.LARGEST_STEP)) {
                return;
            }
            direction = next;
            stepSize *= next > 0 ? 2.0 : 0.5;
        }
    }

    private void drawMomentum() {
        for (int i = 0; i < current.w.length; i++) {
            current.w[i] = gaussian.sample();
        }
    }

    /** One transition. */
    void transition() {
        int n = flow.size();
        drawMomentum();
        initialEnergy = current.energy();
        begin();
        double[] sum = current.w.clone();
        double[] sumForward = new double[n];
        double[] sumBackward = new double[n];
        double[] forwardInner = current.w.clone();
        double[] forwardOuter = current.w.clone();
        double[] backwardInner = current.w.clone();
        double[] backwardOuter = current.w.clone();
        double logWeight = 0.0;
        for (int depth = 0; depth < deepest; depth++) {
            boolean ahead = random.nextDouble() > 0.5;
            moving.copyFrom(ahead ? forward : backward);
            double[] newSum = ahead ? sumForward : sumBackward;
            Arrays.fill(newSum, 0.0);
            System.arraycopy(sum, 0, ahead ? sumBackward : sumForward, 0, n);
            System.arraycopy(ahead ? forwardOuter : backwardOuter, 0, ahead ? backwardInner : forwardInner, 0, n);
            subtreeLogWeight = Double.NEGATIVE_INFINITY;
            boolean valid = ahead
                    ? grow(depth, stepSize, forwardInner, forwardOuter, newSum, proposal)
                    : grow(depth, -stepSize, backwardInner, backwardOuter, newSum, proposal);
            (ahead ? forward : backward).copyFrom(moving);
            if (!valid) {
                break;
            }
            if (subtreeLogWeight > logWeight || random.nextDouble() < Math.exp(subtreeLogWeight - logWeight)) {
                chosen.copyFrom(proposal);
            }
            logWeight = logSum(logWeight, subtreeLogWeight);
            for (int i = 0; i < n; i++) {
                sum[i] = sumForward[i] + sumBackward[i];
            }
            if (!goesOn(backwardOuter, forwardOuter, sum, null)
                    || !goesOn(backwardOuter, forwardInner, sumBackward, forwardInner)
                    || !goesOn(backwardInner, forwardOuter, sumForward, backwardInner)) {
                break;
            }
        }
        current.copyFrom(chosen);
        acceptance = steps == 0 ? 0.0 : acceptanceSum / steps;
    }

    private void begin() {
        forward.copyFrom(current);
        backward.copyFrom(current);
        chosen.copyFrom(current);
        steps = 0;
        acceptanceSum = 0.0;
        diverged = false;
    }

    /** Extends the trajectory by 2^depth points; false when a part of it turns back or diverges. */
    private boolean grow(int depth, double time, double[] begin, double[] end, double[] sum, State picked) {
        if (depth == 0) {
            return leaf(time, begin, end, sum, picked);
        }
        Scratch own = scratch[depth];
        double before = subtreeLogWeight;
        Arrays.fill(own.sumFirst, 0.0);
        subtreeLogWeight = Double.NEGATIVE_INFINITY;
        if (!grow(depth - 1, time, begin, own.firstEnd, own.sumFirst, picked)) {
            return false;
        }
        double first = subtreeLogWeight;
        Arrays.fill(own.sumLast, 0.0);
        subtreeLogWeight = Double.NEGATIVE_INFINITY;
        if (!grow(depth - 1, time, own.lastBegin, end, own.sumLast, own.proposal)) {
            return false;
        }
        double both = logSum(first, subtreeLogWeight);
        if (random.nextDouble() < Math.exp(subtreeLogWeight - both)) {
            picked.copyFrom(own.proposal);
        }
        subtreeLogWeight = logSum(before, both);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += own.sumFirst[i] + own.sumLast[i];
        }
        return goesOnTogether(begin, end, own)
                && goesOn(begin, own.lastBegin, own.sumFirst, own.lastBegin)
                && goesOn(own.firstEnd, end, own.sumLast, own.firstEnd);
    }

    private boolean leaf(double time, double[] begin, double[] end, double[] sum, State picked) {
        steps++;
        boolean sound = flow.step(moving, time);
        double change = sound ? initialEnergy - moving.energy() : Double.NEGATIVE_INFINITY;
        if (!(change > -DIVERGENT_ENERGY)) {
            diverged = true;
            return false;
        }
        acceptanceSum += Math.min(1.0, Math.exp(change));
        subtreeLogWeight = logSum(subtreeLogWeight, change);
        picked.copyFrom(moving);
        for (int i = 0; i < sum.length; i++) {
            begin[i] = moving.w[i];
            end[i] = moving.w[i];
            sum[i] += moving.w[i];
        }
        return true;
    }

    private static boolean goesOnTogether(double[] begin, double[] end, Scratch halves) {
        double atBegin = 0.0;
        double atEnd = 0.0;
        for (int i = 0; i < begin.length; i++) {
            double total = halves.sumFirst[i] + halves.sumLast[i];
            atBegin += begin[i] * total;
            atEnd += end[i] * total;
        }
        return atBegin > 0.0 && atEnd > 0.0;
    }

    /** Whether both end momenta still point along the sum of momenta between (plus one more, when given). */
    private static boolean goesOn(double[] begin, double[] end, double[] sum, double @Nullable [] more) {
        double atBegin = 0.0;
        double atEnd = 0.0;
        for (int i = 0; i < sum.length; i++) {
            double total = more == null ? sum[i] : sum[i] + more[i];
            atBegin += begin[i] * total;
            atEnd += end[i] * total;
        }
        return atBegin > 0.0 && atEnd > 0.0;
    }

    private static double logSum(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }
}

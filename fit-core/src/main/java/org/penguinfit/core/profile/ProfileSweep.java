package org.penguinfit.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.MultiStartResult;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;

/** The points of a profile, each minimised from its neighbours until none gets lower. */
final class ProfileSweep {
    /** Passes of both directions; every further one needs a point that got lower in the one before. */
    private static final int PASSES = 50;

    private final int index;
    private final int size;
    private final ConditionalObjective conditional;
    private final ConditionalMinimizer path;
    private final TwiceDifferentiableObjective objective;
    private final List<Bounds> bounds;
    private final List<Bounds> otherBounds;
    private final TreeMap<Double, ProfileNode> nodes = new TreeMap<>();
    private EvaluationCount evaluations = EvaluationCount.NONE;

    ProfileSweep(TwiceDifferentiableObjective objective, ParameterSet parameters, int index) {
        this.index = index;
        this.size = parameters.size();
        this.objective = objective;
        this.bounds = parameters.bounds();
        this.conditional = ConditionalObjective.of(objective, size, index);
        this.path = new ConditionalMinimizer(objective, bounds, index);
        this.otherBounds = new ArrayList<>(bounds);
        this.otherBounds.remove(index);
    }

    void addGrid(double x) {
        nodes.putIfAbsent(x, new ProfileNode(x, true, size));
    }

    Collection<ProfileNode> nodes() {
        return nodes.values();
    }

    EvaluationCount evaluations() {
        return evaluations.plus(path.evaluations());
    }

    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (ProfileNode node : nodes.values()) {
            lowest = Math.min(lowest, node.value);
        }
        return lowest;
    }

    private ProfileNode nodeAt(double x) {
        return nodes.computeIfAbsent(x, position -> new ProfileNode(position, false, size));
    }

    /** Takes a minimum over all parameters as a point of the profile and follows its branch; true when it is lower. */
    boolean adopt(Minimum minimum) {
        return follow(
                nodeAt(minimum.point().get(index)),
                minimum.value(),
                minimum.status(),
                minimum.point().toArray());
    }

    /** Runs a multi-start over the other parameters at grid point {@code k} and follows every branch it finds. */
    EvaluationCount searchAt(int k, MultiStart search, List<Vector> seeds) {
        ProfileNode node = List.copyOf(nodes.values()).get(Math.min(k, nodes.size() - 1));
        List<Vector> starts = new ArrayList<>();
        if (Double.isFinite(node.value)) {
            starts.add(Vector.of(conditional.others(node.point)));
        }
        for (Vector seed : seeds) {
            starts.add(Vector.of(conditional.others(seed.toArray())));
        }
        conditional.holdAt(node.x);
        MultiStartResult result = search.search(() -> conditional, starts, otherBounds);
        for (Minimum minimum : result.minima()) {
            conditional.holdAt(node.x);
            double[] point = conditional.fullPoint(minimum.point().toArray());
            follow(node, minimum.value(), minimum.status(), point);
        }
        return result.evaluations();
    }

    /**
     * Offers a point to its node and, unless the node holds it already, follows the branch of the profile on which it lies
     * both ways: also where another branch is lower, as it can become the lowest further on.
     */
    private boolean follow(ProfileNode node, double value, Convergence status, double[] point) {
        if (!Double.isFinite(value) || node.holds(value, point)) {
            return false;
        }
        boolean lower = node.offer(value, status, point);
        follow(node, point, List.copyOf(nodes.tailMap(node.x, false).values()));
        follow(
                node,
                point,
                List.copyOf(nodes.headMap(node.x, false).descendingMap().values()));
        return lower;
    }

    /** Follows one branch along these nodes until it ends or joins what a node holds already. */
    private void follow(ProfileNode from, double[] point, List<ProfileNode> along) {
        ProfileNode earlier = from;
        ProfileNode last = branchPoint(from.x, 0.0, point);
        ProfileNode before = null;
        for (ProfileNode node : along) {
            Convergence ended = minimizeAt(node.x, last, before);
            double found = path.value();
            double[] reached = path.point();
            boolean joined = node.holds(found, reached);
            boolean lowest = Double.isFinite(found) && node.offer(found, ended, reached);
            if (lowest && Arrays.equals(earlier.point, last.point)) {
                // Not the other way round: where the branch ended, this point lies on another one, which may go on
                // below
                // the earlier node; the sweeps try that.
                node.markTried(earlier);
            }
            if (joined || !Double.isFinite(found)) {
                return;
            }
            earlier = node;
            before = last;
            last = branchPoint(node.x, found, reached);
        }
    }

    private ProfileNode branchPoint(double x, double value, double[] point) {
        ProfileNode node = new ProfileNode(x, false, size);
        node.value = value;
        node.point = point;
        return node;
    }

    /** Sweeps up and down until no point gets significantly lower. */
    void untilStable() {
        boolean lower = true;
        for (int pass = 0; lower && pass < PASSES; pass++) {
            lower = sweep(List.copyOf(nodes.values()));
            lower |= sweep(List.copyOf(nodes.descendingMap().values()));
        }
    }

    private boolean sweep(List<ProfileNode> order) {
        boolean lower = false;
        ProfileNode before = null;
        ProfileNode last = null;
        for (ProfileNode node : order) {
            if (last != null && node.shouldTry(last)) {
                lower |= improve(node, last, before);
            }
            before = last;
            last = node;
        }
        return lower;
    }

    /** Minimises at a node from its neighbour, moved along the secant through the neighbour's own neighbour if lower. */
    private boolean improve(ProfileNode node, ProfileNode from, @Nullable ProfileNode before) {
        Convergence ended = minimizeAt(node.x, from, before);
        return node.offer(path.value(), ended, path.point());
    }

    private Convergence minimizeAt(double x, ProfileNode from, @Nullable ProfileNode before) {
        double[] start = from.point.clone();
        start[index] = x;
        if (before != null && Double.isFinite(before.value)) {
            double[] predicted = secant(x, from, before);
            if (objective.value(predicted) < objective.value(start)) {
                start = predicted;
            }
            evaluations = evaluations.plus(new EvaluationCount(2, 0, 0));
        }
        return path.startAt(start);
    }

    private double[] secant(double x, ProfileNode from, ProfileNode before) {
        double ratio = (x - from.x) / (from.x - before.x);
        double[] point = from.point.clone();
        for (int i = 0; i < size; i++) {
            point[i] = bounds.get(i).clamp(point[i] + ratio * (point[i] - before.point[i]));
        }
        point[index] = x;
        return point;
    }

    /** The profile at any x: the lower of the minimisations from the two neighbours; remembered as a node. */
    double valueAt(double x) {
        ProfileNode known = nodes.get(x);
        if (known != null && known.known) {
            return known.value;
        }
        ProfileNode left = neighbour(nodes.lowerEntry(x));
        ProfileNode right = neighbour(nodes.higherEntry(x));
        ProfileNode node = nodeAt(x);
        if (left != null && node.shouldTry(left)) {
            improve(node, left, right);
        }
        if (right != null && node.shouldTry(right)) {
            improve(node, right, left);
        }
        return node.value;
    }

    private static @Nullable ProfileNode neighbour(Map.@Nullable Entry<Double, ProfileNode> entry) {
        return entry == null ? null : entry.getValue();
    }

    /** Nodes not higher than both neighbours, of equal neighbours the first; ends of the range count. */
    List<ProfileNode> localMinima() {
        List<ProfileNode> order = List.copyOf(nodes.values());
        List<ProfileNode> found = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            double value = order.get(i).value;
            boolean belowLeft = i == 0 || value < order.get(i - 1).value;
            boolean belowRight = i == order.size() - 1 || value <= order.get(i + 1).value;
            if (Double.isFinite(value) && belowLeft && belowRight) {
                found.add(order.get(i));
            }
        }
        return found;
    }
}

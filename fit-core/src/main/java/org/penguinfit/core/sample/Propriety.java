package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.objective.Objective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.prior.FlatPrior;

/** Whether a posterior can be normalised. */
public enum Propriety {
    /** Every prior is proper within its bounds, so the posterior is. */
    PROPER,
    /**
     * Some flat priors reach to infinity, but in all directions that were tried −2 ln L rises fast enough there. The test
     * tries axes and diagonals of pairs: it is no proof.
     */
    APPEARS_PROPER,
    /** In some direction −2 ln L does not rise fast enough at infinity: the posterior has no norm, and no sample means anything. */
    IMPROPER;

    /** Distances, in units of the scale of a parameter, between which the rise is measured. */
    private static final double NEAR = 1e4;

    private static final double FAR = 1e6;

    /** More parameters than this: only the axes are tried. */
    private static final int MOST_PAIRED = 40;

    /**
     * Looks at the posterior far away: along a ray in k unbounded directions the density must fall faster than r⁻ᵏ, that is
     * −2 ln of it must rise by more than 2 k ln r. Along an axis k is 1, along a diagonal 2: conditions that are necessary.
     *
     * @param center a point with a finite density, shape [n]
     * @param scales typical size of a step of each parameter, positive
     */
    static Propriety of(Posterior<?> posterior, double[] center, double[] scales) {
        List<double[]> rays = rays(posterior, scales);
        if (rays.isEmpty()) {
            return PROPER;
        }
        Objective density = posterior.density();
        for (double[] ray : rays) {
            double near = density.value(along(center, ray, NEAR));
            double far = density.value(along(center, ray, FAR));
            int axes = 0;
            for (double component : ray) {
                axes += component == 0.0 ? 0 : 1;
            }
            double needed = 2.0 * axes * Math.log(FAR / NEAR);
            boolean falls = far - near > needed || !(far < Double.POSITIVE_INFINITY); // outside the domain
            if (!falls) {
                return IMPROPER;
            }
        }
        return APPEARS_PROPER;
    }

    private static List<double[]> rays(Posterior<?> posterior, double[] scales) {
        List<double[]> axes = new ArrayList<>();
        List<Bounds> ranges = posterior.ranges();
        for (int i = 0; i < scales.length; i++) {
            boolean flat = posterior.priors().get(i) instanceof FlatPrior;
            addAxis(axes, flat && ranges.get(i).upper() == Double.POSITIVE_INFINITY, i, scales[i], scales.length);
            addAxis(axes, flat && ranges.get(i).lower() == Double.NEGATIVE_INFINITY, i, -scales[i], scales.length);
        }
        List<double[]> rays = new ArrayList<>(axes);
        for (int a = 0; scales.length <= MOST_PAIRED && a < axes.size(); a++) {
            for (int b = 0; b < a; b++) {
                double[] sum = along(axes.get(a), axes.get(b), 1.0);
                boolean opposite = Arrays.stream(sum).allMatch(x -> x == 0.0);
                if (!opposite) {
                    rays.add(sum);
                }
            }
        }
        return rays;
    }

    private static void addAxis(List<double[]> axes, boolean open, int index, double step, int n) {
        if (open) {
            double[] axis = new double[n];
            axis[index] = step;
            axes.add(axis);
        }
    }

    private static double[] along(double[] center, double[] ray, double distance) {
        double[] point = center.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += distance * ray[i];
        }
        return point;
    }
}

package org.penguinfit.core.minimize;

import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.parameter.Bounds;

/** A {@link Minimum} as a row of numbers and back, for the checkpoint of a multi-start. */
final class MinimumCodec {
    /** Numbers before point and Hessian: status, smooth, value, EDM and three counts. */
    private static final int HEAD = 7;

    private static final List<Convergence> STATUSES = List.of(Convergence.values());

    private MinimumCodec() {}

    static double[] write(Minimum minimum) {
        double[] x = minimum.point().toArray();
        double[] hessian = minimum.hessian().toArray();
        double[] numbers = new double[HEAD + x.length + hessian.length];
        numbers[0] = STATUSES.indexOf(minimum.status());
        numbers[1] = minimum.isSmooth() ? 1.0 : 0.0;
        numbers[2] = minimum.value();
        numbers[3] = minimum.edm();
        numbers[4] = minimum.evaluations().values();
        numbers[5] = minimum.evaluations().gradients();
        numbers[6] = minimum.evaluations().hessians();
        System.arraycopy(x, 0, numbers, HEAD, x.length);
        System.arraycopy(hessian, 0, numbers, HEAD + x.length, hessian.length);
        return numbers;
    }

    static Minimum read(double[] numbers, List<Bounds> bounds) {
        int end = HEAD + bounds.size();
        return new Minimum(
                Vector.of(Arrays.copyOfRange(numbers, HEAD, end)),
                numbers[2],
                numbers[3],
                STATUSES.get((int) numbers[0]),
                new Box(bounds),
                Vector.of(Arrays.copyOfRange(numbers, end, numbers.length)),
                numbers[1] == 1.0,
                new EvaluationCount((long) numbers[4], (long) numbers[5], (long) numbers[6]));
    }
}

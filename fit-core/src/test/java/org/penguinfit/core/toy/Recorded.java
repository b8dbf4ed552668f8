package org.penguinfit.core.toy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.ParameterSet;

/** A model that remembers where toys were drawn, and that fails for some data. */
final class Recorded implements DataModel {
    private final DataModel model;
    private final Predicate<double[]> fails;
    private final Queue<Vector> truths = new ConcurrentLinkedQueue<>();

    Recorded(DataModel model, Predicate<double[]> fails) {
        this.model = model;
        this.fails = fails;
    }

    /** The points at which toys were drawn. */
    Queue<Vector> truths() {
        return truths;
    }

    @Override
    public ParameterSet parameters() {
        return model.parameters();
    }

    @Override
    public int dataSize() {
        return model.dataSize();
    }

    @Override
    public void observed(double[] data) {
        model.observed(data);
    }

    @Override
    public void asimov(double[] theta, double[] data) {
        model.asimov(theta, data);
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] data) {
        model.draw(theta, random, data);
        truths.add(Vector.of(theta));
        if (fails.test(data)) {
            throw new IllegalStateException("cannot fit these data");
        }
    }

    @Override
    public Objective objective() {
        return model.objective();
    }
}

package org.penguinfit.core.toy;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.significance.LikelihoodRatio;

/** The likelihood ratio of data that can be exchanged: observed, Asimov, drawn or given. For one thread. */
public final class DataFit {
    private final DataModel model;
    private final DataModel.Objective objective;
    private final double[] data;
    private final LikelihoodRatio ratio;

    private DataFit(DataModel model, DataModel.Objective objective, LikelihoodRatio ratio) {
        this.model = model;
        this.objective = objective;
        this.ratio = ratio;
        this.data = new double[model.dataSize()];
        useObserved();
    }

    /**
     * A fit of the observed data.
     *
     * @param interest indices of the parameters of interest; the others are profiled
     * @param starts points to minimise from besides the start values: the known minima of a problem with several
     */
    public static DataFit of(DataModel model, List<Integer> interest, List<Vector> starts) {
        DataModel.Objective objective = model.objective();
        LikelihoodRatio ratio =
                LikelihoodRatio.of(objective, model.parameters(), interest).withStarts(starts);
        return new DataFit(model, objective, ratio);
    }

    /** Fits what was measured. */
    public void useObserved() {
        model.observed(data);
        useBuffer();
    }

    /** Fits the Asimov data of a point. */
    public void useAsimov(double[] theta) {
        model.asimov(theta, data);
        useBuffer();
    }

    /** Fits a toy drawn at a point: its measured values and the central values of its constraints. */
    public void draw(double[] theta, UniformRandomProvider random) {
        model.draw(theta, random, data);
        useBuffer();
    }

    /** Fits these data. */
    public void use(double[] values) {
        if (values.length != data.length) {
            throw new IllegalArgumentException("data of size " + data.length + " expected, found " + values.length);
        }
        System.arraycopy(values, 0, data, 0, data.length);
        useBuffer();
    }

    private void useBuffer() {
        objective.useData(data);
        ratio.reset();
    }

    /** The data in use; a fresh array. */
    public double[] data() {
        return data.clone();
    }

    /** The likelihood ratio of the data in use. */
    public LikelihoodRatio ratio() {
        return ratio;
    }

    /** −2 ln L of the data in use, changing with them. */
    public DataModel.Objective objective() {
        return objective;
    }
}

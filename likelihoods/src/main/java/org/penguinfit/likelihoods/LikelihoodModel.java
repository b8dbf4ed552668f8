package org.penguinfit.likelihoods;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.toy.DataModel;
import org.penguinfit.likelihoods.term.LikelihoodTerm;

/**
 * A likelihood with the distribution of its data, for toys and Asimov data. A data set holds the measured values of all terms
 * in their order, then the central values of the constraints. Each term says how its data are drawn (see
 * {@link LikelihoodTerm#draw}); the central value of a constraint is drawn from a Gaussian around the parameter.
 *
 * <p>Limits fluctuate: the estimator behind a limit is drawn from a Gaussian around the prediction with the width σ that the
 * limit has, and −2 ln L becomes the parabola around it. In a model {@linkplain #withPublishedLimits() with published limits}
 * they stay as they are. Steps and ranges never fluctuate. Immutable and thread-safe.
 */
public final class LikelihoodModel implements DataModel {
    private final Likelihood likelihood;
    private final boolean limitsFluctuate;

    private LikelihoodModel(Likelihood likelihood, boolean limitsFluctuate) {
        this.likelihood = likelihood;
        this.limitsFluctuate = limitsFluctuate;
    }

    /** The model of a likelihood; its limits fluctuate. */
    public static LikelihoodModel of(Likelihood likelihood) {
        return new LikelihoodModel(likelihood, true);
    }

    /** The same with limits that stay as published in every data set. */
    public LikelihoodModel withPublishedLimits() {
        return new LikelihoodModel(likelihood, false);
    }

    /** The likelihood. */
    public Likelihood likelihood() {
        return likelihood;
    }

    @Override
    public ParameterSet parameters() {
        return likelihood.parameters();
    }

    @Override
    public int dataSize() {
        return likelihood.measuredCount() + likelihood.constraints().size();
    }

    static double[] observed(Likelihood likelihood) {
        double[] data =
                new double[likelihood.measuredCount() + likelihood.constraints().size()];
        int at = 0;
        for (BoundTerm bound : likelihood.terms()) {
            for (int k = 0; k < bound.term().dimension(); k++) {
                data[at++] = bound.term().central(k);
            }
        }
        for (ParameterConstraint constraint : likelihood.constraints()) {
            data[at++] = constraint.central();
        }
        return data;
    }

    @Override
    public void observed(double[] data) {
        double[] observed = observed(likelihood);
        System.arraycopy(observed, 0, data, 0, observed.length);
    }

    /**
     * Writes the Asimov data of a point.
     *
     * @throws IllegalArgumentException if a term has no data at the prediction there
     */
    @Override
    public void asimov(double[] theta, double[] data) {
        write(theta, () -> 0, data);
    }

    /**
     * Draws the data of one repeated experiment.
     *
     * @throws IllegalArgumentException if a term has no data at the prediction there
     */
    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] data) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        write(theta, normal::sample, data);
    }

    private interface Deviates {
        double next();
    }

    /** One deviate is drawn per datum, also for those that stay, so that both kinds of limits see the same others. */
    private void write(double[] theta, Deviates deviates, double[] data) {
        double[] predicted = likelihood.predict(theta);
        int at = 0;
        for (BoundTerm bound : likelihood.terms()) {
            LikelihoodTerm term = bound.term();
            int d = term.dimension();
            double[] mu = new double[d];
            double[] normals = new double[d];
            double[] drawn = new double[d];
            for (int k = 0; k < d; k++) {
                mu[k] = predicted[bound.predictions().get(k)];
                normals[k] = deviates.next();
                drawn[k] = term.central(k);
            }
            if (limitsFluctuate || !term.isLimit()) {
                term.draw(mu, normals, drawn);
            }
            System.arraycopy(drawn, 0, data, at, d);
            at += d;
        }
        for (ParameterConstraint constraint : likelihood.constraints()) {
            data[at++] = theta[constraint.parameter()] + constraint.sigma() * deviates.next();
        }
    }

    @Override
    public LikelihoodObjective objective() {
        return likelihood.objective();
    }
}

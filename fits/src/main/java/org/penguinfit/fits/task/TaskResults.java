package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskHeading;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.PullFound;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.JoinedResult;
import org.penguinfit.measurements.PublishedText;

/** Parts of a task result that several kinds of task share. */
final class TaskResults {
    private TaskResults() {}

    static TaskResult withoutData(ResolvedTask task) {
        return new TaskResult(
                TaskHeading.of(task.config()),
                TaskResult.Status.NO_DATA,
                List.of(),
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of("no selected measurement is in force on the as-of date"));
    }

    /** A point in words. */
    static String at(Map<String, Double> point) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Double> entry : point.entrySet()) {
            parts.add(entry.getKey() + " = " + shortest(entry.getValue()));
        }
        return String.join(", ", parts);
    }

    /** As a user would write it: 3 and 1e-5, not 3.0 and 1.0E-5. */
    static String shortest(double value) {
        return PublishedText.shortest(value);
    }

    /** One line of data per published result. */
    static List<DatumUsed> data(Likelihood likelihood) {
        return data(likelihood, bound -> LikelihoodTerms.rule(bound.term()));
    }

    /** The same with other words for how a result enters. */
    static List<DatumUsed> data(Likelihood likelihood, Function<BoundTerm, String> rule) {
        List<DatumUsed> data = new ArrayList<>();
        for (BoundTerm bound : likelihood.terms()) {
            if (bound.members().isEmpty()) {
                addData(bound, rule.apply(bound), data);
            }
            for (BoundTerm member : bound.members()) {
                addData(member, rule.apply(member) + ", theory covariance added", data);
            }
        }
        return data;
    }

    private static void addData(BoundTerm bound, String rule, List<DatumUsed> data) {
        if (bound.result().orElse(null) instanceof JoinedResult joined) {
            addJoined(bound, joined, rule, data);
        } else {
            data.add(new DatumUsed(bound.measurement(), bound.observables(), published(bound), rule));
        }
    }

    /** One line per measurement, which names the others. */
    private static void addJoined(BoundTerm bound, JoinedResult joined, String rule, List<DatumUsed> data) {
        for (String owner : new LinkedHashSet<>(joined.owners())) {
            List<String> observables = new ArrayList<>();
            List<CorrelatedResult.Component> components = new ArrayList<>();
            Set<String> others = new LinkedHashSet<>();
            for (int k = 0; k < joined.owners().size(); k++) {
                if (joined.owners().get(k).equals(owner)) {
                    observables.add(bound.observables().get(k));
                    components.add(joined.components().get(k));
                } else {
                    others.add("'" + joined.owners().get(k) + "'");
                }
            }
            data.add(new DatumUsed(
                    owner,
                    observables,
                    String.join(", ", PublishedText.of(components)),
                    rule + " with " + String.join(", ", others)));
        }
    }

    /** As published; of a term that comes from no measurement file the central values. */
    private static String published(BoundTerm bound) {
        if (bound.result().isPresent()) {
            return String.join(", ", PublishedText.of(bound.result().get()));
        }
        List<String> centrals = new ArrayList<>();
        for (int k = 0; k < bound.term().dimension(); k++) {
            centrals.add(shortest(bound.term().central(k)));
        }
        return String.join(", ", centrals);
    }

    /** Pulls at a point; the parts of a correlated term are rᵢ (C⁻¹r)ᵢ, which add up to it. */
    static List<PullFound> pulls(Likelihood likelihood, double[] theta) {
        double[] predicted = likelihood.predict(theta);
        List<PullFound> pulls = new ArrayList<>();
        for (BoundTerm bound : likelihood.terms()) {
            int d = bound.term().dimension();
            double[] mu = new double[d];
            for (int k = 0; k < d; k++) {
                mu[k] = predicted[bound.predictions().get(k)];
            }
            double[] gradient = new double[d];
            double value = bound.term().valueGradientAndHessian(mu, gradient, new double[d * d]);
            for (int k = 0; k < d; k++) {
                double part = d == 1 ? value : (mu[k] - bound.term().central(k)) * gradient[k] / 2;
                pulls.add(new PullFound(
                        bound.owner(k),
                        bound.observables().get(k),
                        bound.term().central(k),
                        mu[k],
                        bound.term().pull(mu, k),
                        part));
            }
        }
        return pulls;
    }

    /**
     * Goodness of the best minimum.
     *
     * @param interest the parameters of interest that are free
     */
    static Goodness goodness(ResolvedTask task, Likelihood likelihood, double chi2, List<FreeParameter> interest) {
        int free = interest.size();
        int ndof = likelihood.measuredCount() - free;
        double chi2Sm = chi2AtStandardModel(task);
        for (FreeParameter parameter : interest) {
            FreeParameter.Constraint constraint = parameter.constraint();
            if (constraint != null) {
                ndof++;
                double pull = (parameter.standard() - constraint.central()) / constraint.sigma();
                chi2Sm += pull * pull;
            }
        }
        Double pValue = ndof > 0 ? Double.valueOf(survival(ndof, chi2)) : null;
        return new Goodness(chi2, ndof, pValue, chi2Sm, TailSigmas.of(Math.max(0, chi2Sm - chi2), free));
    }

    private static double survival(int ndof, double chi2) {
        return ChiSquaredDistribution.of(ndof).survivalProbability(Math.max(0, chi2));
    }

    /** −2 ln L of the data with every parameter of interest at its default, nuisance parameters profiled. */
    static double chi2AtStandardModel(ResolvedTask task) {
        Likelihood likelihood = task.bind(List.of());
        if (task.nuisances().isEmpty()) {
            return likelihood.objective().value(new double[0]);
        }
        double[] start = likelihood.parameters().start();
        return MultiStart.of(0)
                .search(
                        likelihood::objective,
                        List.of(Vector.of(start)),
                        likelihood.parameters().bounds())
                .best()
                .map(Minimum::value)
                .orElse(Double.NaN);
    }
}

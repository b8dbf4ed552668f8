package org.penguinfit.fits.task;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.prior.FlatPrior;
import org.penguinfit.core.prior.GaussianPrior;
import org.penguinfit.core.prior.LogNormalPrior;
import org.penguinfit.core.prior.Prior;
import org.penguinfit.core.prior.SplitGaussianPrior;
import org.penguinfit.fits.config.PriorText;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;

/**
 * The priors of a task: those of its config, which replace the constraints of their parameters, and flat ones within the
 * ranges of all other parameters, whose constraints stay in the likelihood.
 *
 * @param task the task, its parameters without the constraints that a prior replaces
 * @param priors one per parameter, of interest first
 */
record PriorChoice(ResolvedTask task, List<Prior> priors) {
    private static final String CONFIG = "fit config";

    PriorChoice {
        priors = List.copyOf(priors);
    }

    static PriorChoice of(ResolvedTask task, Map<String, PriorText> texts) {
        List<Prior> priors = new ArrayList<>();
        List<FreeParameter> interest = freed(task.interest(), texts, priors);
        List<FreeParameter> nuisances = freed(task.nuisances(), texts, priors);
        ResolvedTask freed = new ResolvedTask(
                task.config(),
                task.theory(),
                task.measurements(),
                task.correlations(),
                task.notes(),
                interest,
                nuisances,
                task.linearised(),
                task.epochs(),
                task.fixed(),
                task.standard());
        return new PriorChoice(freed, priors);
    }

    private static List<FreeParameter> freed(
            List<FreeParameter> parameters, Map<String, PriorText> texts, List<Prior> priors) {
        List<FreeParameter> freed = new ArrayList<>();
        for (FreeParameter parameter : parameters) {
            PriorText text = texts.get(parameter.name());
            if (text == null) {
                freed.add(parameter);
                String source = parameter.constraint() == null
                        ? "flat within the range"
                        : "flat; its constraint stands in the likelihood";
                priors.add(new FlatPrior(parameter.bounds(), source));
            } else {
                freed.add(withoutConstraint(parameter));
                priors.add(prior(text, parameter));
            }
        }
        return freed;
    }

    private static FreeParameter withoutConstraint(FreeParameter parameter) {
        return new FreeParameter(
                parameter.name(),
                parameter.theoryName(),
                parameter.standard(),
                parameter.start(),
                parameter.bounds(),
                null);
    }

    private static Prior prior(PriorText text, FreeParameter parameter) {
        return switch (text.kind()) {
            case "flat" -> new FlatPrior(parameter.bounds(), CONFIG);
            case "gaussian" -> new GaussianPrior(text.central(), text.plus(), CONFIG);
            case "log-normal" -> new LogNormalPrior(text.central(), Math.log(text.plus()), CONFIG);
            case "asymmetric" -> new SplitGaussianPrior(text.central(), text.minus(), text.plus(), CONFIG);
            default -> throw new IllegalStateException("no prior of kind " + text.kind() + "; add it here");
        };
    }

    /** Whether a prior changes where the posterior is highest. */
    boolean isInformed() {
        return priors.stream().anyMatch(prior -> !(prior instanceof FlatPrior))
                || priors.stream().anyMatch(prior -> prior.source().equals(CONFIG));
    }

    /** Words for a report. */
    static String words(Prior prior) {
        if (prior instanceof FlatPrior flat) {
            return prior.isProper()
                    ? "flat in [" + number(flat.support().lower()) + ", "
                            + number(flat.support().upper()) + "]"
                    : "flat";
        }
        if (prior instanceof GaussianPrior gaussian) {
            return "Gaussian " + number(gaussian.mean()) + " ± " + number(gaussian.sigma());
        }
        if (prior instanceof LogNormalPrior logNormal) {
            return "log-normal, median " + number(logNormal.median()) + ", factor "
                    + number(Math.exp(logNormal.logSigma()));
        }
        if (prior instanceof SplitGaussianPrior split) {
            return "split Gaussian " + number(split.mode()) + " +" + number(split.sigmaPlus()) + " -"
                    + number(split.sigmaMinus());
        }
        throw new IllegalStateException("no words for " + prior.getClass().getSimpleName() + "; add them here");
    }

    /** Six digits: an exponential of a logarithm has no more to say. */
    private static String number(double value) {
        return TaskResults.shortest(
                new BigDecimal(value).round(new MathContext(6)).doubleValue());
    }
}

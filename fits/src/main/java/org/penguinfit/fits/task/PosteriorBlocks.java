package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.prior.Prior;
import org.penguinfit.core.sample.Chain;
import org.penguinfit.core.sample.ChainDiagnostics;
import org.penguinfit.core.sample.Marginal;
import org.penguinfit.core.sample.PosteriorSample;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.ResultBlock.Figure;

/** A sample of a posterior as blocks of a result. */
final class PosteriorBlocks {
    /** Rows of the thinned sample: enough for a plot, few enough for a file that people open. */
    private static final int MOST_ROWS = 1000;

    private static final List<Column> MOMENTS = List.of(
            new Column("parameter", "parameter"),
            new Column("mean", "mean"),
            new Column("meanError", "± MC"),
            new Column("sigma", "σ"),
            new Column("sigmaError", "± MC"),
            new Column("median", "median"),
            new Column("medianError", "± MC"));

    private static final List<Column> DIAGNOSTICS = List.of(
            new Column("parameter", "parameter"),
            new Column("rHat", "R̂"),
            new Column("bulkEss", "bulk ESS"),
            new Column("tailEss", "tail ESS"),
            new Column("autocorrelationTime", "autocorrelation time"));

    private static final List<Column> EQUAL_TAILED = List.of(
            new Column("parameter", "parameter"),
            new Column("level", "level"),
            new Column("lower", "lower quantile"),
            new Column("lowerError", "± MC"),
            new Column("upper", "upper quantile"),
            new Column("upperError", "± MC"));

    private static final List<Column> PRIORS =
            List.of(new Column("parameter", "parameter"), new Column("prior", "prior"), new Column("source", "source"));

    private static final List<Column> CORRELATIONS = List.of(
            new Column("first", "parameter"),
            new Column("second", "and"),
            new Column("covariance", "covariance"),
            new Column("correlation", "correlation"));

    private final List<String> names = new ArrayList<>();
    private final PosteriorSample sample;
    private final List<Marginal> marginals = new ArrayList<>();

    /**
     * Of a sample.
     *
     * @param free its parameters, in its order
     */
    PosteriorBlocks(List<FreeParameter> free, PosteriorSample sample) {
        this.sample = sample;
        for (int i = 0; i < free.size(); i++) {
            names.add(free.get(i).name());
            if (!sample.chains().isEmpty()) {
                marginals.add(sample.marginal(i));
            }
        }
    }

    /** How the chains went. */
    ResultBlock sampling(String sampler) {
        return new ResultBlock.Figures(
                "sampling",
                "Sampling",
                List.of(
                        Figure.of("sampler", "sampler", sampler),
                        Figure.of("status", "status", words(sample.status())),
                        Figure.of("propriety", "posterior", words(sample.propriety())),
                        Figure.of("chains", "chains", (double) sample.chains().size()),
                        Figure.of("lostChains", "chains or ensembles lost", (double)
                                sample.failures().size()),
                        Figure.of("draws", "draws", (double) sample.count()),
                        Figure.of("acceptance", "acceptance", sample.cost().acceptance()),
                        Figure.of("divergences", "divergences", (double)
                                sample.cost().divergences()),
                        Figure.of("jumps", "jumps between modes", (double)
                                sample.cost().jumps()),
                        Figure.of("evaluations", "evaluations of the posterior", (double)
                                sample.cost().evaluations())));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What was assumed before the data. */
    ResultBlock priors(List<Prior> priors) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(names.get(i));
            row.add(PriorChoice.words(priors.get(i)));
            row.add(priors.get(i).source());
            rows.add(row);
        }
        return new ResultBlock.Table("priors", "Priors", PRIORS, rows, true);
    }

    /** Means, standard deviations and medians. */
    ResultBlock moments() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < marginals.size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(names.get(i));
            PredictionBlocks.add(marginals.get(i).mean(), row);
            PredictionBlocks.add(marginals.get(i).sigma(), row);
            PredictionBlocks.add(marginals.get(i).quantile(0.5), row);
            rows.add(row);
        }
        return new ResultBlock.Table("posterior", "Posterior", MOMENTS, rows, true);
    }

    /** Whether the chains agree, and what they are worth. */
    ResultBlock diagnostics() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < sample.diagnostics().size(); i++) {
            ChainDiagnostics diagnostics = sample.diagnostics().get(i);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(names.get(i));
            row.add(diagnostics.rHat());
            row.add(diagnostics.bulkEss());
            row.add(diagnostics.tailEss());
            row.add(diagnostics.autocorrelationTime());
            rows.add(row);
        }
        return new ResultBlock.Table("diagnostics", "Diagnostics", DIAGNOSTICS, rows, true);
    }

    /** Intervals with equal probability beyond both ends. */
    ResultBlock equalTailed(List<Level> levels) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < marginals.size(); i++) {
            for (Level level : levels) {
                Marginal.CredibleInterval interval = marginals.get(i).equalTailed(level.level());
                List<@Nullable Object> row = new ArrayList<>();
                row.add(names.get(i));
                row.add(level.label());
                PredictionBlocks.add(interval.lower(), row);
                PredictionBlocks.add(interval.upper(), row);
                rows.add(row);
            }
        }
        return new ResultBlock.Table("equalTailed", "Equal-tailed intervals", EQUAL_TAILED, rows, true);
    }

    /** Covariances of all pairs. */
    ResultBlock correlations() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < marginals.size(); i++) {
            for (int j = 0; j < i; j++) {
                double covariance = sample.covariance(i, j);
                double size = Math.sqrt(sample.covariance(i, i) * sample.covariance(j, j));
                List<@Nullable Object> row = new ArrayList<>();
                row.add(names.get(i));
                row.add(names.get(j));
                row.add(covariance);
                row.add(covariance / size);
                rows.add(row);
            }
        }
        return new ResultBlock.Table("correlations", "Correlations", CORRELATIONS, rows, names.size() > 1);
    }

    /** Some of the draws, evenly thinned, with −2 ln of the posterior: for plots. */
    ResultBlock thinned() {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(new Column(name, name));
        }
        columns.add(new Column("minusTwoLogPosterior", "−2 ln posterior"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        int step = Math.max(1, (sample.count() + MOST_ROWS - 1) / MOST_ROWS);
        int number = 0;
        for (Chain chain : sample.chains()) {
            for (int k = 0; k < chain.count(); k++) {
                if (number++ % step == 0) {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int i = 0; i < names.size(); i++) {
                        row.add(chain.get(k, i));
                    }
                    row.add(chain.minusTwoLogPosterior(k));
                    rows.add(row);
                }
            }
        }
        return new ResultBlock.Table("sample", "Thinned sample", columns, rows, false);
    }

    /** Highest-density sets: parameter → level → union of segments. */
    Map<String, Map<String, IntervalSet>> highestDensity(List<Level> levels) {
        Map<String, Map<String, IntervalSet>> sets = new LinkedHashMap<>();
        for (int i = 0; i < marginals.size(); i++) {
            Map<String, IntervalSet> byLevel = new LinkedHashMap<>();
            for (Level level : levels) {
                byLevel.put(level.label(), marginals.get(i).highestDensity(level.level()));
            }
            sets.put(names.get(i), byLevel);
        }
        return sets;
    }
}

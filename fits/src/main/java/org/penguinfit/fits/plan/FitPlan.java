package org.penguinfit.fits.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.OutputConfig;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.Version;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/**
 * A fit ready to run: config, theory and measurements loaded, every name resolved, every problem of every file reported at
 * once.
 */
public final class FitPlan {
    private final FitConfig config;
    private final Theory theory;
    private final List<ResolvedTask> tasks;
    private final Map<String, String> inputs;
    private final Set<String> used;
    private final List<FitResult.Skip> skipped;
    private final List<String> notes;
    private final Provenance provenance;
    private final List<Measurement> added;
    private final @Nullable LocalDate asOf;
    private final long seed;

    FitPlan(
            FitConfig config,
            Theory theory,
            List<ResolvedTask> tasks,
            Map<String, String> inputs,
            Set<String> used,
            List<FitResult.Skip> skipped,
            List<String> notes,
            Provenance provenance,
            List<Measurement> added,
            @Nullable LocalDate asOf,
            long seed) {
        this.config = config;
        this.theory = theory;
        this.tasks = tasks;
        this.inputs = inputs;
        this.used = used;
        this.skipped = skipped;
        this.notes = notes;
        this.provenance = provenance;
        this.added = List.copyOf(added);
        this.asOf = asOf;
        this.seed = seed;
    }

    /**
     * Loads a fit.
     *
     * @param diagnostics takes every problem, warnings too
     * @return the plan, or null if there was an error
     */
    public static @Nullable FitPlan load(FitRequest request, Diagnostics diagnostics) {
        FitFiles.Found found = FitFiles.find(request.fit(), diagnostics);
        return found == null ? null : load(request, found, diagnostics);
    }

    /** Loads a fit whose config file has been found. */
    public static @Nullable FitPlan load(FitRequest request, FitFiles.Found found, Diagnostics diagnostics) {
        return new PlanLoader(request, diagnostics).load(found);
    }

    /** A plan without data. */
    static FitPlan of(
            FitConfig config, Theory theory, List<ResolvedTask> tasks, Map<String, String> inputs, Set<String> used) {
        return new FitPlan(
                config, theory, tasks, inputs, used, List.of(), List.of(), Provenance.NONE, List.of(), null, 0);
    }

    /** The config. */
    public FitConfig config() {
        return config;
    }

    /** The predictions. */
    public Theory theory() {
        return theory;
    }

    /** The tasks, in the order of the config. */
    public List<ResolvedTask> tasks() {
        return tasks;
    }

    /** Input file → SHA-256. */
    public Map<String, String> inputs() {
        return inputs;
    }

    /** Names of the measurements that enter. */
    public Set<String> used() {
        return used;
    }

    /** Measurements that do not enter, with the reason. */
    public List<FitResult.Skip> skipped() {
        return skipped;
    }

    /** Sentences about the selection. */
    public List<String> notes() {
        return notes;
    }

    /** Where every number that enters was read, without the publications. */
    public Provenance provenance() {
        return provenance;
    }

    /** Measurements of the files of the command line, whether they enter or not. */
    public List<Measurement> added() {
        return added;
    }

    /** Only what was public by that day; null: everything. */
    public @Nullable LocalDate asOf() {
        return asOf;
    }

    /** Where the result files go and which tables are written. */
    public OutputConfig outputs() {
        return config.outputs();
    }

    /** Digest of all that the numbers of a run depend on: inputs, options, date, seed, version; 64 hexadecimal digits. */
    public String identity() {
        String text = new TreeMap<>(inputs) + "\n" + asOf + "\n" + seed + "\n" + Version.current();
        return LocatedDocument.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seed of everything random. */
    public long seed() {
        return seed;
    }
}

package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.penguinfit.measurements.document.Location;

/** The correlations between measurements of a set, looked up by pair. Immutable. */
public final class CrossCorrelations {
    /** No correlation. */
    public static final CrossCorrelations NONE = new CrossCorrelations(List.of());

    /**
     * One result of one measurement.
     *
     * @param measurement name of the measurement
     * @param observable canonical text of its observable
     */
    public record ResultKey(String measurement, String observable) {}

    /**
     * A statement whose members are known.
     *
     * @param members at least two
     * @param rho source → correlation
     * @param location where it stands
     */
    record Statement(List<ResultKey> members, Map<String, Double> rho, Location location) {}

    private final List<Statement> statements;
    private final Map<ResultKey, Set<Integer>> byMember = new HashMap<>();

    CrossCorrelations(List<Statement> statements) {
        this.statements = List.copyOf(statements);
        for (int i = 0; i < this.statements.size(); i++) {
            for (ResultKey member : this.statements.get(i).members()) {
                byMember.computeIfAbsent(member, key -> new TreeSet<>()).add(i);
            }
        }
    }

    /** These and more; of a pair and source the later counts. */
    CrossCorrelations and(CrossCorrelations more) {
        List<Statement> both = new ArrayList<>(statements);
        both.addAll(more.statements);
        return new CrossCorrelations(both);
    }

    /** These but for what they say of some measurements. */
    CrossCorrelations without(Set<String> measurements) {
        List<Statement> left = new ArrayList<>();
        for (Statement statement : statements) {
            List<ResultKey> members = statement.members().stream()
                    .filter(member -> !measurements.contains(member.measurement()))
                    .toList();
            left.add(new Statement(members, statement.rho(), statement.location()));
        }
        return new CrossCorrelations(left);
    }

    /** True if nothing is correlated. */
    public boolean isEmpty() {
        return statements.isEmpty();
    }

    /** The correlation of two results of different measurements by source; empty if they are independent. */
    public Map<String, Double> between(ResultKey a, ResultKey b) {
        Map<String, Double> rho = new LinkedHashMap<>();
        if (!a.measurement().equals(b.measurement())) {
            Set<Integer> other = byMember.getOrDefault(b, Set.of());
            for (int i : byMember.getOrDefault(a, Set.of())) {
                if (other.contains(i)) {
                    rho.putAll(statements.get(i).rho());
                }
            }
        }
        return rho;
    }

    /** The results that statements name together with one, of other measurements, each once. */
    public Set<ResultKey> partners(ResultKey of) {
        Set<ResultKey> partners = new LinkedHashSet<>();
        for (int i : byMember.getOrDefault(of, Set.of())) {
            for (ResultKey member : statements.get(i).members()) {
                if (!member.measurement().equals(of.measurement())) {
                    partners.add(member);
                }
            }
        }
        return partners;
    }

    /**
     * The covariance of two results.
     *
     * @param a one result, with its uncertainties
     * @param b one of another measurement
     * @return the sum over sources of ρ σ σ, in the product of the units; unequal sides count as σ² = σ₊·σ₋
     */
    public double covariance(ResultKey a, List<Uncertainty> ofA, ResultKey b, List<Uncertainty> ofB) {
        double covariance = 0;
        for (Map.Entry<String, Double> source : between(a, b).entrySet()) {
            covariance += source.getValue() * sigma(ofA, source.getKey()) * sigma(ofB, source.getKey());
        }
        return covariance;
    }

    /** Standard deviation of one source, or of all; unequal sides count as σ² = σ₊·σ₋. */
    static double sigma(List<Uncertainty> uncertainties, String source) {
        double variance = 0;
        for (Uncertainty u : uncertainties) {
            boolean counts = source.equals(CrossCorrelation.TOTAL) || u.label().equals(source);
            variance += counts ? u.plus() * u.minus() : 0;
        }
        return Math.sqrt(variance);
    }

    /** Statements of which at least two members belong to different ones of these measurements. */
    List<Statement> among(Set<String> measurements) {
        List<Statement> relevant = new ArrayList<>();
        for (Statement statement : statements) {
            long distinct = statement.members().stream()
                    .map(ResultKey::measurement)
                    .filter(measurements::contains)
                    .distinct()
                    .count();
            if (distinct > 1) {
                relevant.add(statement);
            }
        }
        return relevant;
    }
}

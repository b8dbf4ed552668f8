package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.CrossCorrelations.ResultKey;
import org.penguinfit.measurements.CrossCorrelations.Statement;

/** Puts results of different measurements that are correlated into one block each. */
public final class JoinedResults {
    /**
     * A result with the name of its measurement; of a joined one {@code A + B}.
     *
     * @param measurement the name
     * @param result what is published
     */
    public record Owned(String measurement, PublishedResult result) {}

    private final CrossCorrelations correlations;
    private final List<Owned> results = new ArrayList<>();
    private final Map<ResultKey, Integer> places = new HashMap<>();
    private final int[] group;

    private JoinedResults(List<Measurement> measurements, CrossCorrelations correlations) {
        this.correlations = correlations;
        for (Measurement measurement : measurements) {
            for (PublishedResult result : measurement.results()) {
                for (ObservableId id : result.observables()) {
                    places.put(new ResultKey(measurement.name(), id.toString()), results.size());
                }
                results.add(new Owned(measurement.name(), result));
            }
        }
        this.group = new int[results.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
    }

    /**
     * All results of the measurements; those that correlations tie together stand in one {@link JoinedResult} at the place
     * of the first of them.
     */
    public static List<Owned> of(List<Measurement> measurements, CrossCorrelations correlations) {
        JoinedResults joined = new JoinedResults(measurements, correlations);
        if (correlations.isEmpty()) {
            return List.copyOf(joined.results);
        }
        Set<String> names = measurements.stream().map(Measurement::name).collect(Collectors.toSet());
        return joined.join(correlations.among(names));
    }

    private List<Owned> join(List<Statement> statements) {
        for (Statement statement : statements) {
            Integer first = null;
            for (ResultKey member : statement.members()) {
                Integer place = places.get(member);
                if (place != null) {
                    first = first == null ? place : first;
                    group[find(place)] = find(first);
                }
            }
        }
        Map<Integer, List<Owned>> groups = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(find(i), root -> new ArrayList<>()).add(results.get(i));
        }
        List<Owned> joined = new ArrayList<>();
        for (List<Owned> members : groups.values()) {
            joined.add(members.size() == 1 ? members.get(0) : block(members, statements));
        }
        return joined;
    }

    private int find(int place) {
        int root = place;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private Owned block(List<Owned> members, List<Statement> statements) {
        List<String> owners = new ArrayList<>();
        List<Component> components = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Owned member : members) {
            starts.add(components.size());
            for (Component component : components(member.result())) {
                owners.add(member.measurement());
                components.add(component);
            }
        }
        int n = components.size();
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                covariance[i * n + j] = correlations.covariance(
                        key(owners.get(i), components.get(i)),
                        components.get(i).uncertainties(),
                        key(owners.get(j), components.get(j)),
                        components.get(j).uncertainties());
                covariance[j * n + i] = covariance[i * n + j];
            }
        }
        for (int m = 0; m < members.size(); m++) {
            addOwn(members.get(m).result(), starts.get(m), n, covariance);
        }
        Quotation quotation = new Quotation("", "", 1, statements.get(0).location());
        JoinedResult result = new JoinedResult(owners, components, Covariance.of(n, covariance), quotation);
        return new Owned(result.name(), result);
    }

    private static ResultKey key(String owner, Component component) {
        return new ResultKey(owner, component.observable().toString());
    }

    private static void addOwn(PublishedResult result, int start, int n, double[] covariance) {
        if (result instanceof CorrelatedResult block) {
            for (int i = 0; i < block.components().size(); i++) {
                for (int j = 0; j < block.components().size(); j++) {
                    covariance[(start + i) * n + start + j] = block.covariance().get(i, j);
                }
            }
        } else {
            double sigma = CrossCorrelations.sigma(components(result).get(0).uncertainties(), CrossCorrelation.TOTAL);
            covariance[start * n + start] = sigma * sigma;
        }
    }

    /** The uncertainties of a result on an observable; none where nothing could be correlated. */
    static List<Uncertainty> uncertainties(Measurement measurement, ObservableId observable) {
        for (PublishedResult result : measurement.results()) {
            for (Component component : components(result)) {
                if (component.observable().equals(observable)) {
                    return component.uncertainties();
                }
            }
        }
        return List.of();
    }

    /** The Gaussian values of a result; none of a limit, a range and other shapes. */
    public static List<Component> components(PublishedResult result) {
        if (result instanceof CorrelatedResult block) {
            return block.components();
        }
        if (result instanceof JoinedResult joined) {
            return joined.components();
        }
        if (result instanceof SingleResult single) {
            if (single.value() instanceof GaussianValue g) {
                return List.of(new Component(single.observable(), g.central(), g.uncertainties(), single.quotation()));
            }
            if (single.value() instanceof AsymmetricValue a && a.method() == AsymmetricMethod.SPLIT) {
                return List.of(new Component(single.observable(), a.central(), a.uncertainties(), single.quotation()));
            }
        }
        return List.of();
    }
}

package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CrossCorrelation.Member;
import org.penguinfit.measurements.CrossCorrelations.ResultKey;
import org.penguinfit.measurements.CrossCorrelations.Statement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Location;

/** Finds the results that correlations between measurements speak of, and reports those that are not there or do not fit. */
final class CrossCorrelationCheck {
    private final Map<String, Measurement> byName;
    private final Diagnostics diagnostics;
    /** Pair and source → where it was said first. */
    private final Map<Said, Location> said = new HashMap<>();

    private record Said(ResultKey first, ResultKey second, String source) {}

    CrossCorrelationCheck(Map<String, Measurement> byName, Diagnostics diagnostics) {
        this.byName = byName;
        this.diagnostics = diagnostics;
    }

    CrossCorrelations resolve(List<CrossCorrelation> all) {
        List<Statement> statements = new ArrayList<>();
        for (CrossCorrelation correlation : all) {
            List<ResultKey> members = new ArrayList<>();
            for (Member member : correlation.members()) {
                ResultKey key = resolve(member, correlation);
                if (key != null && members.contains(key)) {
                    error(member, "a result may stand only once", "'" + member.measurement() + "'", "");
                } else if (key != null) {
                    members.add(key);
                }
            }
            refuseRepetition(correlation, members);
            statements.add(new Statement(members, correlation.rho(), correlation.location()));
        }
        return new CrossCorrelations(statements);
    }

    private void error(Member at, String rule, String found, String remedy) {
        diagnostics.error(at.location(), at.path(), rule, found, remedy);
    }

    private @Nullable ResultKey resolve(Member member, CrossCorrelation correlation) {
        Measurement measurement = byName.get(member.measurement());
        if (measurement == null) {
            diagnostics.warning(
                    member.location(),
                    member.path(),
                    "no measurement of this name is loaded",
                    "'" + member.measurement() + "'",
                    DidYouMean.suggest(member.measurement(), byName.keySet()));
            return null;
        }
        List<ObservableId> observables = measurement.observables();
        Optional<ObservableId> observable = member.observable();
        if (observable.isEmpty() && observables.size() > 1) {
            error(member, "say which observable of '" + measurement.name() + "'", "none", known(observables));
            return null;
        }
        ObservableId wanted = observable.orElse(observables.get(0));
        for (ObservableId id : observables) {
            if (id.equals(wanted) || id.toString().equals(wanted.name())) {
                return fits(member, measurement, id, correlation)
                        ? new ResultKey(measurement.name(), id.toString())
                        : null;
            }
        }
        error(member, "'" + measurement.name() + "' has no such observable", "'" + wanted + "'", known(observables));
        return null;
    }

    private static String known(List<ObservableId> observables) {
        return "known: "
                + String.join(
                        ", ", observables.stream().map(ObservableId::toString).toList());
    }

    /** True if it has an uncertainty of every source. */
    private boolean fits(Member member, Measurement measurement, ObservableId id, CrossCorrelation correlation) {
        List<Uncertainty> uncertainties = JoinedResults.uncertainties(measurement, id);
        if (uncertainties.isEmpty()) {
            error(member, "only a Gaussian value can be correlated", "'" + measurement.name() + "'", "remove it");
            return false;
        }
        Set<String> labels = new LinkedHashSet<>();
        uncertainties.forEach(u -> labels.add(u.label()));
        for (String source : correlation.rho().keySet()) {
            if (!source.equals(CrossCorrelation.TOTAL) && !labels.contains(source)) {
                labels.remove("");
                error(
                        member,
                        "'" + measurement.name() + "' has no uncertainty of this source",
                        "'" + source + "'",
                        DidYouMean.suggestOrList(source, labels));
                return false;
            }
        }
        return true;
    }

    private void refuseRepetition(CrossCorrelation correlation, List<ResultKey> members) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!members.get(i).measurement().equals(members.get(j).measurement())) {
                    refuseRepetition(correlation, members.get(i), members.get(j));
                }
            }
        }
    }

    private void refuseRepetition(CrossCorrelation correlation, ResultKey a, ResultKey b) {
        boolean ordered = a.toString().compareTo(b.toString()) < 0;
        for (String source : correlation.rho().keySet()) {
            Location first =
                    said.putIfAbsent(new Said(ordered ? a : b, ordered ? b : a, source), correlation.location());
            if (first != null) {
                diagnostics.error(
                        correlation.location(),
                        correlation.path(),
                        "a correlation may be given only once",
                        "that of '" + a.measurement() + "' and '" + b.measurement() + "' also at " + first,
                        "remove one");
                return;
            }
        }
    }
}

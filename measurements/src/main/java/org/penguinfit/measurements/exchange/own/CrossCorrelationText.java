package org.penguinfit.measurements.exchange.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.CrossCorrelation.Member;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** The list {@code cross-correlations} of a file. */
final class CrossCorrelationText {
    private CrossCorrelationText() {}

    static List<Object> of(List<CrossCorrelation> correlations) {
        List<Object> list = new ArrayList<>();
        for (CrossCorrelation correlation : correlations) {
            List<Object> members = new ArrayList<>();
            correlation.members().forEach(member -> members.add(member(member)));
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(members.size() == 2 ? "between" : "among", members);
            Double total = correlation.rho().get(CrossCorrelation.TOTAL);
            if (total != null) {
                item.put("rho", total);
            } else {
                item.put("source", new TreeMap<>(correlation.rho()));
            }
            list.add(new Flow(item));
        }
        return list;
    }

    private static Object member(Member member) {
        if (member.observable().isEmpty()) {
            return member.measurement();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("measurement", member.measurement());
        map.put("observable", member.observable().get().name());
        member.observable().get().arguments().forEach(argument -> map.put(argument.name(), argument.value()));
        return map;
    }
}

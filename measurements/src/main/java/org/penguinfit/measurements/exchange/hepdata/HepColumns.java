package org.penguinfit.measurements.exchange.hepdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.exchange.text.ValueText;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** The columns of the tables of one measurement. */
final class HepColumns {
    private HepColumns() {}

    /** True for a value that is a number with errors, or without. */
    static boolean hasPoint(PublishedValue value) {
        return value instanceof GaussianValue || value instanceof AsymmetricValue || value instanceof ExactValue;
    }

    /** A column has one unit, so results of several units need several tables. */
    static List<List<SingleResult>> byUnit(List<SingleResult> results) {
        Map<String, List<SingleResult>> groups = new LinkedHashMap<>();
        for (SingleResult result : results) {
            groups.computeIfAbsent(result.quotation().unit(), unit -> new ArrayList<>())
                    .add(result);
        }
        return List.copyOf(groups.values());
    }

    static Set<String> units(CorrelatedResult block) {
        Set<String> units = new LinkedHashSet<>();
        block.components().forEach(c -> units.add(c.quotation().unit()));
        return units;
    }

    static Map<String, Object> values(Measurement m, List<SingleResult> results) {
        List<Object> points = new ArrayList<>();
        for (SingleResult result : results) {
            points.add(point(result.value()));
        }
        return table(observables(results), HepLayout.VALUE, unit(results), qualifiers(m), points);
    }

    static Map<String, Object> limits(Measurement m, List<SingleResult> results, double level) {
        List<Object> points = new ArrayList<>();
        for (SingleResult result : results) {
            points.add(new Flow(Map.of("value", ((UpperLimit) result.value()).limit())));
        }
        List<Object> qualifiers = qualifiers(m);
        BigDecimal percent = new BigDecimal(ValueText.percent(level));
        boolean isShort = percent.precision() < 10; // as a number; more digits would be rounded to a double
        Object written = isShort ? percent.doubleValue() : percent.toPlainString();
        qualifiers.add(HepCells.qualifier(HepLayout.LEVEL, written, "%"));
        return table(observables(results), HepLayout.LIMIT, unit(results), qualifiers, points);
    }

    static Map<String, Object> block(Measurement m, CorrelatedResult block) {
        List<Object> points = new ArrayList<>();
        for (Component c : block.components()) {
            points.add(point(c.central(), c.uncertainties()));
        }
        String unit = units(block).iterator().next();
        return table(block.observables(), HepLayout.VALUE, unit, qualifiers(m), points);
    }

    /** All elements, row after row. */
    static Map<String, Object> covariance(Measurement m, CorrelatedResult block) {
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        List<Object> points = new ArrayList<>();
        int n = block.components().size();
        for (int k = 0; k < n * n; k++) {
            first.add(HepCells.value(block.observables().get(k / n).toString()));
            second.add(HepCells.value(block.observables().get(k % n).toString()));
            points.add(new Flow(Map.of("value", block.covariance().get(k / n, k % n))));
        }
        List<Object> independent = List.of(
                HepCells.column(HepLayout.FIRST, "", List.of(), first),
                HepCells.column(HepLayout.SECOND, "", List.of(), second));
        return table(independent, HepCells.column(HepLayout.COVARIANCE, "", qualifiers(m), points));
    }

    private static List<ObservableId> observables(List<SingleResult> results) {
        return results.stream().map(SingleResult::observable).toList();
    }

    private static String unit(List<SingleResult> results) {
        return results.get(0).quotation().unit();
    }

    private static Map<String, Object> table(
            List<ObservableId> observables, String header, String unit, List<Object> qualifiers, List<Object> points) {
        return table(independent(observables), HepCells.column(header, unit, qualifiers, points));
    }

    private static Map<String, Object> table(List<Object> independent, Object dependent) {
        return HepCells.table(independent, List.of(dependent));
    }

    /** Names, and a column for each argument or bin if all observables have the same; else the arguments stand with the names. */
    private static List<Object> independent(List<ObservableId> observables) {
        List<List<String>> names = observables.stream()
                .map(o -> o.arguments().stream().map(Argument::name).toList())
                .distinct()
                .toList();
        List<Object> columns = new ArrayList<>();
        boolean apart = names.size() == 1;
        List<Object> texts = new ArrayList<>();
        observables.forEach(o -> texts.add(HepCells.value(apart ? o.name() : o.toString())));
        columns.add(HepCells.column(HepLayout.OBSERVABLE, "", List.of(), texts));
        List<String> arguments = apart ? names.get(0) : List.of();
        for (int a = 0; a < arguments.size(); a++) {
            int index = a;
            String name = arguments.get(a);
            boolean bin = a + 1 < arguments.size()
                    && name.endsWith("min")
                    && arguments.get(a + 1).equals(name.substring(0, name.length() - 3) + "max");
            List<Object> cells = new ArrayList<>();
            for (ObservableId o : observables) {
                ToDoubleFunction<Integer> at = i -> o.arguments().get(i).value();
                cells.add(
                        bin
                                ? bin(at.applyAsDouble(index), at.applyAsDouble(index + 1))
                                : HepCells.value(at.applyAsDouble(index)));
            }
            String title = bin ? name.substring(0, name.length() - 3) : name;
            columns.add(HepCells.column(title, title.equals("q2") ? "GEV**2" : "", List.of(), cells));
            a += bin ? 1 : 0;
        }
        return columns;
    }

    private static Object bin(double low, double high) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("low", low);
        map.put("high", high);
        return new Flow(map);
    }

    private static List<Object> qualifiers(Measurement m) {
        List<Object> qualifiers = new ArrayList<>();
        qualifiers.add(HepCells.qualifier(HepLayout.MEASUREMENT, m.name(), ""));
        m.source().inspire().forEach(key -> qualifiers.add(HepCells.qualifier(HepLayout.INSPIRE, key, "")));
        return qualifiers;
    }

    private static Object point(PublishedValue value) {
        if (value instanceof GaussianValue g) {
            return point(g.central(), g.uncertainties());
        }
        return value instanceof AsymmetricValue a
                ? point(a.central(), a.uncertainties())
                : HepCells.value(((ExactValue) value).value());
    }

    private static Object point(double central, List<Uncertainty> uncertainties) {
        List<Object> errors = new ArrayList<>();
        for (Uncertainty u : uncertainties) {
            Map<String, Object> error = new LinkedHashMap<>();
            if (u.isSymmetric()) {
                error.put("symerror", u.plus());
            } else {
                Map<String, Object> sides = new LinkedHashMap<>();
                sides.put("plus", u.plus());
                sides.put("minus", -u.minus());
                error.put("asymerror", sides);
            }
            if (!u.label().isEmpty()) {
                error.put("label", u.label().equals("syst") ? "sys" : u.label());
            }
            errors.add(error);
        }
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("value", central);
        point.put("errors", errors);
        return new Flow(point);
    }
}

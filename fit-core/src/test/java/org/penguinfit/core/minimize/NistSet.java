package org.penguinfit.core.minimize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.penguinfit.core.ResidualObjective;

/** A certified data set of NIST StRD, nonlinear regression, and its model; see the head of {@code nist.txt}. */
record NistSet(String name, int dof, Map<String, double[]> numbers) {
    static List<NistSet> all() {
        List<NistSet> sets = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NistSet.class.getResourceAsStream("/reference/nist.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("set")) {
                    sets.add(new NistSet(words[1], Integer.parseInt(words[2]), new LinkedHashMap<>()));
                } else if (!line.startsWith("#")) {
                    double[] values = Arrays.stream(words)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                    sets.get(sets.size() - 1).numbers().put(words[0], values);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sets;
    }

    double[] get(String key) {
        return Objects.requireNonNull(numbers.get(key), key);
    }

    ResidualObjective objective() {
        double[] x = get("x");
        double[] y = get("y");
        return new ResidualObjective(
                get("certified").length, x.length, (b, k) -> model(b, x[k]).subtract(y[k]));
    }

    private DerivativeStructure model(DerivativeStructure[] b, double x) {
        return switch (name) {
            case "Misra1a" -> b[0].multiply(b[1].multiply(-x).exp().negate().add(1));
            case "Misra1b" ->
                b[0].multiply(b[1].multiply(x / 2).add(1).pow(-2).negate().add(1));
            case "Misra1c" ->
                b[0].multiply(
                        b[1].multiply(2 * x).add(1).sqrt().reciprocal().negate().add(1));
            case "Misra1d" ->
                b[0].multiply(b[1]).multiply(x).divide(b[1].multiply(x).add(1));
            case "Chwirut1", "Chwirut2" -> b[0].multiply(-x).exp().divide(b[1].add(b[2].multiply(x)));
            case "DanWood" -> b[0].multiply(b[1].multiply(Math.log(x)).exp());
            case "Lanczos1", "Lanczos2" ->
                decay(b[0], b[1], x).add(decay(b[2], b[3], x)).add(decay(b[4], b[5], x));
            case "Gauss1" -> decay(b[0], b[1], x).add(peak(b[2], b[3], b[4], x)).add(peak(b[5], b[6], b[7], x));
            case "MGH17" -> b[0].add(decay(b[1], b[3], x)).add(decay(b[2], b[4], x));
            case "Roszman1" ->
                b[0].subtract(b[1].multiply(x))
                        .subtract(b[2].divide(b[3].negate().add(x)).atan().divide(Math.PI));
            case "ENSO" ->
                b[0].add(b[1].multiply(Math.cos(2 * Math.PI * x / 12)))
                        .add(b[2].multiply(Math.sin(2 * Math.PI * x / 12)))
                        .add(wave(b[3], b[4], b[5], x))
                        .add(wave(b[6], b[7], b[8], x));
            case "Rat42" -> b[0].divide(b[1].subtract(b[2].multiply(x)).exp().add(1));
            case "MGH10" -> b[0].multiply(b[1].divide(b[2].add(x)).exp());
            case "Bennett5" ->
                b[0].multiply(b[1].add(x).log().divide(b[2]).negate().exp());
            default -> throw new IllegalStateException("no model of " + name);
        };
    }

    private static DerivativeStructure decay(DerivativeStructure height, DerivativeStructure rate, double x) {
        return height.multiply(rate.multiply(-x).exp());
    }

    private static DerivativeStructure peak(
            DerivativeStructure height, DerivativeStructure centre, DerivativeStructure width, double x) {
        return height.multiply(centre.subtract(x).divide(width).pow(2).negate().exp());
    }

    private static DerivativeStructure wave(
            DerivativeStructure period, DerivativeStructure cos, DerivativeStructure sin, double x) {
        DerivativeStructure phase = period.reciprocal().multiply(2 * Math.PI * x);
        return cos.multiply(phase.cos()).add(sin.multiply(phase.sin()));
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.penguinfit.measurements.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.penguinfit.measurements.AmorosoValue;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.CountingProcess;
import org.penguinfit.measurements.CountingValue;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.Dataset;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.Extraction;
import org.penguinfit.measurements.GammaValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.Lineage;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Source;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Location;

/** Measurements with numbers of all sizes and any digits, from a seed. */
final class RandomMeasurements {
    private static final Location NOWHERE = Location.wholeFile("random");

    private final Random random;

    RandomMeasurements(long seed) {
        this.random = new Random(seed);
    }

    List<Measurement> list(int number) {
        List<Measurement> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(measurement("Measurement " + i + (random.nextInt(4) == 0 ? ": \"odd\" #name 'x'" : "")));
        }
        return all;
    }

    private Measurement measurement(String name) {
        List<PublishedResult> results = new ArrayList<>();
        int kind = random.nextInt(3);
        int number = 1 + random.nextInt(4);
        int next = 0;
        for (int i = 0; kind != 1 && i < number; i++) {
            results.add(single(observable(next++)));
        }
        if (kind > 0) {
            results.add(block(next, 2 + random.nextInt(4)));
        }
        if (random.nextInt(4) == 0) {
            results.add(grid());
        }
        return new Measurement(
                name,
                source(),
                random.nextBoolean() ? Optional.of(LocalDate.of(2021, 4, 26)) : Optional.empty(),
                random.nextBoolean() ? Status.AVERAGE : Status.PREPRINT,
                random.nextBoolean() ? "b-to-s-nu-nu" : "",
                Lineage.NONE,
                random.nextBoolean() ? List.of("a tag", "1e-5", "yes") : List.of(),
                random.nextBoolean(),
                random.nextBoolean() ? new Extraction("Table 1: row 4", "A", List.of("B")) : Extraction.UNKNOWN,
                random.nextBoolean() ? new Dataset("711 /fb", "10.58 GeV") : Dataset.UNKNOWN,
                results,
                NOWHERE);
    }

    private Source source() {
        return new Source(
                List.of("Belle II"),
                random.nextBoolean() ? List.of("Belle-II:2021rof") : List.of(),
                List.of("1702.03224"),
                List.of(),
                "ins1512299",
                "S041.123",
                "https://arxiv.org/abs/1702.03224",
                "Two lines\nwith ± and \"quotes\": {and}\u2028 #brackets");
    }

    private ObservableId observable(int i) {
        List<Argument> bin = List.of(new Argument("q2min", random.nextInt(5) + 0.1), new Argument("q2max", 6 + i));
        return random.nextBoolean()
                ? ObservableId.of("BR(B+->K" + i + "nunu)")
                : new ObservableId("<X" + i + ">(B0->K*mumu)", bin);
    }

    private TabulatedResult grid() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            values.add(number());
        }
        return new TabulatedResult(
                List.of(ObservableId.of("grid x"), ObservableId.of("grid y")),
                List.of(List.of(0.0, number(), 1.5), List.of(-2.5, number())),
                values,
                Tabulation.Quantity.PDF,
                false,
                random.nextBoolean() ? Optional.of(List.of(0.5, -1.0)) : Optional.empty(),
                new Quotation("words of no file", "", 1, NOWHERE));
    }

    private SingleResult single(ObservableId observable) {
        return new SingleResult(
                observable, value(), new Quotation("words of no file", "", 1, NOWHERE), Optional.empty());
    }

    private PublishedValue value() {
        return switch (random.nextInt(19)) {
            case 0 -> new GaussianValue(signed(), sources(false));
            case 1 -> AsymmetricValue.of(signed(), sources(true));
            case 2 ->
                new AsymmetricValue(
                        signed(), List.of(new Uncertainty(2 * number(), number(), "")), AsymmetricMethod.LINEAR_SIGMA);
            case 3 -> UpperLimit.halfGaussian(number(), random.nextBoolean() ? 0.9 : 0.95);
            case 4 ->
                new UpperLimit(
                        number(),
                        random.nextDouble(),
                        LimitMethod.GAMMA,
                        LimitFacts.counts(EventCounts.of(13, 15.0).withBackgroundSigma(1.8)));
            case 5 -> range(signed());
            case 7 -> new HalfNormalValue(signed(), signed());
            case 8 -> new DiscreteRange(1, 2 + random.nextInt(5), OptionalDouble.empty());
            case 9 -> new GammaValue(1 + number(), -number(), number(), random.nextBoolean(), OptionalDouble.empty());
            case 10 -> new GammaValue(1 + number(), -number(), number(), true, OptionalDouble.of(number()));
            case 11 ->
                new CountingProcess(
                        number(),
                        new EventCounts(
                                OptionalDouble.of(55),
                                OptionalDouble.empty(),
                                OptionalDouble.of(16.2),
                                OptionalDouble.of(1.8)));
            case 12 -> new CountingValue(EventCounts.of(13, 15), 1 / number(), CountingValue.Treatment.MARGINAL);
            case 13 ->
                new TabulatedValue(
                        Tabulation.density(List.of(1.0, 1.0 + number(), 3.5), List.of(0.0, number(), 1.0)),
                        OptionalDouble.of(2));
            case 14 ->
                new SampledValue(
                        List.of(number(), signed(), signed()),
                        OptionalDouble.of(number()),
                        Optional.empty(),
                        OptionalInt.of(100));
            case 15 -> new ConvolvedValue(2, List.of(GaussianValue.of(2, number()), new ValueRange(1, 3)));
            case 16 -> new UpperBound(signed(), number());
            case 17 -> new AmorosoValue(signed(), number(), 2 + number(), 1.5);
            case 18 -> new LogGammaValue(signed(), signed(), number());
            case 6 -> new LogNormalValue(signed(), 1 + random.nextDouble());
            default -> new ExactValue(signed());
        };
    }

    private static ValueRange range(double lo) {
        return new ValueRange(lo, lo + Math.abs(lo) * 0.5);
    }

    private List<Uncertainty> sources(boolean asymmetric) {
        List<Uncertainty> sources = new ArrayList<>();
        List<String> labels = List.of("stat", "syst", "theory", "syst", "lumi of run 2");
        int number = 1 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            double sigma = number();
            String label = number == 1 && random.nextBoolean() ? "" : labels.get(random.nextInt(labels.size()));
            sources.add(new Uncertainty(sigma, asymmetric ? sigma * (0.5 + random.nextDouble()) : sigma, label));
        }
        return sources;
    }

    /** C = D R D with R = 0.7·1 + 0.3·(random symmetric): diagonally dominant, hence positive definite. */
    private CorrelatedResult block(int first, int n) {
        List<Component> components = new ArrayList<>();
        Quotation quotation = new Quotation("words of no file", "", 1, NOWHERE);
        for (int i = 0; i < n; i++) {
            components.add(new Component(observable(first + i), signed(), sources(random.nextBoolean()), quotation));
        }
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rho = i == j ? 1 : (random.nextDouble() - 0.5) / n;
                double size = Math.sqrt(variance(components.get(i)) * variance(components.get(j)));
                covariance[i * n + j] = rho * size;
                covariance[j * n + i] = rho * size;
            }
        }
        return new CorrelatedResult(components, Covariance.of(n, covariance), quotation);
    }

    private static double variance(Component component) {
        double variance = 0;
        for (Uncertainty u : component.uncertainties()) {
            variance += u.plus() * u.minus();
        }
        return variance;
    }

    private double signed() {
        return random.nextBoolean() ? number() : -number();
    }

    /** Now two digits, now seventeen; sizes within one value differ by at most 10⁴. */
    private double number() {
        double mantissa = random.nextBoolean() ? (1 + random.nextInt(99)) / 10.0 : 0.1 + 9 * random.nextDouble();
        return Double.parseDouble(mantissa + "e" + (random.nextInt(5) - 8));
    }
}

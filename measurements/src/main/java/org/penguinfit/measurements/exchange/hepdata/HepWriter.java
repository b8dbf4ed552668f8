package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.exchange.Exported;
import org.penguinfit.measurements.exchange.LeftOut;

/**
 * Writes a HEPData submission: {@code submission.yaml} and one data file per table. A measurement makes a table of its independent
 * values, one for the limits of each confidence level, and for each correlated block one with a covariance matrix behind it.
 */
public final class HepWriter {
    private final HepSubmission submission = new HepSubmission();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<LeftOut> losses = new ArrayList<>();

    private int written;

    private HepWriter() {}

    /** The files of the submission, what could not be written, and what is lost of the rest. */
    public static Exported write(List<Measurement> measurements) {
        HepWriter writer = new HepWriter();
        for (Measurement m : measurements) {
            writer.measurement(m);
        }
        Map<String, String> files = writer.submission.files(comment(measurements.size()));
        return new Exported(files, writer.written, writer.leftOut, writer.losses);
    }

    private static String comment(int number) {
        return (number == 1 ? "One measurement" : number + " measurements")
                + " written by Penguinfit. The independent column Observable holds names in flavio's vocabulary where it has"
                + " one; covariance tables follow the table they belong to.";
    }

    private void measurement(Measurement m) {
        List<SingleResult> values = new ArrayList<>();
        Map<Double, List<SingleResult>> limits = new TreeMap<>();
        for (PublishedResult result : m.results()) {
            if (result instanceof SingleResult s && s.value() instanceof UpperLimit limit) {
                limits.computeIfAbsent(limit.level(), level -> new ArrayList<>())
                        .add(s);
            } else if (result instanceof SingleResult s && HepColumns.hasPoint(s.value())) {
                values.add(s);
            } else if (result instanceof SingleResult s) {
                leftOut.add(new LeftOut(m.name(), "", s.observable() + ": a table has no such value"));
            }
        }
        int before = submission.size();
        for (List<SingleResult> group : HepColumns.byUnit(values)) {
            table(m, HepColumns.values(m, group), "Values");
        }
        limits.forEach((level, list) -> {
            for (List<SingleResult> group : HepColumns.byUnit(list)) {
                table(m, HepColumns.limits(m, group, level), "Upper limits");
            }
        });
        for (PublishedResult result : m.results()) {
            if (result instanceof CorrelatedResult block) {
                block(m, block);
            } else if (result instanceof TabulatedResult) {
                leftOut.add(new LeftOut(m.name(), "", "a likelihood on a grid"));
            }
        }
        written += submission.size() > before ? 1 : 0;
        List<String> lost = HepLosses.of(m);
        if (submission.size() > before && !lost.isEmpty()) {
            losses.add(new LeftOut(m.name(), "", String.join(", ", lost)));
        }
    }

    private void block(Measurement m, CorrelatedResult block) {
        if (HepColumns.units(block).size() > 1) {
            leftOut.add(new LeftOut(m.name(), "", "a block whose observables have different units"));
            return;
        }
        table(m, HepColumns.block(m, block), "Correlated values");
        table(m, HepColumns.covariance(m, block), "Covariance of the table before");
    }

    private void table(Measurement m, Map<String, Object> data, String what) {
        String description = what + " of '" + m.name() + "'." + references(m);
        submission.add("", description, keywords(m), m.extraction().where(), data);
    }

    private static String references(Measurement m) {
        List<String> words = new ArrayList<>(m.source().experiments());
        m.source().arxiv().forEach(arxiv -> words.add("arXiv:" + arxiv));
        m.source().doi().forEach(doi -> words.add("doi:" + doi));
        m.date().ifPresent(date -> words.add("first public on " + date));
        return words.isEmpty() ? "" : " " + String.join(", ", words) + ".";
    }

    private static List<Object> keywords(Measurement m) {
        List<Object> keywords = new ArrayList<>();
        boolean rates = m.observables().stream().anyMatch(o -> o.name().startsWith("BR("));
        keywords.add(HepCells.keyword("observables", rates ? List.of("BR") : List.of()));
        if (!m.process().isEmpty()) {
            keywords.add(HepCells.keyword("phrases", List.of(m.process())));
        }
        energy(m.dataset().energy()).ifPresent(gev -> keywords.add(HepCells.keyword("cmenergies", List.of(gev))));
        return keywords;
    }

    /** {@code 10.58 GeV} or {@code 13 TeV} in GeV. */
    private static Optional<Double> energy(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 2 || !(words[1].equals("GeV") || words[1].equals("TeV"))) {
            return Optional.empty();
        }
        double unit = words[1].equals("TeV") ? 1000 : 1;
        OptionalDouble number = PointReader.number(words[0]);
        return number.isPresent() ? Optional.of(number.getAsDouble() * unit) : Optional.empty();
    }
}

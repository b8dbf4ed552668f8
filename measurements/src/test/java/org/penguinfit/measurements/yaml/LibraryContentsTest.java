package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.Lineage;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;

/** What every entry of the library has, and which numbers nobody has checked. */
class LibraryContentsTest {
    private static final Set<String> PROCESSES = Set.of(
            "b-to-s-nu-nu",
            "b-to-s-ll",
            "b-to-ll",
            "b-to-s-tau-tau",
            "mixing",
            "b-to-c-tau-nu",
            "lepton-flavour-violation",
            "other");

    private final MeasurementLibrary library = MeasurementLibrary.load(new Diagnostics());
    private final MeasurementSet set = MeasurementSet.of(library.measurements(), new Diagnostics());

    @Test
    void fileLiesInTheFolderOfItsProcessAndIsNamedByExperimentAndYear() {
        assertThat(library.measurements()).hasSizeGreaterThan(170).allSatisfy(m -> {
            String[] path = m.location().file().split("/");
            assertThat(path).as(m.name()).hasSize(4);
            assertThat(path[2]).as(m.name()).isEqualTo(m.process()).isIn(PROCESSES);
            assertThat(path[3]).matches("[a-z]+(-[a-z]+)*-(19|20)[0-9]{2}(-[a-z]+)?\\.yaml");
        });
        assertThat(library.measurements()).extracting(Measurement::process).containsAll(PROCESSES);
    }

    /** The year of the file's name is that of the first publication or, for what it repeats, of the one that repeats it. */
    @Test
    void yearOfTheFileIsThatOfTheFirstPublication() {
        assertThat(library.measurements()).allSatisfy(m -> {
            String file = m.location().file();
            String year = file.replaceAll(".*-((19|20)[0-9]{2})(-[a-z]+)?\\.yaml", "$1");
            assertThat(m.date().orElseThrow().getYear()).as(m.name()).isEqualTo(Integer.parseInt(year));
        });
    }

    @Test
    void everyEntryIsDescribed() {
        assertThat(library.measurements())
                .filteredOn(m -> !m.name().startsWith("RK") && !m.name().startsWith("BaBar BKnunu 2013"))
                .allSatisfy(
                        m -> assertThat(m.source().description()).as(m.name()).isNotBlank());
    }

    @Test
    void relationsNameEntriesOfTheLibrary() {
        assertThat(library.measurements()).allSatisfy(m -> {
            Lineage lineage = m.lineage();
            List<Lineage.Reference> all = new ArrayList<>(lineage.supersedes());
            all.addAll(lineage.components());
            all.addAll(lineage.derivedFrom());
            all.addAll(lineage.overlaps());
            all.addAll(lineage.independentOf());
            assertThat(all).allSatisfy(r -> assertThat(set.names()).as(m.name()).contains(r.name()));
        });
    }

    /** Those whose numbers come from memory only; whoever compares one with its paper takes it off here and in its file. */
    @Test
    void numbersFromMemoryAreMarked() {
        assertThat(library.measurements())
                .filteredOn(m -> !m.verified())
                .extracting(Measurement::name)
                .containsExactlyInAnyOrder(
                        "BaBar BKstplusnunu 2008",
                        "BaBar BKstnunu 2008",
                        "BaBar BKnunu semileptonic value 2010",
                        "BaBar BKnunu value 2013",
                        "BaBar BKnunu hadronic value 2013",
                        "BaBar BK0nunu 2013",
                        "BaBar BKstplusnunu 2013",
                        "BaBar BKstnunu 2013",
                        "BaBar BKnunu isospin 2013",
                        "BaBar BKstnunu isospin 2013",
                        "Belle BKnunu value 2013",
                        "Belle BKnunu value 2017",
                        "HFLAV RD RDst CKM 2025",
                        "LHCb Rphi 2024",
                        "LHCb BKsttautau 2025",
                        "Belle Belle II BKStaul 2024",
                        "Belle Belle II BKsttaul 2025",
                        "LHCb BKsttaue 2025",
                        "LHCb Bsphimutau 2024");
    }

    /** Reports print these texts: they say what a number was compared with, and not who remembers it. */
    @Test
    void extractionNotesSayWhatWasCompared() {
        assertThat(library.measurements())
                .allSatisfy(m -> assertThat(m.extraction().where()).as(m.name()).doesNotContain("from memory"));
    }

    @Test
    void numbersPrintedWronglyElsewhereAreDerivedAndTagged() {
        assertThat(library.measurements())
                .filteredOn(Measurement::asPrinted)
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(m -> assertThat(m.status().toString()).isEqualToIgnoringCase("derived"));
    }
}

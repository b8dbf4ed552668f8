package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Diagnostics;

/**
 * Numbers of the library, typed here a second time from the papers' abstracts and tables, from the data of flavio 2.7.0 and
 * from HFLAV, as the entries cite them.
 */
class LibraryFactsTest {
    /** Rounding of a sum of squares and of a decimal times a power of ten. */
    private static final double ROUNDING = 1e-12;

    private static final MeasurementLibrary LIBRARY = MeasurementLibrary.load(new Diagnostics());
    private static final MeasurementSet SET = MeasurementSet.of(LIBRARY.measurements(), new Diagnostics());

    /** A value and its uncertainties as the file has them. */
    private record Stated(double central, List<Uncertainty> parts) {}

    private static PublishedResult result(String name, String observable) {
        for (PublishedResult result : SET.find(name).orElseThrow().results()) {
            for (ObservableId id : result.observables()) {
                if (id.toString().equals(observable)) {
                    return result;
                }
            }
        }
        throw new AssertionError(name + " has no " + observable + " but "
                + SET.find(name).orElseThrow().observables());
    }

    private static Stated stated(String name, String observable) {
        PublishedResult result = result(name, observable);
        if (result instanceof CorrelatedResult block) {
            for (CorrelatedResult.Component c : block.components()) {
                if (c.observable().toString().equals(observable)) {
                    return new Stated(c.central(), c.uncertainties());
                }
            }
        }
        SingleResult single = (SingleResult) result;
        double central = Objects.requireNonNull(ValueReader.central(single.value()), name);
        return new Stated(central, ValueReader.uncertainties(single.value()));
    }

    /** Value, first uncertainty up and down, second up and down (0 if there is none), all times the power of ten. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Belle II BKnunu 2021|BR(B+->Knunu)|1.9|1.3|1.3|0.8|0.7|1e-5",
                "Belle II BKnunu inclusive 2023|BR(B+->Knunu)|2.7|0.5|0.5|0.5|0.5|1e-5",
                "Belle II BKnunu hadronic 2023|BR(B+->Knunu)|1.1|0.9|0.8|0.8|0.5|1e-5",
                "Belle II BKnunu 2023|BR(B+->Knunu)|2.3|0.5|0.5|0.5|0.4|1e-5",
                "BKnunu average 2023|BR(B+->Knunu)|1.3|0.4|0.4|0|0|1e-5",
                "Belle BKnunu value 2017|BR(B+->Knunu)|1.0|0.6|0.6|0|0|1e-5",
                "Belle BKnunu value 2013|BR(B+->Knunu)|2.9|1.6|1.6|0|0|1e-5",
                "BaBar BKnunu value 2013|BR(B+->Knunu)|0.8|0.7|0.6|0|0|1e-5",
                "BaBar BKnunu hadronic value 2013|BR(B+->Knunu)|1.5|1.7|0.8|0.4|0.2|1e-5",
                "BaBar BKnunu semileptonic value 2010|BR(B+->Knunu)|0.2|0.8|0.8|0|0|1e-5",
                "PDG DeltaM_s 2020|DeltaM_s|17.741|0.020|0.020|0|0|1",
                "HFLAV DeltaM_s 2019|DeltaM_s|17.757|0.021|0.021|0|0|1",
                "LHCb DeltaM_s Dspi 2021|DeltaM_s|17.7683|0.0051|0.0051|0.0032|0.0032|1",
                "LHCb DeltaM_s 2021|DeltaM_s|17.7656|0.0057|0.0057|0|0|1",
                "HFLAV DeltaM_s 2022|DeltaM_s|17.765|0.006|0.006|0|0|1",
                "HFAG mixing 2015|DeltaM_d|0.5065|0.0019|0.0019|0|0|1",
                "HFLAV RD RDst 2019|Rtaul(B->Dlnu)|0.340|0.027|0.027|0.013|0.013|1",
                "HFLAV RD RDst 2019|Rtaul(B->D*lnu)|0.295|0.011|0.011|0.008|0.008|1",
                "HFLAV RD RDst 2025|Rtaul(B->Dlnu)|0.347|0.025|0.025|0|0|1",
                "HFLAV RD RDst 2025|Rtaul(B->D*lnu)|0.288|0.012|0.012|0|0|1",
                "BaBar RD RDst 2012|Rtaul(B->Dlnu)|0.440|0.058|0.058|0.042|0.042|1",
                "Belle RDst tau to hadrons 2016|Rtaul(B->D*lnu)|0.270|0.035|0.035|0.028|0.025|1",
                "LHCb RD RDst muonic 2022|Rtaul(B->D*lnu)|0.281|0.018|0.018|0.024|0.024|1",
                "Belle II RDst hadronic 2024|Rtaul(B->D*lnu)|0.262|0.041|0.039|0.035|0.032|1",
                "LHCb RDplus RDst muonic 2024|Rtaul(B->D*lnu)|0.402|0.081|0.081|0.085|0.085|1",
                "Belle II RD RDst semileptonic 2025|Rtaul(B->Dlnu)|0.418|0.074|0.074|0.051|0.051|1",
                "LHCb RK 2021|<Rmue>(B+->Kll)[q2min=1.1,q2max=6]|0.846|0.042|0.039|0.013|0.012|1",
                "LHCb RK RKst 2022|<Rmue>(B+->Kll)[q2min=1.1,q2max=6]|0.949|0.042|0.041|0.022|0.022|1",
                "LHCb RK RKst 2022|<Rmue>(B0->K*ll)[q2min=1.1,q2max=6]|1.027|0.072|0.068|0.027|0.026|1",
                "LHCb RK RKst 2022|<Rmue>(B0->K*ll)[q2min=0.1,q2max=1.1]|0.927|0.093|0.087|0.036|0.035|1",
                "LHCb RKst 2017|<Rmue>(B0->K*ll)[q2min=1.1,q2max=6]|0.69|0.11|0.07|0.05|0.05|1",
                "LHCb BKstmumu P 4-6 2020|<P5p>(B0->K*mumu)[q2min=4,q2max=6]|-0.439|0.111|0.111|0.036|0.036|1",
                "LHCb BKstmumu P 6-8 2020|<P5p>(B0->K*mumu)[q2min=6,q2max=8]|-0.583|0.090|0.090|0.030|0.030|1",
                "CMS P5p 2024|<P5p>(B0->K*mumu)[q2min=4.3,q2max=6]|-0.435|0.096|0.101|0.027|0.027|1",
                "ATLAS P5p 2018|<P5p>(B0->K*mumu)[q2min=4,q2max=6]|0.26|0.35|0.35|0.17|0.17|1",
                "LHCb Bsmumu 2021|BR(Bs->mumu)|3.09|0.46|0.43|0.15|0.11|1e-9",
                "LHCb Bdmumu 2017|BR(B0->mumu)|1.5|1.2|1.0|0.2|0.1|1e-10",
                "GSSS Bmumu 2022|BR(Bs->mumu)|3.361|0.281|0.281|0|0|1e-9",
                "GSSS Bmumu 2022|BR(B0->mumu)|0.425|0.540|0.540|0|0|1e-10",
                "LHC Bsmumu 2020|BR(Bs->mumu)|2.69|0.37|0.35|0|0|1e-9",
                "LHCb tau mumu 2021|tau_mumu|2.07|0.29|0.29|0.03|0.03|1",
                "BaBar BKtautau 2016|BR(B+->Ktautau)|1.31|0.66|0.61|0.35|0.25|1e-3",
                "LEP Nnu 2005|N_nu|2.9840|0.0082|0.0082|0|0|1"
            })
    void valuesAreThoseOfThePapers(
            String name,
            String observable,
            double central,
            double plus,
            double minus,
            double plus2,
            double minus2,
            double power) {
        Stated stated = stated(name, observable);
        assertThat(stated.central).isCloseTo(central * power, within(ROUNDING * power));
        Uncertainty total = Uncertainty.total(stated.parts);
        assertThat(total.plus()).isCloseTo(Math.hypot(plus, plus2) * power, within(ROUNDING * power));
        assertThat(total.minus()).isCloseTo(Math.hypot(minus, minus2) * power, within(ROUNDING * power));
        if (plus2 > 0) {
            assertThat(stated.parts).extracting(Uncertainty::label).containsExactly("stat", "syst");
        }
    }

    @Test
    void theRatioOfFragmentationFractionsIsAPartOfItsOwn() {
        Stated stated = stated("CMS Bsmumu 2022", "BR(Bs->mumu)");
        assertThat(stated.parts).extracting(Uncertainty::label).containsExactly("stat", "syst", "fs/fu");
        Uncertainty total = Uncertainty.total(stated.parts);
        assertThat(total.plus()).isCloseTo(Math.sqrt(0.38 * 0.38 + 0.19 * 0.19 + 0.14 * 0.14) * 1e-9, within(1e-21));
        assertThat(total.minus()).isCloseTo(Math.sqrt(0.36 * 0.36 + 0.16 * 0.16 + 0.13 * 0.13) * 1e-9, within(1e-21));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BaBar BKnunu hadronic 2013|BR(B+->Knunu)|3.7e-5|0.90",
                "BaBar BKnunu semileptonic 2010|BR(B+->Knunu)|1.3e-5|0.90",
                "Belle BKnunu 2013|BR(B+->Knunu)|5.5e-5|0.90",
                "Belle BKnunu isospin 2017|BR(B->Knunu)|1.6e-5|0.90",
                "Belle BKstnunu isospin 2017|BR(B->K*nunu)|2.7e-5|0.90",
                "Belle II BXsnunu 2025|BR(B->Xsnunu)|3.2e-4|0.90",
                "Belle II BXsnunu bins 2025|<BR>(B->Xsnunu)[mmin=1]|31.2e-5|0.90",
                "ALEPH BXsnunu 2001|BR(B->Xsnunu)|6.4e-4|0.90",
                "DELPHI Bsphinunu 1996|BR(Bs->phinunu)|5.4e-3|0.90",
                "LHCb Bstautau 2017|BR(Bs->tautau)|6.8e-3|0.95",
                "LHCb Bdtautau 2017|BR(B0->tautau)|2.1e-3|0.95",
                "Belle Belle II BKtautau 2026|BR(B+->Ktautau)|0.56e-3|0.90",
                "Belle II BKsttautau 2025|BR(B0->K*tautau)|1.8e-3|0.90",
                "LHCb Bdmumu limit 2021|BR(B0->mumu)|2.6e-10|0.95",
                "LHCb Bsee limit 2020|BR(Bs->ee)|9.4e-9|0.90",
                "LHCb Bsemu 2017|BR(Bs->emu,mue)|5.4e-9|0.90",
                "LHCb Bsmutau 2019|BR(Bs->mutau,taumu)|4.2e-5|0.95",
                "Bsmutau as printed 2021|BR(Bs->mutau,taumu)|4.2e-5|0.90",
                "Belle Bstaul 2023|BR(Bs->etau,taue)|14e-4|0.90",
                "LHCb BKmutau 2020|BR(B+->Kmutau)|3.9e-5|0.90",
                "BaBar BKstemu 2006|BR(B+->K*emu)|9.9e-7|0.90",
                "Belle BKstmue 2018|BR(B0->K*mue)|1.6e-7|0.90",
                "LHCb BKstemu 2022|BR(B0->K*emu)|5.7e-9|0.90",
                "LHCb Bsphiemu 2022|BR(Bs->phiemu,mue)|16.0e-9|0.90"
            })
    void limitsAreThoseOfThePapers(String name, String observable, double limit, double level) {
        UpperLimit stored = (UpperLimit) ((SingleResult) result(name, observable)).value();
        assertThat(stored.limit()).isEqualTo(limit);
        assertThat(stored.level()).isEqualTo(level);
    }

    /**
     * The papers label decays of B+ and B0: LHCb's limit on B+ → K+ μ+ e− (arXiv:1909.01010) is the one of 6.4e-9, BaBar's on
     * B+ → K+ τ+ e− (arXiv:1204.2852) that of 1.5e-5. flavio labels the decay of the B−: K− e+ μ− is Kemu.
     */
    @ParameterizedTest
    @CsvSource({
        "LHCb BKemu 2019, BR(B+->Kemu), 6.4e-9",
        "LHCb BKmue 2019, BR(B+->Kmue), 7.0e-9",
        "BaBar BKetau 2012, BR(B+->Ketau), 1.5e-5",
        "BaBar BKtaue 2012, BR(B+->Ktaue), 4.3e-5",
        "BaBar BKmutau 2012, BR(B+->Kmutau), 2.8e-5",
        "BaBar BKtaumu 2012, BR(B+->Ktaumu), 4.5e-5",
        "Belle BKmutau 2022, BR(B+->Kmutau), 0.59e-5",
        "Belle BKtaumu 2022, BR(B+->Ktaumu), 2.45e-5"
    })
    void chargesAreInFlaviosLabels(String name, String observable, double limit) {
        assertThat(((UpperLimit) ((SingleResult) result(name, observable)).value()).limit())
                .isEqualTo(limit);
        assertThat(SET.find(name).orElseThrow().source().description()).contains("labels of flavio");
    }

    /** Counts of flavio 2.7.0: n, n − b or b, and the uncertainty of b. */
    @ParameterizedTest
    @CsvSource({
        "Belle BKstnunu 2017, 13, 15.0, 1.8",
        "Belle BKstplusnunu 2017, 55, 38.8, 1.8",
        "Belle BK0nunu 2017, 18, 17.4, 1.4",
        "Belle BKnunu 2017, 83, 65.3, 3.4",
        "Belle BKnunu 2013, 43, 29.7, 2.3",
        "Belle BKstplusnunu 2013, 21, 22.7, 1.5",
        "Belle BKstnunu 2013, 10, 12.3, 0.9",
        "Belle BK0nunu 2013, 4, 2.2, 1.0",
        "BaBar BKnunu hadronic 2013, 6, 2.9, 0.1",
        "BaBar BK0nunu hadronic 2013, 3, 2.9, 0.2",
        "BaBar BKstplusnunu hadronic 2013, 6, 4.3, 0.14",
        "BaBar BKstnunu hadronic 2013, 9, 7.7, 0.5",
        "BaBar BKnunu semileptonic 2010, 19.4, 17.6, 0.9",
        "BaBar BK0nunu semileptonic 2010, 6.1, 3.9, 0.4"
    })
    void limitsCarryTheirEventCounts(String name, double total, double background, double sigma) {
        UpperLimit limit = (UpperLimit)
                ((SingleResult) SET.find(name).orElseThrow().results().get(0)).value();
        EventCounts counts = limit.facts().counts().orElseThrow();
        assertThat(counts.n()).isEqualTo(total);
        assertThat(counts.b()).isCloseTo(background, within(1e-12));
        assertThat(counts.backgroundSigma()).hasValue(sigma);
    }

    private static double correlation(String name, int i, int j) {
        CorrelatedResult block =
                (CorrelatedResult) SET.find(name).orElseThrow().results().get(0);
        return block.covariance().get(i, j)
                / Math.sqrt(block.covariance().get(i, i) * block.covariance().get(j, j));
    }

    /** flavio 2.7.0, HFLAV spring 2025, arXiv:2212.10497; rows in the order of the file. */
    @ParameterizedTest
    @CsvSource({
        "LHCb RK RKst 2022, 0, 1, 0.015",
        "LHCb RK RKst 2022, 0, 2, -0.017",
        "LHCb RK RKst 2022, 0, 3, 0.005",
        "LHCb RK RKst 2022, 1, 2, 0.004",
        "LHCb RK RKst 2022, 1, 3, -0.033",
        "LHCb RK RKst 2022, 2, 3, 0.016",
        "GSSS Bmumu 2022, 0, 1, -0.178",
        "AS Bmumu 2021, 0, 1, -0.270",
        "BaBar RD RDst 2012, 0, 1, -0.27",
        "Belle RD RDst hadronic 2015, 0, 1, -0.49",
        "Belle RD RDst semileptonic 2019, 0, 1, -0.51",
        "LHCb RD RDst muonic 2022, 0, 1, -0.43",
        "LHCb RDplus RDst muonic 2024, 0, 1, -0.39",
        "Belle II RD RDst semileptonic 2025, 0, 1, -0.22",
        "HFLAV RD RDst 2025, 0, 1, -0.39",
        "LHCb BKstmumu P 4-6 2020, 0, 5, -0.14"
    })
    void correlationsAreThosePublished(String name, int i, int j, double rho) {
        assertThat(correlation(name, i, j)).isCloseTo(rho, within(1e-12));
    }

    /** HFLAV spring 2019: −0.39 of the statistical and −0.34 of the systematic parts make −0.38 together; all are rounded. */
    @Test
    void partsOfTheAverageOf2019GiveItsWholeCorrelation() {
        assertThat(correlation("HFLAV RD RDst 2019", 0, 1)).isCloseTo(-0.38, within(0.01));
    }
}

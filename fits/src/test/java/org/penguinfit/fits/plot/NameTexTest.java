package org.penguinfit.fits.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;

class NameTexTest {
    /** In the notation of the Particle Data Group, Review of Particle Physics 2024, and of LHCb for angular observables. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BR(B+->Knunu); \\mathcal{B}(B^+\\to K^+ \\nu\\bar\\nu)",
                "BR(B0->K*taumu); \\mathcal{B}(B^0\\to K^{*0} \\tau \\mu)",
                "BR(Bs->mumu); \\mathcal{B}(B_s\\to \\mu \\mu)",
                "<P5p>(B0->K*mumu)[q2min=4,q2max=6]; \\langle P_5'\\rangle(B^0\\to K^{*0} \\mu \\mu)_{[4,\\,6]}",
                "<Rmue>(B+->Kll)[q2min=1.1,q2max=6]; \\langle R_{\\mu e}\\rangle(B^+\\to K^+ \\ell \\ell)_{[1.1,\\,6]}",
                "Rtaul(B->D*lnu); R_{\\tau\\ell}(B\\to D^* \\ell \\nu)",
                "C9_bsmumu; C_{9}^{\\mu \\mu}",
                "C10p_bsee; C_{10}^{\\prime\\,e e}",
                "C10_bdmumu; C_{10}^{bd\\,\\mu \\mu}",
                "CL_bsnutaunumu; C_{L}^{\\tau \\mu}"
            })
    void namesInFlaviosMannerBecomeFormulas(String name, String latex) {
        assertThat(NameTex.of(name)).contains(latex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"my observable", "BR(X->yy)", "Foo(B+->Knunu)", "C11_bsmumu", "C9_bs", "BR(B+->Knunu)[bin=3]"})
    void othersStandAsTheyAre(String name) {
        assertThat(NameTex.of(name)).isEmpty();
        assertThat(NameTex.text(name)).isEqualTo(Tex.text(name));
    }

    @Test
    void everyObservableOfThePackedTableHasAFormula() {
        assertThat(Fits.plan(FitRequest.of("bsll/current")).theory().observableNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(NameTex.of(name)).as(name).isPresent());
    }
}

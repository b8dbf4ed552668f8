package org.penguinfit.fits.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels as a reader of LaTeX would copy them by hand. */
class TexTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$\\Delta\\chi^2$ | Δχ²",
                "$\\mathrm{Re}\\,C_L^{\\tau \\tau}$ | Re C_L^ττ",
                "$\\mathcal{B}(B^+\\to K^+\\nu\\bar\\nu)$ | B(B^+ → K^+νν̄)",
                "95\\% CL | 95% CL",
                "pull $=$ (measured $-$ predicted)$/\\sigma$ | pull = (measured − predicted)/σ",
                "C9\\_bsmumu | C9_bsmumu",
                "$\\frac{a}{b}$ | a/b",
                "$\\tilde{S}_{1/2}$ | S̃_1/2",
                "1.1--6 GeV$^2$ | 1.1–6 GeV²",
                "$\\unknown x$ | unknownx",
                "${unclosed | unclosed",
                "$C_L$ \\text{and} $C_R$ | C_L and C_R"
            })
    void readsAsText(String latex, String text) {
        assertThat(TexText.plain(latex)).isEqualTo(text);
    }

    @Test
    void raisesAndLowersOnPages() {
        assertThat(TexText.html("$C_L^{\\tau\\tau}$")).isEqualTo("C<sub>L</sub><sup>ττ</sup>");
    }

    @Test
    void leavesNoMarkupInTheTextOfPages() {
        assertThat(TexText.html("a <b> & $<$script$>$")).isEqualTo("a &lt;b&gt; &amp; &lt;script&gt;");
    }

    /** What {@link Tex#text} makes LaTeX of, this reads back. */
    @Test
    void readsBackWhatPlainTextBecame() {
        String name = "BR(B+->K*nunu) {a} 50% & #1 ≤ 2σ ± 1";
        assertThat(TexText.plain(Tex.text(name)).replace(" ", "")).isEqualTo(name.replace(" ", ""));
    }
}

package org.penguinfit.fits.report.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.result.Names;

/** What the expected texts mean is LaTeX's own grammar (L. Lamport, LaTeX, second edition, sections 2.2 and 3.3). */
class LatexTextTest {
    private static final LatexText LATEX = new LatexText(new Names(
            Map.of("CL_bsnutaunutau", new Names.Name("C_L^{\\tau\\tau}", "1"), "ff_BK", new Names.Name("", "1")),
            Map.of("BR(B+->Knunu)", new Names.Name("\\mathcal{B}(B^+\\to K^+\\nu\\bar\\nu)", "1"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CL_bsnutaunutau | $C_L^{\\tau\\tau}$",
                "ff_BK | ff\\_BK",
                "from CL_bsnutaunutau | from $C_L^{\\tau\\tau}$",
                "BR(B+->Knunu), R_K: 5% & more | $\\mathcal{B}(B^+\\to K^+\\nu\\bar\\nu)$, $R_{K}$: 5\\% \\& more",
                "C_L against ν_τ | $C_{L}$ against $\\nu_{\\tau}$",
                "C_9 = -C_10 | $C_{9}$ = $-C_{10}$",
                "−1.5 | $-1.5$",
                "1.1e-5 | $1.1\\times10^{-5}$",
                "−3e07 | $-3\\times10^{7}$",
                "1.000 ± 0.020 | $1.000\\pm0.020$",
                "(1.1 ± 0.4)e-5 | $(1.1\\pm0.4)\\times10^{-5}$",
                "1.1 ± 0.4 e-5 | $(1.1\\pm0.4)\\times10^{-5}$",
                "21.4 +3.4 −4.4 | $21.4^{+3.4}_{-4.4}$",
                "(21.4 +3.4 −4.4)e-7 | $(21.4^{+3.4}_{-4.4})\\times10^{-7}$",
                "1.9 +1.3 -1.2 e-5 | $(1.9^{+1.3}_{-1.2})\\times10^{-5}$",
                "1.9 -1.2 +1.3 e-5 | $(1.9^{+1.3}_{-1.2})\\times10^{-5}$",
                "[−11.99, −4.28] ∪ [17.08, ∞] | $[-11.99, -4.28] \\cup [17.08, \\infty]$",
                "([0.1, 0.2] ∪ [0.3, 0.4])e-6 | $([0.1, 0.2] \\cup [0.3, 0.4])\\times10^{-6}$",
                "[-12, -4] or [17, 25] | $[-12, -4]$ or $[17, 25]$",
                "C_L^33 = -55 | $C_{L}^{33}$ = $-55$",
                "C'_L, R_K* and P5' | $C'_{L}$, $R_{K^*}$ and $P'_{5}$",
                "B+ -> K*+ e- mu+, as printed | $B^{+}$ $\\to$ $K^{*+}$ $e^{-}$ $\\mu^{+}$, as printed",
                "S~1/2 and V1/2 | $\\tilde{S}_{1/2}$ and $V_{1/2}$",
                "< 1.8e-5 @ 90% CL | $< 1.8\\times10^{-5}$ at 90\\% CL",
                "1.0004 ± 6e-5 | $1.0004\\pm6\\times10^{-5}$",
                "1 +- 0.01 | $1\\pm0.01$",
                "-0.4 ± 0.1 (stat) ± 0.04 (syst) | $-0.4\\pm0.1\\,(\\mathrm{stat})\\pm0.04\\,(\\mathrm{syst})$",
                "3.1 +0.5 -0.4 (stat) +0.2 -0.1 (syst) e-9 | "
                        + "$(3.1^{+0.5}_{-0.4}\\,(\\mathrm{stat})^{+0.2}_{-0.1}\\,(\\mathrm{syst}))\\times10^{-9}$",
                "90% | 90\\% CL",
                "2σ | 2$\\sigma$",
                "B̄ → K ν ν̄ ≤ 3 | $\\bar{B}$ $\\to$ $K$ $\\nu$ $\\bar{\\nu}$ $\\le$ 3",
                "日 | [U+65E5]",
            })
    void cellsAreLatex(String text, String latex) {
        assertThat(LATEX.cell(text)).isEqualTo(latex);
    }
}

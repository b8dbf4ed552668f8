package org.penguinfit.fits.report;

import org.penguinfit.likelihoods.term.AsymmetricGaussianTerm;
import org.penguinfit.likelihoods.term.GaussianFromCentralTerm;
import org.penguinfit.likelihoods.term.GaussianTerm;
import org.penguinfit.likelihoods.term.HalfGaussianTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.LogNormalTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.likelihoods.term.RangeTerm;
import org.penguinfit.likelihoods.term.StepTerm;
import org.penguinfit.measurements.PublishedText;

/** −2 ln L of a term as a formula of the prediction μ, with its numbers. */
final class TermFormula {
    private TermFormula() {}

    static String of(LikelihoodTerm term) {
        if (term instanceof GaussianTerm g) {
            return "−2 ln L = ((μ − " + n(g.central(0)) + ")/" + n(g.sigma()) + ")²";
        }
        if (term instanceof MultivariateGaussianTerm) {
            return "−2 ln L = zᵀρ⁻¹z with z_i = (μ_i − d_i)/σ_i, on the side of σ_i where μ_i lies";
        }
        if (term instanceof HalfGaussianTerm h) {
            return "−2 ln L = (μ/" + n(h.sigma()) + ")²";
        }
        if (term instanceof GaussianFromCentralTerm g) {
            return "−2 ln L = ((μ − " + n(g.central(0)) + ")/" + n(g.sigma()) + ")²";
        }
        if (term instanceof StepTerm s) {
            return s.wall() == 0
                    ? "−2 ln L = 0 for μ up to the limit, ∞ above"
                    : "−2 ln L = 0 for μ up to the limit L, ((μ − L)/" + n(s.wall()) + ")² above";
        }
        if (term instanceof RangeTerm) {
            return "−2 ln L = 0 inside the range, ∞ outside";
        }
        if (term instanceof LogNormalTerm) {
            return "−2 ln L = (ln(μ/m)/ln f)² with the median m and the factor f";
        }
        if (term instanceof AsymmetricGaussianTerm.Split) {
            return "−2 ln L = ((μ − " + n(term.central(0)) + ")/σ)² with σ₊ above and σ₋ below";
        }
        if (term instanceof AsymmetricGaussianTerm.LinearSigma
                || term instanceof AsymmetricGaussianTerm.LinearVariance) {
            return "−2 ln L = ((μ − " + n(term.central(0)) + ")/σ(μ))², σ(μ) from σ₊ and σ₋ after Barlow";
        }
        return "−2 ln L as the rule says";
    }

    private static String n(double number) {
        return PublishedText.shortest(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.5g", number)));
    }
}

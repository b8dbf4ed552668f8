"""CLs upper limits of a Gaussian mean mu >= 0, measured as x with standard deviation sigma.

Closed forms (arXiv:1007.1727): with q_mu or its tilde version the p-values are those of the estimator itself,
CLs(mu) = Phibar((mu - x)/sigma) / Phi(x/sigma), so the limit is x + sigma * Phi^-1(1 - alpha * Phi(x/sigma));
expected at N standard deviations (eq 89): sigma * (N + Phi^-1(1 - alpha * Phi(N))).
Run with python3, scipy 1.17.1.
"""

from scipy.stats import norm

for x, sigma, level in [(0.5, 1, 0.95), (0.5, 1, 0.90), (-1, 1, 0.95), (0.5, 1.25, 0.95)]:
    alpha = 1 - level
    observed = x + sigma * norm.isf(alpha * norm.cdf(x / sigma))
    expected = [sigma * (n + norm.isf(alpha * norm.cdf(n))) for n in (-2, -1, 0, 1, 2)]
    print(x, sigma, level, f"{observed:.12f}", " ".join(f"{e:.12f}" for e in expected))

"""Posteriors for PosteriorTaskTest by quadrature. python3, numpy 2.4.6, scipy 1.17.1: python3 posterior.py"""
import numpy as np
from scipy.stats import truncnorm


def describe(name, x, f):
    """Mean, sigma and highest-density sets of a density on a fine grid."""
    w = f / f.sum()
    mean = (w * x).sum()
    print(name, "mean %.6f sigma %.6f" % (mean, np.sqrt((w * (x - mean) ** 2).sum())))
    order = np.argsort(-w)
    for level in (0.682689492137, 0.95):
        inside = np.zeros(len(x), bool)
        inside[order[: np.searchsorted(np.cumsum(w[order]), level)]] = True
        edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(int), [0]])))
        print("  %.4f" % level, " ".join("[%.4f, %.4f]" % (x[a], x[b - 1]) for a, b in zip(edges[::2], edges[1::2])))


x = np.linspace(-5, 5, 4_000_001)
describe("x^2 = 4 +- 1.5, flat in [-5, 5]", x, np.exp(-0.5 * ((x * x - 4) / 1.5) ** 2))
x = np.linspace(1e-6, 10, 4_000_001)
describe("x = 2 +- 1, log-normal median 1 factor 1.5, x < 10", x,
         np.exp(-0.5 * (x - 2) ** 2 - 0.5 * (np.log(x) / np.log(1.5)) ** 2) / x)
x = np.linspace(-10, 10, 4_000_001)
describe("x = 2 +- 1, split 0 + 2 - 1", x, np.exp(-0.5 * (x - 2) ** 2 - 0.5 * (x / np.where(x > 0, 2, 1)) ** 2))
t = truncnorm(1, np.inf, loc=-1)
print("x = -1 +- 1, x > 0: mean %.6f sigma %.6f; 68.27 %% below %.6f, 95 %% below %.6f"
      % (t.mean(), t.std(), t.ppf(0.682689492137), t.ppf(0.95)))

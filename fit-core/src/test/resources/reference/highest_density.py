"""Highest-density regions of known densities; numbers of MarginalDensityTest. python3 with scipy 1.17.1, numpy 2.4.6."""

import numpy as np
from scipy import optimize, stats

LEVELS = {"1 sigma": stats.norm.cdf(1) - stats.norm.cdf(-1), "95 %": 0.95}


def mixture(x):
    return 0.7 * stats.norm.pdf(x, -3, 0.5) + 0.3 * stats.norm.pdf(x, 2, 1)


def mixture_cdf(x):
    return 0.7 * stats.norm.cdf(x, -3, 0.5) + 0.3 * stats.norm.cdf(x, 2, 1)


def ends(pdf, threshold, brackets):
    return [optimize.brentq(lambda x: pdf(x) - threshold, a, b, xtol=1e-13) for a, b in brackets]


def content(pdf, cdf, threshold, brackets):
    e = ends(pdf, threshold, brackets)
    return sum(cdf(b) - cdf(a) for a, b in zip(e[::2], e[1::2]))


for name, level in LEVELS.items():
    gamma = stats.gamma(3)
    brackets = [(0, 2), (2, 40)]
    t = optimize.brentq(lambda t: content(gamma.pdf, gamma.cdf, t, brackets) - level, 1e-6, gamma.pdf(2) - 1e-9)
    print("gamma(3)", name, ends(gamma.pdf, t, brackets))

valley = optimize.minimize_scalar(mixture, bounds=(-2, 1), method="bounded").x
peak = optimize.minimize_scalar(lambda x: -mixture(x), bounds=(1, 3), method="bounded").x
brackets = [(-10, -3), (-3, valley), (valley, peak), (peak, 12)]
for level in (0.9, 0.95):
    t = optimize.brentq(
        lambda t: content(mixture, mixture_cdf, t, brackets) - level, mixture(valley) + 1e-9, mixture(peak) - 1e-9
    )
    print("mixture", level, ends(mixture, t, brackets))

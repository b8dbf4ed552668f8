"""Feldman-Cousins intervals, independent of the Java code: python3 with scipy 1.17.1.

Gaussian mean bounded at 0: the acceptance interval [x1, x2] of each mean is found by equating the likelihood ratios of
its ends and solving for its content; the interval of x0 follows by bisection in the mean.
Poisson with background: the table of ratios is sorted and summed as in physics/9711021, section IV.A, on a grid of step
0.001; the upper end is made non-increasing in b on a grid of step 0.02 up to b + 2.
"""
import math
import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm, poisson


def acceptance(mu, cl):
    def x1_of(x2):
        r = -0.5 * (x2 - mu) ** 2
        x1 = mu - (x2 - mu)
        return x1 if x1 >= 0 else (r + 0.5 * mu * mu) / mu
    if mu == 0:
        return -math.inf, norm.ppf(cl)
    x2 = brentq(lambda x: norm.cdf(x - mu) - norm.cdf(x1_of(x) - mu) - cl, mu + 1e-9, mu + 12, xtol=1e-13)
    return x1_of(x2), x2


def gaussian(x0, cl):
    def inside(mu):
        a, b = acceptance(mu, cl)
        return a <= x0 <= b
    best = max(0.0, x0)
    lo = 0.0
    if not inside(0.0):
        a, b = 0.0, best
        for _ in range(60):
            m = 0.5 * (a + b)
            a, b = (a, m) if inside(m) else (m, b)
        lo = b
    a, b = (best if best > 0 else 1e-12), best + 8.0
    for _ in range(60):
        m = 0.5 * (a + b)
        a, b = (m, b) if inside(m) else (a, m)
    return lo, a


def poisson_raw(n0, b, cl, step=0.001):
    n = np.arange(0, 120)
    best = np.maximum(n, b)
    inside = []
    for mu in np.arange(0, n0 + 12 + 5 * math.sqrt(n0 + 1), step):
        p = poisson.pmf(n, mu + b)
        order = np.argsort(-(p / np.where(poisson.pmf(n, best) > 0, poisson.pmf(n, best), 1)), kind="stable")
        last = np.searchsorted(np.cumsum(p[order]), cl)
        if n0 in n[order[: last + 1]]:
            inside.append(mu)
    return inside[0], inside[-1]


if __name__ == "__main__":
    for cl in (0.6826894921370859, 0.90, 0.95, 0.99):
        for x0 in (-3.0, -1.5, -0.5, 0.0, 0.5, 1.0, 1.6, 2.5, 3.0):
            print("gaussian %.4f %5.1f  %.6f %.6f" % ((cl, x0) + gaussian(x0, cl)), flush=True)
    for n0, b in ((0, 0.0), (0, 3.0), (1, 0.0), (1, 3.0), (2, 0.0), (3, 0.0), (3, 3.0), (5, 0.0), (5, 3.0), (6, 3.0), (8, 3.0), (10, 0.0), (10, 3.0)):
        lo, up = poisson_raw(n0, b, 0.90, 0.002)
        mono = up
        if b > 0 and n0 <= 5:
            mono = max([up] + [poisson_raw(n0, bb, 0.90, 0.01)[1] for bb in np.arange(b + 0.02, b + 2, 0.02)])
        print("poisson 0.90 n=%d b=%.1f  %.3f %.3f  monotone %.3f" % (n0, b, lo, up, mono), flush=True)

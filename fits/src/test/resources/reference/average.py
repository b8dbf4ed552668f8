"""Full-likelihood averages for AverageTaskTest. python3, numpy 2.4.6, scipy 1.17.1: python3 average.py

-2 ln L(x) of split Gaussians and of a limit as a half Gaussian from 0 (sigma = limit / sqrt of the chi2 quantile);
minimum by bounded search between neighbouring kinks, ends of the sets by brentq.
"""
import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import chi2, norm

split = lambda c, p, m: lambda x: ((x - c) / (p if x > c else m)) ** 2
half = lambda limit, level: lambda x: (max(x, 0) / (limit / np.sqrt(chi2.ppf(level, 1)))) ** 2


def average(terms, kinks, low, high):
    f = lambda x: sum(t(x) for t in terms)
    ends = [low, *sorted(kinks), high]
    found = [minimize_scalar(f, bounds=b, method="bounded", options={"xatol": 1e-13}) for b in zip(ends, ends[1:])]
    best = min(found, key=lambda r: r.fun)
    print("value %.9f chi2 %.9f" % (best.x, best.fun))
    for level in (2 * norm.cdf(1) - 1, 0.95):
        g = lambda x: f(x) - best.fun - chi2.ppf(level, 1)
        print("  %.4f: %.9f %.9f" % (level, brentq(g, low, best.x, xtol=1e-14), brentq(g, best.x, high, xtol=1e-14)))


print("asymmetric values and a limit")
average([split(1.9, 1.5, 1.0), split(0.8, 0.7, 0.5), half(1.6, 0.9)], [0, 0.8, 1.9], -10, 10)

print("two values, stat independent, syst 0.5, joint Gaussian")
v = np.diag([0.3**2, 0.4**2]) + np.array([[0.2**2, 0.5 * 0.2 * 0.5], [0.5 * 0.2 * 0.5, 0.5**2]])
w = np.linalg.inv(v)
d = np.array([1.0, 2.0])
x = w.sum(axis=0) @ d / w.sum()
print("value %.9f sigma %.9f chi2 %.9f" % (x, w.sum() ** -0.5, (d - x) @ w @ (d - x)))
weights = w.sum(axis=0) / w.sum()
syst = v - np.diag([0.3**2, 0.4**2])
print("weights %.9f %.9f stat %.9f syst %.9f" % (*weights, ((weights * [0.3, 0.4]) ** 2).sum() ** 0.5,
                                                 (weights @ syst @ weights) ** 0.5))

print("split Gaussians with correlation 0.3: sigma of the side on which x lies")
def joint(x):
    s = np.array([1.5 if x > 1.9 else 1.0, 0.7 if x > 0.8 else 0.5])
    r = (x - np.array([1.9, 0.8])) / s
    return r @ np.linalg.inv(np.array([[1, 0.3], [0.3, 1]])) @ r
average([joint], [0.8, 1.9], -10, 10)

print("brief: weighted means")
for d, s in (([1.9, 1.0, 2.9, 0.8], [1.5, 0.6, 1.6, 0.7]), ([2.3, 1.0, 2.9, 0.2, 1.5], [0.7, 0.6, 1.6, 0.8, 1.3])):
    d, w = np.array(d), np.array(s) ** -2.0
    x = (w @ d) / w.sum()
    print("%.9f %.9f %.9f" % (x, w.sum() ** -0.5, w @ (d - x) ** 2))

print("log-normal 2 with factor 1.5 and 3 +- 1")
average([lambda x: (np.log(max(x, 1e-300) / 2) / np.log(1.5)) ** 2, split(3, 1, 1)], [2, 3], 0.1, 10)

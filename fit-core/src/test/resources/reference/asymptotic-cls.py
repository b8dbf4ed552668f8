"""Asymptotic CLs limits of counting experiments: python3 with scipy 1.17.1. Formulae 65 and 66 of arXiv:1007.1727.

n ~ Poisson(mu s + b), s = 1, b known, mu may be negative in the estimator; q~ uses mu = 0 for negative estimates.
"""
from math import log, sqrt
from scipy.optimize import brentq
from scipy.stats import norm


def deviance(n, m):
    return 2 * (m - n + (n * log(n / m) if n > 0 else 0))


def qtilde(n, mu, b):
    muhat = n - b
    if muhat > mu:
        return 0.0
    return deviance(n, mu + b) - deviance(n, max(muhat, 0) + b)


def cls(mu, n, b):
    q, qa = qtilde(n, mu, b), qtilde(b, mu, b)
    if q <= qa:
        p, pb = norm.sf(sqrt(q)), norm.sf(sqrt(q) - sqrt(qa))
    else:
        p, pb = norm.sf((q + qa) / (2 * sqrt(qa))), norm.sf((q - qa) / (2 * sqrt(qa)))
    return p / pb


def median(b, cl=0.95):
    return brentq(lambda mu: norm.sf(sqrt(qtilde(b, mu, b))) / 0.5 - (1 - cl), 1e-3, 100, xtol=1e-13)


for n, b in ((5, 3.0), (1, 3.0)):
    print("n=%d b=%.1f  %.9f" % (n, b, brentq(lambda mu: cls(mu, n, b) - 0.05, 0.5, 50, xtol=1e-13)))
print("median b=3.0  %.9f" % median(3.0))
for x in (-1, 0, 1, 2):
    print("gaussian %d  %.9f" % (x, x + norm.ppf(1 - 0.05 * norm.cdf(x))))

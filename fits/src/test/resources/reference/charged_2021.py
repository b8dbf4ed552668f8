"""Chi2 of the coefficient C_L^33 of S0 (arXiv:2108.05033, eqs 7, 8, 25, 26) against R(D), R(D*) of 2019 and b -> s nu nu of 2021.

Run: python3 charged_2021.py   (Python 3.11.7, scipy 1.17.1); prints chi2 of the charged, neutral and joint fits and the tension.
Nuisance parameters: SM values 0.299 +- 0.003 and 0.258 +- 0.005, form factors 16 % and 10.5 %; correlation of R(D), R(D*) -0.39 of
the statistical and -0.34 of the systematic parts.
"""
import numpy as np
import scipy
from scipy.optimize import minimize

COV = np.array([[0.027**2 + 0.013**2, -0.39 * 0.027 * 0.011 - 0.34 * 0.013 * 0.008], [0, 0.011**2 + 0.008**2]])
COV[1, 0] = COV[0, 1]
INV = np.linalg.inv(COV)
SIGMA = 18 / 1.6448536269514726


def charged(p, sign):
    r = (1 + sign * p[0] / (2 * np.pi * 127.9)) ** 2
    d = np.array([0.340 - (0.299 + 0.003 * p[1]) * r, 0.295 - (0.258 + 0.005 * p[2]) * r])
    return d @ INV @ d + p[1] ** 2 + p[2] ** 2


def neutral(p):
    k = (1 + 0.16 * p[3]) * (4.39 - 0.457 * p[0] + 0.0357 * p[0] ** 2)
    v = (1 + 0.105 * p[4]) * (9.53 - 0.993 * p[0] + 0.0775 * p[0] ** 2)
    return ((11 - k) / 4) ** 2 + (v / SIGMA) ** 2 + p[3] ** 2 + p[4] ** 2


def best(f):
    return min(minimize(f, [c, 0, 0, 0, 0], method="BFGS", options={"gtol": 1e-9}).fun for c in range(-100, 101, 5))


n = best(neutral)
for name, sign in (("corrected", -1), ("printed", 1)):
    c = best(lambda p: charged(p, sign))
    j = best(lambda p: charged(p, sign) + neutral(p))
    print(scipy.__version__, name, f"charged {c:.6f} neutral {n:.6f} joint {j:.5f} tension {j - c - n:.5f}")

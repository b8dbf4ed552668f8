"""Minima and Delta chi^2 sets of -2 ln L for one Wilson coefficient at a time, and for two together, from eqs 7 and 8 of
arXiv:2108.05033. Independent of Penguinfit: mpmath with 40 digits, all real roots by sign changes on a fine grid and bisection.

    -2 ln L = (p1 - d)^2 / (s1^2 + (r1 p1)^2) + p2^2 / (s2^2 + (r2 p2)^2),   p in 1e-6

with d = 11, s1 = 4 (Gaussian) and s2 = 18 / Phi^-1(0.95) (half-Gaussian about 0; p2 > 0 everywhere). A nuisance parameter
theta with constraint theta^2 that multiplies the prediction, p (1 + r theta), profiles to exactly this form.

Run: python3 table2.py > table2.txt      (Python 3, mpmath 1.3, sympy 1.14)
"""
import itertools

import mpmath as mp

mp.mp.dps = 40
S2 = 18 / (mp.sqrt(2) * mp.erfinv(mp.mpf("0.9")))
Q90 = (mp.sqrt(2) * mp.erfinv(mp.mpf("0.9"))) ** 2


def m(x):
    return mp.mpf(x)


PAIRS = {
    "CL_bsnutaunutau": (("4.39", "-0.457", "0.0357"), ("9.53", "-0.993", "0.0775")),
    "CR_bsnutaunutau": (("4.39", "-0.457", "0.0357"), ("9.53", "0.661", "0.0775")),
    "CL_bsnumunutau": (("4.39", "0", "0.0357"), ("9.53", "0", "0.0775")),
    "CLp_bsnutaunutau": (("4.39", "0", "0.0357"), ("9.53", "0", "0.0775")),
}


def poly(c, x):
    return m(c[0]) + m(c[1]) * x + m(c[2]) * x * x


def chi2(name, r1, r2):
    k, ks = PAIRS[name]

    def f(x):
        p1, p2 = poly(k, x), poly(ks, x)
        return (p1 - 11) ** 2 / (16 + (r1 * p1) ** 2) + p2 ** 2 / (S2 ** 2 + (r2 * p2) ** 2)

    return f


def bisect(f, a, b):
    fa = f(a)
    for _ in range(110):
        c = (a + b) / 2
        fc = f(c)
        if (fc > 0) == (fa > 0):
            a, fa = c, fc
        else:
            b = c
    return (a + b) / 2


def roots(f, n=1601, lo=-40, hi=40):
    shift = m("0.0123456789")  # no root on a grid point
    xs = [m(lo) + shift + (m(hi) - lo) * i / n for i in range(n)]
    vals = [f(x) for x in xs]
    return [bisect(f, xs[i], xs[i + 1]) for i in range(n - 1) if (vals[i] > 0) != (vals[i + 1] > 0)]


def one(task, name, r1, r2):
    f = chi2(name, r1, r2)
    h = m("1e-12")
    slope = lambda x: (f(x + h) - f(x - h)) / (2 * h)
    minima = sorted(((f(x), x) for x in roots(slope) if slope(x + m("1e-6")) > 0))
    for v, x in minima:
        print(task, name, "minimum", "-", mp.nstr(x, 14), mp.nstr(v, 14))
    best = minima[0][0]
    for label, delta in (("1σ", m(1)), ("90%", Q90), ("2σ", m(4))):
        ends = roots(lambda x: f(x) - best - delta)
        for a, b in zip(ends[::2], ends[1::2]):
            print(task, name, "interval", label, mp.nstr(a, 14), mp.nstr(b, 14))


def plane():
    import sympy as sp

    x, y = sp.symbols("x y")
    q = sp.Rational
    p1 = q("4.39") + q("-0.457") * (x + y) + q("0.0357") * (x + y) ** 2
    p2 = q("9.53") + q("-0.993") * x + q("0.661") * y + q("0.0775") * (x ** 2 + y ** 2) + q("-0.103") * x * y
    s = sp.Float(mp.nstr(S2, 35), 35)
    f = (p1 - 11) ** 2 / 16 + p2 ** 2 / s ** 2
    grad, hess = [sp.diff(f, v) for v in (x, y)], sp.hessian(f, (x, y))
    found = []
    for start in itertools.product(range(-20, 25, 4), repeat=2):
        try:
            r = sp.nsolve(grad, (x, y), start, prec=30)
        except (ValueError, ZeroDivisionError):
            continue
        h = hess.subs({x: r[0], y: r[1]})
        if h[0, 0] > 0 and h.det() > 0 and all(abs(r[0] - g[0]) + abs(r[1] - g[1]) > 1e-8 for g in found):
            found.append((r[0], r[1], f.subs({x: r[0], y: r[1]}), 2 * h.inv()))
    for a, b, v, c in sorted(found, key=lambda g: g[2]):
        numbers = [a, b, v, c[0, 0], c[0, 1], c[1, 1]]
        print("plane", "-", "minimum", "-", *[sp.N(n, 14) for n in numbers])


for name in PAIRS:
    one("combined", name, m(0), m(0))
    one("combined-theory", name, m("0.16"), m("0.105"))
plane()

"""Minima and Delta chi^2 sets of -2 ln L for one Wilson coefficient at a time, with the data of three days, from eqs 7 and 8
of arXiv:2108.05033. Independent of Penguinfit: mpmath with 40 digits.

Predictions are p(x) = c0 + c1 x + c2 x^2 in 1e-5. A limit L at 90 % is (p/s)^2 with s = L/Phi^-1(0.95). A value d with an upper
and a lower uncertainty is ((p - d)/s)^2, s the upper one where p > d; parts of an uncertainty add in quadrature. Between the
points where some p(x) = d of unequal sides, -2 ln L is one polynomial of degree 4, whose minima are roots of its derivative
and whose ends of sets are roots of itself minus the threshold.

The data are the limits and values of these papers, typed here by themselves:
BaBar arXiv:1009.1529 and 1303.7465, Belle 1303.3719 and 1702.03224, Belle II 2104.12624 and 2311.14647.

Run: python3 one-at-a-time.py > one-at-a-time.txt      (Python 3, mpmath 1.3)
"""
import mpmath as mp

mp.mp.dps = 40
Q95 = mp.sqrt(2) * mp.erfinv(mp.mpf("0.9"))
LEVELS = {"1σ": mp.mpf(1), "90%": Q95 ** 2, "2σ": mp.mpf(4)}

K = {"CL_bsnutaunutau": ("0.439", "-0.0457", "0.00357"), "CL_bsnumunutau": ("0.439", "0", "0.00357")}
K["CR_bsnutaunutau"] = K["CL_bsnutaunutau"]
K["CLp_bsnutaunutau"] = K["CL_bsnumunutau"]
KST = {
    "CL_bsnutaunutau": ("0.953", "-0.0993", "0.00775"),
    "CR_bsnutaunutau": ("0.953", "0.0661", "0.00775"),
    "CL_bsnumunutau": ("0.953", "0", "0.00775"),
    "CLp_bsnutaunutau": ("0.953", "0", "0.00775"),
}


def limit(text):
    s = mp.mpf(text) / Q95
    return (mp.mpf(0), s, s)


def quad(*parts):
    return mp.sqrt(sum(mp.mpf(p) ** 2 for p in parts))


def value(d, plus, minus):
    return (mp.mpf(d), quad(*plus), quad(*minus))


K_2017 = [limit("1.3"), limit("3.7"), limit("5.5"), limit("1.9")]  # BaBar SL, BaBar had, Belle had, Belle SL
KST_ALL = [limit("9.3"), limit("5.5"), limit("1.8")]  # BaBar had, Belle had, Belle SL
DAYS = {
    "2017-12-31": K_2017,
    "2021-08-31": K_2017 + [value("1.9", ("1.3", "0.8"), ("1.3", "0.7"))],
    "2024-01-01": K_2017 + [
        value("2.7", ("0.5", "0.5"), ("0.5", "0.5")),  # inclusive tag
        value("1.1", ("0.9", "0.8"), ("0.8", "0.5")),  # hadronic tag
    ],
}


def poly(c):
    return [mp.mpf(x) for x in c]  # from the constant up


def times(a, b):
    out = [mp.mpf(0)] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            out[i + j] += x * y
    return out


def at(p, x):
    return sum(c * x ** i for i, c in enumerate(p))


def real_roots(p, lo, hi):
    p = list(p)
    while len(p) > 1 and p[-1] == 0:
        p.pop()
    if len(p) == 1:
        return []
    found = mp.polyroots(p[::-1], maxsteps=2000, extraprec=400)
    return sorted(mp.re(r) for r in found if abs(mp.im(r)) < mp.mpf(10) ** -20 and lo <= mp.re(r) <= hi)


def pieces(terms, lo, hi):
    """Terms (polynomial, centre, upper, lower); yields (from, to, quartic)."""
    cuts = {lo, hi}
    for p, d, up, down in terms:
        if up != down:
            cuts.update(real_roots([p[0] - d] + p[1:], lo, hi))
    cuts = sorted(cuts)
    for a, b in zip(cuts, cuts[1:]):
        total = [mp.mpf(0)] * 5
        for p, d, up, down in terms:
            s = up if at(p, (a + b) / 2) > d else down
            r = [p[0] - d] + p[1:]
            for i, c in enumerate(times(r, r)):
                total[i] += c / s ** 2
        yield a, b, total


def scan(terms, lo=mp.mpf(-40), hi=mp.mpf(40)):
    parts = list(pieces(terms, lo, hi))
    minima = {}
    for a, b, q in parts:
        slope = [i * c for i, c in enumerate(q)][1:]
        curve = [i * c for i, c in enumerate(slope)][1:]
        for x in real_roots(slope, a, b):
            if at(curve, x) > 0:
                minima[mp.nstr(x, 20)] = (x, at(q, x))
    best = min(v for _, v in minima.values())
    minima = sorted(minima.values(), key=lambda m: (m[1], m[0]))
    sets = {}
    for name, threshold in LEVELS.items():
        ends = []
        for a, b, q in parts:
            ends += real_roots([q[0] - best - threshold] + q[1:], a, b)
        sets[name] = sorted(ends)
    return minima, sets


def main():
    for day, kaon in DAYS.items():
        for name in ("CL_bsnutaunutau", "CR_bsnutaunutau", "CL_bsnumunutau", "CLp_bsnutaunutau"):
            terms = [(poly(K[name]), *m) for m in kaon] + [(poly(KST[name]), *m) for m in KST_ALL]
            minima, sets = scan(terms)
            for x, v in minima:
                print(day, name, "minimum", "-", mp.nstr(x, 17), mp.nstr(v, 17))
            for level, ends in sets.items():
                print(day, name, "interval", level, *(mp.nstr(e, 17) for e in ends))


main()

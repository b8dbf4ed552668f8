#!/usr/bin/env python3
"""Best fits of fits/bsll/current.yaml and fits/bsnunu/current.yaml in plain Python, without any code of this project.

Run in this folder: python3 current_fits.py > current_fits.json   (Python 3.11)

Numbers of the predictions are read from the two shipped tables, those of the measurements stand below as the papers print
them (publications as in the measurement library). b -> s mu mu: theory covariance at the Standard Model point added to that
of the data. b -> s nu nu: theory uncertainties as nuisance parameters, limits half-Gaussian.
"""
import ast
import json
import math
import os

THEORY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../../likelihoods/theory")


def table(name):
    """Predictions as functions of a dict of real coefficients, standard deviations, correlations."""
    with open(f"{THEORY}/{name}.json") as file:
        t = json.load(file)
    with open(f"{THEORY}/{name}.corr.json") as file:
        block = [b for k, b in json.load(file).items() if k != "$schema"][0]
    meta = t["metadata"]
    names = meta["observable_names"]
    pieces = {n: [] for n in meta["polynomial_names"]}
    for key, values in t["data"]["polynomial_central"].items():
        parts = ast.literal_eval(key)
        if "I" in parts[2]:
            continue  # real coefficients only
        for n, x in zip(meta["polynomial_names"], values):
            pieces[n].append((x, [p for p in parts[:2] if p]))

    def piece(n, c):
        total = 0.0
        for x, factors in pieces[n]:
            for f in factors:
                x *= c.get(f, 0.0)
            total += x
        return total

    def prediction(k):
        entry = meta["observable_expressions"][k]
        code = compile(entry["expression"], names[k], "eval")
        return lambda c: eval(code, {"sqrt": math.sqrt}, {v: piece(n, c) for v, n in entry["variables"].items()})

    sigma = dict(zip(names, t["data"]["observable_uncertainties"]["total"]))
    rho = {
        (a, b): block["correlations"]["total"][i][j]
        for i, a in enumerate(block["row_names"])
        for j, b in enumerate(block["col_names"])
    }
    return {n: prediction(k) for k, n in enumerate(names)}, sigma, rho


def cholesky(a):
    n = len(a)
    low = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            s = a[i][j] - sum(low[i][k] * low[j][k] for k in range(j))
            if i == j:
                low[i][i] = math.sqrt(s) if s > 1e-9 else 0.0
            else:
                low[i][j] = s / low[j][j] if low[j][j] > 0 else 0.0
    return low


def solve(a, b):
    """Gaussian elimination with pivots."""
    n = len(b)
    m = [row[:] + [b[i]] for i, row in enumerate(a)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][k] * x[k] for k in range(i + 1, n))) / m[i][i]
    return x


def minimise(f, start):
    """Damped Newton steps with derivatives by central differences; the last ones are far below 1e-6."""
    x = list(start)
    n = len(x)
    for _ in range(200):
        h = 1e-4
        f0 = f(x)
        at = lambda *moves: f([v + sum(d for i, d in moves if i == k) for k, v in enumerate(x)])
        g = [(at((i, h)) - at((i, -h))) / (2 * h) for i in range(n)]
        hess = [[0.0] * n for _ in range(n)]
        for i in range(n):
            hess[i][i] = (at((i, h)) - 2 * f0 + at((i, -h))) / h**2
            for j in range(i):
                four = at((i, h), (j, h)) - at((i, h), (j, -h)) - at((i, -h), (j, h)) + at((i, -h), (j, -h))
                hess[i][j] = hess[j][i] = four / (4 * h * h)
        damping = 0.0
        while True:
            try:
                step = solve([[hess[i][j] + (damping if i == j else 0) for j in range(n)] for i in range(n)], g)
                trial = [v - s for v, s in zip(x, step)]
                if f(trial) <= f0 + 1e-12:
                    break
            except (ZeroDivisionError, ValueError):
                pass
            damping = max(1e-3, 4 * damping)
            if damping > 1e12:
                return x, f0
        moved = max(abs(s) for s in step)
        x = trial
        if moved < 1e-9:
            break
    return x, f(x)


def quadrature(*sides):
    return math.sqrt(sum(s * s for s in sides))


# ---- b -> s mu mu ------------------------------------------------------------------------------------------------------

RK, RKL = "<Rmue>(B+->Kll)[q2min=1.1,q2max=6]", "<Rmue>(B+->Kll)[q2min=0.1,q2max=1.1]"
RS, RSL = "<Rmue>(B0->K*ll)[q2min=1.1,q2max=6]", "<Rmue>(B0->K*ll)[q2min=0.1,q2max=1.1]"
P1, P2, P3 = (f"<P5p>(B0->K*mumu)[q2min={b}]" for b in ("1.1,q2max=2.5", "2.5,q2max=4", "4,q2max=6"))
F2, F3 = (f"<FL>(B0->K*mumu)[q2min={b}]" for b in ("2.5,q2max=4", "4,q2max=6"))
K1, K2 = "<dBR/dq2>(B+->Kmumu)[q2min=1.1,q2max=6]", "<dBR/dq2>(B+->Kmumu)[q2min=15,q2max=22]"
S1, S2 = "<dBR/dq2>(B0->K*mumu)[q2min=1.1,q2max=6]", "<dBR/dq2>(B0->K*mumu)[q2min=15,q2max=19]"
BS, BD = "BR(Bs->mumu)", "BR(B0->mumu)"

# observable, value, and by source the uncertainty above and below, or one number for both
DATA = [
    (RK, 0.949, (0.042, 0.041), 0.022),  # LHCb 2212.09153
    (RKL, 0.994, (0.090, 0.082), (0.029, 0.027)),
    (RS, 1.027, (0.072, 0.068), (0.027, 0.026)),
    (RSL, 0.927, (0.093, 0.087), (0.036, 0.035)),
    (RK, 0.78, (0.47, 0.23)),  # CMS 2401.07090
    (P1, 0.365, 0.122, 0.013),  # LHCb 2003.04831
    (F2, 0.756, 0.047, 0.023),
    (P2, -0.150, 0.144, 0.032),
    (F3, 0.684, 0.035, 0.015),
    (P3, -0.439, 0.111, 0.036),
    (P3, 0.26, 0.35, 0.17),  # ATLAS 1805.04000
    (K1, 24.2e-9, 0.7e-9, 1.2e-9),  # LHCb 1403.8044
    (K2, 12.1e-9, 0.4e-9, 0.6e-9),
    (S1, 0.342e-7, 0.017e-7, 0.009e-7, 0.023e-7),  # LHCb 1606.04731
    (S2, 0.436e-7, (0.018e-7, 0.019e-7), 0.007e-7, 0.030e-7),
    (BS, 3.361e-9, 0.281e-9),  # 2212.10497
    (BD, 0.425e-10, 0.540e-10),
]
# off-diagonal covariances of the data, by rows of DATA
LHCB_RATIOS = [[1, 0.015, -0.017, 0.005], [0, 1, 0.004, -0.033], [0, 0, 1, 0.016]]


def bsll():
    predict, sigma, rho = table("bsll-flavio-2.7")
    n = len(DATA)
    both = [[s if isinstance(s, tuple) else (s, s) for s in row[2:]] for row in DATA]
    plus = [quadrature(*(p for p, _ in sources)) for sources in both]
    minus = [quadrature(*(m for _, m in sources)) for sources in both]
    # unequal sides count as their product in a covariance
    wide = [math.sqrt(sum(p * m for p, m in sources)) for sources in both]
    e = [[0.0] * n for _ in range(n)]
    for i in range(n):
        e[i][i] = wide[i] ** 2

    def put(i, j, covariance):
        e[i][j] = e[j][i] = covariance

    for i, row in enumerate(LHCB_RATIOS):
        for j in range(i + 1, 4):
            put(i, j, row[j] * wide[i] * wide[j])
    put(6, 7, FL_P5P[0] * wide[6] * wide[7])
    put(8, 9, FL_P5P[1] * wide[8] * wide[9])
    put(11, 12, 1.2e-9 * 0.6e-9)  # the systematic uncertainties are common
    put(13, 14, 0.023e-7 * 0.030e-7)  # the normalisation is common
    put(15, 16, -0.178 * wide[15] * wide[16])
    theory = [[rho[a[0], b[0]] * sigma[a[0]] * sigma[b[0]] for b in DATA] for a in DATA]
    total = [[e[i][j] + theory[i][j] for j in range(n)] for i in range(n)]
    corr = [[total[i][j] / math.sqrt(total[i][i] * total[j][j]) for j in range(n)] for i in range(n)]

    def chi2(c):
        z = []
        for i, row in enumerate(DATA):
            r = predict[row[0]](c) - row[1]
            z.append(r / math.sqrt((plus[i] if r > 0 else minus[i]) ** 2 + theory[i][i]))
        return sum(a * b for a, b in zip(z, solve(corr, z)))

    names = ["C9_bsmumu", "C10_bsmumu", "C9p_bsmumu", "C10p_bsmumu"]
    fits = {}
    for free, start in [([n], [0.0]) for n in names] + [(names[:2], [-0.5, 0.0]), (names, [-1.2, -0.4, -0.8, -0.5])]:
        x, value = minimise(lambda v: chi2(dict(zip(free, v))), start)
        fits["+".join(free)] = {"parameters": dict(zip(free, x)), "chi2": value}
    return {"chi2SM": chi2({}), "fits": fits}


# F_L with P5' in the ranges 2.5-4 and 4-6 of LHCb 2003.04831
FL_P5P = [-0.09, -0.14]


# ---- b -> s nu nu ------------------------------------------------------------------------------------------------------

KP, K0, SP, S0 = "BR(B+->Knunu)", "BR(B0->Knunu)", "BR(B+->K*nunu)", "BR(B0->K*nunu)"
LIMITS = [  # at 90 %: BaBar 1009.1529, 1303.7465; Belle 1303.3719, 1702.03224
    (KP, 1.3e-5), (K0, 5.6e-5), (KP, 3.7e-5), (K0, 8.1e-5), (SP, 11.6e-5), (S0, 9.3e-5),
    (SP, 4.0e-5), (KP, 5.5e-5), (S0, 5.5e-5), (KP, 1.9e-5), (K0, 2.6e-5), (SP, 6.1e-5), (S0, 1.8e-5),
]
BELLE_II = [  # 2311.14647
    (KP, 2.7e-5, quadrature(0.5e-5, 0.5e-5), quadrature(0.5e-5, 0.5e-5)),
    (KP, 1.1e-5, quadrature(0.9e-5, 0.8e-5), quadrature(0.8e-5, 0.5e-5)),
]


def bsnunu():
    predict, sigma, rho = table("bsnunu-flavio-2.7")
    rates = [KP, K0, S0, SP]
    low = cholesky([[rho[a, b] for b in rates] for a in rates])
    relative = {n: sigma[n] / predict[n]({}) for n in rates}

    def chi2(c, nu):
        factor = {n: 1 + relative[n] * sum(w * x for w, x in zip(low[i], nu)) for i, n in enumerate(rates)}
        mu = {n: predict[n](c) * factor[n] for n in rates}
        total = sum(x * x for x in nu)
        total += sum((mu[n] / (limit / 1.6448536269514722)) ** 2 for n, limit in LIMITS)
        for n, value, plus, minus in BELLE_II:
            total += ((mu[n] - value) / (plus if mu[n] > value else minus)) ** 2
        return total

    def point(free, v):
        if free[0].endswith("universal"):
            return {f"{n[:2]}_bsnu{a}nu{a}": x for n, x in zip(free, v) for a in ("e", "mu", "tau")}
        return {n.replace("_tau", "_bsnutaunutau"): x for n, x in zip(free, v)}

    fits = {}
    starts = [
        (["CL_tau"], [-2.0]), (["CR_tau"], [-7.0]), (["CL_universal"], [-0.7]), (["CR_universal"], [-3.4]),
        (["CL_bsnumunutau"], [5.0]), (["CL_tau", "CR_tau"], [-0.3, -6.9]), (["CL_universal", "CR_universal"], [0.5, -3.5]),
    ]
    for free, start in starts:
        k = len(free)
        x, value = minimise(lambda v: chi2(point(free, v[:k]), v[k:]), start + [0.0] * 4)
        fits["+".join(free)] = {"parameters": dict(zip(free, x)), "chi2": value}
    return {"chi2SM": minimise(lambda v: chi2({}, v), [0.0] * 4)[1], "fits": fits}


print(json.dumps({"bsll": bsll(), "bsnunu": bsnunu()}, indent=1))

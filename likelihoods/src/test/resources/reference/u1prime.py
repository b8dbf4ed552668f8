#!/usr/bin/env python3
"""Coefficients, Delta M_s and anomalies of a non-universal U(1)' from its Lagrangian.

    python3 u1prime.py > u1prime.json          Python 3.11, mpmath 1.3.0

Nothing here is a formula of the theory file u1prime.yaml: the CKM matrix is complex and enters as a matrix, coefficients are found by
matching L = -J^2/(2 M^2) term by term in the basis of chiral fields, the evolution between scales integrates the
renormalisation group equation step by step, and anomalies are traces over left-handed Weyl fields with their hypercharges.
"""
import json
import random

from mpmath import cos, exp, log, matrix, mp, mpc, mpf, pi, re, sin, sqrt

mp.dps = 20
GF, ALPHA, MW, MBS = mpf("1.1663788e-5"), 1 / mpf("132.1"), mpf("80.379"), mpf("5.36692")
FBS, B1, B4, B5 = mpf("0.2303"), mpf("0.826"), mpf("1.149"), mpf("1.873")
MT, AS_T, AS_B, ETA_B = mpf("162.7"), mpf("0.1083"), mpf("0.2246"), mpf("0.551")
PER_PS = mpf("1e-12") / mpf("6.582119569e-25")  # 1/(ps GeV)


def ckm(vus, vub, vcb, gamma):
    """Standard parametrisation; V_us, V_ub, V_cb are moduli, gamma the phase of V_ub to the accuracy wanted."""
    s13 = vub
    c13 = sqrt(1 - s13**2)
    s12, s23 = vus / c13, vcb / c13
    c12, c23 = sqrt(1 - s12**2), sqrt(1 - s23**2)
    p = exp(mpc(0, gamma))
    return matrix([[c12 * c13, s12 * c13, s13 / p],
                   [-s12 * c23 - c12 * s23 * s13 * p, c12 * c23 - s12 * s23 * s13 * p, s23 * c13],
                   [s12 * s23 - c12 * c23 * s13 * p, -c12 * s23 - s12 * c23 * s13 * p, c23 * c13]])


V = ckm(mpf("0.2248"), mpf("0.00364"), mpf("0.04197"), mpf("1.15"))
XI = V[2, 2] * V[2, 1].conjugate()


def coupling(charges, rotation, a, b):
    """Coupling of mass eigenstates a-bar b of a current diag(charges) in gauge eigenstates, fields = rotation * mass."""
    return sum(rotation[k, a].conjugate() * charges[k] * rotation[k, b] for k in range(3))


def coefficients(p):
    g, m = p["g"], p["M"]
    # b of the gauge basis is b cos + s sin
    right = matrix([[1, 0, 0], [0, cos(p["theta_R"]), -sin(p["theta_R"])], [0, sin(p["theta_R"]), cos(p["theta_R"])]])
    quark = {"": g * coupling(p["Q"], V, 1, 2), "p": g * coupling(p["d"], right, 1, 2)}
    bd = g * coupling(p["Q"], V, 0, 2)
    norm = 4 * GF / sqrt(2) * ALPHA / (4 * pi)  # times V_tb V_tq*
    out = {}
    for i, (l, nu) in enumerate((("e", "e"), ("mu", "mu"), ("tau", "tau"))):
        left, rite = g * p["L"][i], g * p["e"][i]
        for prime, q in quark.items():
            a, b = -q * left / m**2, -q * rite / m**2  # of (qbar q)(lbar P_L l) and (qbar q)(lbar P_R l)
            # C9 (P_L + P_R) + C10 (P_R - P_L)
            out[f"C9{prime}_bs{l}{l}"] = re((a + b) / 2 * 2 / (2 * norm * XI))
            out[f"C10{prime}_bs{l}{l}"] = re((b - a) / 2 * 2 / (2 * norm * XI))
            name = "CR" if prime else "CL"
            out[f"{name}_bsnu{nu}nu{nu}"] = re(a / (2 * norm * XI))
            out[f"{name}p_bsnu{nu}nu{nu}"] = re(-q * g * p["n"][i] / m**2 / (2 * norm * XI))
    xid = V[2, 2] * V[2, 0].conjugate()
    a, b = -bd * g * p["L"][1] / m**2, -bd * g * p["e"][1] / m**2
    out["C10_bdmumu"] = re((b - a) / (2 * norm * xid))
    return out, quark


def run(c, gamma_t, low, high, beta0, steps=4000):
    """dC/d ln alpha_s = -gamma^T C/(2 beta0) from alpha_s = low to high, Runge-Kutta of order 4."""
    h = log(high / low) / steps
    f = lambda v: -(gamma_t * v) / (2 * beta0)
    for _ in range(steps):
        k1 = f(c)
        k2 = f(c + h / 2 * k1)
        k3 = f(c + h / 2 * k2)
        k4 = f(c + h * k3)
        c = c + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return c


def alpha_s(mass, steps=2000):
    """d alpha/d ln mu = -7 alpha^2/(2 pi) above the top quark."""
    h, a = log(mass / MT) / steps, AS_T
    f = lambda x: -7 * x * x / (2 * pi)
    for _ in range(steps):
        k1 = f(a)
        k2 = f(a + h / 2 * k1)
        k3 = f(a + h / 2 * k2)
        k4 = f(a + h * k3)
        a += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return a


def at_low_scale(mass):
    """Factors of VLL, and of VLR into VLR and SLR, of dimension-six operators with anomalous dimensions 4 and ((2, 12), (0, -16))."""
    a = alpha_s(mass)
    one, two = matrix([1]), matrix([1, 0])
    g1, g2 = matrix([[4]]), matrix([[2, 0], [12, -16]])
    for low, high, beta0 in ((a, AS_T, mpf(7)), (AS_T, AS_B, mpf(23) / 3)):
        one, two = run(one, g1, low, high, beta0), run(two, g2, low, high, beta0)
    return one[0], two[0], two[1]


def delta_m(quark, mass):
    """(Delta M_s in 1/ps, Standard Model value)."""
    x = (MT / MW) ** 2
    s0 = (4 * x - 11 * x**2 + x**3) / (4 * (1 - x) ** 2) - 3 * x**3 * log(x) / (2 * (1 - x) ** 3)
    b = AS_B ** (-mpf(6) / 23) * (1 + AS_B / (4 * pi) * 5165 / 3174)
    r = (MBS / (mpf("4.195") + mpf("0.0754"))) ** 2
    unit = MBS * FBS**2
    vll, vlr, slr = unit * B1 / 3, -unit * B5 * r / 6, unit * B4 * r / 4
    sm = GF**2 * MW**2 / (4 * pi**2) * XI**2 * ETA_B * b * s0 * vll
    if mass is None:
        return 2 * abs(sm) * PER_PS
    left, right = quark[""], quark["p"]
    f1, f2, f3 = at_low_scale(mass)
    # H = (left O_L + right O_R)^2/(2 M^2)
    new = (left**2 + right**2) / (2 * mass**2) * f1 * vll + left * right / mass**2 * (f2 * vlr + f3 * slr)
    return 2 * abs(sm + new) * PER_PS


def anomalies(p):
    fields = []  # left-handed Weyl fields: colours, weak doublets, hypercharge, charge
    for i in range(3):
        fields += [(3, 2, mpf(1) / 6, p["Q"][i]), (3, 1, -mpf(2) / 3, -p["u"][i]), (3, 1, mpf(1) / 3, -p["d"][i]),
                   (1, 2, -mpf(1) / 2, p["L"][i]), (1, 1, mpf(1), -p["e"][i]), (1, 1, mpf(0), -p["n"][i])]
    trace = lambda f: float(sum(f(*field) for field in fields))
    return {"A_SU3": trace(lambda c, w, y, q: w * q if c == 3 else 0),
            "A_SU2": trace(lambda c, w, y, q: c * q if w == 2 else 0),
            "A_Y": trace(lambda c, w, y, q: 6 * c * w * y * y * q),
            "A_Yprime": trace(lambda c, w, y, q: c * w * y * q * q),
            "A_cubic": trace(lambda c, w, y, q: c * w * q**3),
            "A_gravity": trace(lambda c, w, y, q: c * w * q)}


def point(name, g, mass, theta, **charges):
    p = {"g": mpf(g), "M": mpf(mass), "theta_R": mpf(theta)}
    p.update({k: [mpf(x) for x in charges.get(k, (0, 0, 0))] for k in "QudLen"})
    c, quark = coefficients(p)
    sm = delta_m(quark, None)
    dm = delta_m(quark, p["M"])
    values = {"g": g, "M": mass, "theta_R": theta}
    values.update({f"q_{k}{i + 1}": float(p[k][i]) for k in "QudLen" for i in range(3)})
    return {"name": name, "parameters": values, "coefficients": {k: float(x) for k, x in c.items()},
            "DeltaM_s": float(dm), "R_DeltaM_s": float(dm / sm), "anomalies": anomalies(p)}


third = (0, 0, 1 / 3)
points = [
    point("B - L", 0.5, 3000, 0, Q=[1 / 3] * 3, u=[1 / 3] * 3, d=[1 / 3] * 3, L=[-1] * 3, e=[-1] * 3, n=[-1] * 3),
    point("B_3 + L_mu - 2 L_tau", 1.2, 2500, 0, Q=third, u=third, d=third, L=(0, 1, -2), e=(0, 1, -2), n=(0, 1, -2)),
    point("third generation, right-handed", 0.8, 1500, 0.02, d=(0, 0, -1), n=(0, 0, 1), e=(0, 0, -1)),
]
rng = random.Random(20261129)
for k, mass in enumerate((1000, 3000, 10000)):
    draw = lambda: [round(rng.uniform(-1, 1), 3) for _ in range(3)]
    q = {key: draw() for key in "QudLen"}
    q["Q"][1] = q["Q"][0]
    points.append(point(f"random {k + 1}", 0.7, mass, round(rng.uniform(-0.05, 0.05), 4), **q))
q = {key: [round(rng.uniform(-0.1, 0.1), 3) for _ in range(3)] for key in "QudLen"}
points.append(point("random, first generations differ", 0.5, 5000, 0.01, **q))
print(json.dumps({"program": "u1prime.py, Python 3.11, mpmath 1.3.0", "points": points}, indent=1))

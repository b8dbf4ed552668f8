"""Eqs 20, 25 of arXiv:2108.05033 for five leptoquarks with random complex couplings, and eq 21 at random coefficients.

Run: python3 models_2021.py > models_2021.json   (Python 3.11.7, mpmath 1.3.0, 30 digits)
Index order: the paper's C^ij multiplies (nubar_i ... nu_j). Charged currents of S1 and V1: arXiv:1309.0301, eq 19, in the same
normalisation. Rates per squared coefficient of the corrected eq 21: arXiv:1602.00881.
"""
import json
import random

from mpmath import mp, mpc, mpf, pi, sqrt

mp.dps = 30
rng = random.Random(20210831)
NU = ["e", "mu", "tau"]
G, ALPHA, XI, VCB = mpf("1.1663787e-5"), 1 / mpf("127.9"), mpf("-0.0413"), mpf("0.0413")
V = {2: mpf("0.973"), 3: VCB}  # V_cs, V_cb
LQ = ["S0", "S1", "Shalf", "V1", "Vhalf"]


def c(scale):
    return mpc(rng.uniform(-scale, scale), rng.uniform(-scale, scale))


def leptoquarks():
    lam = {q: {k: [c(2) for _ in NU] for k in (2, 3)} for q in LQ}
    m = {q: mpf(rng.uniform(800, 4000)) for q in LQ}
    k = pi / (sqrt(2) * ALPHA * G * XI)
    out = {"CL": {}, "CR": {}, "C9": {}, "C10": {}, "C9p": {}, "C10p": {}, "CVL": {}, "CVLprinted": {}}
    for i in range(3):
        for j in range(3):
            def s(q):  # lambda^3j lambda^2i*
                return lam[q][3][j] * lam[q][2][i].conjugate() / m[q] ** 2

            def t(q):  # lambda^2j lambda^3i*
                return lam[q][2][j] * lam[q][3][i].conjugate() / m[q] ** 2

            key = f"{NU[i]},{NU[j]}"
            out["CL"][key] = k * (s("S0") / 2 + s("S1") / 2 - 2 * t("V1"))
            out["CR"][key] = k * (-t("Shalf") / 2 + s("Vhalf"))
            out["C9"][key] = k * (s("S1") - t("V1"))
            out["C10"][key] = -out["C9"][key]
            out["C9p"][key] = out["CR"][key]
            out["C10p"][key] = -out["CR"][key]
    f = sqrt(2) / (4 * G * VCB)
    for j in range(3):
        def scalar(q):
            return f * sum(V[n] * lam[q][3][j] * lam[q][n][2].conjugate() for n in (2, 3)) / (2 * m[q] ** 2)

        v1 = f * sum(V[n] * lam["V1"][n][j] * lam["V1"][3][2].conjugate() for n in (2, 3)) / m["V1"] ** 2
        out["CVL"][NU[j]] = scalar("S0") - scalar("S1") - v1
        out["CVLprinted"][NU[j]] = -scalar("S0")
    parameters = {f"m_{q}": float(m[q]) for q in LQ}
    for q in LQ:
        for n in (2, 3):
            for j in range(3):
                parameters[f"l{n}{NU[j]}_{q}"] = float(lam[q][n][j].real)
                parameters[f"Im(l{n}{NU[j]}_{q})"] = float(lam[q][n][j].imag)
    values = {f: {x: [float(z.real), float(z.imag)] for x, z in out[f].items()} for f in out}
    return {"parameters": parameters, "coefficients": values}


def lfv():
    """Eq 21 as printed and corrected; a(f, 'mu', 'e') is C^mue."""
    w = {f: {(i, j): c(5) for i in NU for j in NU} for f in ["C9", "C10", "C9p", "C10p"]}

    def a2(z):
        return abs(z) ** 2

    def plus(i, j, n9, n10):
        return n9 * a2(w["C9"][i, j] + w["C9p"][i, j]) + n10 * a2(w["C10"][i, j] + w["C10p"][i, j])

    def minus(i, j, n9, n10):
        return n9 * a2(w["C9"][i, j] - w["C9p"][i, j]) + n10 * a2(w["C10"][i, j] - w["C10p"][i, j])

    def ten(i, j):
        return a2(w["C10"][i, j]) + a2(w["C10p"][i, j]) + a2(w["C10"][j, i]) + a2(w["C10p"][j, i])

    n = mpf
    printed = {
        "BR(Bs->emu,mue)": n("0.98e-10") * ten("mu", "e"),
        "BR(Bs->mutau,taumu)": n("0.22e-7") * ten("mu", "tau"),
        "BR(B+->Kemu)": plus("mu", "e", n("0.18e-7"), n("0.18e-7")),
        "BR(B+->Ketau)": plus("e", "tau", n("0.114e-7"), n("0.114e-7")),
        "BR(B+->Kmutau)": plus("mu", "tau", n("0.111e-7"), n("0.117e-7")),
        "BR(B+->K*emu)": plus("mu", "e", n("0.18e-7"), n("0.18e-7")),
        "BR(B0->K*emu)": plus("mu", "e", n("0.18e-7"), n("0.18e-7")),
    }
    corrected = {
        "BR(Bs->emu,mue)": minus("mu", "e", n("4.861e-11"), n("4.956e-11")) + minus("e", "mu", n("4.861e-11"), n("4.956e-11")),
        "BR(Bs->mutau,taumu)": minus("mu", "tau", n("9.59e-9"), n("12.53e-9")) + minus("tau", "mu", n("9.59e-9"), n("12.53e-9")),
        "BR(B+->Kemu)": printed["BR(B+->Kemu)"],
        "BR(B+->Ketau)": plus("tau", "e", n("0.114e-7"), n("0.114e-7")),
        "BR(B+->Kmutau)": plus("tau", "mu", n("0.111e-7"), n("0.117e-7")),
        "BR(B+->K*emu)": plus("mu", "e", n("7.00e-9"), n("7.00e-9")) + minus("mu", "e", n("34.55e-9"), n("34.55e-9")),
        "BR(B0->K*emu)": plus("mu", "e", n("6.45e-9"), n("6.45e-9")) + minus("mu", "e", n("32.12e-9"), n("32.12e-9")),
    }
    parameters = {}
    for f in w:
        for (i, j), z in w[f].items():
            parameters[f"{f}_bs{j}{i}"] = float(z.real)
            parameters[f"Im({f}_bs{j}{i})"] = float(z.imag)
    return {"parameters": parameters, "0": {x: float(y) for x, y in printed.items()}, "1": {x: float(y) for x, y in corrected.items()}}


print(json.dumps({"leptoquarks": [leptoquarks() for _ in range(6)], "lfv": [lfv() for _ in range(6)]}))

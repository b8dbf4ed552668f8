"""Eqs 7 and 8 of arXiv:2108.05033 at seeded random complex points, with Python's own complex numbers.

Run: python3 bsnunu_2021_points.py > bsnunu_2021_points.json   (numpy 2.4.6)
Index order: C[i][j] of the paper is WCxf CL_bsnu{j}nu{i}.
"""
import json
import numpy as np

FLAVOURS = ["e", "mu", "tau"]
rng = np.random.default_rng(20210831)
points = []
for _ in range(12):
    c = {f: rng.normal(0, 5, (3, 3)) + 1j * rng.normal(0, 5, (3, 3)) for f in ["CL", "CR", "CLp", "CRp"]}
    bk = 4.39 - 0.457 * np.trace(c["CL"] + c["CR"]).real
    bk += 0.0357 * (np.sum(np.abs(c["CL"] + c["CR"]) ** 2) + np.sum(np.abs(c["CLp"] + c["CRp"]) ** 2))
    bks = 9.53 - 0.993 * np.trace(c["CL"]).real + 0.661 * np.trace(c["CR"]).real
    bks += 0.0775 * sum(np.sum(np.abs(c[f]) ** 2) for f in c)
    bks -= 0.103 * np.sum(c["CL"] * np.conj(c["CR"]) + c["CLp"] * np.conj(c["CRp"])).real
    values = {}
    for f in c:
        for i, a in enumerate(FLAVOURS):
            for j, b in enumerate(FLAVOURS):
                values[f"{f}_bsnu{b}nu{a}"] = c[f][i, j].real
                values[f"Im({f}_bsnu{b}nu{a})"] = c[f][i, j].imag
    points.append({"parameters": values, "BR(B+->Knunu)": bk * 1e-6, "BR(B0->K*nunu)": bks * 1e-6})
print(json.dumps({"points": points}))

#!/usr/bin/env python3
"""Packs predictions of flavio 2.7.0 as polynomial tables (POPxf 1.0 with its companion for correlations).

    python3 pack_flavio_tables.py INPUT OUTPUT POINTS

INPUT holds four files that were computed with flavio 2.7.0 (git 2591f8c, default parameters, PDG tables of 2022):

  wc_polys.json       exact quadratic polynomials of b -> s nu nu and b -> l l rates in the coefficients of the WCxf basis
                      flavio at 4.8 GeV: obs = const + sum lin[v] v + sum quad["v * w"] v w
  bsmumu_theory.json  quadratic pieces c + l.x + x^T Q x of b -> s mu mu observables in real C9, C10, C9p, C10p of the muon,
                      the formulas that join them, and the covariance of the observables at the Standard Model point
  sm.json             central values, standard deviations and correlations (4 digits) of a joint Monte Carlo of 1000 sets of
                      all of flavio's parameters, numpy seed 12345, coefficients at zero
  random_points.json  flavio's own predictions at seeded random points

POINTS is the file that gets some of the random points, for tests. OUTPUT gets bsnunu-flavio-2.7.json, bsll-flavio-2.7.json and their companions *.corr.json. Correlations of 4 digits need not
be positive semidefinite; then negative eigenvalues are cut at 0 and the matrix is rescaled to a unit diagonal.
"""
import hashlib
import json
import math
import sys

TABLE = "https://json.schemastore.org/popxf-1.0.json"
CORRELATIONS = "https://json.schemastore.org/popxf-corr-1.0.json"
FLAVIO = {"name": "flavio", "version": "2.7.0", "settings": {"commit": "2591f8c", "parameters": "default", "pdg": 2022}}
SOURCE = "total"
Q2MAX = "19.2204"


def bin_name(text):
    """<P5p>(B0->K*mumu)[4,6] -> <P5p>(B0->K*mumu)[q2min=4,q2max=6]"""
    if not text.endswith("]"):
        return text
    name, q2 = text[:-1].rsplit("[", 1)
    low, high = q2.split(",")
    return f"{name}[q2min={low},q2max={high}]"


def monomial(variables):
    """A key such as ('', 'CL_bsnuenue', 'RI') from ['Im CL_bsnuenue']."""
    parts = sorted((v.split(" ")[1], v.split(" ")[0][0]) for v in variables)
    parts = [("", "R")] * (2 - len(parts)) + parts
    names = ", ".join(f"'{name}'" for name, _ in parts)
    return f"({names}, '{''.join(tag for _, tag in parts)}')"


def of_wc_poly(poly):
    terms = {monomial([]): poly["const"]}
    terms.update({monomial([v]): x for v, x in poly["lin"].items()})
    terms.update({monomial(v.split(" * ")): x for v, x in poly["quad"].items()})
    return terms


def of_piece(piece, variables):
    terms = {monomial([]): piece["c"]}
    largest = max(abs(piece["c"]), max(abs(q) for row in piece["Q"] for q in row))
    for i, a in enumerate(variables):
        terms[monomial(["Re " + a])] = piece["l"][i]
        for j, b in enumerate(variables[: i + 1]):
            q = piece["Q"][i][j] + (piece["Q"][j][i] if i != j else 0)
            terms[monomial(["Re " + a, "Re " + b])] = q
    # rounding noise of the interpolation: far below the 1e-9 that the polynomials are good to
    return {key: x for key, x in terms.items() if abs(x) > 1e-13 * largest}


def electrons(wc, label):
    """The denominator of a ratio in the real C9, C10, C9p, C10p of the electron."""
    head, q2 = label[:-1].split("[")
    kaon = "K*" if "K*" in head else "K"
    terms = of_wc_poly(wc["polynomials"][f"R{kaon}[{q2}]:BR({'B0' if kaon == 'K*' else 'B+'}->{kaon}ee)"])
    return {key: x for key, x in terms.items() if key.endswith("'RR')") and "'CS" not in key and "'CP" not in key}


def central(polynomials):
    """Terms of several polynomials as monomial -> list."""
    keys = sorted(set(key for terms in polynomials for key in terms))
    return {key: [terms.get(key, 0.0) for terms in polynomials] for key in keys}


def eigen(matrix):
    """Eigenvalues and eigenvectors (columns) of a symmetric matrix by Jacobi rotations."""
    n = len(matrix)
    a = [row[:] for row in matrix]
    v = [[float(i == j) for j in range(n)] for i in range(n)]
    for _ in range(100):
        if sum(a[i][j] ** 2 for i in range(n) for j in range(i)) < 1e-30:
            break
        for p in range(n):
            for q in range(p + 1, n):
                if a[p][q] == 0:
                    continue
                theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                t = math.copysign(1, theta) / (abs(theta) + math.hypot(theta, 1))
                c = 1 / math.hypot(t, 1)
                s = t * c
                for k in range(n):
                    a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
                for k in range(n):
                    a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
                for k in range(n):
                    v[k][p], v[k][q] = c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]
    return [a[i][i] for i in range(n)], v


def semidefinite(matrix):
    n = len(matrix)
    values, v = eigen(matrix)
    print(f"  smallest eigenvalue of the correlations {min(values):.3g}")
    if min(values) < 0:
        cut = [max(x, 0.0) for x in values]
        matrix = [[sum(v[i][k] * cut[k] * v[j][k] for k in range(n)) for j in range(n)] for i in range(n)]
        d = [math.sqrt(matrix[i][i]) for i in range(n)]
        matrix = [[matrix[i][j] / (d[i] * d[j]) for j in range(n)] for i in range(n)]
    return [[1.0 if i == j else round(matrix[max(i, j)][min(i, j)], 12) for j in range(n)] for i in range(n)]


def key(rows, columns):
    def joined(names):
        return "|".join(n.replace("\\", "\\\\").replace("|", "\\|") for n in sorted(names))

    return hashlib.md5(f"{joined(rows)}||{joined(columns)}".encode()).hexdigest()


def write(folder, name, document):
    # one line per name, monomial or row: readable, and small
    text = json.dumps(document, indent=1, ensure_ascii=False)
    out, depth = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if depth and not stripped.endswith("[") and not stripped.endswith("{"):
            out[-1] += ("" if out[-1].endswith("[") or stripped[0] in "]" else " ") + stripped
            depth = 0 if stripped[0] == "]" else depth
        else:
            out.append(line)
            depth = 1 if stripped.endswith("[") else 0
    text = "\n".join(out) + "\n"
    assert json.loads(text) == document
    with open(f"{folder}/{name}", "w") as file:
        file.write(text)
    print(f"  {name}: {len(text)} bytes")


def pack(folder, name, title, parameters, sectors, polynomials, observables, sigma, correlation, description, tex=None):
    """observables: name -> (variables, expression, annotations)"""
    names = list(observables)
    ordered = list(polynomials)
    table = {
        "$schema": TABLE,
        "metadata": {
            "observable_names": names,
            "parameters": parameters,
            "basis": {"wcxf": {"eft": "WET", "basis": "flavio", "sectors": sectors}},
            "scale": 4.8,
            "polynomial_degree": 2,
            "polynomial_names": ordered,
            "observable_expressions": [
                {"variables": observables[n][0], "expression": observables[n][1]} for n in names
            ],
            "reproducibility": [{"description": description, "tool": FLAVIO}],
            "misc": {
                "penguinfit": {
                    "title": title,
                    "reference": "flavio 2.7.0, arXiv:1810.08132",
                    "observables": {n: observables[n][2] for n in names},
                    **({"parameters": {p: {"tex": tex(p)} for p in parameters}} if tex else {}),
                }
            },
        },
        "data": {
            "polynomial_central": central([polynomials[p] for p in ordered]),
            "observable_uncertainties": {SOURCE: [sigma[n] for n in names]},
        },
    }
    write(folder, f"{name}.json", table)
    block = {"row_names": names, "col_names": names, "correlations": {SOURCE: semidefinite(correlation)}}
    write(folder, f"{name}.corr.json", {"$schema": CORRELATIONS, key(names, names): block})


MONTE_CARLO = (
    " Uncertainties: standard deviations and correlations at the Standard Model point of 1000 joint draws of all parameters,"
    " numpy seed 12345. Packed by likelihoods/src/test/resources/reference/pack_flavio_tables.py."
)


def submatrix(sm, labels):
    place = [sm["correlation"]["observables"].index(label) for label in labels]
    return [[sm["correlation"]["matrix"][i][j] for j in place] for i in place]


def tex_of_coefficient(name):
    """CL_bsnu{a}nu{b} multiplies (nubar_b ... nu_a) and is C_L^{ba} of arXiv:2108.05033."""
    head, flavours = name.split("_bsnu")
    a, b = ({"e": "e", "mu": r"\mu", "tau": r"\tau"}[f] for f in flavours.split("nu"))
    return rf"\mathrm{{Re}}\,C_{head[1]}^{{{b} {a}}}"


def pack_nunu(wc, sm, folder):
    rates = {
        "BR(B+->Knunu)": r"\mathcal{B}(B^+\to K^+\nu\bar\nu)",
        "BR(B0->Knunu)": r"\mathcal{B}(B^0\to K^0\nu\bar\nu)",
        "BR(B0->K*nunu)": r"\mathcal{B}(B^0\to K^{*0}\nu\bar\nu)",
        "BR(B+->K*nunu)": r"\mathcal{B}(B^+\to K^{*+}\nu\bar\nu)",
    }
    polynomials = {name: of_wc_poly(wc["polynomials"][name]) for name in rates}
    observables = {
        name: ({"x": name}, "x", {"tex": tex, "uncertainty": "relative"}) for name, tex in rates.items()
    }
    pieces = {}
    for piece in wc["polynomials"]:
        if piece.startswith(("FLnum(B0->K*nunu)", "FLden(B0->K*nunu)")):
            short = piece.split(":")[0].replace("[0,q2max]", "")
            pieces[short[:5]] = short
            polynomials[short] = of_wc_poly(wc["polynomials"][piece])
    fl = f"<FL>(B0->K*nunu)[0,{Q2MAX}]"
    observables[bin_name(fl)] = (
        {"num": pieces["FLnum"], "den": pieces["FLden"]},
        "num/den",
        {"tex": r"F_L(B^0\to K^{*0}\nu\bar\nu)"},
    )
    labels = list(rates) + [fl]
    parameters = sorted(set(v for name in rates for v in wc["polynomials"][name]["variables"]))
    pack(
        folder,
        "bsnunu-flavio-2.7",
        "b -> s nu nu, flavio 2.7.0",
        parameters,
        ["sbnunu"],
        polynomials,
        observables,
        {bin_name(label): sm["observables"][label]["sigma"] for label in labels},
        submatrix(sm, labels),
        "Quadratic polynomials in the new-physics parts of C_L and C_R." + MONTE_CARLO,
        tex_of_coefficient,
    )


def tex_of(name):
    table = {
        "<Rmue>(B+->Kll)": r"R_K",
        "<Rmue>(B0->K*ll)": r"R_{K^{*0}}",
        "<P5p>(B0->K*mumu)": r"P_5'",
        "<FL>(B0->K*mumu)": r"F_L(B^0\to K^{*0}\mu\mu)",
        "<AFB>(B0->K*mumu)": r"A_{FB}(B^0\to K^{*0}\mu\mu)",
        "<dBR/dq2>(B+->Kmumu)": r"d\mathcal{B}/dq^2(B^+\to K^+\mu\mu)",
        "<dBR/dq2>(B0->K*mumu)": r"d\mathcal{B}/dq^2(B^0\to K^{*0}\mu\mu)",
        "BR(Bs->mumu)": r"\mathcal{B}(B_s\to\mu\mu)",
        "BR(B0->mumu)": r"\mathcal{B}(B^0\to\mu\mu)",
    }
    head = name.split("[")[0]
    q2 = ",".join(part.split("=")[1] for part in name[:-1].split("[")[1].split(",")) if "[" in name else ""
    return table[head] + (f"\\,[{q2}]" if q2 else "")


def annotations(name):
    notes = {"tex": tex_of(name)}
    if name.startswith("<dBR/dq2>"):
        notes["unit"] = "GeV^-2"
    if name.startswith(("<dBR/dq2>", "BR(")):
        notes["uncertainty"] = "relative"
    return notes


def pack_ll(wc, theory, sm, folder):
    covariance = theory["theory_covariance"]
    labels = covariance["observables"]
    polynomials, observables = {}, {}
    for label in labels:
        entry = theory["observables"][label]
        for piece in entry["pieces"]:
            polynomials[bin_name(piece)] = (
                electrons(wc, label) if "ee[" in piece else of_piece(theory["pieces"][piece], theory["variables"])
            )
        name = bin_name(label)
        pieces = [bin_name(piece) for piece in entry["pieces"]]
        variables, expression = {
            "poly": (["x"], "x"),
            "ratio": (["num", "den"], "num/den"),
            "pprime": (["S5", "S2s", "S2c"], "S5/(2*sqrt(-S2s*S2c))"),
        }[entry["kind"]]
        observables[name] = (dict(zip(variables, pieces)), expression, annotations(name))
    # B0 -> mu mu is in the joint Monte Carlo of sm.json, with correlations of 4 digits
    b0 = "BR(B0->mumu)"
    full = of_wc_poly(wc["polynomials"][b0])
    keep = ("", "C10_bdmumu", "C10p_bdmumu")
    polynomials[b0] = {k: x for k, x in full.items() if k.endswith("'RR')") and all(n in keep for n in k.split("'")[1:4:2])}
    observables[b0] = ({"x": b0}, "x", annotations(b0))
    c = covariance["covariance"]
    n = len(labels)
    sigma = {bin_name(labels[i]): covariance["sigma"][i] for i in range(n)}
    sigma[b0] = sm["observables"][b0]["sigma"]
    known = sm["correlation"]["observables"]
    row = [sm["correlation"]["matrix"][known.index(b0)][known.index(label)] for label in labels]
    correlation = [[c[i][j] / math.sqrt(c[i][i] * c[j][j]) for j in range(n)] + [row[i]] for i in range(n)] + [row + [1.0]]
    pack(
        folder,
        "bsll-flavio-2.7",
        "b -> s mu mu and B -> mu mu, flavio 2.7.0",
        sorted(theory["variables"] + [v.replace("mumu", "ee") for v in theory["variables"]] + ["C10_bdmumu", "C10p_bdmumu"]),
        ["sb", "db"],
        polynomials,
        observables,
        sigma,
        correlation,
        "Quadratic polynomials in the real new-physics parts of C9, C10, C9p, C10p of muon and electron." + MONTE_CARLO,
    )


def thin(points, file):
    """Every third point of the kinds that the tables describe whole, with the observables and coefficients they have."""
    kinds = ("nu flavour-diagonal real", "nu all 18, complex", "charged-lepton flavour-conserving real")
    chosen = [p for p in points["points"] if p["kind"] in kinds][::3]
    keep = ("nunu)", "<FL>", "<Rmue>", "<P5p>", "<dBR/dq2>", "<AFB>", "BR(Bs->mumu)", "BR(B0->mumu)")
    out = []
    for p in chosen:
        wc = {n: x for n, x in p["wc"].items() if "tautau" not in n or n.startswith(("CL_", "CR_"))}
        obs = {bin_name(n): x for n, x in p["obs"].items() if any(k in n for k in keep)}
        out.append({"kind": p["kind"], "wc": wc, "obs": obs})
    about = points["description"] + " Every third point of three kinds, of 100 points."
    with open(file, "w") as f:
        f.write('{"description": ' + json.dumps(about) + ',\n "points": [\n')
        f.write(",\n".join("  " + json.dumps(p) for p in out) + "\n]}\n")
    print(f"  {len(out)} points")


def main():
    source, folder, points = sys.argv[1:]
    data = {name: json.load(open(f"{source}/{name}.json")) for name in ("wc_polys", "bsmumu_theory", "sm")}
    pack_nunu(data["wc_polys"], data["sm"], folder)
    pack_ll(data["wc_polys"], data["bsmumu_theory"], data["sm"], folder)
    thin(json.load(open(f"{source}/random_points.json")), points)


if __name__ == "__main__":
    main()

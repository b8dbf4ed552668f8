"""Reference numbers for likelihood curves. Run: python3 curves.py > curves.json  (numpy 2.4.6, scipy 1.17.1)

marginal: M(t) = int_0^inf l^n exp(-l) exp(-(l-t)^2/(2 s^2)) dl by scipy's adaptive quadrature; p(t) = M(t), or M(t) + M(-t) if
mirrored; listed is -2 ln p(t)/p(b). scales: the x per event k for which int_0^(L/k) p(b+u) du = c int_0^inf p(b+u) du, mirrored
if s > 0 (Simpson, 2001 points, and a cubic spline); without s by scipy.stats.gamma. profiled: the smallest of
2(l - n + n ln(n/l)) + ((l-t)/s)^2 over l > 0 by scipy's bounded minimiser.
"""
import json
import numpy as np
from scipy import integrate, interpolate, optimize, stats


def logm(n, s, t):
    h = (t - s * s) / 2
    peak = max(h + np.sqrt(h * h + n * s * s), 1e-12)
    g = lambda l: (n * np.log(l) if n else 0) - l - (l - t) ** 2 / (2 * s * s)
    w = 1 / np.sqrt(1 / s**2 + n / peak**2)
    ends = sorted({max(peak + k * w, 1e-300) for k in (-12, -6, -3, 0, 3, 6, 12, 25)})
    total = sum(integrate.quad(lambda l: np.exp(g(l) - g(peak)), a, b, epsabs=0, epsrel=1e-13)[0] for a, b in zip(ends, ends[1:]))
    return g(peak) + np.log(total)


def logp(n, s, t, mirrored):
    return np.logaddexp(logm(n, s, t), logm(n, s, -t)) if mirrored else logm(n, s, t)


def marginal():
    out = []
    for n, b, s, mirrored in [(13, 15, 1.8, 1), (55, 38.8, 1.8, 1), (18, 17.4, 1.4, 1), (19.4, 17.6, 0.9, 1), (3, 1, 1.5, 1),
                              (0, 2, 0.5, 0), (0, 0.5, 0.4, 0), (4, 2.5, 1, 0), (1, 0, 0.7, 1), (120, 90, 12, 0)]:
        for u in (0.3, 1, 2.5, 6, 14):
            t = b + u * (n + s * s) ** 0.5
            rise = -2 * (logp(n, s, t, mirrored) - logp(n, s, b, mirrored))
            out.append({"n": n, "b": b, "sigma": s, "mirrored": bool(mirrored), "t": t, "rise": rise})
    return out


def scales():
    out = []
    for limit, c, n, b, s in [(1.8e-5, 0.9, 13, 15, 1.8), (6.1e-5, 0.9, 55, 38.8, 1.8), (2.6e-5, 0.9, 18, 17.4, 1.4),
                              (1e-5, 0.9, 6, 2.9, 0), (2.0, 0.95, 0, 3, 0), (2.0, 0.95, 3, 1, 1.5)]:
        if s:
            u = np.linspace(0, 12 * np.sqrt(n + s * s) + 20, 2001)
            y = np.exp([logp(n, s, b + v, True) - logp(n, s, b, True) for v in u])
            cdf = integrate.cumulative_simpson(y, x=u, initial=0)
            spline = interpolate.CubicSpline(u, cdf / cdf[-1] - c)
            q = optimize.brentq(spline, 0, u[-1], xtol=1e-12)
        else:
            g = stats.gamma(n + 1)
            q = g.isf((1 - c) * g.sf(b)) - b
        out.append({"limit": limit, "level": c, "n": n, "b": b, "sigma": s, "k": limit / q})
    return out


def profiled():
    out = []
    for n, b, s in [(13, 15, 1.8), (0, 2, 0.5), (0, 0.2, 1), (4, 2.5, 1), (1, 0, 0.7)]:
        for t in (0.05, 0.9, 3, 11, 40):
            f = lambda l: 2 * (l - n + (n * np.log(n / l) if n else 0)) + ((l - t) / s) ** 2
            best = optimize.minimize_scalar(f, bounds=(1e-14, 100), method="bounded", options={"xatol": 1e-11, "maxiter": 2000})
            out.append({"n": n, "b": b, "sigma": s, "t": t, "value": best.fun})
    return out


print(json.dumps({"marginal": marginal(), "scales": scales(), "profiled": profiled()}, indent=1))

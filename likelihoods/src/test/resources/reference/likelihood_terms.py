"""Reference numbers for likelihood terms. Run: python3 likelihood_terms.py > likelihood_terms.json  (mpmath, 40 digits; numpy 2.4.6)

gaussian-from-central, bounded: sigma solves [Phi((L-mu)/s) - Phi(-mu/s)] / [1 - Phi(-mu/s)] = c.
correlated: (mu - d)^T C^-1 (mu - d) and 2 C^-1 (mu - d), solved by mpmath's LU in 40 digits from the exact doubles below.
"""
import json
import mpmath as mp
import numpy as np

mp.mp.dps = 40


def survival(x):
    return mp.erfc(x / mp.sqrt(2)) / 2


def bounded(limit, level, central):
    l, c, m = mp.mpf(limit), mp.mpf(level), mp.mpf(central)

    def excess(u):
        s = mp.exp(u)
        return mp.log(survival((l - m) / s)) - mp.log(survival(-m / s)) - mp.log(1 - c)

    low = high = mp.log(l - m)
    while excess(low) > 0:
        low -= 1
    while excess(high) < 0:
        high += 1
    for _ in range(130):
        middle = (low + high) / 2
        low, high = (middle, high) if excess(middle) < 0 else (low, middle)
    return float(mp.exp((low + high) / 2))


def limits():
    cases = [
        (1.8e-5, 0.9, 0.0), (2.7e-5, 0.9, 0.0), (2.7e-5, 0.9, 1.3e-5), (4.1e-5, 0.9, 1.9e-5), (1.0, 0.95, 0.99), (1.0, 0.9, 0.999999),
        (1.0, 0.95, -1.0), (1.0, 0.9, -30.0), (1.0, 0.9, -1e4), (1e-3, 0.9, -1.0), (1.0, 0.9, 1e-12), (1.0, 0.9, -1e-12),
        (5.0, 0.05, 4.0), (5.0, 0.3, 1.0), (3.0, 0.999999, 1.0), (3.0, 0.9999, -2.0), (1e-40, 0.68, 0.5e-40), (1e40, 0.9, -1e40),
    ]
    return [{"limit": l, "level": c, "central": m, "sigma": bounded(l, c, m)} for l, c, m in cases]


def block(n, scales, rng):
    a = rng.normal(0, 1, (n, n + 3))
    c = a @ a.T
    sigma = np.asarray(scales) * rng.uniform(0.5, 2, n)
    correlation = c / np.sqrt(np.outer(np.diag(c), np.diag(c)))
    covariance = correlation * np.outer(sigma, sigma)
    covariance = (covariance + covariance.T) / 2
    central = rng.normal(0, 3, n) * sigma
    points = []
    for _ in range(3):
        mu = central + rng.normal(0, 2, n) * sigma
        r = mp.matrix([mp.mpf(float(x)) - mp.mpf(float(y)) for x, y in zip(mu, central)])
        solved = mp.lu_solve(mp.matrix(covariance.tolist()), r)
        value = sum(r[i] * solved[i] for i in range(n))
        points.append({"mu": mu.tolist(), "value": float(value), "gradient": [float(2 * solved[i]) for i in range(n)]})
    return {"central": central.tolist(), "covariance": covariance.tolist(), "points": points}


rng = np.random.default_rng(20210831)
blocks = [
    block(1, [1.0], rng),
    block(2, [1.0, 1.0], rng),
    block(2, [1e-12, 1.0], rng),
    block(5, [1e-12, 1.0, 1e-6, 1e5, 1e-9], rng),
    block(30, [1.0] * 30, rng),
]
print(json.dumps({"bounded": limits(), "blocks": blocks}))

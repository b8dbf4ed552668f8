"""Profile-likelihood ends of a counting experiment: n events, signal s, background b = 2 +- 0.5 profiled, delta chi2 = 1.

mpmath 1.3, 30 digits. -2 ln L = 2 (s + b - n ln(s + b)) + ((b - 2)/0.5)^2.
"""
from mpmath import findroot, log, mp, mpf, nstr

mp.dps = 30


def chi2(n, s, b):
    return 2 * (s + b - n * log(s + b)) + ((b - 2) / mpf("0.5")) ** 2


for n in (5, 12):
    lowest = chi2(n, mpf(n - 2), mpf(2))
    ends = []
    for guess in (n - 2 - n**0.5, n - 2 + n**0.5):
        s, b = findroot(
            lambda s, b: (chi2(n, s, b) - lowest - 1, 2 * (1 - n / (s + b)) + 8 * (b - 2)), (guess, 2.0)
        )
        ends.append(nstr(s, 17))
    print(n, *ends)

# Makes intervals.csv: python3 intervals.py > intervals.csv (mpmath 1.2.1, 40 digits).
# Beta quantiles by bisection on the regularised incomplete beta function; Agresti-Coull clipped.
from mpmath import betainc, erfinv, mp, mpf, nstr, sqrt

mp.dps = 40
CASES = [(17, 67, '0.95'), (67, 267, '0.95'), (267, 534, '0.95'), (17, 534, '0.95'),
         (0, 1, '0.95'), (1, 1, '0.95'), (1, 4, '0.95'), (24, 24, '0.5'), (0, 1000, '0.999'),
         (1, 1000, '0.99'), (999, 1000, '0.99'), (34, 67, '0.8')]


def beta_quantile(a, b, p):
    low, high = mpf(0), mpf(1)
    for _ in range(140):
        middle = (low + high) / 2
        if betainc(a, b, 0, middle, regularized=True) < p:
            low = middle
        else:
            high = middle
    return low


def ends(x, n, level):
    tail = (1 - mpf(level)) / 2
    z = sqrt(2) * erfinv(mpf(level))
    p = mpf(x) / n
    half = z * sqrt(p * (1 - p) / n + z ** 2 / (4 * mpf(n) ** 2))
    wilson = [(p + z ** 2 / (2 * n) + s * half) / (1 + z ** 2 / n) for s in (-1, 1)]
    exact = [beta_quantile(x, n - x + 1, tail) if x else mpf(0),
             beta_quantile(x + 1, n - x, 1 - tail) if x < n else mpf(1)]
    half_prior = mpf(1) / 2
    jeffreys = [beta_quantile(x + half_prior, n - x + half_prior, tail) if x else mpf(0),
                beta_quantile(x + half_prior, n - x + half_prior, 1 - tail) if x < n else mpf(1)]
    trials = n + z ** 2
    centre = (x + z ** 2 / 2) / trials
    width = z * sqrt(centre * (1 - centre) / trials)
    coull = [max(mpf(0), centre - width), min(mpf(1), centre + width)]
    return wilson, exact, jeffreys, coull


print('# made by intervals.py beside this file')
print('successes,trials,level,method,lower,upper')
for x, n, level in CASES:
    for method, pair in zip(('WILSON', 'CLOPPER_PEARSON', 'JEFFREYS', 'AGRESTI_COULL'), ends(x, n, level)):
        print(x, n, level, method, nstr(pair[0], 20), nstr(pair[1], 20), sep=',')

"""Rewrites, in ../edge-cases.csv, the results of the calibration metrics in every situation of ../edge-rows.csv; other
lines stay as they are.

Run with Python 3, standard library only, in this folder. From the definitions: fractions are exact, logarithms and roots
have 60 digits; isotonic regression is the max-min formula and not the pooling of neighbours. Nothing is shared with the
Java code.
"""
import csv
import math
from decimal import Decimal as D, getcontext
from fractions import Fraction as F

getcontext().prec = 60
CLIP = F(1, 2**52)
NAMES = ['ece', 'ece_width', 'ece_l2', 'mce', 'spiegelhalter_z', 'calibration_slope', 'calibration_intercept',
         'calibration_in_the_large', 'brier_miscalibration', 'brier_discrimination', 'brier_uncertainty']


def decimal(x):
    return D(x.numerator) / D(x.denominator)


def metrics(rows):
    rows = [row for row in rows if row[2] > 0]
    if not rows:
        return dict.fromkeys(NAMES, 'EMPTY')
    if any(not -1e-9 <= s <= 1 + 1e-9 for _, s, _ in rows):
        return dict.fromkeys(NAMES, 'NOT_PROBABILITIES')
    y = [int(row[0]) for row in rows]
    p = [min(F(1), max(F(0), F(row[1]))) for row in rows]
    w = [F(row[2]) for row in rows]
    out = errors(y, p, w) | brier(y, p, w) | {'spiegelhalter_z': z(y, p, w)}
    return out | regression(y, p, w)


def errors(y, p, w):
    total = sum(w)
    mass = [math.floor(15 * sum(v for v, q in zip(w, p) if q < p[i]) / total) for i in range(len(p))]
    width = [min(math.floor(15 * q), 14) for q in p]
    plain, _ = over_bins(y, p, w, mass)
    _, square = over_bins(y, p, w, mass)
    return {'ece': plain, 'ece_width': over_bins(y, p, w, width)[0],
            'ece_l2': decimal(max(F(0), square)).sqrt(), 'mce': 'NO_LARGE_BIN'}


def over_bins(y, p, w, bins):
    plain = square = F(0)
    for b in set(bins):
        rows = [i for i in range(len(y)) if bins[i] == b]
        weight = sum(w[i] for i in rows)
        predicted = sum(w[i] * p[i] for i in rows) / weight
        observed = sum(w[i] * y[i] for i in rows) / weight
        n = weight**2 / sum(w[i]**2 for i in rows)
        plain += weight / sum(w) * abs(predicted - observed)
        if n >= 2:
            square += weight / sum(w) * ((predicted - observed)**2 - observed * (1 - observed) / (n - 1))
    return plain, square


def brier(y, p, w):
    total = sum(w)
    share = sum(v * t for v, t in zip(w, y)) / total

    def score(q):
        return sum(v * (a - t)**2 for v, a, t in zip(w, q, y)) / total

    best = score([isotonic(y, p, w, i) for i in range(len(p))])
    constant = score([share] * len(p))
    return {'brier_miscalibration': score(p) - best, 'brier_discrimination': constant - best,
            'brier_uncertainty': constant}


def isotonic(y, p, w, i):
    """The largest, over lower ends, of the smallest, over upper ends, mean of the labels between."""
    scores = sorted(set(p))

    def mean(low, high):
        rows = [j for j in range(len(p)) if low <= p[j] <= high]
        return sum(w[j] * y[j] for j in rows) / sum(w[j] for j in rows)

    return max(min(mean(low, high) for high in scores if high >= p[i]) for low in scores if low <= p[i])


def z(y, p, w):
    excess = sum(v * (t - q) * (1 - 2 * q) for v, t, q in zip(w, y, p))
    variance = sum(v**2 * (1 - 2 * q)**2 * q * (1 - q) for v, q in zip(w, p))
    return decimal(excess) / decimal(variance).sqrt() if variance else 'CERTAIN_PREDICTIONS'


def regression(y, p, w):
    names = ['calibration_slope', 'calibration_intercept', 'calibration_in_the_large']
    if sum(y) == 0:
        return dict.fromkeys(names, 'NO_POSITIVES')
    if sum(y) == len(y):
        return dict.fromkeys(names, 'NO_NEGATIVES')
    clipped = [min(1 - CLIP, max(CLIP, q)) for q in p]
    x = [decimal(q / (1 - q)).ln() for q in clipped]
    w = [decimal(v / sum(w)) for v in w]
    level = newton(y, x, w, False)[0]
    positive = [a for a, t in zip(x, y) if t]
    negative = [a for a, t in zip(x, y) if not t]
    if min(x) == max(x):
        return dict.fromkeys(names[:2], 'CONSTANT_PREDICTIONS') | {names[2]: level}
    if not (min(positive) < max(negative) and min(negative) < max(positive)):
        return dict.fromkeys(names[:2], 'SEPARABLE') | {names[2]: level}
    intercept, slope = newton(y, x, w, True)
    return dict(zip(names, (slope, intercept, level)))


def newton(y, x, w, free):
    """Minimises the log-loss of a + b x, b = 1 unless free, by halved Newton steps."""
    share = sum(v * t for v, t in zip(w, y))
    a, b = (share / (1 - share)).ln(), D(0)
    if not free:
        a, b = a - sum(v * u for v, u in zip(w, x)), D(1)

    def loss(a, b):
        return sum(v * (1 + ((-1 if t else 1) * (a + b * u)).exp()).ln() for v, t, u in zip(w, y, x))

    for _ in range(300):
        q = [1 / (1 + (-(a + b * u)).exp()) for u in x]
        ga = sum(v * (t - r) for v, t, r in zip(w, y, q))
        gb = sum(v * (t - r) * u for v, t, r, u in zip(w, y, q, x))
        h = [v * r * (1 - r) for v, r in zip(w, q)]
        aa, ab, bb = sum(h), sum(k * u for k, u in zip(h, x)), sum(k * u * u for k, u in zip(h, x))
        det = aa * bb - ab * ab
        da, db = ((bb * ga - ab * gb) / det, (aa * gb - ab * ga) / det) if free else (ga / aa, D(0))
        if abs(da) + abs(db) < D(10)**-40:
            return a, b
        part = D(1)
        while abs(da * part) > D(10)**-25 and loss(a + part * da, b + part * db) > loss(a, b):
            part /= 2
        a, b = a + part * da, b + part * db
    raise ArithmeticError('no convergence')


situations = {}
with open('../edge-rows.csv') as lines:
    for row in csv.DictReader(line for line in lines if not line.startswith('#')):
        given = situations.setdefault(row['situation'], [])
        if row['label']:
            given.append((float(row['label']), float(row['score']), float(row['weight'] or 1)))


def text(value):
    if isinstance(value, str):
        return value
    return repr(float(value)) if abs(value) > D(10)**-50 else '0.0'


with open('../edge-cases.csv') as lines:
    others = [line for line in lines if line.startswith('#') or line.split(',')[1] not in NAMES]
with open('../edge-cases.csv', 'w') as out:
    out.writelines(others)
    for situation, rows in situations.items():
        values = metrics(rows)
        out.writelines(f'{situation},{name},{text(values[name])}\n' for name in NAMES)

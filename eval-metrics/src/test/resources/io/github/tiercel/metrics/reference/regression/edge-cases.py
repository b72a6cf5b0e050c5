"""Writes edge-cases.csv: what each metric is worth in each situation, from the definitions in exact fractions.

Run in this folder with Python 3, standard library only: python3 edge-cases.py. The rows of the situations stand in
edge-rows.csv. Pairs are counted one by one; nothing is shared with the Java code.
"""
import csv
from fractions import Fraction as F
import math

def root(x):
    """The square root of a fraction, to 60 digits."""
    return F(math.isqrt(x.numerator * x.denominator * 10**240), x.denominator * 10**120)


def sign(x, y):
    return (x > y) - (x < y)


def metrics(y, p, w):
    rows = [i for i in range(len(y)) if w[i] > 0]
    if not rows:
        return dict.fromkeys(NAMES, 'EMPTY')
    y, p, w = [y[i] for i in rows], [p[i] for i in rows], [F(w[i]) for i in rows]
    out = ranks(y, p, w)
    out.update(errors(y, p, w) if all(math.isfinite(v) for v in y + p) else not_finite())
    return out


def not_finite():
    return dict.fromkeys(set(NAMES) - {'concordance', 'spearman', 'kendall'}, 'NOT_FINITE')


def errors(y, p, w):
    y, p, total = [F(v) for v in y], [F(v) for v in p], sum(w)
    rows = range(len(y))
    mean = lambda x: sum(w[i] * x[i] for i in rows) / total
    e = [y[i] - p[i] for i in rows]
    mse = mean([x * x for x in e])
    my, mp, me = mean(y), mean(p), mean(e)
    vy, vp = mean([(x - my)**2 for x in y]), mean([(x - mp)**2 for x in p])
    ve, cov = mean([(x - me)**2 for x in e]), mean([(y[i] - my) * (p[i] - mp) for i in rows])
    out = {
        'mae': mean([abs(x) for x in e]), 'mse': mse, 'rmse': root(mse),
        'r2': 1 - mse / vy if vy else 'CONSTANT_LABELS',
        'explained_variance': 1 - ve / vy if vy else 'CONSTANT_LABELS',
        'mape': mean([abs(e[i]) / max(abs(y[i]), F(1, 2**52)) for i in rows]),
        'smape': mean([2 * abs(e[i]) / (abs(y[i]) + abs(p[i])) if y[i] or p[i] else F(0) for i in rows]),
        'median_ae': median([abs(x) for x in e], w), 'max_error': max(abs(x) for x in e),
        'pinball_0.5': mean([abs(x) / 2 for x in e]),
        'ccc': 2 * cov / (vy + vp + (my - mp)**2) if vy and vp else None,
        'pearson': cov / root(vy * vp) if vy and vp else None,
    }
    if not vy or not vp:
        out.update(dict.fromkeys(['ccc', 'pearson'], 'CONSTANT_PREDICTIONS' if vy else 'CONSTANT_LABELS'))
    if max(abs(v) for v in y + p) > F(10)**160:
        out.update(dict.fromkeys(['mse', 'rmse', 'r2', 'explained_variance', 'ccc', 'pearson'], 'NOT_FINITE'))
    return out


def median(x, w):
    half, reached = sum(w) / 2, F(0)
    order = sorted(range(len(x)), key=lambda i: x[i])
    for k, i in enumerate(order):
        reached += w[i]
        if reached > half:
            return x[i]
        if reached == half:
            return (x[i] + x[order[k + 1]]) / 2


def ranks(y, p, w):
    rows = range(len(y))
    pairs = [(i, j, w[i] * w[j]) for i in rows for j in range(i)]
    s = sum(v * sign(y[i], y[j]) * sign(p[i], p[j]) for i, j, v in pairs)
    ty = sum(v for i, j, v in pairs if y[i] != y[j])
    tp = sum(v for i, j, v in pairs if p[i] != p[j])
    if not ty:
        return dict.fromkeys(['concordance', 'spearman', 'kendall'], 'CONSTANT_LABELS')
    out = {'concordance': (s / ty + 1) / 2}
    if not tp:
        return out | dict.fromkeys(['spearman', 'kendall'], 'CONSTANT_PREDICTIONS')
    scale = sum(w)
    rank = lambda x: [sum(w[j] * sign(x[i], x[j]) for j in rows) / scale for i in rows]
    a, b = rank(y), rank(p)
    dot = lambda u, v: sum(w[i] * u[i] * v[i] for i in rows) / scale
    out['spearman'] = dot(a, b) / root(dot(a, a) * dot(b, b))
    out['kendall'] = (s / scale**2) / root(ty / scale**2 * (tp / scale**2))
    return out


NAMES = ['mae', 'rmse', 'mse', 'r2', 'explained_variance', 'mape', 'smape', 'median_ae', 'max_error', 'pinball_0.5',
         'concordance', 'pearson', 'spearman', 'kendall', 'ccc']

situations = {}
with open('edge-rows.csv', encoding='utf-8') as file:
    for row in csv.DictReader(line for line in file if not line.startswith('#')):
        situations.setdefault(row['situation'], []).append(row)
with open('edge-cases.csv', 'w', encoding='utf-8') as out:
    out.write('# The declared result of every metric in every situation of edge-rows.csv: a number, or why there is none.\n')
    out.write('# producer: edge-cases.py, Python 3, from the definitions in exact fractions rounded once\n')
    out.write('situation,metric,expected\n')
    for name, rows in situations.items():
        rows = [row for row in rows if row['label']]
        column = lambda of: [float(row[of] or 1) for row in rows]
        values = metrics(column('label'), column('predicted'), column('weight'))
        for metric in NAMES:
            value = values[metric]
            out.write(f"{name},{metric},{value if isinstance(value, str) else float(value)}\n")

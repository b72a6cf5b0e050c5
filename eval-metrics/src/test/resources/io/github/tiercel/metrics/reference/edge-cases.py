"""Rewrites, in edge-cases.csv, the results of the metrics below in every situation of edge-rows.csv; other lines stay as
they are. From the definitions alone, in exact fractions; logarithms in 60 digits.

Run in this folder with Python 3, standard library only: python3 edge-cases.py.
"""

import csv
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
HALF = Fraction(1, 2)


def points(rows):
    """(TP, FP) at every threshold, from none predicted positive to all."""
    thresholds = sorted({row["score"] + 0.0 for row in rows}, reverse=True)
    return [(0, 0)] + [(weight(rows, 1, t), weight(rows, 0, t)) for t in thresholds]


def weight(rows, label, threshold=float("-inf")):
    return sum(row["weight"] for row in rows if row["label"] == label and row["score"] >= threshold)


def cells(rows):
    tp, fp = weight(rows, 1, 0.5), weight(rows, 0, 0.5)
    return tp, fp, weight(rows, 1) - tp, weight(rows, 0) - fp


def auc(rows):
    pairs = [(a, b) for a in rows for b in rows if a["label"] > b["label"]]
    won = sum(a["weight"] * b["weight"] * (1 if a["score"] > b["score"] else HALF if a["score"] == b["score"] else 0)
              for a, b in pairs)
    return won / (weight(rows, 1) * weight(rows, 0))


def area_between(curve, begin, end):
    """The integral of a curve of straight lines between points (x, y)."""
    area = Fraction(0)
    for (x0, y0), (x1, y1) in zip(curve, curve[1:]):
        a, b = max(x0, begin), min(x1, end)
        if a < b:
            at = lambda x: y0 + (y1 - y0) * (x - x0) / (x1 - x0)
            area += (b - a) * (at(a) + at(b)) / 2
    return area


def by_fpr(rows, end):
    return area_between([(fp / weight(rows, 0), tp / weight(rows, 1)) for tp, fp in points(rows)], 0, end)


def by_tpr(rows, begin):
    return area_between([(tp / weight(rows, 1), 1 - fp / weight(rows, 0)) for tp, fp in points(rows)], begin, 1)


def standardised(area, chance, most):
    return (1 + (area - chance) / (most - chance)) / 2


def davis_goadrich(rows):
    total = Decimal(0)
    for (tp0, fp0), (tp1, fp1) in zip(points(rows), points(rows)[1:]):
        p, q = tp1 - tp0, fp1 - fp0
        if p > 0:
            a, b = 1 + q / p, tp0 + fp0
            total += decimal(p / a)
            if b > 0:
                total += decimal((tp0 - b / a) / a) * decimal((b + a * p) / b).ln()
    return total / decimal(weight(rows, 1))


def trapezoid(rows):
    curve = [(0, Fraction(1))] + [(tp / weight(rows, 1), tp / (tp + fp)) for tp, fp in points(rows)[1:]]
    return sum((r1 - r0) * (p0 + p1) / 2 for (r0, p0), (r1, p1) in zip(curve, curve[1:]))


def gain(rows, fraction):
    curve = [((tp + fp) / total(rows), tp / weight(rows, 1)) for tp, fp in points(rows)]
    for (x0, y0), (x1, y1) in zip(curve, curve[1:]):
        if x0 <= fraction <= x1:
            return y0 + (y1 - y0) * (fraction - x0) / (x1 - x0)
    raise ValueError(fraction)


def total(rows):
    return weight(rows, 1) + weight(rows, 0)


def precision_at_recall(rows, floor):
    return max(tp / (tp + fp) for tp, fp in points(rows)[1:] if tp / weight(rows, 1) >= floor)


def recall_at_precision(rows, floor):
    recalls = [tp / weight(rows, 1) for tp, fp in points(rows)[1:] if tp / (tp + fp) >= floor]
    return max(recalls) if recalls else "FLOOR_OUT_OF_REACH"


def share(part, whole, reason):
    return part / whole if whole > 0 else reason


def decimal(fraction):
    return Decimal(Fraction(fraction).numerator) / Decimal(Fraction(fraction).denominator)


BOTH, POSITIVES = "both classes", "positives"
TENTH, NINE_TENTHS = Fraction(1, 10), Fraction(9, 10)

# Name: what it needs, its value on rows of scores.
OF_RANKS = {
    "gini": (BOTH, lambda rows: 2 * auc(rows) - 1),
    "ks": (BOTH, lambda rows: max(tp / weight(rows, 1) - fp / weight(rows, 0) for tp, fp in points(rows))),
    "partial_auc_0.1": (BOTH, lambda rows: standardised(by_fpr(rows, TENTH), TENTH**2 / 2, TENTH)),
    "partial_auc_raw_0.1": (BOTH, lambda rows: by_fpr(rows, TENTH)),
    "partial_auc_sens_0.9": (BOTH, lambda rows: standardised(by_tpr(rows, NINE_TENTHS), TENTH**2 / 2, TENTH)),
    "partial_auc_sens_raw_0.9": (BOTH, lambda rows: by_tpr(rows, NINE_TENTHS)),
    "pr_auc_dg": (POSITIVES, davis_goadrich),
    "pr_auc_trapezoid": (POSITIVES, trapezoid),
    "precision_at_recall_0.9": (POSITIVES, lambda rows: precision_at_recall(rows, NINE_TENTHS)),
    "recall_at_precision_0.9": (POSITIVES, lambda rows: recall_at_precision(rows, NINE_TENTHS)),
    "lift_0.1": (POSITIVES, lambda rows: gain(rows, TENTH) / TENTH),
    "gain_0.1": (POSITIVES, lambda rows: gain(rows, TENTH)),
}

# Name: its value on the weights of the four outcomes.
OF_DECISIONS = {
    "npv": lambda tp, fp, fn, tn: share(tn, tn + fn, "NO_PREDICTED_NEGATIVES"),
    "fpr": lambda tp, fp, fn, tn: share(fp, fp + tn, "NO_NEGATIVES"),
    "fnr": lambda tp, fp, fn, tn: share(fn, fn + tp, "NO_POSITIVES"),
    "f2": lambda tp, fp, fn, tn: share(5 * tp, 5 * tp + 4 * fn + fp, "NO_POSITIVES_AT_ALL"),
    "jaccard": lambda tp, fp, fn, tn: share(tp, tp + fp + fn, "NO_POSITIVES_AT_ALL"),
    "youden_j": lambda tp, fp, fn, tn: "NO_POSITIVES" if tp + fn == 0 else "NO_NEGATIVES" if fp + tn == 0
    else tp / (tp + fn) - fp / (fp + tn),
    "cost_1_5": lambda tp, fp, fn, tn: (fp + 5 * fn) / (tp + fp + fn + tn),
}


def of_ranks(name, rows):
    needs, value = OF_RANKS[name]
    if weight(rows, 1) == 0:
        return "NO_POSITIVES"
    if needs == BOTH and weight(rows, 0) == 0:
        return "NO_NEGATIVES"
    return value(rows)


def of_decisions(name, rows):
    if any(not -1e-9 <= row["score"] <= 1 + 1e-9 for row in rows):
        return "NOT_PROBABILITIES"
    return OF_DECISIONS[name](*cells(rows))


def result(name, rows):
    if not rows:
        return "EMPTY"
    value = of_ranks(name, rows) if name in OF_RANKS else of_decisions(name, rows)
    return value if isinstance(value, str) else repr(float(value))


def read(file):
    return csv.DictReader(line for line in file if not line.startswith("#"))


situations = {}
with open("edge-rows.csv", encoding="utf-8") as file:
    for row in read(file):
        rows = situations.setdefault(row["situation"], [])
        if row["label"] and Fraction(row["weight"] or 1) > 0:
            rows.append({
                "label": int(row["label"]), "score": float(row["score"]), "weight": Fraction(row["weight"] or 1)
            })
own = list(OF_RANKS) + list(OF_DECISIONS)
with open("edge-cases.csv", encoding="utf-8") as file:
    others = [line for line in file if line.startswith("#") or line.split(",")[1] not in own]
with open("edge-cases.csv", "w", encoding="utf-8") as file:
    file.writelines(others)
    for situation, rows in situations.items():
        for name in own:
            file.write(f"{situation},{name},{result(name, rows)}\n")

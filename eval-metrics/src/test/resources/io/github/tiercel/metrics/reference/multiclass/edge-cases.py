"""Writes edge-cases.csv: what each metric is worth in each situation, from the definitions in exact fractions,
logarithms in doubles.

Run in this folder with Python 3, standard library only: python3 edge-cases.py. The rows of the situations stand in
edge-rows.csv.
"""

import csv
from fractions import Fraction as F
from itertools import combinations
from math import log, sqrt

NAMES = """roc_auc_ovr roc_auc_ovr_weighted roc_auc_ovr_micro roc_auc_ovo roc_auc_ovo_weighted average_precision_ovr
average_precision_ovr_weighted average_precision_ovr_micro log_loss log_loss_normalised brier accuracy
balanced_accuracy top_3 precision_macro recall_macro f1_macro precision_micro recall_micro f1_micro precision_weighted
recall_weighted f1_weighted f2_macro f2_weighted mcc cohen_kappa cohen_kappa_linear cohen_kappa_quadratic""".split()
CLIP = 2.0**-52
def auc(positives, negatives):
    wins = sum(F((p > n) * 2 + (p == n), 2) for p in positives for n in negatives)
    return wins / (len(positives) * len(negatives))


def average_precision(positives, negatives):
    at_least = lambda scores, t: sum(s >= t for s in scores)
    right = [(at_least(positives, t), at_least(negatives, t)) for t in positives]
    return sum(F(tp, tp + fp) for tp, fp in right) / len(positives)


def rank_metrics(classes, y, s):
    count = [y.count(c) for c in range(classes)]
    present = [c for c in range(classes) if count[c]]

    def plane(c, label):
        return [row[c] for row, own in zip(s, y) if label(own)]

    few = "ABSENT_CLASS" if len(present) < classes else "ONE_CLASS" if classes < 2 else None
    out = dict.fromkeys(["roc_auc_ovr", "roc_auc_ovo", "roc_auc_ovo_weighted", "average_precision_ovr"], few)
    for name, binary in [("roc_auc", auc), ("average_precision", average_precision)]:
        rest = {}
        if len(present) > 1:
            rest = {c: binary(plane(c, lambda l: l == c), plane(c, lambda l: l != c)) for c in present}
        weighted = sum(F(count[c], len(y)) * a for c, a in rest.items())
        out[name + "_ovr_weighted"] = weighted if rest else "ONE_CLASS"
        if few is None:
            out[name + "_ovr"] = sum(rest.values()) / classes
        pairs = [(row[c], own == c) for row, own in zip(s, y) for c in range(classes)]
        pooled = [[v for v, match in pairs if match == wanted] for wanted in (True, False)]
        out[name + "_ovr_micro"] = binary(*pooled) if classes > 1 else "ONE_CLASS"
    if few is None:
        pairs = []
        for j, k in combinations(range(classes), 2):
            ahead = auc(plane(j, lambda l: l == j), plane(j, lambda l: l == k))
            back = auc(plane(k, lambda l: l == k), plane(k, lambda l: l == j))
            pairs.append(((ahead + back) / 2, count[j] + count[k]))
        out["roc_auc_ovo"] = sum(a for a, _ in pairs) / len(pairs)
        out["roc_auc_ovo_weighted"] = sum(a * w for a, w in pairs) / sum(w for _, w in pairs)
    return out


def row_metrics(classes, y, s):
    out = {"top_3": sum(hit(row, label) for row, label in zip(s, y)) / len(y)}
    losses = ["log_loss", "brier", "log_loss_normalised"]
    if any(not 0 <= v <= 1 for row in s for v in row):
        return out | dict.fromkeys(losses, "NOT_PROBABILITIES")
    clipped = [[max(CLIP, min(1 - CLIP, v)) for v in row] for row in s]
    out["log_loss_normalised"] = -sum(log(r[l] / sum(r)) for r, l in zip(clipped, y)) / len(y)
    if any(sum(row) != 1 for row in s):
        return out | dict.fromkeys(losses[:2], "ROWS_DO_NOT_SUM_TO_ONE")
    out["log_loss"] = -sum(log(r[l]) for r, l in zip(clipped, y)) / len(y)
    squares = sum((F(row[c]) - (c == l)) ** 2 for row, l in zip(s, y) for c in range(classes))
    out["brier"] = squares / len(y)
    return out


def hit(row, label):
    above = sum(v > row[label] for v in row)
    return max(F(0), min(F(1), F(3 - above, row.count(row[label]))))


def decision_metrics(classes, y, s):
    n = len(y)
    d = [row.index(max(row)) for row in s]
    cell = [[sum(a == i and b == j for a, b in zip(y, d)) for j in range(classes)] for i in range(classes)]
    t = [sum(cell[c]) for c in range(classes)]
    p = [sum(row[c] for row in cell) for c in range(classes)]
    right = F(sum(cell[c][c] for c in range(classes)), n)
    out = dict.fromkeys(["accuracy", "precision_micro", "recall_micro", "f1_micro"], right)
    for name, hits, of, reason in [
        ("precision", 1, p, "UNPREDICTED_CLASS"),
        ("recall", 1, t, "ABSENT_CLASS"),
        ("f1", 2, [a + b for a, b in zip(t, p)], "ABSENT_CLASS"),
        ("f2", 5, [4 * a + b for a, b in zip(t, p)], "ABSENT_CLASS"),
    ]:
        rate = [F(hits * cell[c][c], of[c]) if of[c] else None for c in range(classes)]
        used = [c for c in range(classes) if t[c]]
        missing = any(rate[c] is None for c in used)
        out[name + "_weighted"] = reason if missing else sum(F(t[c], n) * rate[c] for c in used)
        absent = "ABSENT_CLASS" if len(used) < classes else reason if missing else None
        out[name + "_macro"] = absent or sum(rate) / classes
    out["balanced_accuracy"] = out["recall_macro"]
    spreads = [1 - sum(F(x, n) ** 2 for x in margin) for margin in (t, p)]
    covariance = right - sum(F(t[c] * p[c], n * n) for c in range(classes))
    product = spreads[0] * spreads[1]
    out["mcc"] = float(covariance) / sqrt(product) if product else "ONE_CLASS"
    for name, far in [("", lambda i, j: i != j), ("_linear", lambda i, j: abs(i - j)), ("_quadratic", lambda i, j: (i - j) ** 2)]:
        cells = [(i, j) for i in range(classes) for j in range(classes)]
        observed = sum(F(far(i, j) * cell[i][j], n) for i, j in cells)
        expected = sum(F(far(i, j) * t[i] * p[j], n * n) for i, j in cells)
        out["cohen_kappa" + name] = 1 - observed / expected if expected else "CHANCE_AGREEMENT_IS_COMPLETE"
    return out


def results(classes, rows):
    kept = [row for row in rows if row["weight"] == "" or float(row["weight"]) > 0]
    y = [classes.index(row["label"]) for row in kept]
    s = [[float(v) for v in row["scores"].split()] for row in kept]
    if not y:
        return dict.fromkeys(NAMES, "EMPTY")
    return rank_metrics(len(classes), y, s) | row_metrics(len(classes), y, s) | decision_metrics(len(classes), y, s)


situations = {}
with open("edge-rows.csv", encoding="utf-8") as file:
    for row in csv.DictReader(line for line in file if not line.startswith("#")):
        situations.setdefault((row["situation"], row["classes"]), []).append(row)
with open("edge-cases.csv", "w", encoding="utf-8") as file:
    file.write("# The declared result of every metric in every situation of edge-rows.csv: a number, or why there is none.\n")
    file.write("# producer: edge-cases.py, Python 3, from the definitions in exact fractions\n")
    file.write("situation,metric,expected\n")
    for (situation, classes), rows in situations.items():
        found = results(classes, [row for row in rows if row["label"]])
        for metric in NAMES:
            value = found[metric]
            file.write(f"{situation},{metric},{value if isinstance(value, str) else float(value)}\n")

"""Writes edge-cases.csv: what each metric is worth in each situation, from the definitions alone, ties by trying all
orders of the rows.

Run in this folder with Python 3, standard library only: python3 edge-cases.py. The rows of the situations stand in
edge-rows.csv.
"""

import csv
import itertools
import math

METRICS = {
    "ndcg@10": lambda rel: ndcg(rel, linear),
    "map": lambda rel: sum(hits(rel, r) / r for r in ranks(rel)) / len(ranks(rel)),
    "mrr": lambda rel: 1 / min(ranks(rel)),
    "precision@10": lambda rel: hits(rel, 10) / 10,
    "recall@10": lambda rel: hits(rel, 10) / len(ranks(rel)),
    "hit@10": lambda rel: float(hits(rel, 10) > 0),
    "ndcg_exp@10": lambda rel: ndcg(rel, exponential),
    "dcg@10": lambda rel: dcg(rel[:10]),
    "dcg_exp@10": lambda rel: dcg([power(g) for g in rel[:10]]),
}


def linear(g, most):
    return g / most


def exponential(g, most):
    return (2.0 ** (g - most) if g else 0.0) if most > 1000 else power(g) / power(most)


def power(g):
    try:
        return 2**g - 1 if g >= 1 else math.expm1(g * math.log(2))
    except OverflowError:
        return math.inf


def ndcg(rel, share):
    shares = [share(g, max(rel)) for g in rel]
    return dcg(shares[:10]) / dcg(sorted(shares, reverse=True)[:10])


def dcg(gains):
    return sum(g / math.log2(r + 1) for r, g in enumerate(gains, 1))


def ranks(rel):
    return [r for r, g in enumerate(rel, 1) if g > 0]


def hits(rel, k):
    return sum(r <= k for r in ranks(rel))


def orders(rows):
    groups = {}
    for row in sorted(rows, key=lambda row: -row["score"]):
        groups.setdefault(row["score"] + 0.0, []).append(row["relevance"])
    choices = [list(itertools.permutations(group)) for group in groups.values()]
    return [[g for group in order for g in group] for order in itertools.product(*choices)]


def value(metric, rows):
    rows = [row for row in rows if row["weight"] > 0]
    if not rows:
        return "EMPTY"
    if "dcg" in metric and any(math.isinf(row["relevance"]) for row in rows):
        return "INFINITE_RELEVANCE"
    terms = []
    for query in sorted({row["query"] for row in rows}):
        own = [row for row in rows if row["query"] == query]
        if any(row["relevance"] > 0 for row in own):
            each = [METRICS[metric](order) for order in orders(own)]
            terms.append((own[0]["weight"], math.fsum(each) / len(each)))
    if not terms:
        return "NO_RELEVANT_ROWS"
    most = max(weight for weight, _ in terms)
    terms = [(weight / most, v) for weight, v in terms]
    mean = math.fsum(w * v for w, v in terms) / math.fsum(w for w, _ in terms)
    return repr(mean) if math.isfinite(mean) else "NOT_FINITE"


situations = {}
with open("edge-rows.csv", encoding="utf-8") as file:
    for row in csv.DictReader(line for line in file if not line.startswith("#")):
        rows = situations.setdefault(row["situation"], [])
        if row["query"]:
            rows.append({key: float(cell) for key, cell in row.items() if key != "situation"})
with open("edge-cases.csv", "w", encoding="utf-8") as file:
    file.write("# The declared result of every metric in every situation of edge-rows.csv: a number, or why there is none.\n")
    file.write("# producer: edge-cases.py, Python 3, from the definitions, ties by trying all orders\n")
    file.write("situation,metric,expected\n")
    for situation, rows in situations.items():
        for metric in METRICS:
            file.write(f"{situation},{metric},{value(metric, rows)}\n")

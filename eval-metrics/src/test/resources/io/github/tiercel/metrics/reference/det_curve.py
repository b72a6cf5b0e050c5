"""DET curves of scikit-learn on the data sets beside this file.

Run: python3 det_curve.py > det_curve.csv
"""

import csv

import sklearn
from sklearn.metrics import det_curve

CASES = [
    ("det_skdoc4", "skdoc4", False),
    ("det_ties8", "ties8", False),
    ("det_ties8_w", "ties8", True),
    ("det_alltied6", "alltied6", False),
    ("det_perfect6", "perfect6", False),
    ("det_inverted6", "inverted6", False),
    ("det_onepos10", "onepos10", False),
    ("det_oneneg5", "oneneg5", False),
    ("det_b60", "b60", False),
    ("det_b60_w", "b60", True),
    ("det_b200r_w", "b200r", True),
]

print(f"# producer: scikit-learn {sklearn.__version__} det_curve (det_curve.py), from the highest threshold downwards")
print("# tolerance: absolute; a few hundred ulps of 1, room for another order of summation")
print("case,dataset,weighted,threshold,fpr,fnr,tolerance")
for case, dataset, weighted in CASES:
    with open(f"datasets/{dataset}.csv") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    weights = [float(row["weight"]) for row in rows] if weighted else None
    curve = det_curve([int(row["y"]) for row in rows], [float(row["score"]) for row in rows], sample_weight=weights)
    for fpr, fnr, threshold in reversed(list(zip(*curve))):
        print(case, dataset, str(weighted).lower(), repr(float(threshold)), repr(float(fpr)), repr(float(fnr)), "1e-12", sep=",")

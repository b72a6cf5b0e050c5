"""Times scikit-learn on a file of labels and scores: once on all rows, then in a plain resample loop.

Usage: sklearn_loop.py FILE. The file holds little-endian doubles, all labels before all scores. Prints key=value lines;
seconds of CPU are those of the whole process. Ends with 3 where scikit-learn is not installed.
"""
import sys
import time

try:
    import numpy as np
    import sklearn
    from sklearn.metrics import (
        average_precision_score, brier_score_loss, log_loss, precision_recall_curve, roc_auc_score)
except ImportError:
    sys.exit(3)

LEAST_REPLICATES = 5
LEAST_SECONDS = 5


def best_f1(labels, scores):
    precision, recall, _ = precision_recall_curve(labels, scores)
    total = precision + recall
    return np.max(2 * precision * recall / np.where(total > 0, total, 1))


def metrics(labels, scores):
    return {
        "roc_auc": roc_auc_score(labels, scores),
        "average_precision": average_precision_score(labels, scores),
        "best_f1": best_f1(labels, scores),
        "log_loss": log_loss(labels, scores),
        "brier": brier_score_loss(labels, scores),
    }


def replicate(labels, scores, random):
    rows = random.integers(0, len(labels), len(labels))
    metrics(labels[rows], scores[rows])


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, time.process_time() - cpu, time.perf_counter() - wall


numbers = np.fromfile(sys.argv[1], dtype="<f8").reshape(2, -1)
labels, scores = numbers[0].astype(np.int64), numbers[1].copy()
random = np.random.default_rng(1)
replicate(labels, scores, random)  # the first call costs more

values, points_cpu, points_wall = timed(lambda: metrics(labels, scores))
run, loop_cpu, loop_wall = 0, 0.0, 0.0
while run < LEAST_REPLICATES or loop_wall < LEAST_SECONDS:
    _, cpu, wall = timed(lambda: replicate(labels, scores, random))
    run, loop_cpu, loop_wall = run + 1, loop_cpu + cpu, loop_wall + wall

print(f"program=scikit-learn {sklearn.__version__}")
for name, value in values.items():
    print(f"value.{name}={float(value)!r}")
print(f"points.cpu={points_cpu!r}\npoints.wall={points_wall!r}")
print(f"replicates.run={run}\nreplicates.cpu={loop_cpu!r}\nreplicates.wall={loop_wall!r}")

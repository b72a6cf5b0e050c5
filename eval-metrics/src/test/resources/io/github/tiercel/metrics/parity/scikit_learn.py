"""What scikit-learn (and SciPy, for correlations) gives for each case of a file, under the names that Tiercel uses.

Run in a folder with a file TASK.cases for each task: python3 scikit_learn.py TASK... It holds doubles, little-endian, for each
case: rows, columns, whether the last column is weights, then column after column. TASK.values receives two doubles for each
case and name: a state (VALUE, ERROR where scikit-learn refuses, NONE where it has nothing of that name for the case) and the
number; TASK.names receives the names, one a line. The versions are printed. Exit code 3: scikit-learn is not installed.
"""

import sys
import warnings

try:
    import numpy as np
    import scipy
    import scipy.stats
    import sklearn
    from sklearn import metrics as sk
    from sklearn.calibration import calibration_curve
    from sklearn.isotonic import IsotonicRegression
except ImportError as absent:
    print(f"{sys.executable} has no scikit-learn: {absent}")
    sys.exit(3)

VALUE, ERROR, NONE = 0.0, 1.0, 2.0

warnings.simplefilter("ignore")
np.seterr(all="ignore")


def binary(columns, w):
    y, s = columns
    y = y.astype(int)
    weighted = {"sample_weight": w}
    probabilities = len(s) and 0 <= s.min() and s.max() <= 1
    out = {
        "roc_auc": lambda: sk.roc_auc_score(y, s, **weighted),
        "gini": lambda: 2 * sk.roc_auc_score(y, s, **weighted) - 1,
        "ks": lambda: ks(y, s, w),
        "partial_auc_0.1": lambda: sk.roc_auc_score(y, s, max_fpr=0.1, **weighted),
        "partial_auc_0.5": lambda: sk.roc_auc_score(y, s, max_fpr=0.5, **weighted),
        "average_precision": lambda: sk.average_precision_score(y, s, **weighted),
        "pr_auc_trapezoid": lambda: pr_trapezoid(y, s, w),
        "precision_at_recall_0.9": lambda: precision_at_recall(y, s, w),
        "recall_at_precision_0.9": lambda: recall_at_precision(y, s, w),
        "best_f1": lambda: best_f1(y, s, w),
        "log_loss": lambda: sk.log_loss(y, s, labels=[0, 1], **weighted),
        "brier": lambda: sk.brier_score_loss(y, s, pos_label=1, **weighted),
    }
    if probabilities and (s == s.astype(np.float32)).all():
        out["log_loss of float32"] = lambda: sk.log_loss(y, s.astype(np.float32), labels=[0, 1], **weighted)
    if probabilities:
        out.update(decisions(y, (s >= 0.5).astype(int), w))
        out.update(calibration(y, s, w))
    return out


def calibration(y, s, w):
    brier = lambda p: sk.brier_score_loss(y, p, sample_weight=w, pos_label=1)
    mean = lambda: np.full(len(y), np.average(y, weights=w))
    isotonic = lambda: IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit_transform(s, y, sample_weight=w)
    out = {
        "brier_miscalibration": lambda: brier(s) - brier(isotonic()),
        "brier_discrimination": lambda: brier(mean()) - brier(isotonic()),
        "brier_uncertainty": lambda: brier(mean()),
    }
    if w is None:
        out["ece_width"] = lambda: calibration_error(y, s, "uniform", np.linspace(0, 1, 16))
        out["ece"] = lambda: calibration_error(y, s, "quantile", np.percentile(s, np.linspace(0, 1, 16) * 100))
    return out


def calibration_error(y, s, strategy, edges):
    """calibration_curve does not say how many rows its bins have, so they are counted as it does."""
    shares, probabilities = calibration_curve(y, s, n_bins=15, strategy=strategy, pos_label=1)
    rows = np.bincount(np.searchsorted(edges[1:-1], s))
    return np.average(abs(shares - probabilities), weights=rows[rows > 0])


def decisions(y, p, w):
    weighted = {"sample_weight": w}
    of = lambda measure, **more: lambda: measure(y, p, **more, **weighted)
    shares = attempt(of(sk.confusion_matrix, labels=[0, 1], normalize="true"))
    return {
        "accuracy": of(sk.accuracy_score),
        "balanced_accuracy": of(sk.balanced_accuracy_score),
        "precision": of(sk.precision_score),
        "recall": of(sk.recall_score),
        "specificity": of(sk.recall_score, pos_label=0),
        "fpr": lambda: shares[1][0][1],
        "fnr": lambda: shares[1][1][0],
        "npv": of(sk.precision_score, pos_label=0),
        "f1": of(sk.f1_score),
        "f2": of(sk.fbeta_score, beta=2),
        "f0.5": of(sk.fbeta_score, beta=0.5),
        "jaccard": of(sk.jaccard_score),
        "youden_j": of(sk.balanced_accuracy_score, adjusted=True),
        "mcc": of(sk.matthews_corrcoef),
        "cohen_kappa": of(sk.cohen_kappa_score),
    }


def ks(y, s, w):
    fpr, tpr, _ = sk.roc_curve(y, s, sample_weight=w, drop_intermediate=False)
    return np.max(tpr - fpr)


def pr_trapezoid(y, s, w):
    precision, recall, _ = sk.precision_recall_curve(y, s, sample_weight=w)
    return sk.auc(recall, precision)


def precision_at_recall(y, s, w):
    precision, recall, _ = sk.precision_recall_curve(y, s, sample_weight=w)
    return np.max(precision[:-1][recall[:-1] >= 0.9 * (1 - 1e-12)])


def recall_at_precision(y, s, w):
    precision, recall, _ = sk.precision_recall_curve(y, s, sample_weight=w)
    return np.max(recall[:-1][precision[:-1] >= 0.9 * (1 - 1e-12)], initial=0)


def best_f1(y, s, w):
    precision, recall, _ = sk.precision_recall_curve(y, s, sample_weight=w)
    return np.nanmax(2 * precision * recall / (precision + recall))


def multiclass(columns, w):
    y, planes = columns[0].astype(int), columns[1:]
    s, classes = planes.T, np.arange(len(planes))
    p = s.argmax(axis=1) if len(y) else y
    indicators = np.array([y == c for c in classes]).T.astype(int)
    weighted = {"sample_weight": w}
    distribution = (s >= 0).all() and (abs(s.sum(axis=1) - 1) < 1e-9).all()
    out = {}
    for average, suffix in [("macro", ""), ("weighted", "_weighted"), ("micro", "_micro")]:
        # Two columns of scores are refused where there are two classes.
        if distribution and len(classes) > 2:
            out["roc_auc_ovr" + suffix] = lambda a=average: sk.roc_auc_score(
                y, s, multi_class="ovr", average=a, labels=classes, **weighted)
        out["average_precision_ovr" + suffix] = lambda a=average: sk.average_precision_score(
            indicators, s, average=a, **weighted)
        if w is None and distribution and len(classes) > 2 and average != "micro":
            out["roc_auc_ovo" + suffix] = lambda a=average: sk.roc_auc_score(
                y, s, multi_class="ovo", average=a, labels=classes)
    for name, k in [("top_1", 1), ("top_2", 2), ("top_3", 3)]:
        if len(classes) > 2:
            out[name] = lambda k=k: sk.top_k_accuracy_score(y, s, k=k, labels=classes, **weighted)
    if (s >= 0).all() and (s <= 1).all():
        out["log_loss_normalised"] = lambda: sk.log_loss(y, s, labels=classes, **weighted)
        out["log_loss"] = out["log_loss_normalised"]
    out["accuracy"] = lambda: sk.accuracy_score(y, p, **weighted)
    out["balanced_accuracy"] = lambda: sk.balanced_accuracy_score(y, p, **weighted)
    out["mcc"] = lambda: sk.matthews_corrcoef(y, p, **weighted)
    for weights, suffix in [(None, ""), ("linear", "_linear"), ("quadratic", "_quadratic")]:
        out["cohen_kappa" + suffix] = lambda v=weights: sk.cohen_kappa_score(y, p, labels=classes, weights=v, **weighted)
    rates = {}
    for average in ("macro", "micro", "weighted", None):
        rates[average] = attempt(lambda a=average: sk.precision_recall_fscore_support(
            y, p, labels=classes, average=a, **weighted))
    for place, rate in enumerate(("precision", "recall", "f1")):
        for average in ("macro", "micro", "weighted"):
            out[f"{rate}_{average}"] = lambda a=average, i=place: rates[a][1][i]
        for c in classes:
            out[f"{rate}[{c}]"] = lambda c=c, i=place: rates[None][1][i][c]
    f2 = lambda average: sk.fbeta_score(y, p, beta=2, labels=classes, average=average, **weighted)
    out["f2_macro"] = lambda: f2("macro")
    out["f2_weighted"] = lambda: f2("weighted")
    f2_of_classes = attempt(lambda: f2(None))
    for c in classes:
        out[f"f2[{c}]"] = lambda c=c: f2_of_classes[1][c]
    return out


def regression(columns, w):
    y, p = columns
    weighted = {"sample_weight": w}
    of = lambda measure, **more: lambda: measure(y, p, **more, **weighted)
    out = {
        "mae": of(sk.mean_absolute_error),
        "mse": of(sk.mean_squared_error),
        "rmse": lambda: np.sqrt(sk.mean_squared_error(y, p, **weighted)),
        "r2": of(sk.r2_score),
        "explained_variance": of(sk.explained_variance_score),
        "mape": of(sk.mean_absolute_percentage_error),
        "median_ae": of(sk.median_absolute_error),
        "max_error": lambda: sk.max_error(y, p),
        "pinball_0.5": of(sk.mean_pinball_loss, alpha=0.5),
        "pinball_0.9": of(sk.mean_pinball_loss, alpha=0.9),
    }
    if w is None:
        out["pearson"] = lambda: scipy.stats.pearsonr(y, p)[0]
        out["spearman"] = lambda: scipy.stats.spearmanr(y, p)[0]
        out["kendall"] = lambda: scipy.stats.kendalltau(y, p)[0]
    return out


def ranking(columns, w):
    query, relevance, score = columns
    rows = [np.flatnonzero(query == q) for q in np.unique(query)]
    weights = [1.0 if w is None else w[own].mean() for own in rows]

    def mean(measure):
        values = [measure(relevance[own], score[own]) for own in rows]
        return np.average(values, weights=weights)

    one = lambda measure, gain, k: lambda r, s: measure([gain(r)], [s], k=k)
    linear, exponential = lambda r: r, lambda r: 2.0**r - 1
    out = {}
    for k, cut in [(None, ""), (1, "@1"), (3, "@3"), (10, "@10")]:
        for gain, suffix in [(linear, ""), (exponential, "_exp")]:
            out[f"ndcg{suffix}{cut}"] = lambda g=gain, k=k: mean(one(sk.ndcg_score, g, k))
            out[f"dcg{suffix}{cut}"] = lambda g=gain, k=k: mean(one(sk.dcg_score, g, k))
    out["map"] = lambda: mean(lambda r, s: sk.average_precision_score(r > 0, s))
    return out


def attempt(measure):
    try:
        return VALUE, measure()
    except Exception:
        return ERROR, float("nan")


def number(measure):
    state, value = attempt(measure)
    return state, float(value)


def cases(file):
    numbers = np.fromfile(file, dtype="<f8")
    at = 0
    while at < len(numbers):
        rows, columns, weighted = (int(v) for v in numbers[at:at + 3])
        table = numbers[at + 3:at + 3 + rows * columns].reshape(columns, rows)
        at += 3 + rows * columns
        yield (table[:-1], table[-1]) if weighted else (table, None)


def main(task):
    found = [{name: number(measure) for name, measure in globals()[task](*case).items()} for case in cases(task + ".cases")]
    names = list(dict.fromkeys(name for case in found for name in case))
    values = [[case.get(name, (NONE, float("nan"))) for name in names] for case in found]
    np.array(values, dtype="<f8").tofile(task + ".values")
    with open(task + ".names", "w", encoding="utf-8") as out:
        out.write("\n".join(names))


print(f"scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}")
for each in sys.argv[1:]:
    main(each)

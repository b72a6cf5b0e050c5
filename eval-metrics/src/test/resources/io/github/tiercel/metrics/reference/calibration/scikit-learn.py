"""Writes calibration_curve.csv, recalibration.csv, brier_terms.csv, sigmoid.csv, isotonic_shares.csv.

Run in this folder with scikit-learn (Debian's python3-sklearn); data sets are those of ../datasets.
"""
import csv
import sys

import numpy as np
import scipy
import sklearn
from scipy.optimize import brentq
from sklearn.calibration import _SigmoidCalibration, calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

VERSION = f'scikit-learn {sklearn.__version__}'
DATASETS = ['b40', 'b60', 'b200r', 'b500']


def columns(dataset):
    with open(f'../datasets/{dataset}.csv') as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith('#')))
    return [np.array([float(row[name]) for row in rows]) for name in ('y', 'score', 'weight')]


def write(file, producer, tolerance, header, rows):
    with open(file, 'w') as out:
        out.write(f'# producer: scikit-learn.py, {producer}\n# tolerance: absolute; {tolerance}\n{header}\n')
        out.writelines(','.join(map(str, row)) + '\n' for row in rows)


def each():
    for dataset in DATASETS:
        y, p, w = columns(dataset)
        for weighted in (False, True):
            yield f'{dataset}{"_w" if weighted else ""}', dataset, str(weighted).lower(), y, p, w if weighted else np.ones_like(w)


def number(x):
    return repr(float(x))


# Bins of equal width agree where no score lies on an edge, bins of equal mass where the bins divide the rows.
curves = []
for dataset, strategy, rule, bins in (('b60', 'uniform', 'EQUAL_WIDTH', 7), ('b200r', 'uniform', 'EQUAL_WIDTH', 7),
                                      ('b500', 'uniform', 'EQUAL_WIDTH', 15), ('b60', 'quantile', 'EQUAL_MASS', 10),
                                      ('b500', 'quantile', 'EQUAL_MASS', 20)):
    y, p, _ = columns(dataset)
    if strategy == 'quantile' and len(set(p)) < len(p):
        sys.exit(f'{dataset} has ties')
    observed, predicted = calibration_curve(y, p, n_bins=bins, strategy=strategy)
    for i, (o, q) in enumerate(zip(observed, predicted)):
        curves.append((f'{dataset}_{strategy}_{bins}', dataset, rule, bins, i, number(q), number(o), '1e-12'))
write('calibration_curve.csv', f'{VERSION} calibration_curve', 'a few hundred ulps of 1',
      'case,dataset,rule,bins,bin,predicted,observed,tolerance', curves)

fits = []
for case, dataset, weighted, y, p, w in each():
    x = np.log(p) - np.log1p(-p)
    fit = LogisticRegression(penalty='none', solver='newton-cholesky', tol=1e-13, max_iter=1000)
    fit.fit(x[:, None], y, sample_weight=w)
    level = brentq(lambda a: np.sum(w * (y - 1 / (1 + np.exp(-a - x)))), -20, 20, xtol=1e-15, rtol=1e-15)
    z = np.sum(w * (y - p) * (1 - 2 * p)) / np.sqrt(np.sum(w**2 * (1 - 2 * p)**2 * p * (1 - p)))
    fits.append((case, dataset, weighted, number(fit.coef_[0, 0]), number(fit.intercept_[0]), number(level), number(z), '1e-9'))
write('recalibration.csv',
      f'{VERSION} LogisticRegression(penalty="none", solver="newton-cholesky"), scipy {scipy.__version__} brentq, numpy',
      'that of the iterations',
      'case,dataset,weighted,calibration_slope,calibration_intercept,calibration_in_the_large,spiegelhalter_z,tolerance', fits)

terms = []
shares = []
for case, dataset, weighted, y, p, w in each():
    isotonic = IsotonicRegression(y_min=0, y_max=1, out_of_bounds='clip').fit(p, y, sample_weight=w)
    fitted = isotonic.predict(p)
    mean = np.average(y, weights=w)
    brier = [np.average((q - y)**2, weights=w) for q in (p, fitted, np.full_like(p, mean))]
    terms.append((case, dataset, weighted, number(brier[0] - brier[1]), number(brier[2] - brier[1]), number(brier[2]), '1e-12'))
    for at in np.linspace(0, 1, 23):
        shares.append((case, dataset, weighted, number(at), number(isotonic.predict([at])[0]), '1e-12'))
write('brier_terms.csv', f'{VERSION} IsotonicRegression, numpy', 'a few hundred ulps of 1',
      'case,dataset,weighted,brier_miscalibration,brier_discrimination,brier_uncertainty,tolerance', terms)
write('isotonic_shares.csv', f'{VERSION} IsotonicRegression(out_of_bounds="clip").predict', 'a few hundred ulps of 1',
      'case,dataset,weighted,at,expected,tolerance', shares)

sigmoids = []
for case, dataset, weighted, y, p, w in each():
    x = np.log(p) - np.log1p(-p)
    sigmoid = _SigmoidCalibration().fit(x, y, sample_weight=w)
    sigmoids.append((case, dataset, weighted, number(-sigmoid.a_), number(-sigmoid.b_), '1e-4'))
write('sigmoid.csv', f'{VERSION} _SigmoidCalibration on log-odds (slope -a_, intercept -b_)', 'that of its minimiser',
      'case,dataset,weighted,slope,intercept,tolerance', sigmoids)

"""Writes associations.csv and its data set of 300 tied rows: rank correlations by SciPy. Run in this folder."""
import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(42)
y = rng.integers(0, 40, 300) / 4
p = np.round(y + rng.normal(0, 3, 300))
# SciPy takes no weights; whole weights are repetitions.
w = rng.integers(0, 4, 300)
with open('tied300.csv', 'w') as out:
    out.write('# data set: tied300, doubles in shortest round-trip form\ny,pred,weight\n')
    out.writelines(f'{float(a)!r},{float(b)!r},{float(c)!r}\n' for a, b, c in zip(y, p, w))


def concordance(y, p):
    """Counts every pair with different labels."""
    label = np.sign(y[:, None] - y[None, :])
    signs = label * np.sign(p[:, None] - p[None, :])
    return (signs[label != 0].mean() + 1) / 2


with open('associations.csv', 'w') as out:
    out.write(f'# producer: associations.py, scipy {scipy.__version__}; concordance by counting pairs\n')
    out.write('# tolerance: absolute; a few hundred ulps of 1\n')
    out.write('case,dataset,weighted,metric,expected,tolerance\n')
    for weighted in (False, True):
        a, b = (np.repeat(y, w), np.repeat(p, w)) if weighted else (y, p)
        for metric, value in (('spearman', stats.spearmanr(a, b)[0]), ('kendall', stats.kendalltau(a, b)[0]),
                              ('concordance', concordance(a, b))):
            name = f'{metric}_tied300' + ('_w' if weighted else '')
            out.write(f'{name},tied300,{str(weighted).lower()},{metric},{float(value)!r},1e-12\n')

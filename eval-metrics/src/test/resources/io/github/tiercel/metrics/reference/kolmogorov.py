"""Quantiles of the two-sided Kolmogorov statistic, and their bound.

Run: python3 kolmogorov.py > kolmogorov.csv
"""

from math import log, sqrt

import scipy
from scipy.stats import kstwo

print(f"# producer: bound by its formula (Massart 1990); exact by scipy {scipy.__version__} kstwo.ppf (kolmogorov.py)")
print("# tolerance: absolute; both programs solve for the quantile")
print("case,rows,level,bound,exact,tolerance")
for level in (0.95, 0.5, 0.999):
    for rows in (1, 2, 5, 10, 50, 140, 141, 1000, 99999):
        bound = min(1, sqrt(log(2 / (1 - level)) / (2 * rows)))
        print(f"{level}_{rows}", rows, level, repr(bound), repr(float(kstwo.ppf(level, rows))), "1e-9", sep=",")

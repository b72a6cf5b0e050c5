"""Two data sets and how their columns differ, by SciPy and NumPy: python3 skew.py writes skew-rows.csv and skew.csv.

The distance of Kolmogorov and Smirnov is scipy.stats.ks_2samp's; its asymptotic p-value is the plain limit,
scipy.special.kolmogorov(d sqrt(nm / (n + m))), since ks_2samp corrects for finite n. The G-test is
scipy.stats.chi2_contingency(lambda_="log-likelihood", correction=False). The index is written out over the same bins: values from
a start on, starts being sorted[n * bin // bins], with half a row added to every bin.
"""

import sys

import numpy as np
import scipy
from scipy import special, stats

BINS = 10
rng = np.random.default_rng(20261129)
n, m = 700, 500


def rows():
    for side, count, shift, rates in (("reference", n, 0.0, [5, 3, 2, 0]), ("data", m, 0.25, [4, 3, 2, 1])):
        price = np.round(rng.normal(shift, 1, count), 2)
        clicks = rng.integers(0, 4 if side == "reference" else 5, count)
        carrier = rng.choice(["AA", "DL", "UA", "WN"], count, p=np.array(rates) / 10)
        missing = rng.random(count) < (0.02 if side == "reference" else 0.06)
        for i in range(count):
            yield side, "" if missing[i] else f"{price[i]:.2f}", int(clicks[i]), carrier[i]


table = list(rows())
with open("skew-rows.csv", "w") as out:
    out.write("side,price,clicks,carrier\n")
    out.writelines(f"{side},{price},{clicks},{carrier}\n" for side, price, clicks, carrier in table)


def column(side, place, kind):
    return [kind(row[place]) for row in table if row[0] == side and row[place] != ""]


def psi(reference, data):
    p = (np.array(reference) + 0.5) / (sum(reference) + 0.5 * len(reference))
    q = (np.array(data) + 0.5) / (sum(data) + 0.5 * len(data))
    return float(np.sum((q - p) * np.log(q / p)))


def g(reference, data):
    return stats.chi2_contingency([reference, data], correction=False, lambda_="log-likelihood").pvalue


def counts(values, wanted):
    return [values.count(value) for value in wanted]


def quantile_counts(values, starts):
    place = np.searchsorted(starts, values, side="right") - 1
    return np.bincount(np.maximum(place, 0), minlength=len(starts)).tolist()


def ks(reference, data):
    d = stats.ks_2samp(reference, data).statistic
    return d, special.kolmogorov(d * np.sqrt(len(reference) * len(data) / (len(reference) + len(data))))


old, new = column("reference", 1, float), column("data", 1, float)
starts = np.unique([sorted(old)[len(old) * b // BINS] for b in range(BINS)])
distance, p = ks(old, new)
missing = [n - len(old), m - len(new)]
found = {
    "price.psi": psi(quantile_counts(old, starts), quantile_counts(new, starts)),
    "price.ks": distance,
    "price.p": p,
    "price.missing.p": g([missing[0], n - missing[0]], [missing[1], m - missing[1]]),
    "price.mean": np.mean(old),
}
old, new = column("reference", 2, int), column("data", 2, int)
bins = counts(old, range(5)), counts(new, range(5))
found |= {"clicks.psi": psi(*bins), "clicks.ks": ks(old, new)[0], "clicks.p": g(*bins)}
old, new = column("reference", 3, str), column("data", 3, str)
bins = counts(old, ["AA", "DL", "UA", "WN"]), counts(new, ["AA", "DL", "UA", "WN"])
found |= {"carrier.psi": psi(*bins), "carrier.p": g(*bins), "carrier.unseen": new.count("WN")}

with open("skew.csv", "w") as out:
    out.write(f"# producer: skew.py with python {sys.version.split()[0]}, scipy {scipy.__version__}, numpy {np.__version__}\n")
    out.write("figure,value\n")
    out.writelines(f"{name},{float(value)!r}\n" for name, value in found.items())

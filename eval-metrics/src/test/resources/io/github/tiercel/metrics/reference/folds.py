"""Folds of unit keys by the written rule.

Run: python3 folds.py > folds.csv
"""

MASK = 2**64 - 1
GOLDEN = 0x9E3779B97F4A7C15
FOLD = int.from_bytes(b"fold", "big")


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def fold(seed, count, key, repeat):
    hash_seed = mix((seed + FOLD) & MASK)
    repeat_key = mix((hash_seed + (repeat + 1) * GOLDEN) & MASK)
    draw = mix((mix(((key ^ repeat_key) + GOLDEN) & MASK) + repeat_key) & MASK) >> 32
    return draw * count >> 32


print("# producer: folds.py, the rule written in whole numbers of any size")
print("# seed 42; a key is read as a signed 64-bit number")
print("case,unit_key,folds,repeat0,repeat1,repeat2")
for key in (0, 1, 2, 42, 1_000_000_007, 2**63 - 1, -1, -(2**63)):
    for count in (2, 5):
        print(f"key_{key}_{count}", key, count, *(fold(42, count, key & MASK, repeat) for repeat in range(3)), sep=",")

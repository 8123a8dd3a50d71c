# First outputs of xoshiro256** seeded by splitmix64, from the authors' public description; the numbers stand in
# tests/statistics/random_test.cpp.  Run:  python3 random.py
MASK = (1 << 64) - 1


def splitmix(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def turn(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def xoshiro(seed):
    words = splitmix(seed)
    s = [next(words) for _ in range(4)]
    while True:
        yield (turn((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = turn(s[3], 45)


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def first(seed, n=6):
    stream = xoshiro(seed)
    return [next(stream) for _ in range(n)]


for seed in (0, 1, 42, MASK):
    print(seed, ", ".join(f"{x}u" for x in first(seed)))
for seed, name in ((1, "borås"), (42, "D1"), (42, "")):
    print(seed, name, ", ".join(f"{x}u" for x in first(seed ^ fnv1a(name), 3)))
print("uniform", [((x >> 11) * 2.0**-53).hex() for x in first(42, 3)])

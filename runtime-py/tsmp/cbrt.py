# Math.cbrt(x), exact for cubes.
def cbrt(x):
    if not x or x - x != 0:
        return x
    if x < 0:
        return -cbrt(-x)
    root = x ** (1 / 3)
    root -= (root - x / (root * root)) / 3
    whole = int(root + 0.5)
    return whole if whole * whole * whole == x else root

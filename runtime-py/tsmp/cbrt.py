# Math.cbrt(x), exact for cubes.
def cbrt(x):
    if not x or x - x != 0:
        return x
    root = abs(x) ** (1 / 3)
    root -= (root - abs(x) / (root * root)) / 3
    whole = round(root)
    if whole * whole * whole == abs(x):
        root = whole
    return root if x > 0 else -root

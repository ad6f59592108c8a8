# Math.min(...): NaN wins, -0 is less than 0.
def math_min(*values):
    best = float("inf")
    for x in values:
        if x != x:
            return x
        if x < best or (not x and not best and str(x)[0] == "-"):
            best = x
    return best

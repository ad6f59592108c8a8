# Math.max(...): NaN wins, 0 is greater than -0.
def math_max(*values):
    best = float("-inf")
    for x in values:
        if x != x:
            return x
        if x > best or (not x and not best and str(best)[0] == "-"):
            best = x
    return best

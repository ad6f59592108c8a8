# a ** b and Math.pow(a, b)
def power(a, b):
    if type(b) is int:
        if b >= 0:
            if type(a) is not int:
                return a**b if a == a or b == 0 else a
            if -2 < a < 2 or b < 64:
                return a**b
    elif b != b:
        return b
    if b - b != 0 and (a == 1 or a == -1):
        return float("nan")
    if a == 0 and b < 0:
        odd = b % 2 == 1
        return float("-inf") if odd and str(float(a))[0] == "-" else float("inf")
    if a < 0 and b - b == 0 and b != int(b):
        return float("nan") if a - a == 0 else (float("inf") if b > 0 else 0)
    try:
        return float(a) ** float(b)
    except OverflowError:
        return float("-inf") if a < 0 and b % 2 == 1 else float("inf")

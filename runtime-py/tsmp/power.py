# a ** b as a real number: NaN where Python gives a complex one, Infinity where it divides by 0.
def power(a, b):
    if type(b) is int and b >= 0:
        return a**b
    if b != b or (b - b != 0 and (a == 1 or a == -1)):
        return float("nan")
    if not a:
        if not b:
            return 1
        is_odd = b - b == 0 and b % 2 == 1 or b % 2 == -1
        negative = is_odd and type(a) is float and str(a)[0] == "-"
        if b > 0:
            return -0.0 if negative else 0
        return float("-inf") if negative else float("inf")
    if a < 0 and b - b == 0 and b != int(b):
        return float("nan")
    try:
        return float(a) ** b
    except OverflowError:
        return float("-inf") if a < 0 and b % 2 else float("inf")

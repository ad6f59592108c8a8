# a / b, where b may be 0.
def divide(a, b):
    if b:
        return a / b
    if not a or a != a or b != b:
        return float("nan")
    negative = a < 0
    if type(b) is float and str(b)[0] == "-":
        negative = not negative
    return float("-inf") if negative else float("inf")

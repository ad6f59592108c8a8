# Math.trunc(a / b) and (a / b) | 0 of integers; b is not 0.
def truncated_quotient(a, b):
    return a // b if (a ^ b) >= 0 else -(-a // b)

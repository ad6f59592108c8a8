# a % b of integers where the difference between 0 and -0 cannot be seen; b is not 0.
def remainder(a, b):
    if b < 0:
        b = -b
    return a % b if a >= 0 else -(-a % b)

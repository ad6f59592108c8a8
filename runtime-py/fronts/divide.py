# Divisors that are not 0.
def divide(a, b):
    global divide
    if b:
        return a / b
    from tsmp.divide import divide

    return divide(a, b)

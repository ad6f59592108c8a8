# Exponents that are small ints.
def power(a, b):
    global power
    if type(b) is int and 0 <= b < 64:
        return a**b
    from tsmp.power import power

    return power(a, b)

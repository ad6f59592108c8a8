# Ints that are not negative.
def modulo(a, b):
    global modulo
    if type(a) is type(b) is int and a >= 0 < b:
        return a % b
    from tsmp.modulo import modulo

    return modulo(a, b)

# BigInt.asIntN(bits, value)
def bigint_as_int_n(bits, value):
    size = 1 << int(bits)
    value &= size - 1
    return value - size if 2 * value >= size else value

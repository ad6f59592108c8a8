# BigInt.asUintN(bits, value)
def bigint_as_uint_n(bits, value):
    return value & (1 << int(bits)) - 1

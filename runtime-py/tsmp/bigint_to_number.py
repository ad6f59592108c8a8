# Number(x) of a bigint: the nearest number.
from tsmp.decimal_value import decimal_value


def bigint_to_number(x):
    return decimal_value(x) if x >= 0 else -decimal_value(-x)

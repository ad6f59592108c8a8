# a * b of ints where the sign of a zero is seen: 0 * -1 is -0.
from tsmp.is_negative_zero import is_negative_zero


def signed_product(a, b):
    value = a * b
    if value == 0 and (a < 0 or is_negative_zero(a)) != (b < 0 or is_negative_zero(b)):
        return -0.0
    return value

# What a number was rounded to, or its remainder, where the sign of a zero is seen: Math.ceil(-0.5) is -0.
from tsmp.is_negative_zero import is_negative_zero


def signed_zero(value, number):
    return -0.0 if value == 0 and (number < 0 or is_negative_zero(number)) else value

# x.toFixed(digits)
from tsmp.RangeError import RangeError
from tsmp.float_parts import float_parts
from tsmp.number_text import number_text
from tsmp.to_integer import to_integer


def number_to_fixed(x, digits=0):
    digits = to_integer(digits)
    if not 0 <= digits <= 100:
        raise RangeError("toFixed() digits argument must be between 0 and 100")
    if not -1e21 < x < 1e21:
        return number_text(x)
    if x < 0:
        return "-" + number_to_fixed(-x, digits)
    if type(x) is int:
        n = x * 10**digits
    elif x == 0:
        n = 0
    else:
        m, q = float_parts(x)
        n = m * 10**digits
        n = n << q if q >= 0 else (n + (1 << (-q - 1))) >> -q
    text = str(n)
    if digits == 0:
        return text
    if len(text) <= digits:
        text = "0" * (digits + 1 - len(text)) + text
    return text[:-digits] + "." + text[-digits:]

# x.toFixed(digits)
from tsmp.RangeError import RangeError
from tsmp.float_format import BITS
from tsmp.float_parts import float_parts
from tsmp.number_text import number_text
from tsmp.to_integer import to_integer

# Below this a product is off by less than 0.01.
_MODEST = 1 << (30 if BITS == 53 else 17)


def number_to_fixed(x, digits=0):
    if type(digits) is not int:
        digits = to_integer(digits)
    if not 0 <= digits <= 100:
        raise RangeError("toFixed() digits argument must be between 0 and 100")
    if not -1e21 < x < 1e21:
        return number_text(x)
    if x < 0:
        return "-" + number_to_fixed(-x, digits)
    power = 10**digits
    if type(x) is int:
        n = x * power
    else:
        n = -1
        scaled = x * power
        if scaled < _MODEST:
            n = int(scaled)
            rest = scaled - n
            if rest > 0.51:
                n += 1
            elif rest > 0.49:
                n = -1  # too close to a half
        if n < 0:
            m, q = float_parts(x)
            n = m * power
            n = n << q if q >= 0 else (n + (1 << (-q - 1))) >> -q
    text = str(n)
    if digits == 0:
        return text
    if len(text) <= digits:
        text = "0" * (digits + 1 - len(text)) + text
    return text[:-digits] + "." + text[-digits:]

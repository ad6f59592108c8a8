# The text of a number between -1e21 and 1e21 with so many digits after the point.
from tsmp.float_format import BITS
from tsmp.float_parts import float_parts

# Below this a product is off by less than 0.01.
_MODEST = 1 << (30 if BITS == 53 else 17)


def fixed_text(x, digits):
    if x < 0:
        return "-" + fixed_text(-x, digits)
    power = 10**digits
    n = -1
    scaled = x * power
    if type(x) is int:
        n = scaled
    elif scaled < _MODEST:
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
    text = "0" * (digits + 1 - len(text)) + text
    return text[:-digits] + "." + text[-digits:]

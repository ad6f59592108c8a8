# String(x) of a number.
from tsmp.float_format import BITS, DIGITS
from tsmp.shortest_digits import shortest_digits

_EXACT = 1 << BITS


def number_text(x):
    if type(x) is int:
        text = str(x)
        if len(text) < 22:
            return text
        x = float(x)
    if x < 0:
        return "-" + number_text(-x)
    if x < _EXACT:
        i = int(x)
        if i == x:
            return str(i)
        # Few digits, the common case. The division of two exact numbers is correctly rounded, so that equality
        # proves the digits (W. Clinger, How to read floating point numbers accurately).
        text = repr(x)
        n = len(text)
        if n < DIGITS + 2 and "e" not in text:
            if int(text.replace(".", "")) / 10 ** (n - text.find(".") - 1) == x and x >= 1e-6:
                return text
    elif x - x != 0:
        return "Infinity" if x == x else "NaN"
    digits, e = shortest_digits(x)
    n = len(digits)
    point = n + e
    if point > 21 or point < -5:
        if n > 1:
            digits = digits[0] + "." + digits[1:]
        return digits + ("e" if point < 1 else "e+") + str(point - 1)
    if e >= 0:
        return digits + "0" * e
    if point > 0:
        return digits[:point] + "." + digits[point:]
    return "0." + "0" * -point + digits

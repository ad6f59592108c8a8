# x.toPrecision(digits)
from tsmp.RangeError import RangeError
from tsmp.counted_digits import counted_digits
from tsmp.exponent_form import exponent_form
from tsmp.number_text import number_text
from tsmp.to_integer import to_integer


def number_to_precision(x, digits=None):
    if digits is None or x - x != 0:
        return number_text(x)
    digits = to_integer(digits)
    if not 1 <= digits <= 100:
        raise RangeError("toPrecision() argument must be between 1 and 100")
    if x < 0:
        return "-" + number_to_precision(-x, digits)
    d, e = counted_digits(x, digits) if x else (0, 1 - digits)
    text = str(d)
    if not x:
        text = "0" * digits
    point = digits + e
    if point < -5 or point > digits:
        return exponent_form(d, e)
    if e == 0:
        return text
    if point > 0:
        return text[:point] + "." + text[point:]
    return "0." + "0" * -point + text

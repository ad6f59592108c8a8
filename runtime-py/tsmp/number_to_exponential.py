# x.toExponential(digits)
from tsmp.RangeError import RangeError
from tsmp.counted_digits import counted_digits
from tsmp.exponent_form import exponent_form
from tsmp.number_text import number_text
from tsmp.shortest_digits import shortest_digits
from tsmp.to_integer import to_integer


def number_to_exponential(x, digits=None):
    if x - x != 0:
        return number_text(x)
    if digits is not None:
        digits = to_integer(digits)
        if not 0 <= digits <= 100:
            raise RangeError("toExponential() argument must be between 0 and 100")
    if x < 0:
        return "-" + number_to_exponential(-x, digits)
    if x == 0:
        return "0" + ("." + "0" * digits if digits else "") + "e+0"
    d, e = shortest_digits(x) if digits is None else counted_digits(x, digits + 1)
    return exponent_form(d, e)

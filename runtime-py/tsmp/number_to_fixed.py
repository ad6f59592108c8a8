# x.toFixed(digits)
from tsmp.RangeError import RangeError
from tsmp.fixed_text import fixed_text
from tsmp.number_text import number_text
from tsmp.to_integer import to_integer


def number_to_fixed(x, digits=0):
    if type(digits) is not int:
        digits = to_integer(digits)
    if not 0 <= digits <= 100:
        raise RangeError("toFixed() digits argument must be between 0 and 100")
    return fixed_text(x, digits) if -1e21 < x < 1e21 else number_text(x)

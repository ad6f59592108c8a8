# x.toString(radix), fractions as V8 writes them.
from math import fmod
from tsmp.RangeError import RangeError
from tsmp.float_format import BITS, LOWEST
from tsmp.float_parts import float_parts
from tsmp.number_text import number_text
from tsmp.to_integer import to_integer

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def number_to_radix(x, radix=10):
    radix = 10 if radix is None else to_integer(radix)
    if not 2 <= radix <= 36:
        raise RangeError("toString() radix argument must be between 2 and 36")
    if radix == 10 or x - x != 0:
        return number_text(x)
    if x < 0:
        return "-" + number_to_radix(-x, radix)
    whole = int(x)
    text = ""
    if x != whole:
        # V8's DoubleToRadixCString: digits until the rest is within half a step of x.
        rest = x - whole
        delta = 2.0 ** max(float_parts(x)[1] - 1, LOWEST)
        while True:
            rest *= radix
            delta *= radix
            digit = int(rest)
            text += _DIGITS[digit]
            rest -= digit
            if (rest > 0.5 or rest == 0.5 and digit & 1) and rest + delta > 1:
                text, carry = _round_up(text, radix)
                whole += carry
                break
            if rest < delta:
                break
        if text:
            text = "." + text
    elif type(x) is not int and whole >> BITS:
        return _wide(x, radix)
    digits = ""
    while True:
        digits = _DIGITS[whole % radix] + digits
        whole //= radix
        if not whole:
            return digits + text


def _round_up(text, radix):
    # The last digit goes up; digits that overflow are dropped.
    while text:
        digit = _DIGITS.find(text[-1]) + 1
        text = text[:-1]
        if digit < radix:
            return text + _DIGITS[digit], 0
    return text, 1


def _wide(x, radix):
    # Beyond exact integers V8 divides in floating point and writes zeros for the digits that are not known.
    digits = ""
    while float_parts(x / radix)[1] > 0:
        x /= radix
        digits = "0" + digits
    while True:
        digit = fmod(x, radix)
        digits = _DIGITS[int(digit)] + digits
        x = (x - digit) / radix
        if x <= 0:
            return digits

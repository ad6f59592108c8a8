# parseFloat(text): the longest number at the start.
from tsmp.to_number import to_number

_blanks = "\t\n\v\f\r \xa0\ufeff\u2028\u2029"


def parse_float(text):
    text = text.lstrip(_blanks)
    at = 1 if text and text[0] in "+-" else 0
    if text[at : at + 8] == "Infinity":
        return float("-inf") if text[0] == "-" else float("inf")
    end = _digits(text, at)
    count = end - at
    if end < len(text) and text[end] == ".":
        after = _digits(text, end + 1)
        count += after - end - 1
        if count:
            end = after
    if not count:
        return float("nan")
    if end < len(text) and text[end] in "eE":
        at = end + 1
        if at < len(text) and text[at] in "+-":
            at += 1
        after = _digits(text, at)
        if after > at:
            end = after
    return to_number(text[:end])


def _digits(text, at):
    while at < len(text) and "0" <= text[at] <= "9":
        at += 1
    return at

# text.charCodeAt(i): NaN outside of the text.
from tsmp.to_integer import to_integer

_nan = float("nan")


def char_code_at(text, i=0):
    if type(i) is not int:
        i = to_integer(i)
    return ord(text[i]) if 0 <= i < len(text) else _nan

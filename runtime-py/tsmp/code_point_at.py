# text.codePointAt(i): None outside of the text.
from tsmp.to_integer import to_integer


def code_point_at(text, i=0):
    i = to_integer(i)
    return ord(text[i]) if 0 <= i < len(text) else None

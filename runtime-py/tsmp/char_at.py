# text.charAt(i): "" outside of the text.
from tsmp.to_integer import to_integer


def char_at(text, i=0):
    i = to_integer(i)
    return text[i] if 0 <= i < len(text) else ""

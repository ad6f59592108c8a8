# text.substr(start, length)
from tsmp.to_integer import to_integer


def substr(text, start, length=None):
    start = to_integer(start)
    if start < 0:
        start = max(start + len(text), 0)
    return text[start:] if length is None else text[start : start + max(to_integer(length), 0)]

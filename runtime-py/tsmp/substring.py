# text.substring(a, b): the two in order, inside the text.
from tsmp.to_integer import to_integer


def substring(text, a, b=None):
    a = max(to_integer(a), 0)
    b = len(text) if b is None else max(to_integer(b), 0)
    return text[a:b] if a < b else text[b:a]

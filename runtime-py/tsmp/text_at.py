# text.at(i): a negative index counts from the end; None outside of the text.
from tsmp.to_integer import to_integer


def text_at(text, i):
    i = to_integer(i)
    return text[i] if -len(text) <= i < len(text) else None

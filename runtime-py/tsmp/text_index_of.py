# text.indexOf(part, start)
from tsmp.to_integer import to_integer


def text_index_of(text, part, start=0):
    start = max(to_integer(start), 0)
    if start >= len(text):
        return -1 if part else len(text)
    return text.find(part, start)

# text.lastIndexOf(part, start)
from tsmp.to_integer import to_integer


def text_last_index_of(text, part, start=None):
    if start is None or start != start:
        start = len(text)
    else:
        start = min(max(to_integer(start), 0), len(text))
    return text.rfind(part, 0, start + len(part)) if part else start

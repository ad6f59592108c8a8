# text.lastIndexOf(part, start)
from tsmp.to_integer import to_integer


def text_last_index_of(text, part, start):
    if start is None or start != start:
        return text.rfind(part)
    start = max(to_integer(start), 0)
    return text.rfind(part, 0, start + len(part)) if part else min(start, len(text))

# text.split(separator, limit)
from tsmp.to_integer import to_integer


def split(text, separator=None, limit=None):
    if separator is None:
        parts = [text]
    elif separator:
        parts = text.split(separator)
    else:
        parts = list(text)
    if limit is None:
        return parts
    limit = to_integer(limit)
    return parts if limit < 0 else parts[:limit]

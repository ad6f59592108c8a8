# text.split(separator, limit)
from tsmp.to_uint32 import to_uint32


def split(text, separator=None, limit=None):
    if separator is None:
        parts = [text]
    elif separator:
        parts = text.split(separator)
    else:
        parts = list(text)
    if limit is not None:
        limit = to_uint32(limit)
        if limit < len(parts):
            return parts[:limit]
    return parts

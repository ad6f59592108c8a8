# text.split(pattern, limit): the parts between the matches, and the groups of these.
from tsmp.to_uint32 import to_uint32


def regexp_split(text, pattern, limit=None):
    limit = 0xFFFFFFFF if limit is None else to_uint32(limit)
    if not limit:
        return []
    if not text:
        return [] if pattern.find(text) else [text]
    parts = []
    done = at = 0
    while at < len(text):
        ends = pattern.find(text, at)
        if ends is None or ends[0] >= len(text):
            break
        if ends[1] == done:
            at = ends[0] + 1
            continue
        parts.append(text[done : ends[0]])
        for i in range(2, len(ends), 2):
            parts.append(None if ends[i + 1] is None else text[ends[i] : ends[i + 1]])
        at = done = ends[1]
        if len(parts) >= limit:
            return parts[:limit]
    parts.append(text[done:])
    return parts[:limit]

# A str as JSON text.
_ESCAPES = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}


def json_quoted(text):
    for c in text:
        if c < " " or c == '"' or c == "\\":
            break
    else:
        return '"' + text + '"'
    return '"' + "".join([_escaped(c) for c in text]) + '"'


def _escaped(c):
    if c >= " " and c != '"' and c != "\\":
        return c
    code = ord(c)
    return _ESCAPES.get(code) or "\\u%04x" % code

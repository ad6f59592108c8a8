# A str as Node's inspect shows it inside other values: in the quotes that need the fewest escapes.
_ESCAPES = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 92: "\\\\"}


def quoted(text):
    quote = "'"
    if "'" in text:
        if '"' not in text:
            quote = '"'
        elif "`" not in text and "${" not in text:
            quote = "`"
    for c in text:
        if c < " " or c == "\\" or c == "'" or "\x7e" < c < "\xa0":
            break
    else:
        return quote + text + quote
    return quote + "".join([_escaped(c, quote) for c in text]) + quote


def _escaped(c, quote):
    code = ord(c)
    if code == 39:
        return "\\'" if quote == "'" else c
    if code >= 32 and code != 92 and not 126 < code < 160:
        return c
    return _ESCAPES.get(code) or "\\x%02X" % code

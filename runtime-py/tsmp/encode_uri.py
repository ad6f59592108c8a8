# encodeURIComponent(text), encodeURI(text): all bytes of UTF-8 as %XX, but for letters, digits and `kept`.
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()"


def encode_uri(text, kept=""):
    parts = []
    for c in text:
        if c in _PLAIN or c in kept:
            parts.append(c)
        else:
            for byte in c.encode():
                parts.append("%%%02X" % byte)
    return "".join(parts)

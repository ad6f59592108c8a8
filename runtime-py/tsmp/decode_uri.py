# decodeURIComponent(text), decodeURI(text): %XX as bytes of UTF-8; those of `kept` stay as they are.
from tsmp.URIError import URIError


def decode_uri(text, kept=""):
    if "%" not in text:
        return text
    parts = text.split("%")
    done = [parts[0]]
    waiting = b""  # Bytes of a character that is not complete
    missing = 0
    for part in parts[1:]:
        try:
            if "+" in part[:2] or " " in part[:2] or "-" in part[:2] or len(part) < 2:
                raise ValueError
            byte = int(part[:2], 16)
            if missing:
                if not 0x80 <= byte < 0xC0:
                    raise ValueError
                missing -= 1
            elif byte >= 0x80:
                if not 0xC2 <= byte < 0xF5:
                    raise ValueError
                missing = 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3
            waiting += bytes([byte])
            if missing:
                if len(part) > 2:
                    raise ValueError
                continue
            c = waiting.decode()
        except ValueError:
            raise URIError("URI malformed")
        done.append("%" + part[:2] if c in kept else c)
        done.append(part[2:])
        waiting = b""
    if missing:
        raise URIError("URI malformed")
    return "".join(done)

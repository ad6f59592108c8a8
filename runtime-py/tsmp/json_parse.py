# JSON.parse: objects become Obj, arrays lists; SyntaxError with JavaScript's words where the text is not JSON.
#
# It works on bytes: an index into a str takes longer the further it goes.
from tsmp.Obj import Obj
from tsmp.utf16_length import utf16_length

_SPACE = b" \t\n\r"
_DIGITS = b"0123456789"
_ESCAPES = {34: '"', 92: "\\", 47: "/", 98: "\b", 102: "\f", 110: "\n", 114: "\r", 116: "\t"}
_WORDS = {116: (b"true", True), 102: (b"false", False), 110: (b"null", None)}


def json_parse(text):
    return _Reader(text).whole()


class _Reader:
    def __init__(self, text):
        self.text = text
        self.bytes = text.encode() + b"\0"
        self.at = 0

    def whole(self):
        value = self.value()
        self.next()
        if self.at != len(self.bytes) - 1:
            self.fail("Unexpected non-whitespace character after JSON", None, "")
        return value

    # The byte after blanks; 0 at the end.
    def next(self):
        data = self.bytes
        at = self.at
        while data[at] in _SPACE:
            at += 1
        self.at = at
        return data[at]

    def value(self):
        byte = self.next()
        if byte == 34:
            return self.string()
        if byte == 123:
            return self.object()
        if byte == 91:
            return self.array()
        if byte == 45 or 48 <= byte <= 57:
            return self.number()
        word, value = _WORDS.get(byte, (None, None))
        if word is None:
            self.unexpected()
        for expected in word:
            if self.bytes[self.at] != expected:
                self.unexpected()
            self.at += 1
        return value

    def object(self):
        result = Obj()
        self.at += 1
        if self.next() == 125:
            self.at += 1
            return result
        missing = "Expected property name or '}'"
        while True:
            if self.next() != 34:
                self.fail(missing)
            missing = "Expected double-quoted property name"
            key = self.string()
            if self.next() != 58:
                if result.__keys__:
                    self.unexpected()
                self.fail("Expected ':' after property name")
            self.at += 1
            result[key] = self.value()
            byte = self.next()
            if byte != 44 and byte != 125:
                self.fail("Expected ',' or '}' after property value")
            self.at += 1
            if byte == 125:
                return result

    def array(self):
        result = []
        self.at += 1
        if self.next() == 93:
            self.at += 1
            return result
        while True:
            result.append(self.value())
            byte = self.next()
            if byte != 44 and byte != 93:
                self.fail("Expected ',' or ']' after array element")
            self.at += 1
            if byte == 93:
                return result

    def number(self):
        data = self.bytes
        start = at = self.at
        if data[at] == 45:
            at += 1
            self.need(at, "No number after minus sign")
        if data[at] == 48 and data[at + 1] in _DIGITS:
            self.fail("Unexpected number", at + 1)
        at = self.digits(at)
        is_int = at - start < 16
        if data[at] == 46:
            is_int = False
            at += 1
            self.need(at, "Unterminated fractional number")
            at = self.digits(at)
        if data[at] in b"eE":
            is_int = False
            at += 1
            if data[at] in b"+-":
                at += 1
            self.need(at, "Exponent part is missing a number")
            at = self.digits(at)
        self.at = at
        text = str(data[start:at], "utf8")
        if is_int and text != "-0":
            return int(text)
        return float(text)

    def digits(self, at):
        data = self.bytes
        while 48 <= data[at] <= 57:
            at += 1
        return at

    def need(self, at, message):
        if self.bytes[at] not in _DIGITS:
            self.fail("No number after minus sign" if at == self.at + 1 else message, at)

    def string(self):
        data = self.bytes
        start = at = self.at + 1
        while True:
            byte = data[at]
            if byte == 34:
                self.at = at + 1
                return str(data[start:at], "utf8")
            if byte == 92 or byte < 32:
                return self.escaped(start, at)
            at += 1

    # The rest of a string from its first escape on.
    def escaped(self, start, at):
        data = self.bytes
        parts = []
        while True:
            byte = data[at]
            if byte == 34:
                parts.append(str(data[start:at], "utf8"))
                self.at = at + 1
                return "".join(parts)
            if byte < 32:
                if at == len(data) - 1:
                    self.fail("Unterminated string", at)
                self.fail("Bad control character in string literal", at)
            at += 1
            if byte != 92:
                continue
            parts.append(str(data[start : at - 1], "utf8"))
            byte = data[at]
            if byte == 117:
                code = self.code(at + 1)
                at += 5
                if 0xD800 <= code < 0xDC00 and data[at] == 92 and data[at + 1] == 117:
                    low = self.code(at + 2)
                    if 0xDC00 <= low < 0xE000:
                        code = 0x10000 + (code - 0xD800 << 10) + (low - 0xDC00)
                        at += 6
                parts.append(chr(code))
            elif byte in _ESCAPES:
                parts.append(_ESCAPES[byte])
                at += 1
            elif at == len(data) - 1:
                self.end()
            else:
                self.fail("Bad escaped character", at)
            start = at

    # The number that four hexadecimal digits stand for.
    def code(self, at):
        result = 0
        for at in range(at, at + 4):
            byte = self.bytes[at]
            if byte not in b"0123456789abcdefABCDEF":
                self.fail("Bad Unicode escape", at)
            result = result * 16 + int(chr(byte), 16)
        return result

    def end(self):
        raise SyntaxError("Unexpected end of JSON input")

    def fail(self, message, at=None, where=" in JSON"):
        before = str(self.bytes[: self.at if at is None else at], "utf8")
        position = utf16_length(before)
        raise SyntaxError("%s%s at position %d" % (message, where, position))

    def unexpected(self):
        text = self.text
        at = len(str(self.bytes[: self.at], "utf8"))
        if at == len(text):
            self.end()
        byte = self.bytes[self.at]
        if byte == 34 or byte == 45 or 48 <= byte <= 57:
            self.fail("Unexpected string" if byte == 34 else "Unexpected number")
        if text in ("undefined", "NaN", "Infinity"):
            raise SyntaxError('"%s" is not valid JSON' % text)
        before = after = ""
        shown = text
        if len(text) > 20:
            shown = text[max(0, at - 10) : at + 10]
            before = "..." if at > 10 else ""
            after = "..." if at + 10 < len(text) else ""
        shown = before + '"' + shown + '"' + after
        raise SyntaxError("Unexpected token '%s', %s is not valid JSON" % (text[at], shown))

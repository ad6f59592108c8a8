# JSON.stringify; `none` as in inspect. None is the answer for what JSON has no text for.
#
# `allowed` is a list of the names to keep; `replacer` a function of key and value.
from tsmp.hints_of import hints_of
from tsmp.json_quoted import json_quoted
from tsmp.number_text import number_text
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property

_TYPED = ("bytearray", "array", "memoryview")


def json_stringify(value, none="undefined", space="", replacer=None, allowed=None):
    if type(space) is str:
        gap = space[:10]
    else:
        gap = "" if space is None else " " * min(10, int(space))
    writer = _Writer(gap, replacer, allowed and [_name(key) for key in allowed])
    if not writer.write("", value, none, "\n", ""):
        return None
    return "".join(writer.parts)


def _name(key):
    return key if type(key) is str else number_text(key)


class _Writer:
    def __init__(self, gap, replacer, allowed):
        self.gap = gap
        self.replacer = replacer
        self.allowed = allowed
        self.parts = []
        self.path = []

    # Appends the text of a value after `before`; False where it has none.
    def write(self, key, value, none, line, before):
        to_json = getattr(value, "toJSON", None)
        if to_json is not None:
            value = _called(to_json, key)
            none = "null"
        if self.replacer:
            replaced = self.replacer(key, value)
            if replaced is not value:
                value = replaced
                none = "undefined"
        own, inner = none if type(none) is tuple else (none, none)
        if none == "any":
            inner = "null any"
        kind = type(value)
        if value is None:
            if "null" not in own:
                return False
            text = "null"
        elif kind is str:
            text = json_quoted(value)
        elif kind is bool:
            text = "true" if value else "false"
        elif kind is int or kind is float:
            if "bigint" in own:
                raise TypeError("Do not know how to serialize a BigInt")
            text = number_text(value) if value - value == 0 else "null"
        elif getattr(value, "__kind__", None) == "null":
            text = "null"
        elif _is_nothing(value, kind):
            return False
        else:
            self.parts.append(before)
            self.write_object(value, kind, inner, line)
            return True
        self.parts.append(before + text)
        return True

    def write_object(self, value, kind, none, line):
        for outer in self.path:
            if outer is value:
                raise TypeError("Converting circular structure to JSON")
        self.path.append(value)
        inside = line + self.gap if self.gap else ""
        is_list = isinstance(value, (list, tuple))
        self.parts.append("[" if is_list else "{")
        start = len(self.parts)
        if is_list:
            for i, item in enumerate(value):
                before = "," + inside if i else inside
                if not self.write(str(i), item, none, line + self.gap, before):
                    self.parts.append(before + "null")
        else:
            self.write_properties(value, kind, none, line, inside)
        if self.gap and len(self.parts) > start:
            self.parts.append(line)
        self.parts.append("]" if is_list else "}")
        self.path.pop()

    def write_properties(self, value, kind, none, line, inside):
        if kind.__name__ in _TYPED:
            value = {str(i): item for i, item in enumerate(value)}
            keys = [str(i) for i in range(len(value))]
            return self.write_items(keys, value.get, lambda key: none, line, inside)
        hint_of = hints_of(value, none)
        keys = object_keys(value) if getattr(value, "__kind__", None) is None else ()
        self.write_items(keys, lambda key: own_property(value, key), hint_of, line, inside)

    def write_items(self, keys, item_of, hint_of, line, inside):
        between = ": " if self.gap else ":"
        before = inside
        for key in keys if self.allowed is None else [k for k in self.allowed if k in keys]:
            item = item_of(key)
            name = before + json_quoted(key) + between
            if self.write(key, item, hint_of(key), line + self.gap, name):
                before = "," + inside


def _is_nothing(value, kind):
    return callable(value) or getattr(value, "__kind__", None) == "Symbol"


def _called(to_json, key):
    try:
        return to_json()
    except TypeError as error:
        if "positional" not in str(error):
            raise
        return to_json(key)

# One walk over a value that is being shown. `level` is how deep it is, `none` as in inspect.
from tsmp.class_name import class_name
from tsmp.hints_of import hints_of
from tsmp.in_columns import in_columns
from tsmp.number_text import number_text
from tsmp.object_keys import object_keys
from tsmp.own_property import own_property
from tsmp.quoted import quoted
from tsmp.utf16_length import utf16_length


class Inspector:
    def __init__(self, depth):
        self.depth = depth
        self.indent = 0
        self.entered = 0  # The level of the object that was entered last
        self.path = []  # The objects around the one at hand
        self.circular = []  # Those that something inside refers to

    def show(self, value, none, level):
        kind = type(value)
        own, inner = none if type(none) is tuple else (none, none)
        if none == "any":
            own = ""
            inner = "null any"
        if value is None:
            return "null" if "null" in own else "undefined"
        if kind is str:
            return self.text(value)
        if kind is int:
            return str(value) + "n" if "bigint" in own else number_text(value)
        if kind is bool:
            return "true" if value else "false"
        if kind is float:
            text = number_text(value)
            return "-0" if text == "0" and str(value)[0] == "-" else text
        for seen in self.path:
            if seen is value:
                return "[Circular *%d]" % self.number(value, True)
        if kind is list or kind is tuple:
            return self.array(value, "", "Array", inner, level)
        has_keys = kind is dict or kind is not type and hasattr(value, "__keys__") and not callable(value)
        if has_keys and not isinstance(value, BaseException):
            return self.object(value, inner, level)
        from tsmp.show_special import show_special

        return show_special(self, value, inner, level)

    def text(self, text):
        if len(text) <= 16 or "\n" not in text or utf16_length(text) <= 76 - self.indent:
            return quoted(text)
        lines = [line + "\n" for line in text.split("\n")]
        lines[-1] = lines[-1][:-1]
        if not lines[-1]:
            lines.pop()
        return (" +\n" + " " * (self.indent + 2)).join([quoted(line) for line in lines])

    def number(self, value, is_new):
        for i, known in enumerate(self.circular):
            if known is value:
                return i + 1
        if is_new:
            self.circular.append(value)
        return len(self.circular) if is_new else 0

    def array(self, values, prefix, name, none, level, own=()):
        if not values and not own:
            return prefix + "[]"
        if level > self.depth:
            return "[" + name + "]"
        self.enter(values, level)
        shown = values[:100]
        if none == "hole":
            entries = self.elements(values, level)
        else:
            entries = [self.show(value, none, level + 1) for value in shown]
        more = len(values) - 100
        if more > 0:
            entries.append("... %d more item%s" % (more, "s" if more > 1 else ""))
        for key, value in own:
            entries.append(key + ": " + self.show(value, none, level + 1))
        lines = entries
        if len(entries) > 6:
            are_numbers = all([type(value) in (int, float) for value in shown[: len(entries)]])
            lines = in_columns(entries, self.indent - 2, are_numbers, more > 0)
        return self.leave(values, lines, prefix + "[", "]", level, lines is entries)

    # Of an array whose Nones are holes.
    def elements(self, values, level):
        entries = []
        empty = 0
        for value in values + [0]:
            if value is None:
                empty += 1
                continue
            if empty:
                entries.append("<%d empty item%s>" % (empty, "s" if empty > 1 else ""))
                empty = 0
            entries.append(self.show(value, "hole", level + 1))
        return entries[:-1]

    def object(self, value, none, level, base="", extra=()):
        name = class_name(value)
        opening = name + " {" if name and not base else "{"
        keys = object_keys(value)
        if not keys and not extra:
            return base or opening + "}"
        if level > self.depth:
            return "[" + (name or "Object") + "]"
        self.enter(value, level)
        hint_of = hints_of(value, none)
        entries = []
        accessors = getattr(value, "__accessors__", None) or ()
        for key in keys:
            if key in accessors:
                text = "[" + accessors[key] + "]"
            else:
                text = self.show(own_property(value, key), hint_of(key), level + 1)
            if text == "[Function (anonymous)]":
                text = "[Function: " + key + "]"
            entries.append((key if _is_plain(key) else quoted(key)) + ": " + text)
        for key, item, hint in extra:
            entries.append(key + ": " + self.show(item, hint, level + 1))
        return self.leave(value, entries, opening, "}", level, True, base)

    # The entries of a value are shown between these two.
    def enter(self, value, level):
        self.path.append(value)
        self.entered = level
        self.indent += 2

    def leave(self, value, entries, opening, closing, level, may_join, base=""):
        self.indent -= 2
        self.path.pop()
        number = self.number(value, False)
        if number:
            base = "<ref *%d> %s" % (number, base) if base else "<ref *%d>" % number
        start = base + " " + opening if base else opening
        if may_join and self.entered - level < 3 and "\n" not in base:
            room = 70 - 2 * len(entries) - self.indent - len(base) - len(opening)
            for entry in entries:
                room -= utf16_length(entry)
                if room < 0 or "\n" in entry:
                    break
            else:
                return start + " " + ", ".join(entries) + " " + closing
        line = "\n" + " " * self.indent
        return start + line + "  " + ("," + line + "  ").join(entries) + line + closing


def _is_plain(key):
    if not key or key == "__proto__" or "0" <= key[0] <= "9":
        return False
    for c in key:
        if not ("a" <= c <= "z" or "A" <= c <= "Z" or c == "_" or "0" <= c <= "9"):
            return False
    return True

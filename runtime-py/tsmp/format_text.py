# What console.log shows when its first argument is a text that may have %s, %d and their kin in it.
from tsmp.format_argument import format_argument
from tsmp.shown import shown


def format_text(text, values, hints=()):
    if not values:
        return text
    parts = []
    used = 0
    start = i = 0
    while True:
        i = text.find("%", i)
        if i < 0 or i + 1 == len(text):
            break
        kind = text[i + 1]
        if kind == "%":
            parts.append(text[start : i + 1])
        elif used < len(values) and kind in "sdifjoOc":
            parts.append(text[start:i])
            parts.append(format_argument(kind, values[used], _hint(hints, used)))
            used += 1
        else:
            i += 2
            continue
        i += 2
        start = i
    parts.append(text[start:])
    rest = [shown(values[i], _hint(hints, i)) for i in range(used, len(values))]
    return " ".join(["".join(parts)] + rest)


def _hint(hints, index):
    return hints[index] if index < len(hints) else ""

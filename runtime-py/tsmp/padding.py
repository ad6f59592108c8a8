# What padStart and padEnd add.
from tsmp.to_integer import to_integer


def padding(text, length, fill):
    missing = to_integer(length) - len(text)
    if missing <= 0 or fill == "":
        return ""
    if fill is None:
        fill = " "
    return (fill * (missing // len(fill) + 1))[:missing]

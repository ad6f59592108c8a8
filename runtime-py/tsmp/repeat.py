# text.repeat(count)
from tsmp.RangeError import RangeError
from tsmp.number_text import number_text
from tsmp.to_integer import to_integer


def repeat(text, count):
    times = to_integer(count)
    if times < 0 or count == float("inf"):
        raise RangeError("Invalid count value: " + number_text(count))
    return text * times

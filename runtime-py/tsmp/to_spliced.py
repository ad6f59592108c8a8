# values.toSpliced(start, count, ...items)
from tsmp.array_splice import array_splice


def to_spliced(values, start, *rest):
    copy = values[:]
    array_splice(copy, start, *rest)
    return copy

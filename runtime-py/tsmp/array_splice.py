# values.splice(start, count, ...items); without a count all to the end.
from tsmp.array_position import array_position
from tsmp.to_integer import to_integer


def array_splice(values, start, *rest):
    n = len(values)
    start = array_position(start, n)
    end = n
    if rest:
        count = to_integer(rest[0])
        end = start + count if count > 0 else start
    removed = values[start:end]
    values[start:end] = rest[1:]
    return removed

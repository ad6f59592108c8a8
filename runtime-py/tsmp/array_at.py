# values.at(i): a negative i counts from the end; None where there is no such element.
from tsmp.to_integer import to_integer


def array_at(values, i):
    i = to_integer(i)
    return values[i] if -len(values) <= i < len(values) else None

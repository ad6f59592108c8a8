# values.sort((a, b) => a - b) of numbers among which a NaN may be: then the comparison itself decides, as in V8.
from tsmp.array_sort import array_sort
from tsmp.sort_values import sort_values


def sort_numbers(values, compare, reverse=False):
    total = sum(values)
    return sort_values(values, reverse) if total == total else array_sort(values, compare)

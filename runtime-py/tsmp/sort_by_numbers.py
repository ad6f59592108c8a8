# values.sort(...) where the comparison is that of keys among which a NaN may be: then the comparison itself decides.
from tsmp.array_sort import array_sort
from tsmp.sort_by import sort_by


def sort_by_numbers(values, key, compare, reverse=False):
    for value in values:
        found = key(value)
        if found != found:
            return array_sort(values, compare)
    return sort_by(values, key, reverse)

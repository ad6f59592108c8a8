# values.sort(compare): a stable merge sort. Undefined goes last and is not compared; null is, `last` is False then.
def array_sort(values, compare, last=True):
    a = [value for value in values if value is not None] if last else values[:]
    n = len(a)
    b = a[:]
    width = 1
    while width < n:
        for low in range(0, n, 2 * width):
            middle = min(low + width, n)
            high = min(middle + width, n)
            if middle == high or not compare(a[middle - 1], a[middle]) > 0:
                b[low:high] = a[low:high]
            else:
                _merge(a, b, low, middle, high, compare)
        a, b = b, a
        width *= 2
    values[:] = a + [None] * (len(values) - n)
    return values


def _merge(a, b, i, middle, high, compare):
    # a[i:middle] and a[middle:high] are in order; together they go to b.
    k = i
    j = middle
    left = a[i]
    right = a[j]
    while True:
        if compare(left, right) > 0:
            b[k] = right
            k += 1
            j += 1
            if j == high:
                b[k:high] = a[i:middle]
                return
            right = a[j]
        else:
            b[k] = left
            k += 1
            i += 1
            if i == middle:
                b[k:high] = a[j:high]
                return
            left = a[i]

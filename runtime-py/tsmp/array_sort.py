# values.sort(compare), stable. Undefined goes last and is not compared; null is, `last` is False then.
# Runs that are in order are found, and short ones filled up, as V8 does: up to 63 elements the same pairs are compared
# in the same order. Then neighbouring runs are merged.
def array_sort(values, compare, last=True):
    a = [value for value in values if value is not None] if last else values[:]
    n = len(a)
    shortest = n
    rest = 0
    while shortest >= 64:
        rest |= shortest & 1
        shortest >>= 1
    shortest += rest
    ends = []
    low = 0
    while low < n:
        high = _run(a, low, n, compare)
        if high - low < shortest:
            end = min(low + shortest, n)
            _insert(a, low, high, end, compare)
            high = end
        ends.append(high)
        low = high
    b = a[:]
    while len(ends) > 1:
        low = 0
        merged = []
        for i in range(0, len(ends), 2):
            middle = ends[i]
            high = ends[i + 1] if i + 1 < len(ends) else middle
            if middle == high or not compare(a[middle], a[middle - 1]) < 0:
                b[low:high] = a[low:high]
            else:
                _merge(a, b, low, middle, high, compare)
            merged.append(high)
            low = high
        a, b = b, a
        ends = merged
    values[:] = a + [None] * (len(values) - n)
    return values


def _run(a, low, n, compare):
    # The end of the run that begins at low; one that falls is turned round.
    i = low + 1
    if i == n:
        return n
    last = a[i]
    falls = compare(last, a[low]) < 0
    i += 1
    while i < n:
        value = a[i]
        if (compare(value, last) < 0) != falls:
            break
        last = value
        i += 1
    if falls:
        run = a[low:i]
        run.reverse()
        a[low:i] = run
    return i


def _insert(a, low, start, end, compare):
    # a[low:start] is in order; what follows up to the end is put where it belongs.
    run = a[low:start]
    for i in range(start, end):
        value = a[i]
        left = 0
        right = i - low
        while left < right:
            middle = (left + right) >> 1
            if compare(value, run[middle]) < 0:
                right = middle
            else:
                left = middle + 1
        run.insert(left, value)
    a[low:end] = run


def _merge(a, b, i, middle, high, compare):
    # a[i:middle] and a[middle:high] are in order; together they go to b.
    k = i
    j = middle
    left = a[i]
    right = a[j]
    while True:
        if compare(right, left) < 0:
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

# values.sort() of numbers, or of texts: equal ones cannot be told apart, so that the order of list.sort will do.
def sort_values(values, reverse=False):
    n = len(values)
    if n > 16:
        # list.sort takes quadratic time where much is in order already, so the values are dealt out first.
        step = n * 5 // 8
        while _divisor(n, step) > 1:
            step += 1
        values[:] = [values[i * step % n] for i in range(n)]
    values.sort(reverse=reverse)
    return values


def _divisor(a, b):
    while b:
        a, b = b, a % b
    return a

# Is a character in one of the ranges? They are a text: first and last of each, in order.
def in_ranges(c, ranges):
    low = 0
    high = len(ranges) // 2
    while low < high:
        middle = (low + high) // 2
        if c > ranges[2 * middle + 1]:
            low = middle + 1
        elif c < ranges[2 * middle]:
            high = middle
        else:
            return True
    return False

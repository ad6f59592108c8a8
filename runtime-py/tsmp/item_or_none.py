# values[i], or None where there is no such element.
def item_or_none(values, i):
    if i is None:
        return None
    if type(i) is not int:
        if i - i != 0 or i != int(i):
            return None
        i = int(i)
    return values[i] if 0 <= i < len(values) else None

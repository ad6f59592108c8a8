# Short lists, which list.sort sorts soon enough in any order.
def sort_values(values, reverse=False):
    global sort_values
    if len(values) < 64:
        values.sort(reverse=reverse)
        return values
    from tsmp.sort_values import sort_values

    return sort_values(values, reverse)

# The code of a character under a table of ranges (see upper_table): the same if no range has it.
def case_of(table, code):
    low = 0
    high = len(table) // 5
    place = code & 0xFFFF
    while low < high:
        middle = (low + high) // 2
        i = 5 * middle
        distance = place - table[i] - (table[i + 1] << 8)
        count = table[i + 2]
        step = 2 if count > 127 else 1
        if distance < 0:
            high = middle
        elif distance > ((count & 127) - 1) * step:
            low = middle + 1
        elif distance % step:
            break
        else:
            return code - place + (place + table[i + 3] + (table[i + 4] << 8) & 0xFFFF)
    return code

# Entries of a long array in aligned columns, one str per line, as Node's inspect groups them.
from math import sqrt
from tsmp.shown_width import shown_width


def in_columns(entries, indent, to_right, has_more):
    last = entries[-1]
    count = len(entries) - 1 if has_more else len(entries)
    widths = [shown_width(entries[i]) + 2 for i in range(count)]
    total = sum(widths)
    widest = max(widths)
    if widest * 3 + indent >= 80 or not (total / widest > 5 or widest <= 8):
        return entries
    bias = max(widest - 3 - sqrt(widest - total / len(entries)), 1)
    columns = min(int(sqrt(2.5 * bias * count) / bias + 0.5), (80 - indent) // widest, 12, 15)
    if columns <= 1:
        return entries
    column_widths = [max(widths[i::columns]) if i < count else 2 for i in range(columns)]
    lines = []
    for start in range(0, count, columns):
        end = min(start + columns, count)
        line = ""
        for i in range(start, end):
            cell = entries[i] if i == end - 1 else entries[i] + ", "
            missing = column_widths[i - start] - widths[i]
            if to_right:
                line += " " * missing + cell
            else:
                line += cell if i == end - 1 else cell + " " * missing
        lines.append(line)
    if has_more:
        lines.append(last)
    return lines

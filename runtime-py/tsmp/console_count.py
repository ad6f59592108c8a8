# The line of console.count.
from tsmp.console_counts import console_counts


def console_count(label="default"):
    console_counts[label] = console_counts.get(label, 0) + 1
    return "%s: %d" % (label, console_counts[label])

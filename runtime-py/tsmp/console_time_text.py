# What console.timeLog and console.timeEnd print; "" where there is no such clock.
import time
from tsmp.console_clocks import console_clocks


def console_time_text(label="default", stops=False):
    if label not in console_clocks:
        return ""
    spent = time.ticks_diff(time.ticks_us(), console_clocks[label])
    if stops:
        del console_clocks[label]
    if spent >= 1000000:
        return "%s: %.3fs" % (label, spent / 1000000)
    return ("%s: %.3fms" % (label, spent / 1000)).replace(".000ms", "ms")

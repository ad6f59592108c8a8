# console.time
import time
from tsmp.console_clocks import console_clocks


def console_time(label="default"):
    if label not in console_clocks:
        console_clocks[label] = time.ticks_us()

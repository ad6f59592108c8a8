# Date.now(): milliseconds since 1970 by the board's clock.
import time

# Some boards count from 2000.
_START = 946684800000 if time.gmtime(0)[0] == 2000 else 0


def date_now():
    return _START + time.time_ns() // 1000000

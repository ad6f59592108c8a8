# machine.RTC: the host's clock, until a program sets it. (year, month, day, weekday, hours, minutes, seconds, subseconds)

from utime import localtime, mktime, time

_offset = 0


class RTC:
    def __init__(self, id=0, *, datetime=None):
        if id != 0:
            raise ValueError("RTC doesn't exist")
        if datetime is not None:
            self.datetime(datetime)

    def datetime(self, datetimetuple=None):
        global _offset
        if datetimetuple is None:
            year, month, day, hour, minute, second, weekday = localtime(int(time()) + _offset)[:7]
            return (year, month, day, weekday, hour, minute, second, 0)
        if len(datetimetuple) != 8:
            raise ValueError("requested length 8 but object has length %d" % len(datetimetuple))
        year, month, day, _, hour, minute, second, _ = datetimetuple
        _offset = int(mktime((year, month, day, hour, minute, second, 0, 0, 0))) - int(time())

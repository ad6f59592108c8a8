# JavaScript's Date, in milliseconds since 1970. A board's local time is UTC.
from tsmp.RangeError import RangeError
from tsmp.date_now import date_now
from tsmp.date_parts import date_parts
from tsmp.date_utc import date_utc
from tsmp.time_of import time_of

_DAYS = "Sun Mon Tue Wed Thu Fri Sat".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_NAN = float("nan")


class Date:
    __kind__ = "Date"

    def __init__(self, *args):
        if not args:
            self._time = date_now()
        elif len(args) > 1:
            self._time = date_utc(*args)
        elif type(args[0]) is str:
            from tsmp.date_parse import date_parse

            self._time = date_parse(args[0])
        else:
            self.setTime(args[0].getTime() if isinstance(args[0], Date) else args[0])

    def getTime(self):
        return self._time

    valueOf = getTime

    def setTime(self, ms):
        self._time = time_of(1970, 0, 1, 0, 0, 0, ms)
        return self._time

    def getTimezoneOffset(self):
        return 0 if self._time == self._time else _NAN

    def _part(self, i):
        return date_parts(self._time)[i] if self._time == self._time else _NAN

    def getFullYear(self):
        return self._part(0)

    def getMonth(self):
        return self._part(1)

    def getDate(self):
        return self._part(2)

    def getHours(self):
        return self._part(3)

    def getMinutes(self):
        return self._part(4)

    def getSeconds(self):
        return self._part(5)

    def getMilliseconds(self):
        return self._part(6)

    def getDay(self):
        return self._part(7)

    def _set(self, i, values):
        time = self._time
        if time != time and i == 0:
            time = 0
        if time == time:
            parts = date_parts(time)[:7]
            for value in values:
                if value is not None:
                    parts[i] = value
                i += 1
            self._time = time_of(*parts)
        return self._time

    def setFullYear(self, year, month=None, day=None):
        return self._set(0, (year, month, day))

    def setMonth(self, month, day=None):
        return self._set(1, (month, day))

    def setDate(self, day):
        return self._set(2, (day,))

    def setHours(self, hours, minutes=None, seconds=None, ms=None):
        return self._set(3, (hours, minutes, seconds, ms))

    def setMinutes(self, minutes, seconds=None, ms=None):
        return self._set(4, (minutes, seconds, ms))

    def setSeconds(self, seconds, ms=None):
        return self._set(5, (seconds, ms))

    def setMilliseconds(self, ms):
        return self._set(6, (ms,))

    getUTCFullYear = getFullYear
    getUTCMonth = getMonth
    getUTCDate = getDate
    getUTCHours = getHours
    getUTCMinutes = getMinutes
    getUTCSeconds = getSeconds
    getUTCMilliseconds = getMilliseconds
    getUTCDay = getDay
    setUTCFullYear = setFullYear
    setUTCMonth = setMonth
    setUTCDate = setDate
    setUTCHours = setHours
    setUTCMinutes = setMinutes
    setUTCSeconds = setSeconds
    setUTCMilliseconds = setMilliseconds

    def toISOString(self):
        if self._time != self._time:
            raise RangeError("Invalid time value")
        parts = date_parts(self._time)
        year = parts[0]
        if 0 <= year <= 9999:
            start = "%04d" % year
        else:
            start = ("-%06d" if year < 0 else "+%06d") % abs(year)
        return start + "-%02d-%02dT%02d:%02d:%02d.%03dZ" % (parts[1] + 1, parts[2], parts[3], parts[4], parts[5], parts[6])

    def toJSON(self, key=None):
        return self.toISOString() if self._time == self._time else None

    def toDateString(self):
        if self._time != self._time:
            return "Invalid Date"
        year, month, day, _, _, _, _, weekday = date_parts(self._time)
        return "%s %s %02d %s" % (_DAYS[weekday], _MONTHS[month], day, _year(year))

    def _clock(self):
        return "%02d:%02d:%02d" % tuple(date_parts(self._time)[3:6])

    def toTimeString(self):
        if self._time != self._time:
            return "Invalid Date"
        return self._clock() + " GMT+0000 (Coordinated Universal Time)"

    def toString(self):
        if self._time != self._time:
            return "Invalid Date"
        return self.toDateString() + " " + self.toTimeString()

    def toUTCString(self):
        if self._time != self._time:
            return "Invalid Date"
        year, month, day, _, _, _, _, weekday = date_parts(self._time)
        return "%s, %02d %s %s %s GMT" % (_DAYS[weekday], day, _MONTHS[month], _year(year), self._clock())


def _year(year):
    return "%04d" % year if year >= 0 else "-%04d" % -year

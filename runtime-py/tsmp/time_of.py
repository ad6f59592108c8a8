# Milliseconds since 1970 of parts of a date in UTC, each of which may be beyond its range or a float; NaN where none.
from tsmp.days_before_month import days_before_month
from tsmp.days_before_year import days_before_year

_LAST = 8640000000000000


def time_of(year, month=0, day=1, hours=0, minutes=0, seconds=0, ms=0):
    parts = (year, month, day, hours, minutes, seconds, ms)
    if any([part is None or part - part != 0 for part in parts]):
        return float("nan")
    year, month, day, hours, minutes, seconds, ms = [int(part) for part in parts]
    year += month // 12
    month %= 12
    days = days_before_year(year) + days_before_month(year, month) + day - 1
    time = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms
    return time if -_LAST <= time <= _LAST else float("nan")

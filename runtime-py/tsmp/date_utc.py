# Date.UTC(...): years from 0 to 99 are those of the twentieth century.
from tsmp.time_of import time_of


def date_utc(year, *parts):
    if year - year == 0 and 0 <= int(year) <= 99:
        year = 1900 + int(year)
    return time_of(year, *parts)

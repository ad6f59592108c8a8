# A time in milliseconds since 1970 as [year, month from 0, day, hours, minutes, seconds, ms, day of the week].
from tsmp.days_before_month import days_before_month
from tsmp.days_before_year import days_before_year


def date_parts(time):
    days, rest = divmod(time, 86400000)
    year = 1970 + days * 400 // 146097
    while days_before_year(year) > days:
        year -= 1
    while days_before_year(year + 1) <= days:
        year += 1
    day = days - days_before_year(year)
    month = 11
    while days_before_month(year, month) > day:
        month -= 1
    day += 1 - days_before_month(year, month)
    rest, ms = divmod(rest, 1000)
    rest, seconds = divmod(rest, 60)
    hours, minutes = divmod(rest, 60)
    return [year, month, day, hours, minutes, seconds, ms, (days + 4) % 7]

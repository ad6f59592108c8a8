# Days from the first day of a year to the first day of a month, 0 to 11.
def days_before_month(year, month):
    days = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)[month]
    return days + 1 if month > 1 and year % 4 == 0 and (year % 100 or year % 400 == 0) else days

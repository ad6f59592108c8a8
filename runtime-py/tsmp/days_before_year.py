# Days from 1970-01-01 to the first day of a year.
def days_before_year(year):
    year -= 1
    return 365 * (year - 1969) + year // 4 - year // 100 + year // 400 - 477

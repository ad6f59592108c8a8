# Date.parse(text): the form of ISO 8601 that the language defines; what else V8 reads is left to date_parse_free.
from tsmp.time_of import time_of


def date_parse(text):
    parts = []
    i = _date(text, parts)
    if parts and i == len(text):
        return _time(parts)
    if parts and i >= 0 and text[i] in "Tt":
        return _with_time(text, parts, i + 1)
    from tsmp.date_parse_free import date_parse_free

    return date_parse_free(text[abs(i) :], parts)


def _time(parts):
    # Of year, month from 1, day, ... as far as they are given.
    return time_of(parts[0], *[part - 1 if i == 0 else part for i, part in enumerate(parts[1:])])


def _number(text, i, length, low, high):
    # The number that has exactly so many digits from i on, -1 if it is not there or out of range.
    digits = text[i : i + length]
    if len(digits) < length or text[i + length : i + length + 1].isdigit() or not _are_digits(digits):
        return -1
    return int(digits) if low <= int(digits) <= high else -1


def _are_digits(text):
    return all(["0" <= c <= "9" for c in text])


def _date(text, parts):
    # Year, month and day as far as they are given go to `parts`; gives where they end, negative if it cannot go on there.
    sign = text[:1]
    i = 1 if sign == "+" or sign == "-" else 0
    length = 6 if i else 4
    year = _number(text, i, length, 0, 999999)
    if year < 0:
        return 0
    if sign == "-" and not year:
        return -i - length
    parts.append(-year if sign == "-" else year)
    i += length
    for last in (12, 31):
        if text[i : i + 1] != "-":
            break
        number = _number(text, i + 1, 2, 1, last)
        if number < 0:
            return -i - 1
        parts.append(number)
        i += 3
    return i


def _with_time(text, parts, i):
    parts += [1, 1][len(parts) - 1 :]
    hours = _number(text, i, 2, 0, 24)
    if hours < 0 or text[i + 2 : i + 3] != ":":
        return float("nan")
    parts.append(hours)
    i += 2
    for unit in range(2):
        if text[i : i + 1] == ":":
            number = _number(text, i + 1, 2, 0, 0 if hours == 24 else 59)
            if number < 0:
                return float("nan")
            parts.append(number)
            i += 3
    if len(parts) == 6 and text[i : i + 1] == ".":
        first = i + 1
        i = first
        while "0" <= text[i : i + 1] <= "9":
            i += 1
        if i == first or hours == 24 and int(text[first:i]):
            return float("nan")
        parts.append(int((text[first:i] + "00")[:3]))
    time = _time(parts)
    rest = text[i:]
    if rest == "" or rest == "Z" or rest == "z":
        return time
    if len(rest) == 6 and rest[3] == ":":
        rest = rest[:3] + rest[4:]
    if len(rest) != 5 or rest[0] not in "+-" or not _are_digits(rest[1:]):
        return float("nan")
    hours = int(rest[1:3])
    minutes = int(rest[3:])
    if hours > 23 or minutes > 59:
        return float("nan")
    offset = (hours * 60 + minutes) * 60000
    return time + offset if rest[0] == "-" else time - offset

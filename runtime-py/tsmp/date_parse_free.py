# Date.parse of text that is not ISO 8601, such as "Jan 5, 2024 10:30 PM": after V8's dateparser, word by word.
from tsmp.time_of import time_of

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ZONES = {
    "z": 0,
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
_NONE = float("nan")


def date_parse_free(text, day):
    # `day` holds the numbers that have been read before.
    tokens = _tokens(text)
    month = -1
    clock = []
    is_clock_done = False
    add_hours = -1
    sign = 0  # of the offset to UTC, 0 as long as there is none
    offset_hours = 0
    offset_minutes = -1
    has_number = bool(day)
    i = 0
    while i < len(tokens) - 1:
        token = tokens[i]
        after = tokens[i + 1]
        i += 1
        c = token[0]
        if "0" <= c <= "9":
            has_number = True
            n = int(token[:9])
            if after == ":":
                i += 1
                if len(clock) == 4:
                    return _NONE
                if tokens[i] == ":":
                    if clock:
                        return _NONE
                    i += 1
                    clock = [n, 0]
                else:
                    clock.append(n)
                    if tokens[i] == ".":
                        i += 1
            elif after == "." and _expects(clock, is_clock_done, n):
                i += 1
                clock.append(n)
                if not tokens[i][:1].isdigit():
                    return _NONE
                clock.append(int((tokens[i] + "00")[:3]))
                is_clock_done = True
                i += 1
            elif sign and offset_minutes < 0 and n < 60:
                offset_minutes = n
            elif _expects(clock, is_clock_done, n):
                clock.append(n)
                is_clock_done = True
                if after not in ("", " ", "z", "+", "-"):
                    return _NONE
            else:
                if after == ".":
                    i += 1
                    after = tokens[i]
                if len(day) == 3:
                    return _NONE
                day.append(n)
                if after == "-":
                    i += 1
        elif "a" <= c <= "z":
            if token in ("am", "pm") and clock:
                add_hours = 12 if token == "pm" else 0
            elif token[:3] in _MONTHS:
                month = _MONTHS.index(token[:3])
                if after == "-":
                    i += 1
            elif token in _ZONES and has_number:
                sign = -1 if _ZONES[token] < 0 else 1
                offset_hours = abs(_ZONES[token])
                offset_minutes = 0
            elif has_number or "0" <= after[:1] <= "9":
                return _NONE
        elif c in "+-" and (sign and offset_hours == 0 and offset_minutes == 0 or clock):
            sign = 1 if c == "+" else -1
            digits = after if after[:1].isdigit() else ""
            if digits:
                i += 1
            n = int(digits or 0)
            has_number = True
            offset_minutes = -1
            if tokens[i] == ":":
                offset_hours = n
            elif len(digits) in (1, 2):
                offset_hours = n
                offset_minutes = 0
            elif len(digits) in (3, 4):
                offset_hours = n // 100
                offset_minutes = n % 100
            else:
                return _NONE
        elif c in "+-)" and has_number:
            return _NONE
        elif c == "(":
            i = _after_parentheses(tokens, i)
    return _time(day, month, clock, add_hours, sign * (offset_hours * 60 + max(offset_minutes, 0)))


def _expects(clock, is_done, n):
    if is_done:
        return False
    count = len(clock)
    return count in (1, 2) and n < 60 or count == 3 and n < 1000


def _after_parentheses(tokens, i):
    depth = 1
    while depth and i < len(tokens) - 1:
        depth += 1 if tokens[i] == "(" else -1 if tokens[i] == ")" else 0
        i += 1
    return i


def _time(day, month, clock, add_hours, offset):
    if not day:
        return _NONE
    day += [1, 1][len(day) - 1 :]
    is_first_a_day = 1 <= day[0] <= 31
    if month >= 0:
        year, date = (day[1], day[0]) if is_first_a_day else (day[0], day[1])
        month += 1
    elif is_first_a_day:
        month, date, year = day
    else:
        year, month, date = day
    if year < 50:
        year += 2000
    elif year < 100:
        year += 1900
    hours, minutes, seconds, ms = clock + [0] * (4 - len(clock))
    if add_hours >= 0:
        if hours > 12:
            return _NONE
        hours = hours % 12 + add_hours
    if not (1 <= month <= 12 and 1 <= date <= 31 and minutes < 60 and seconds < 60 and ms < 1000):
        return _NONE
    if hours > 23 and (hours > 24 or minutes or seconds or ms):
        return _NONE
    return time_of(year, month - 1, date, hours, minutes, seconds, ms) - offset * 60000


def _tokens(text):
    # Numbers, words in small letters, blanks as one, other characters singly; "" at the end.
    tokens = []
    kind = ""
    for c in text:
        of = "0" if "0" <= c <= "9" else "a" if "a" <= c.lower() <= "z" else " " if c in " \t\n\r\v\f" else ""
        if of and of == kind:
            if of != " ":
                tokens[-1] += c.lower()
        else:
            tokens.append(" " if of == " " else c.lower())
        kind = of
    tokens.append("")
    return tokens

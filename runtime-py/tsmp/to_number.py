# Number(x) of text and other values.
_digits = {"0x": 16, "0b": 2, "0o": 8}


def to_number(x):
    kind = type(x)
    if kind is int or kind is float:
        return x
    if kind is bool:
        return 1 if x else 0
    if x is None:
        return float("nan")
    if kind is list:
        x = "" if not x else str(x[0]) if len(x) == 1 else "NaN"
    elif kind is not str:
        return float("nan")
    text = x.strip("\t\n\v\f\r \xa0\ufeff\u2028\u2029")
    if not text:
        return 0
    radix = _digits.get(text[:2].lower())
    try:
        if radix:
            return int(text[2:], radix) if text[2] not in "+-_" and "_" not in text else float("nan")
        if text.lstrip("+-") == "Infinity" and len(text) < 10:
            return float("-inf") if text[0] == "-" else float("inf")
        for c in text:
            if c not in "0123456789+-.eE":
                return float("nan")
        number = float(text)
    except (ValueError, IndexError):
        return float("nan")
    whole = int(number) if number - number == 0 else None
    return whole if whole == number and (whole or text[0] != "-") and -1e15 < number < 1e15 else number

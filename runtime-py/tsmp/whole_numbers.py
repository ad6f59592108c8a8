# Numbers as a typed array of integers stores them: fractions are cut off, NaN is 0.
def whole_numbers(values):
    return [v if type(v) is int else int(v) if v is not None and v - v == 0 else 0 for v in values]

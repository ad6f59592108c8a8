# A number as the key of a dict whose keys are all numbers: NaN, which equals nothing, gets one of its own.
def number_key(x):
    return x if x == x else "NaN"

# The first value of a decorated field: what its decorator gave turns it into another, or is nothing.
def initialize(change, value):
    return value if change is None else change(value)

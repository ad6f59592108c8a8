# What a helper gives, None being null.
from tsmp.null import null


def null_for(value):
    return null if value is None else value

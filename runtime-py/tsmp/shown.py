# What console.log shows for a value: text as it is, all else as inspect has it.
from tsmp.inspect import inspect


def shown(value, none="undefined"):
    return value if type(value) is str else inspect(value, none)

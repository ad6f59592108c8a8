# console.log where it is handed on as a function.
from tsmp.shown import shown


def console_log(*values):
    print(*[shown(value) for value in values])

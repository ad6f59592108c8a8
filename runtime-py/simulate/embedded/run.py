# Runs a program in WebAssembly as a board would, and tells the host how it ended.

import json
import sys

import tsmp_host
import uos


def status_of(error):
    if not isinstance(error, SystemExit):
        sys.print_exception(error, sys.stderr)
        return 1
    value = error.args[0] if error.args else None
    if value is None:
        return 0
    return value & 255 if isinstance(value, int) else 1


sys.path[:] = [
    "",
    "/.simulate/embedded",
    "/.simulate/board",
    ".frozen",
    "/lib",
    "/.absent",
]
uos.chdir("/")
import simulate_start

try:
    simulate_start.run(json.loads(tsmp_host.config()))
    tsmp_host.ended(0)
except BaseException as error:
    tsmp_host.ended(status_of(error))

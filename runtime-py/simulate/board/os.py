# os as on RP2: what the host ports leave out of it.

import sys
from collections import namedtuple

from uos import *

uname_result = namedtuple("uname_result", ("sysname", "nodename", "release", "version", "machine"))


def uname():
    release = ".".join(str(part) for part in sys.implementation[1][:3])
    return uname_result(sys.platform, sys.platform, release, sys.version, "tsmp host run")


def sync():
    pass


if "urandom" not in globals():
    from random import getrandbits

    def urandom(n):
        return bytes([getrandbits(8) for _ in range(n)])

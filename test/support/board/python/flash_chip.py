# A flash chip in a file of the host: what was written is there after the power was cut.
#
# It counts its operations, and can lose power after any of them. Programming only clears bits and
# erasing sets them, as in NOR flash.

import ffi
import uctypes

_libc = ffi.open("libc.so.6")
_open = _libc.func("i", "open", "sii")
_mmap = _libc.func("P", "mmap", "PLiiiL")
_exit = _libc.func("v", "_exit", "i")

BLOCK = 4096
PROGRAM = 256
POWER_CUT = 42


class FlashChip:
    def __init__(self, path, blocks):
        self.blocks = blocks
        read_write, shared = 3, 1
        address = _mmap(0, blocks * BLOCK, read_write, shared, _open(path, 2, 0), 0)
        self.memory = uctypes.bytearray_at(address, blocks * BLOCK)
        self.erased = bytes(b"\xff" * BLOCK)
        self.reads = self.programs = self.erases = 0
        # The operation after which the power goes; -1 keeps it.
        self.cut_after = -1

    def readblocks(self, block, buffer, offset=0):
        self.reads += 1
        at = block * BLOCK + offset
        buffer[:] = self.memory[at : at + len(buffer)]

    def writeblocks(self, block, buffer, offset=None):
        if offset is None:
            self.ioctl(6, block)
            offset = 0
        at = block * BLOCK + offset
        self.memory[at : at + len(buffer)] = buffer
        self.programs += 1
        self._spend()

    def ioctl(self, operation, argument):
        if operation == 4:
            return self.blocks
        if operation == 5:
            return BLOCK
        if operation == 6:
            self.memory[argument * BLOCK : (argument + 1) * BLOCK] = self.erased
            self.erases += 1
            self._spend()
            return 0

    def _spend(self):
        if self.cut_after > 0:
            self.cut_after -= 1
            if self.cut_after == 0:
                _exit(POWER_CUT)

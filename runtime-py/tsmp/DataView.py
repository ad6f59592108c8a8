# DataView: numbers of any width at any byte of a buffer.
from struct import pack_into, unpack_from
from tsmp.RangeError import RangeError


class DataView:
    def __init__(self, buffer, byteOffset=0, byteLength=None):
        view = memoryview(buffer)
        size = len(view) * len(bytes(view[:1])) if len(view) else 0
        if byteOffset < 0 or byteOffset > size:
            raise RangeError("Start offset %d is outside the bounds of the buffer" % byteOffset)
        if byteLength is None:
            byteLength = size - byteOffset
        elif byteLength < 0 or byteOffset + byteLength > size:
            raise RangeError("Invalid DataView length %d" % byteLength)
        self.buffer = buffer
        self.byteOffset = byteOffset
        self.byteLength = byteLength

    def get(self, code, size, offset, little=False):
        return unpack_from(("<" if little else ">") + code, self.buffer, self._place(offset, size))[0]

    def set(self, code, size, offset, value, little=False):
        place = self._place(offset, size)
        if type(value) is float and code != "f" and code != "d":
            value = int(value) if value - value == 0 else 0
        pack_into(("<" if little else ">") + code, self.buffer, place, value)

    def _place(self, offset, size):
        if offset < 0 or offset + size > self.byteLength:
            raise RangeError("Offset is outside the bounds of the DataView")
        return self.byteOffset + offset

# neopixel.NeoPixel: a strip whose colours go nowhere but into the record.

from machine import bitstream


class NeoPixel:
    # Where red, green, blue and white stand among a pixel's bytes
    ORDER = (1, 0, 2, 3)

    def __init__(self, pin, n, bpp=3, timing=1):
        self.pin = pin
        self.n = n
        self.bpp = bpp
        self.buf = bytearray(n * bpp)
        self.timing = (400, 850, 800, 450) if timing == 1 else (800, 1700, 1600, 900)
        pin.init(pin.OUT)

    def __len__(self):
        return self.n

    def __setitem__(self, i, v):
        at = i * self.bpp
        for colour in range(self.bpp):
            self.buf[at + self.ORDER[colour]] = v[colour]

    def __getitem__(self, i):
        at = i * self.bpp
        return tuple([self.buf[at + self.ORDER[colour]] for colour in range(self.bpp)])

    def fill(self, v):
        for i in range(self.n):
            self[i] = v

    def write(self):
        bitstream(self.pin, 0, self.timing, self.buf)

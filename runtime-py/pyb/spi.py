# An SPI bus that this side controls.

import machine


class SPI:
    CONTROLLER = MASTER = 0
    PERIPHERAL = SLAVE = 1
    MSB = machine.SPI.MSB
    LSB = machine.SPI.LSB

    def __init__(self, bus, *args, **kwargs):
        self._spi = machine.SPI(bus)
        if args or kwargs:
            self.init(*args, **kwargs)

    def init(
        self,
        mode,
        baudrate=328125,
        *,
        prescaler=None,
        polarity=1,
        phase=0,
        dir=0,
        bits=8,
        nss=0,
        firstbit=MSB,
        ti=False,
        crc=None
    ):
        if mode != SPI.CONTROLLER:
            raise NotImplementedError("pyb.SPI.PERIPHERAL: on RP2 write a PIO program")
        if ti or crc is not None:
            raise NotImplementedError("pyb.SPI: RP2 has no TI frames and no checksums")
        if prescaler is not None:
            baudrate = machine.freq() // prescaler
        self._spi.init(baudrate=baudrate, polarity=polarity, phase=phase, bits=bits, firstbit=firstbit)

    def deinit(self):
        self._spi.deinit()

    def send(self, send, *, timeout=5000):
        self._spi.write(_data(send))

    def recv(self, recv, *, timeout=5000):
        if isinstance(recv, int):
            return self._spi.read(recv)
        self._spi.readinto(recv)
        return recv

    def send_recv(self, send, recv=None, *, timeout=5000):
        send = _data(send)
        if recv is None:
            recv = bytearray(len(send))
            self._spi.write_readinto(send, recv)
            return bytes(recv)
        self._spi.write_readinto(send, recv)
        return recv

    def read(self, nbytes, write=0):
        return self._spi.read(nbytes, write)

    def readinto(self, buf, write=0):
        self._spi.readinto(buf, write)

    def write(self, buf):
        self._spi.write(buf)

    def write_readinto(self, write_buf, read_buf):
        self._spi.write_readinto(write_buf, read_buf)


def _data(data):
    return bytes((data,)) if isinstance(data, int) else data

# machine.I2C, SPI and their soft forms: the buses work, but nothing is connected to them.

from simulated import record

_EIO = 5


class I2C:
    def __init__(self, id=None, *, scl=None, sda=None, freq=400000, timeout=50000):
        if id not in (None, 0, 1):
            raise ValueError("I2C(%s) doesn't exist" % id)

    def init(self, *, scl=None, sda=None, freq=400000):
        raise OSError("I2C operation not supported")

    def scan(self):
        return []

    def readfrom(self, addr, nbytes, stop=True):
        raise OSError(_EIO)

    def readfrom_into(self, addr, buf, stop=True):
        raise OSError(_EIO)

    def writeto(self, addr, buf, stop=True):
        raise OSError(_EIO)

    def writevto(self, addr, vector, stop=True):
        raise OSError(_EIO)

    def readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8):
        raise OSError(_EIO)

    def readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8):
        raise OSError(_EIO)

    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        raise OSError(_EIO)


class SoftI2C(I2C):
    def __init__(self, scl, sda, *, freq=400000, timeout=50000):
        super().__init__(freq=freq, timeout=timeout)

    def init(self, *, scl=None, sda=None, freq=400000):
        pass

    def start(self):
        pass

    def stop(self):
        pass

    def readinto(self, buf, nack=True):
        raise OSError(_EIO)

    def write(self, buf):
        return 0


class SPI:
    MSB = 0
    LSB = 1

    def __init__(self, id, baudrate=1000000, **kwargs):
        if id not in (0, 1):
            raise ValueError("SPI(%s) doesn't exist" % id)
        self._name = "SPI(%d)" % id
        self.init(baudrate=baudrate, **kwargs)

    def init(self, *, baudrate=1000000, polarity=0, phase=0, bits=8, firstbit=0, sck=None, mosi=None, miso=None):
        pass

    def deinit(self):
        pass

    def write(self, buf):
        record.note(self._name, record.as_bytes(buf))

    def read(self, nbytes, write=0):
        return bytes(nbytes)

    def readinto(self, buf, write=0):
        for i in range(len(buf)):
            buf[i] = 0

    def write_readinto(self, write_buf, read_buf):
        if len(write_buf) != len(read_buf):
            raise ValueError("buffers must be the same length")
        self.write(write_buf)
        self.readinto(read_buf)


class SoftSPI(SPI):
    def __init__(self, baudrate=500000, **kwargs):
        self._name = "SoftSPI"
        self.init(baudrate, **kwargs)

    def init(self, baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=0, sck=None, mosi=None, miso=None):
        pass

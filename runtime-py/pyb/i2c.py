# An I2C bus that this side controls.

import machine


class I2C:
    CONTROLLER = MASTER = 0
    PERIPHERAL = SLAVE = 1

    def __init__(self, bus, *args, **kwargs):
        self._bus = bus
        self._i2c = None
        self.init(*args, **kwargs)

    def init(self, mode=CONTROLLER, *, addr=0x12, baudrate=400000, gencall=False, dma=False, timingr=None):
        if mode != I2C.CONTROLLER:
            raise NotImplementedError("pyb.I2C.PERIPHERAL: on RP2 use machine.I2CTarget")
        self._i2c = machine.I2C(self._bus, freq=baudrate)

    def deinit(self):
        self._i2c = None

    def scan(self):
        return self._i2c.scan()

    def is_ready(self, addr):
        try:
            self._i2c.writeto(addr, b"")
            return True
        except OSError:
            return False

    def send(self, send, addr=0, *, timeout=5000):
        self._i2c.writeto(addr, _data(send))

    def recv(self, recv, addr=0, *, timeout=5000):
        if isinstance(recv, int):
            return self._i2c.readfrom(addr, recv)
        self._i2c.readfrom_into(addr, recv)
        return recv

    def mem_read(self, data, addr, memaddr, *, timeout=5000, addr_size=8):
        if isinstance(data, int):
            return self._i2c.readfrom_mem(addr, memaddr, data, addrsize=addr_size)
        self._i2c.readfrom_mem_into(addr, memaddr, data, addrsize=addr_size)
        return data

    def mem_write(self, data, addr, memaddr, *, timeout=5000, addr_size=8):
        self._i2c.writeto_mem(addr, memaddr, _data(data), addrsize=addr_size)


def _data(data):
    return bytes((data,)) if isinstance(data, int) else data

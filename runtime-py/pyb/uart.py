# A serial port. It is a stream, so asyncio.StreamReader and StreamWriter take it.

import io
import machine


class UART(io.IOBase):
    RTS = machine.UART.RTS
    CTS = machine.UART.CTS
    IRQ_RXIDLE = machine.UART.IRQ_RXIDLE

    def __init__(self, bus, *args, **kwargs):
        self._uart = machine.UART(bus)
        if args or kwargs:
            self.init(*args, **kwargs)

    def init(
        self, baudrate, bits=8, parity=None, stop=1, *, timeout=0, flow=0, timeout_char=0, read_buf_len=64
    ):
        self._uart.init(
            baudrate,
            bits,
            parity,
            stop,
            timeout=timeout,
            flow=flow,
            timeout_char=timeout_char,
            rxbuf=max(32, read_buf_len),
        )

    def deinit(self):
        self._uart.deinit()

    def any(self):
        return self._uart.any()

    def read(self, *nbytes):
        return self._uart.read(*nbytes)

    def readinto(self, buf, *nbytes):
        return self._uart.readinto(buf, *nbytes)

    def readline(self):
        return self._uart.readline()

    def readchar(self):
        data = self._uart.read(1)
        return data[0] if data else -1

    def write(self, buf):
        return self._uart.write(buf)

    def writechar(self, char):
        self._uart.write(bytes((char,)))

    def sendbreak(self):
        self._uart.sendbreak()

    def flush(self):
        self._uart.flush()

    def txdone(self):
        return self._uart.txdone()

    def irq(self, handler=None, trigger=0, hard=False):
        return self._uart.irq(handler, trigger, hard)

    def ioctl(self, req, flags):
        if req != 3:  # MP_STREAM_POLL
            return -1
        return flags & ((1 if self._uart.any() else 0) | (4 if self._uart.txdone() else 0))

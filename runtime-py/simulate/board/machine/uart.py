# machine.UART: what is written is recorded, what simulate_control.receive sends arrives. A stream, so that
# asyncio.StreamReader and StreamWriter take it.

from io import IOBase

from simulated import record
from simulated.alarms import Alarm

_POLL = 3
_POLL_READ = 1
_POLL_WRITE = 4

_uarts = {}


class UART(IOBase):
    INV_TX = 1
    INV_RX = 2
    CTS = 1
    RTS = 2
    IRQ_RXIDLE = 64
    IRQ_TXIDLE = 32
    IRQ_BREAK = 512

    def __init__(self, id, baudrate=115200, bits=8, parity=None, stop=1, **kwargs):
        if id not in (0, 1):
            raise ValueError("UART(%s) doesn't exist" % id)
        self._id = id
        self._input = b""
        self._handler = None
        _uarts[id] = self
        self.init(baudrate, bits, parity, stop, **kwargs)

    def init(
        self,
        baudrate=115200,
        bits=8,
        parity=None,
        stop=1,
        *,
        tx=None,
        rx=None,
        txbuf=None,
        rxbuf=None,
        timeout=None,
        timeout_char=None,
        invert=None,
        flow=None,
        rts=None,
        cts=None
    ):
        pass

    def deinit(self):
        self._input = b""

    def any(self):
        return len(self._input)

    def read(self, nbytes=-1):
        return self._take(len(self._input) if nbytes < 0 else nbytes)

    def readinto(self, buf, nbytes=-1):
        data = self._take(len(buf) if nbytes < 0 else min(nbytes, len(buf)))
        if data is None:
            return None
        buf[: len(data)] = data
        return len(data)

    def readline(self):
        end = self._input.find(b"\n")
        return self._take(len(self._input) if end < 0 else end + 1)

    def write(self, buf):
        data = record.as_bytes(buf)
        record.note("UART(%d)" % self._id, data)
        return len(data)

    def flush(self):
        pass

    def txdone(self):
        return True

    def sendbreak(self):
        pass

    def irq(self, handler=None, trigger=0, hard=False):
        self._handler = handler if trigger & UART.IRQ_RXIDLE else None

    def ioctl(self, request, argument):
        if request != _POLL:
            return -22  # EINVAL
        return argument & (_POLL_WRITE | (_POLL_READ if self._input else 0))

    def _take(self, count):
        data = self._input[:count]
        self._input = self._input[count:]
        return data or None

    @staticmethod
    def _arrive(id, data):
        uart = _uarts.get(id)
        if uart is None:
            return
        uart._input += data
        if uart._handler is not None:
            Alarm(uart._handler, uart, 0)

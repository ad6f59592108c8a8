# machine.Pin: levels, pulls and edge interrupts. One object per pin, as on RP2.

from simulated import record
from simulated.alarms import Alarm, call, look

_pins = {}


def _number(id):
    # 0..29, "GP0".."GP28", "LED" and the names of the wireless chip's own pins.
    if isinstance(id, Pin):
        return id._number
    if isinstance(id, str):
        if id == "LED":
            return "WL_GPIO0"
        if id in ("WL_GPIO0", "WL_GPIO1", "WL_GPIO2"):
            return id
        for prefix in ("GPIO", "GP"):
            if id.startswith(prefix) and id[len(prefix) :].isdigit():
                id = int(id[len(prefix) :])
                break
        else:
            raise ValueError("unknown named pin")
    if not isinstance(id, int) or not 0 <= id <= 29:
        raise ValueError("invalid pin")
    return id


class Pin:
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    ALT = 3
    PULL_UP = 1
    PULL_DOWN = 2
    IRQ_FALLING = 4
    IRQ_RISING = 8
    ALT_SPI = 1
    ALT_UART = 2
    ALT_I2C = 3
    ALT_PWM = 4
    ALT_SIO = 5
    ALT_PIO0 = 6
    ALT_PIO1 = 7
    ALT_GPCK = 8
    ALT_USB = 9

    def __new__(cls, id, *args, **kwargs):
        number = _number(id)
        pin = _pins.get(number)
        if pin is None:
            pin = super().__new__(cls)
            pin._number = number
            pin._mode = Pin.IN
            pin._pull = 0
            pin._latch = 0
            pin._driven = None
            pin._irq = None
            _pins[number] = pin
        return pin

    def __init__(self, id, mode=-1, pull=-1, *, value=None, drive=None, alt=None):
        if mode != -1 or pull != -1 or value is not None:
            self.init(mode, pull, value=value, drive=drive, alt=alt)

    def init(self, mode=-1, pull=-1, *, value=None, drive=None, alt=None):
        before = self._level()
        if mode == -1:
            mode = self._mode
        if mode not in (Pin.IN, Pin.OUT, Pin.OPEN_DRAIN, Pin.ALT):
            raise ValueError("invalid pin mode")
        self._mode = mode
        if pull != -1:
            self._pull = 0 if pull is None else pull
        if value is not None:
            self._latch = 1 if value else 0
        if mode in (Pin.OUT, Pin.OPEN_DRAIN):
            record.note(self._name(), self._latch)
        self._changed(before)

    def value(self, x=None):
        look()
        if x is None:
            return self._level()
        before = self._level()
        self._latch = 1 if x else 0
        if self._mode in (Pin.OUT, Pin.OPEN_DRAIN):
            record.note(self._name(), self._latch)
        self._changed(before)

    def _level(self):
        if self._mode == Pin.OUT:
            return self._latch
        if self._mode == Pin.OPEN_DRAIN and not self._latch:
            return 0
        if self._driven is not None:
            return self._driven
        return 1 if self._pull & Pin.PULL_UP else 0

    def __call__(self, x=None):
        return self.value(x)

    def on(self):
        self.value(1)

    high = on

    def off(self):
        self.value(0)

    low = off

    def toggle(self):
        self.value(0 if self._latch else 1)

    def irq(self, handler=None, trigger=12, hard=False, *, priority=1, wake=None):
        # 12: both edges
        if not isinstance(self._number, int):
            raise ValueError("expecting a regular GPIO Pin")
        self._irq = Irq(self, handler, trigger, hard)
        return self._irq

    def _drive(self, level):
        before = self._level()
        self._driven = None if level is None else 1 if level else 0
        self._changed(before)

    def _changed(self, before):
        now = self._level()
        if now != before and self._irq is not None:
            self._irq._edge(Pin.IRQ_RISING if now else Pin.IRQ_FALLING)

    def _name(self):
        return "GPIO%d" % self._number if isinstance(self._number, int) else self._number

    def __repr__(self):
        mode = ("IN", "OUT", "OPEN_DRAIN", "ALT")[self._mode]
        pull = ("", ", pull=PULL_UP", ", pull=PULL_DOWN", ", pull=PULL_UP|PULL_DOWN")[self._pull]
        return "Pin(%s, mode=%s%s)" % (self._name(), mode, pull)


class Irq:
    def __init__(self, pin, handler, trigger, hard):
        self._pin = pin
        self._handler = handler
        self._trigger = trigger
        self._hard = hard
        self._flags = 0

    def flags(self):
        return self._flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
        return before

    def __call__(self):
        self._edge(self._trigger)

    def _edge(self, edge):
        if self._handler is None or not self._trigger & edge:
            return
        self._flags = edge
        if self._hard:
            call(self._handler, self._pin, True)
        else:
            Alarm(self._handler, self._pin, 0)

# The world around a simulated board, for programs and tests that drive it. Exists only in a host run.

from machine import ADC, UART, Pin
from simulated import record
from simulated.alarms import Alarm


def set_level(pin, level):
    # What is wired to the pin drives it to 0 or 1; None lets go of it.
    Pin(pin)._drive(level)


def level(pin):
    return Pin(pin).value()


def set_adc(channel, u16):
    ADC._readings[channel] = u16


def receive(uart, data):
    # Bytes arrive at a UART.
    UART._arrive(uart, data)


def after(ms, function, argument=None):
    # Calls function(argument) in `ms` milliseconds, in the context of an interrupt.
    return Alarm(function, argument, ms * 1000)


def keep_events(on=True):
    # From now on (or no longer), `events()` remembers what the board does.
    record.keep(on)


def events():
    # [(ticks_ms, what, value), ...], as in (1204, "GPIO25", 1) or (1310, "NeoPixel(GPIO28)", b"...").
    return record.events

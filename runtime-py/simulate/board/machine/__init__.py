# The machine module of RP2, as far as a program can use it without a board.

from .adc import ADC
from .buses import I2C, SPI, SoftI2C, SoftSPI
from .pin import Pin
from .power import (
    PWRON_RESET,
    WDT_RESET,
    WDT,
    bootloader,
    deepsleep,
    disable_irq,
    enable_irq,
    freq,
    idle,
    lightsleep,
    reset,
    reset_cause,
    soft_reset,
    unique_id,
)
from .pulses import PWM, bitstream, time_pulse_us
from .rtc import RTC
from .signal import Signal
from .timer import Timer
from .uart import UART


def __getattr__(name):
    if name in ("I2S", "I2CTarget", "USBDevice", "mem8", "mem16", "mem32", "dht_readinto"):
        raise NotImplementedError("machine." + name + " has no stand-in: it works only on the board")
    raise AttributeError("module 'machine' has no attribute '" + name + "'")

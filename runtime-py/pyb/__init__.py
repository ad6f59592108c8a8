# The Pyboard's module on RP2, over `machine`. A name is loaded when it is first used.

_modules = {
    "ADC": "adc",
    "ExtInt": "ext_int",
    "I2C": "i2c",
    "LED": "led",
    "Pin": "pin",
    "RTC": "rtc",
    "SPI": "spi",
    "Servo": "servos",
    "Switch": "switch",
    "Timer": "timer",
    "UART": "uart",
    "bootloader": "chip",
    "delay": "clock",
    "disable_irq": "irq",
    "elapsed_micros": "clock",
    "elapsed_millis": "clock",
    "enable_irq": "irq",
    "freq": "chip",
    "hard_reset": "chip",
    "micros": "clock",
    "millis": "clock",
    "rng": "chip",
    "sync": "chip",
    "udelay": "clock",
    "unique_id": "chip",
    "wfi": "chip",
}

_absent = (
    "ADCAll Accel CAN DAC Flash LCD SD SDCard USB_HID USB_VCP country fault_debug have_cdc hid hid_keyboard "
    "hid_mouse info main mount pwm repl_info repl_uart servo standby stop timerchannel usb_mode"
)


def __getattr__(name):
    if name not in _modules:
        if name in _absent.split():
            raise NotImplementedError("pyb." + name + " is not available on RP2")
        raise AttributeError(name)
    value = getattr(__import__(_modules[name], None, None, True, 1), name)
    globals()[name] = value
    return value

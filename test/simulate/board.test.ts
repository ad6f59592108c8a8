import { expect, test } from "vitest";
import type { RunRequest } from "../../compiler/simulate/request.ts";
import { onBothHosts } from "./onBothHosts.ts";
import { runPython } from "./runPython.ts";

onBothHosts((host) => {
  const run = async (program: string, options: Partial<RunRequest> = {}) => {
    const { stdout, stderr } = await runPython(program, { host, ...options });
    return stdout + stderr;
  };

  test("Pin: one object per pin, levels, pulls, errors", async () => {
    expect(
      await run(`
from machine import Pin
led = Pin("LED", Pin.OUT)
led.on(); print(led.value())
led.toggle(); print(led())
led.high(); led.low(); print(led())
print(Pin(3) is Pin(3), Pin("GP3") is Pin(3))
button = Pin(14, Pin.IN, Pin.PULL_UP)
print(button, button.value())
print(Pin(15, Pin.OUT, value=1).value(), Pin(15).value())
for wrong in (30, -1, "GP99", "X1"):
    try:
        Pin(wrong)
    except ValueError as e:
        print(e)
try:
    led.irq(print)
except ValueError as e:
    print(e)
`),
    ).toBe(
      "1\n0\n0\nTrue True\nPin(GPIO14, mode=IN, pull=PULL_UP) 1\n1 1\ninvalid pin\ninvalid pin\ninvalid pin\nunknown named pin\nexpecting a regular GPIO Pin\n",
    );
  });

  test("UART and SPI send texts as well as bytes", async () => {
    expect(
      await run(
        'from machine import SPI, UART\nprint(UART(0).write("AT\\u00e9"))\nSPI(0).write("x")\nprint(UART(0).write(bytearray(2)))\n',
        { trace: true },
      ),
    ).toBe(
      "4\n2\n[board] UART(0) = b'AT\\xc3\\xa9'\n[board] SPI(0) = b'x'\n[board] UART(0) = b'\\x00\\x00'\n",
    );
  });

  test("Pin.irq follows what is wired to the pin, from the request and from the program", async () => {
    const program = `
import time
from machine import Pin
from simulate_control import set_level
button = Pin(14, Pin.IN, Pin.PULL_UP)
def pressed(pin):
    print("pressed", pin is button, pin.value(), interrupt.flags() == Pin.IRQ_FALLING)
interrupt = button.irq(pressed, Pin.IRQ_FALLING)
time.sleep_ms(200)
set_level(14, 1)
set_level(14, 0)
time.sleep_ms(20)
set_level(14, None)
print(button.value())
`;
    const inputs = [
      { atMs: 50, pin: 14, level: 0 },
      { atMs: 100, pin: 14, level: 1 },
    ] as const;
    expect(await run(program, { inputs })).toBe("pressed True 0 True\npressed True 0 True\n1\n");
  });

  test("an output pin can interrupt, a hard handler at once", async () => {
    expect(
      await run(`
from machine import Pin
pin = Pin(2, Pin.OUT, value=0)
n = 0
def rising(p):
    global n
    n += 1
pin.irq(handler=rising, trigger=Pin.IRQ_RISING, hard=True)
for i in range(4):
    pin.toggle()
print(n)
`),
    ).toBe("2\n");
  });

  test("NeoPixel writes its colours into the record", async () => {
    expect(
      await run(`
from machine import Pin
from neopixel import NeoPixel
import simulate_control
strip = NeoPixel(Pin(28), 2)
strip[0] = (1, 2, 3)
print(len(strip), strip[0])
simulate_control.keep_events()
strip.write()
strip.fill((0, 0, 9))
strip.write()
for at, what, value in simulate_control.events():
    print(what, value)
try:
    strip[2] = (0, 0, 0)
except IndexError:
    print("IndexError")
`),
    ).toBe(
      "2 (1, 2, 3)\nbitstream(GPIO28) b'\\x02\\x01\\x03\\x00\\x00\\x00'\nbitstream(GPIO28) b'\\x00\\x00\\t\\x00\\x00\\t'\nIndexError\n",
    );
  });

  test("trace shows what the outputs do", async () => {
    const { stderr } = await runPython(
      `from machine import Pin\nled = Pin("LED", Pin.OUT)\nled.on()`,
      { host, trace: true },
    );
    expect(stderr).toBe("[board] WL_GPIO0 = 0\n[board] WL_GPIO0 = 1\n");
  });

  test("WLAN joins a network after a moment", async () => {
    expect(
      await run(`
import network, time
wlan = network.WLAN(network.STA_IF)
try:
    wlan.connect("home", "secret")
except OSError as e:
    print(e)
wlan.active(True)
print(wlan.isconnected(), wlan.status() == network.STAT_IDLE, wlan.ifconfig()[0])
wlan.connect("home", "secret")
print(wlan.isconnected(), wlan.status() == network.STAT_CONNECTING)
time.sleep_ms(150)
print(wlan.isconnected(), wlan.status() == network.STAT_GOT_IP, wlan.ifconfig()[0], wlan.config("ssid"))
print(network.WLAN(network.STA_IF) is wlan)
`),
    ).toBe("STA must be active\nFalse True 0.0.0.0\nFalse True\nTrue True 127.0.0.1 home\nTrue\n");
  });

  test("UART is a stream for asyncio", async () => {
    expect(
      await run(`
import asyncio
from machine import UART
from simulate_control import after, receive
uart = UART(0, 115200)
print(uart.any(), uart.read(), uart.write(b"out"))
async def main():
    reader = asyncio.StreamReader(uart)
    after(20, lambda _: receive(0, b"hel"))
    after(40, lambda _: receive(0, b"lo\\nrest"))
    print(await reader.readline())
    print(await reader.readexactly(4))
asyncio.run(main())
`),
    ).toBe("0 None 3\nb'hello\\n'\nb'rest'\n");
  });

  test("ADC, PWM, I2C, SPI, RTC and the rest answer as on the board", async () => {
    expect(
      await run(`
import machine, micropython, time, os
from machine import ADC, I2C, PWM, RTC, SPI, Pin, Signal
from simulate_control import set_adc
set_adc(0, 1234)
print(ADC(26).read_u16(), ADC(Pin(26)).read_u16(), ADC(ADC.CORE_TEMP).read_u16())
try:
    ADC(Pin(3))
except ValueError as e:
    print(e)
pwm = PWM(Pin(15), freq=1000, duty_u16=32768)
print(pwm.freq(), pwm.duty_u16(), pwm.duty_ns())
i2c = I2C(0, scl=Pin(1), sda=Pin(0), freq=400000)
print(i2c.scan())
try:
    i2c.writeto(0x3C, b"x")
except OSError as e:
    print(e)
spi = SPI(0, 1000000, polarity=0, sck=Pin(2), mosi=Pin(3), miso=Pin(4))
print(spi.read(2))
rtc = RTC()
rtc.datetime((2030, 1, 2, 2, 3, 4, 5, 0))
print(rtc.datetime())
lamp = Signal(Pin(16, Pin.OUT), invert=True)
lamp.on()
print(lamp.value(), Pin(16).value())
print(machine.freq(), len(machine.unique_id()), machine.reset_cause() == machine.PWRON_RESET)
micropython.alloc_emergency_exception_buf(100)
print(len(time.localtime()), isinstance(time.time(), int), len(os.urandom(4)), os.uname().machine)
for use in ("machine.I2S", "machine.mem32"):
    try:
        eval(use)
    except NotImplementedError as e:
        print(e)
`),
    ).toBe(
      "1234 1234 14021\nPin doesn't have ADC capabilities\n1000 32768 500007\n[]\n[Errno 5] EIO\nb'\\x00\\x00'\n(2030, 1, 2, 2, 3, 4, 5, 0)\n1 0\n125000000 8 True\n8 True 4 tsmp host run\nmachine.I2S has no stand-in: it works only on the board\nmachine.mem32 has no stand-in: it works only on the board\n",
    );
  });

  test("an unfed watchdog is reported", async () => {
    expect(await run("import machine\nmachine.WDT(timeout=30)")).toBe(
      "machine.WDT: not fed for 30 ms; here a board resets\n",
    );
  });
});

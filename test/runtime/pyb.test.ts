import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { onBoard } from "./support/python.ts";

async function prints(program: string, lines: readonly string[]): Promise<void> {
  expect(await onBoard(program)).toEqual(lines);
}

describeOnUnix("pyb on RP2", () => {
  test("Timer calls back so many times a second, with the timer, until its callback is None", () =>
    prints(
      `
      import pyb
      from pyb import Timer

      calls = 0
      timer = None

      def count(t):
          global calls, timer
          calls += 1
          timer = t

      tim = Timer(4, freq=100, callback=count)
      pyb.delay(205)
      tim.callback(None)
      print(15 <= calls <= 21, timer is tim)
      before = calls
      pyb.delay(30)
      print(calls == before)
      tim.callback(count)
      pyb.delay(50)
      tim.deinit()
      print(calls > before)
      `,
      ["True True", "True", "True"],
    ));

  test("Timer's callback is a hard interrupt where the firmware can", () =>
    prints(
      `
      import pyb

      failed = False

      def allocates(timer):
          global failed
          try:
              [timer]
          except MemoryError:
              failed = True

      tim = pyb.Timer(4, freq=50, callback=allocates)
      pyb.delay(50)
      tim.deinit()
      print(failed)
      `,
      ["True"],
    ));

  test("where it cannot, the callback comes from the scheduler", () =>
    prints(
      `
      import machine, pyb

      class Soft:
          # machine.Timer before 1.26
          def __init__(self, id):
              pass

          def init(self, *, period, tick_hz, callback):
              print("soft", period, tick_hz)

          def deinit(self):
              pass

      machine.Timer = Soft
      pyb.Timer(1, freq=1000, callback=print)
      `,
      ["soft 1000 1000000"],
    ));

  test("Timer counts prescaler and period at the Pyboard's clock", () =>
    prints(
      `
      from pyb import Timer

      tim = Timer(4, prescaler=83, period=999)
      print(tim.source_freq(), tim.freq(), tim.prescaler(), tim.period())
      tim.period(1999)
      print(tim.freq(), Timer(8).source_freq(), Timer(4) is tim)
      for hz in (1, 50, 20000, 0.5):
          tim.freq(hz)
          print(tim.freq(), tim.period() <= 0xFFFF)
      for wrong in (lambda: Timer(0), lambda: Timer(15), lambda: tim.freq(0)):
          try:
              wrong()
          except ValueError as e:
              print(e)
      try:
          tim.init(prescaler=5)
      except TypeError as e:
          print(e)
      `,
      [
        "84000000 1000 83 999",
        "500 168000000 True",
        "1 True",
        "50 True",
        "20000 True",
        "0.5 True",
        "Timer(0) doesn't exist",
        "Timer(15) doesn't exist",
        "invalid freq",
        "must specify either freq, or prescaler and period",
      ],
    ));

  test("a channel of a Timer makes pulses on a pin", () =>
    prints(
      `
      import simulate_control
      from pyb import Pin, Timer

      simulate_control.keep_events()
      tim = Timer(2, freq=1000)
      ch = tim.channel(1, Timer.PWM, pin=Pin("GP2"), pulse_width_percent=25)
      print(ch.pulse_width_percent(), ch.pulse_width() == (tim.period() + 1) // 4, tim.channel(1) is ch, tim.channel(2))
      tim.freq(2000)
      ch.pulse_width((tim.period() + 1) // 2)
      ch.pulse_width(tim.period() + 1)
      print([value for _, what, value in simulate_control.events() if what == "PWM(GPIO2)"])
      for mode, options in ((Timer.IC, {}), (Timer.PWM, {}), (Timer.OC_TOGGLE, {"pin": Pin("GP2")})):
          try:
              tim.channel(2, mode, **options)
          except NotImplementedError as e:
              print(e)
      `,
      [
        "25 True True None",
        "[0, 16383, 16383, 32767, 65535]",
        ...Array(3).fill("pyb.Timer.channel: on RP2 it makes PWM on a pin, and nothing else"),
      ],
    ));

  test("a channel's pulse width may be set in an interrupt", () =>
    prints(
      `
      import micropython
      from pyb import Pin, Timer

      ch = Timer(2, freq=50).channel(1, Timer.PWM, pin=Pin("GP2"))
      ch._pwm.duty_u16 = lambda value: None  # The stand-in allocates, RP2 does not
      micropython.heap_lock()
      ch.pulse_width(20000)
      micropython.heap_unlock()
      print(ch.pulse_width())
      `,
      ["20000"],
    ));

  test("LED turns on and off, and dims where the pin can", () =>
    prints(
      `
      import machine, simulate_control
      from pyb import LED

      led = LED(1)
      led.on()
      print(machine.Pin("LED").value(), led.intensity())
      led.toggle()
      print(machine.Pin("LED").value(), led.intensity())
      led.intensity(100)
      print(machine.Pin("LED").value(), led.intensity())
      simulate_control.keep_events()
      red = LED(machine.Pin(5))
      red.intensity(128)
      red.off()
      print([value for _, what, value in simulate_control.events() if what == "PWM(GPIO5)"])
      try:
          LED(2)
      except ValueError as e:
          print(e)
      `,
      ["1 255", "0 0", "1 100", "[0, 32896, 0]", "LED(2) doesn't exist"],
    ));

  test("Pin has the Pyboard's names, and is a pin of machine", () =>
    prints(
      `
      import machine
      from pyb import Pin

      pin = Pin("GP15", Pin.OUT_PP)
      pin.high()
      print(pin.value(), pin is machine.Pin(15), Pin.OUT_OD == machine.Pin.OPEN_DRAIN)
      Pin(15, Pin.IN, Pin.PULL_NONE)
      pin.low()
      try:
          Pin("X1")
      except ValueError as e:
          print(e)
      `,
      ["1 True True", "unknown named pin"],
    ));

  test("Switch is pressed when its pin is low, and calls back in the interrupt", () =>
    prints(
      `
      import simulate_control
      from pyb import Switch

      presses = [0]

      def pressed():
          presses[0] += 1

      switch = Switch("GP3")
      switch.callback(pressed)
      for level in (0, 1, 0):
          simulate_control.set_level(3, level)
          print(switch(), switch.value(), presses)
      switch.callback(None)
      simulate_control.set_level(3, 1)
      simulate_control.set_level(3, 0)
      print(presses)
      try:
          Switch()
      except NotImplementedError as e:
          print(e)
      `,
      [
        "True True [1]",
        "False False [1]",
        "True True [2]",
        "[2]",
        "pyb.Switch() without a pin: RP2 boards have no user switch",
      ],
    ));

  test("ExtInt calls back with its line, is disabled and enabled, and can be triggered by software", () =>
    prints(
      `
      import simulate_control
      from pyb import ExtInt, Pin

      lines = [0] * 8
      n = 0

      def on_edge(line):
          global n
          lines[n] = line
          n += 1

      ext = ExtInt(Pin("GP4"), ExtInt.IRQ_FALLING, Pin.PULL_UP, on_edge)
      for step in (lambda: None, ext.disable, ext.enable):
          step()
          simulate_control.set_level(4, 0)
          simulate_control.set_level(4, 1)
          print(n, end=" ")
      ext.swint()
      print(n, ext.line(), lines[:n])
      `,
      ["1 1 2 3 4 [4, 4, 4]"],
    ));

  test("ADC has 12 bits, and reads at a pace", () =>
    prints(
      `
      import time
      from array import array
      from pyb import ADC, Pin, Timer
      from simulate_control import set_adc

      adc = ADC(Pin(26))
      set_adc(0, 0x8010)
      print(adc.read())
      coarse, fine = bytearray(3), array("H", [0] * 3)
      start = time.ticks_ms()
      adc.read_timed(coarse, 100)
      print(time.ticks_diff(time.ticks_ms(), start) >= 20, coarse)
      adc.read_timed(fine, Timer(6, freq=1000))
      print(fine)
      `,
      ["2049", "True bytearray(b'\\x80\\x80\\x80')", "array('H', [2049, 2049, 2049])"],
    ));

  test("UART reads and writes, also as a stream of asyncio", () =>
    prints(
      `
      import asyncio
      from pyb import UART
      from simulate_control import after, events, keep_events, receive

      keep_events()
      uart = UART(0, 9600, timeout=10)
      uart.writechar(65)
      print(uart.readchar(), uart.any(), uart.write(b"hello"))
      receive(0, b"abc\\nrest")
      print(chr(uart.readchar()), uart.readline(), uart.any())
      buf = bytearray(2)
      print(uart.readinto(buf), buf, uart.read())

      async def main():
          after(20, lambda _: receive(0, b"line\\n"))
          print(await asyncio.StreamReader(uart).readline())

      asyncio.run(main())
      print([value for _, what, value in events()])
      `,
      ["-1 0 5", "a b'bc\\n' 4", "2 bytearray(b're') b'st'", "b'line\\n'", "[b'A', b'hello']"],
    ));

  test("I2C and SPI in the Pyboard's words", () =>
    prints(
      `
      import machine
      from pyb import I2C, SPI

      # Nothing is connected to the stand-ins, so a device of one register stands beside them.
      class Device:
          def __init__(self, bus, **options):
              self.data = b"\\x01\\x02\\x03"

          def writeto(self, addr, data):
              if addr != 0x42:
                  raise OSError(5)
              self.data = bytes(data) or self.data

          def readfrom(self, addr, count):
              return self.data[:count]

          def readfrom_mem(self, addr, memaddr, count, *, addrsize):
              return bytes((memaddr, addrsize))[:count]

          def writeto_mem(self, addr, memaddr, data, *, addrsize):
              self.data = bytes(data)

          def readfrom_into(self, addr, buf):
              buf[:] = self.data[: len(buf)]

      machine.I2C = Device
      i2c = I2C(0, I2C.CONTROLLER, baudrate=100000)
      print(i2c.is_ready(0x42), i2c.is_ready(0x43))
      i2c.send(7, 0x42)
      print(i2c.recv(1, 0x42), i2c.mem_read(2, 0x42, 9, addr_size=16))
      i2c.mem_write(b"xyz", 0x42, 1)
      buf = bytearray(3)
      print(i2c.recv(buf, 0x42) is buf, buf)

      spi = SPI(0, SPI.CONTROLLER, baudrate=600000, polarity=0)
      spi.send(5)
      spi.write(b"abc")
      print(spi.recv(2), spi.send_recv(b"abc"), spi.recv(bytearray(1)))
      for wrong in (
          lambda: I2C(0, I2C.PERIPHERAL),
          lambda: SPI(0, SPI.PERIPHERAL),
          lambda: SPI(0, SPI.CONTROLLER, crc=5),
      ):
          try:
              wrong()
          except NotImplementedError as e:
              print(e)
      `,
      [
        "True False",
        "b'\\x07' b'\\t\\x10'",
        "True bytearray(b'xyz')",
        "b'\\x00\\x00' b'\\x00\\x00\\x00' bytearray(b'\\x00')",
        "pyb.I2C.PERIPHERAL: on RP2 use machine.I2CTarget",
        "pyb.SPI.PERIPHERAL: on RP2 write a PIO program",
        "pyb.SPI: RP2 has no TI frames and no checksums",
      ],
    ));

  test("RTC counts weekdays from 1, Monday", () =>
    prints(
      `
      import machine
      from pyb import RTC

      rtc = RTC()
      rtc.datetime((2024, 1, 2, 2, 3, 4, 5, 0))
      print(rtc.datetime()[:6], machine.RTC().datetime()[3])
      try:
          rtc.wakeup(1000)
      except NotImplementedError as e:
          print(e)
      `,
      ["(2024, 1, 2, 2, 3, 4) 1", "pyb.RTC.wakeup: on RP2 use machine.Timer or machine.lightsleep"],
    ));

  test("Servo turns to an angle, at once or in time, and keeps to its calibration", () =>
    prints(
      `
      import pyb

      servo = pyb.Servo(5)
      servo.angle(45)
      print(servo.angle(), servo.pulse_width())
      servo.angle(-45, 200)
      pyb.delay(60)
      between = servo.angle()
      pyb.delay(250)
      print(-45 < between < 45, servo.angle())
      servo.speed(50)
      print(servo.speed())
      servo.pulse_width(5000)
      print(servo.pulse_width())
      servo.calibration(1000, 2000, 1500)
      servo.angle(90)
      print(servo.calibration(), servo.pulse_width())
      `,
      ["45 1985", "True -45", "50", "2420", "(1000, 2000, 1500, 2470, 2200) 2000"],
    ));

  test("time: delays, counters and what has elapsed", () =>
    prints(
      `
      import pyb

      ms, us = pyb.millis(), pyb.micros()
      pyb.delay(20)
      pyb.udelay(500)
      print(20 <= pyb.elapsed_millis(ms) < 1000, 19000 <= pyb.elapsed_micros(us) < 1000000)

      import pyb.clock
      pyb.clock.millis = lambda: 5
      print(pyb.elapsed_millis(0x3FFFFFFF))
      `,
      ["True True", "6"],
    ));

  test("interrupts are switched off and on as often as one likes", () =>
    prints(
      `
      import machine, pyb

      depth = 0
      real = machine.disable_irq, machine.enable_irq

      def disable_irq():
          global depth
          depth += 1
          return real[0]()

      def enable_irq(state):
          global depth
          depth -= 1
          real[1](state)

      machine.disable_irq, machine.enable_irq = disable_irq, enable_irq
      print(pyb.disable_irq(), pyb.disable_irq(), depth)
      pyb.enable_irq(False)
      pyb.enable_irq()
      pyb.enable_irq()
      print(depth)
      state = pyb.disable_irq()
      pyb.enable_irq(state)
      print(depth)
      `,
      ["True False 1", "0", "0"],
    ));

  test("the chip: its clock, its number, random numbers, sleep and reset", () =>
    prints(
      `
      import machine, pyb

      print(pyb.freq())
      pyb.freq(100000000)
      print(machine.freq(), pyb.unique_id() == machine.unique_id())
      print(all(0 <= pyb.rng() < 1 << 30 for _ in range(50)), pyb.rng() != pyb.rng())
      pyb.wfi()
      pyb.sync()
      print(pyb.hard_reset is machine.reset, pyb.bootloader is machine.bootloader)
      `,
      ["(125000000, 125000000, 125000000, 125000000)", "100000000 True", "True True", "True True"],
    ));

  test("what RP2 lacks raises NotImplementedError that names it", () =>
    prints(
      `
      import pyb

      for name in ("CAN", "DAC", "Accel", "LCD", "standby", "repl_uart", "servo"):
          try:
              getattr(pyb, name)
          except NotImplementedError as e:
              print(e)
      try:
          from pyb import SDCard
      except NotImplementedError as e:
          print(e)
      try:
          pyb.Timer(4).counter()
      except NotImplementedError as e:
          print(e)
      try:
          pyb.nothing
      except AttributeError:
          print("AttributeError")
      `,
      [
        ...["CAN", "DAC", "Accel", "LCD", "standby", "repl_uart", "servo", "SDCard"].map(
          (name) => `pyb.${name} is not available on RP2`,
        ),
        "pyb.Timer.counter: an alarm of RP2 has no counter",
        "AttributeError",
      ],
    ));
});

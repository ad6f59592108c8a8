import { describe, expect, test } from "vitest";
import type { Host } from "../../compiler/simulate/request.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { onBoard } from "./support/python.ts";

/** What the programs below share: a pin that the simulated world drives, in a loop in which times are short. */
const prelude = `
import asyncio
from machine import ADC, Pin
from simulate_control import set_adc, set_level

pin = Pin(3, Pin.IN, Pin.PULL_UP)
log = []

async def play(*plan):
    for level, ms in plan:
        set_level(3, level)
        await asyncio.sleep_ms(ms)

short = ((0, 40), (1, 230))
double = ((0, 35), (1, 35), (0, 35), (1, 230))
long = ((0, 290), (1, 230))

def hasten(button):
    button.debounce_ms = 20
    button.long_press_ms = 200
    button.double_click_ms = 150
    return button

async def record(button):
    async def note(name):
        event = getattr(button, name)
        while True:
            await event.wait()
            event.clear()
            log.append(name)

    for name in ("press", "release", "double", "long"):
        asyncio.create_task(note(name))

async def show(*presses):
    for name, press in presses:
        log.clear()
        await play(*press)
        print(name, log)
`;

function program(body: string): string {
  const indent = Math.min(
    ...body
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => line.search(/\S/)),
  );
  const lines = body.split("\n").map((line) => line.slice(indent));
  return `${prelude}\n${lines.join("\n")}`;
}

/** Those that differ most in how they wait run on both hosts. */
function driversOn(host: Host): void {
  test.concurrent("EButton: events, all of them or only one kind per press", async () => {
    const printed = await onBoard(
      program(`
        from primitives import EButton

        async def main():
            for suppress in (False, True):
                button = hasten(EButton(pin, suppress=suppress))
                await record(button)
                await asyncio.sleep_ms(10)
                await show(("short", short), ("double", double), ("long", long))
                button.deinit()

        asyncio.run(main())
      `),
      host,
    );
    expect(printed).toEqual([
      "short ['press', 'release']",
      "double ['press', 'release', 'press', 'double', 'release']",
      "long ['press', 'long', 'release']",
      "short ['press', 'release']",
      "double ['double', 'release']",
      "long ['long', 'release']",
    ]);
  });

  test.concurrent("Encoder: position with division, limits and modulus, in a callback and async for", async () => {
    const printed = await onBoard(
      program(`
        from primitives import Encoder

        phase = 0

        async def turn(clicks):
            global phase
            for _ in range(4 * abs(clicks)):
                phase = (phase + (1 if clicks > 0 else -1)) % 4
                x, y = ((1, 1), (0, 1), (0, 0), (1, 0))[phase]
                set_level(6, x)
                set_level(7, y)
            await asyncio.sleep_ms(20)

        async def main():
            pins = Pin(6, Pin.IN, Pin.PULL_UP), Pin(7, Pin.IN, Pin.PULL_UP)
            note = lambda value, change, name: log.append((name, value, change))
            knob = Encoder(*pins, v=1, div=4, vmin=0, vmax=3, callback=note, args=("knob",), delay=2)
            for clicks in (1, 5, -1, -7, 1):
                await turn(clicks)
            print(log, knob.value())
            knob.deinit()
            dial = Encoder(*pins, div=4, mod=10, delay=2)

            async def follow():
                async for value in dial:
                    print(value)

            asyncio.create_task(follow())
            for clicks in (-1, 3):
                await turn(clicks)
            try:
                Encoder(*pins, v=5, vmax=3)
            except ValueError as e:
                print(e)

        asyncio.run(main())
      `),
      host,
    );
    expect(printed).toEqual([
      "[('knob', 2, 1), ('knob', 3, 1), ('knob', 2, -1), ('knob', 0, -2), ('knob', 1, 1)] 1",
      "9",
      "2",
      "Incompatible args: must have vmin <= v <= vmax",
    ]);
  });

  test.concurrent("AADC: waits until the value leaves a range, or enters it", async () => {
    const printed = await onBoard(
      program(`
        from primitives import AADC

        async def later(value):
            await asyncio.sleep_ms(20)
            set_adc(0, value)

        async def main():
            set_adc(0, 1000)
            aadc = AADC(ADC(26))
            asyncio.create_task(later(4000))
            print(await aadc(2000))
            aadc.sense(normal=False)
            asyncio.create_task(later(30000))
            print(await aadc(25_000, 39_000))
            aadc.sense(normal=True)
            asyncio.create_task(later(50000))
            print(await aadc())
            set_adc(0, 7)
            print(aadc.read_u16(last=True), aadc.read_u16())

        asyncio.run(main())
      `),
      host,
    );
    expect(printed).toEqual(["4000", "30000", "50000", "50000 7"]);
  });
}

describeOnUnix("drivers", () => {
  driversOn("unix");

  test.concurrent("Switch: callbacks on closing and opening, bounces count once", async () => {
    const printed = await onBoard(
      program(`
        from primitives import Switch

        async def opened(text):
            log.append(text)

        async def main():
            switch = Switch(pin)
            switch.close_func(log.append, ("closed",))
            switch.open_func(opened, ("opened",))
            await asyncio.sleep_ms(60)
            await play((0, 1), (1, 1), (0, 120))
            print(log, switch())
            await play((1, 1), (0, 1), (1, 120))
            print(log, switch())
            switch.close_func(None)
            await play((0, 120))
            print(switch.close.is_set())
            switch.deinit()
            await play((1, 120))
            print(switch())

        asyncio.run(main())
      `),
    );
    expect(printed).toEqual(["['closed'] 0", "['closed', 'opened'] 1", "True", "0"]);
  });

  test.concurrent("ESwitch: events on closing and opening", async () => {
    const printed = await onBoard(
      program(`
        from primitives import ESwitch

        async def main():
            switch = ESwitch(pin)
            await asyncio.sleep_ms(60)
            print(switch(), switch.close.is_set(), switch.open.is_set())
            await play((0, 120))
            print(switch(), switch.close.is_set(), switch.open.is_set())
            await play((1, 120))
            print(switch(), switch.open.is_set())
            switch.deinit()
            print(switch.close.is_set(), switch.open.is_set())

        asyncio.run(main())
      `),
    );
    expect(printed).toEqual(["0 False False", "1 True False", "0 True", "False False"]);
  });

  test.concurrent("Pushbutton: press, release, double click and long press", async () => {
    const printed = await onBoard(
      program(`
        from primitives import Pushbutton

        async def main():
            for suppress in (False, True):
                button = hasten(Pushbutton(pin, suppress=suppress))
                for what in ("press", "release", "double", "long"):
                    getattr(button, what + "_func")(log.append, (what,))
                await asyncio.sleep_ms(10)
                await show(("short", short), ("double", double), ("long", long))
                button.double_func()
                button.long_func(False)
                await show(("no long", long))
                button.deinit()

        asyncio.run(main())
      `),
    );
    expect(printed).toEqual([
      "short ['press', 'release']",
      "double ['press', 'release', 'press', 'double', 'release']",
      "long ['press', 'long', 'release']",
      "no long ['press', 'release']",
      "short ['press', 'release']",
      "double ['press', 'press', 'double']",
      "long ['press', 'long']",
      "no long ['press', 'release']",
    ]);
  });

  test.concurrent("Pushbutton: the state, events in place of callbacks, either polarity", async () => {
    const printed = await onBoard(
      program(`
        from primitives import Pushbutton

        async def main():
            button = Pushbutton(pin)
            button.press_func(None)
            await asyncio.sleep_ms(10)
            print(button(), button.rawstate(), button.press.is_set())
            await play((0, 120))
            print(button(), button.rawstate(), button.press.is_set())
            button.deinit()
            high = Pushbutton(pin, sense=0)
            print(high())
            await play((1, 120))
            print(high())

        asyncio.run(main())
      `),
    );
    expect(printed).toEqual(["False False False", "True True True", "False", "True"]);
  });
});

describe("drivers (embedded)", () => driversOn("embedded"));

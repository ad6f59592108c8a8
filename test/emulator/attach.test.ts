import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { picoTransport } from "../../compiler/emulator/picoTransport.ts";
import { preparePico } from "../../compiler/emulator/startPico.ts";
import { boardOn } from "../../compiler/mpremote/board.ts";
import { PicoRunner } from "../../compiler/simulate/rp2040/picoRunner.ts";
import { describeOnFirmware } from "../support/firmware/onFirmware.ts";

/** What goes on although the main program has been interrupted. */
const busy: Readonly<Record<string, string>> = {
  "a thread that prints": `import _thread, time
def talk():
    while True:
        print("tick")
        time.sleep_ms(15)
_thread.start_new_thread(talk, ())
while True: pass
`,
  "a timer that prints": `import machine
timer = machine.Timer(period=15, callback=lambda _: print("tick"))
while True: pass
`,
  "a thread that computes": `import _thread
def count():
    n = 0
    while True: n += 1
_thread.start_new_thread(count, ())
import asyncio
asyncio.run(asyncio.sleep(1000))
`,
};

await describeOnFirmware("attaching to a Pico that is busy", ({ bin }) => {
  test.each(Object.entries(busy))("with %s", async (_, main) => {
    const { pico } = preparePico({ firmware: bin });
    const runner = new PicoRunner(pico, () => {});
    runner.start();
    const first = await boardOn(picoTransport(pico, runner));
    await first.evaluate(`with open("/main.py", "w") as f: f.write(${JSON.stringify(main)})`);
    await first.close({ restart: "always" });
    for (let turn = 0; turn < 2; turn++) {
      await sleep(200);
      const board = await boardOn(picoTransport(pico, runner));
      const answer = await board.evaluate("import time\ntime.sleep_ms(100)\nprint(6 * 7)");
      expect(answer).toBe("42\n");
      await board.close();
    }
    runner.stop();
  });
});

import { leftForBootLoader } from "../diagnostics/catalogue/emulator.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import type { Pico } from "../simulate/rp2040/pico.ts";
import { PicoRunner } from "../simulate/rp2040/picoRunner.ts";
import type { PseudoTerminal } from "./pseudoTerminal.ts";
import { explained } from "./startPico.ts";

/**
 * Runs a board that has started, with its serial line on a pseudo-terminal, until it is stopped or
 * leaves for its boot loader, which is told. Over a reset of the board the pseudo-terminal stays.
 */
export function serveSerial(
  pico: Pico,
  line: PseudoTerminal,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  return new Promise((resolve, reject) => {
    const runner = new PicoRunner(pico, (error) => reject(explained(error)));
    const finish = (note: Problem | undefined): void => {
      runner.stop();
      resolve(note);
    };
    line.onData((bytes) => {
      pico.serial.write(bytes);
      runner.poke();
    });
    pico.serial.onData = (data) => line.write(data);
    pico.serial.onPresence = () => {
      // Told in the middle of a step of the runner, which must end first.
      setImmediate(() => {
        if (pico.state === "boot loader") finish(leftForBootLoader());
      });
    };
    pico.serial.open();
    signal.addEventListener("abort", () => finish(undefined));
    if (signal.aborted) finish(undefined);
    else runner.start();
  });
}

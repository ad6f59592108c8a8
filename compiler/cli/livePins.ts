import type { WriteStream } from "node:tty";
import type { Pico } from "../simulate/rp2040/pico.ts";
import { PIN_COUNT } from "../simulate/rp2040/picoPins.ts";
import type { PinState } from "../simulate/rp2040/pinLevels.ts";

/** So often a line of pins is drawn anew at most. */
const FRAME_MS = 50;

/**
 * Shows what the pins do until the returned function is called: on a terminal as one line that
 * changes, elsewhere as a line for each change.
 */
export function showPins(pico: Pico, out: WriteStream): () => void {
  return out.isTTY ? drawPins(pico, out) : listChanges(pico, out);
}

function listChanges(pico: Pico, out: WriteStream): () => void {
  return pico.pins.onChange((pin, state, nanos) => {
    out.write(`${(nanos / 1e9).toFixed(6)} GP${pin} ${describe(state)}\n`);
  });
}

function drawPins(pico: Pico, out: WriteStream): () => void {
  let planned: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    planned = undefined;
    const cells = Array.from({ length: PIN_COUNT }, (_, pin) => symbol(pico.pins.state(pin)));
    const groups = [0, 10, 20].map((first) => cells.slice(first, first + 10).join(""));
    out.write(`\rGP0 ${groups.join(" ")} ${(pico.nanos / 1e9).toFixed(1)} s `);
  };
  const stop = pico.pins.onChange(() => {
    planned ??= setTimeout(draw, FRAME_MS);
  });
  draw();
  return () => {
    stop();
    clearTimeout(planned);
    out.write("\n");
  };
}

function symbol({ driven, level }: PinState): string {
  if (driven) return level === 1 ? "█" : "_";
  return level === 1 ? "'" : ".";
}

function describe({ driven, level, pull }: PinState): string {
  return driven ? `out ${level}` : `in ${level} pull ${pull}`;
}

import type { Progress } from "../../mpremote/deploy/deploy.ts";

/** Where progress is shown: a terminal's stderr, or one that only takes lines. */
export interface ProgressSink {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const barWidth = 24;
const redrawMs = 50;

/**
 * How far the transfers to all boards are. On a terminal one line that is drawn over; elsewhere
 * nothing: what was done is said at the end. With JSON, an event per step and line.
 */
export class ProgressBar {
  readonly #sink: ProgressSink;
  readonly #json: boolean;
  readonly #boards = new Map<string, Progress>();
  #startedAt: number | undefined;
  #drawnAt = 0;
  #drawn = false;

  constructor(sink: ProgressSink, json: boolean) {
    this.#sink = sink;
    this.#json = json;
  }

  show(address: string, progress: Progress): void {
    this.#startedAt ??= performance.now();
    this.#boards.set(address, progress);
    if (this.#json) {
      this.#sink.write(`${JSON.stringify({ event: "progress", address, ...progress })}\n`);
      return;
    }
    const now = performance.now();
    if (!this.#sink.isTTY || now - this.#drawnAt < redrawMs) return;
    this.#drawnAt = now;
    this.#drawn = true;
    const line = progressLine(this.#sum(), (now - this.#startedAt) / 1000);
    this.#sink.write(`\r${line.slice(0, (this.#sink.columns ?? 80) - 1)}\x1b[K`);
  }

  /** Takes the line away before something else is printed. */
  clear(): void {
    if (this.#drawn) this.#sink.write("\r\x1b[K");
    this.#drawn = false;
  }

  #sum(): Progress {
    const all = [...this.#boards.values()];
    return {
      done: all.reduce((sum, { done }) => sum + done, 0),
      total: all.reduce((sum, { total }) => sum + total, 0),
    };
  }
}

/** `[############            ] 12.3 of 24.6 kB, 2 s left` */
export function progressLine({ done, total }: Progress, seconds: number): string {
  const part = total === 0 ? 1 : done / total;
  const bar = "#".repeat(Math.round(part * barWidth)).padEnd(barWidth);
  const left = done === 0 ? "" : `, ${Math.ceil((seconds / done) * (total - done))} s left`;
  return `[${bar}] ${kilobytes(done)} of ${kilobytes(total)} kB${left}`;
}

export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

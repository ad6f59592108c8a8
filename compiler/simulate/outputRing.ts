/**
 * Output of a worker thread that may be busy for ever: it writes bytes into shared memory, this side reads
 * them whenever it likes. `host.mjs` is the writing side and must agree on the layout.
 *
 * Two rings, for stdout and stderr. One slot stays empty, so that head = tail means empty.
 */
export const ringBytes = 64 * 1024;

/** Indices into the shared words: for each stream where the next byte is written, and where it is read. */
const words = {
  stdout: { head: 0, tail: 1 },
  stderr: { head: 2, tail: 3 },
  noticePending: 4,
  interrupt: 5,
} as const;
const wordCount = 6;

export interface SharedOutput {
  readonly control: SharedArrayBuffer;
  readonly stdout: SharedArrayBuffer;
  readonly stderr: SharedArrayBuffer;
}

export interface OutputReader {
  /** What the worker needs in order to write. */
  readonly shared: SharedOutput;
  /** Ctrl-C: a program that waits gets a KeyboardInterrupt. */
  interrupt(): void;
  /** Passes on everything that has been written. */
  drain(): void;
  /** The same, and what is left of a broken-off character. */
  end(): void;
}

export function outputReader(sinks: {
  readonly stdout: (piece: string) => void;
  readonly stderr: (piece: string) => void;
}): OutputReader {
  const shared: SharedOutput = {
    control: new SharedArrayBuffer(wordCount * 4),
    stdout: new SharedArrayBuffer(ringBytes),
    stderr: new SharedArrayBuffer(ringBytes),
  };
  const control = new Int32Array(shared.control);
  const streams = (["stdout", "stderr"] as const).map((name) => ({
    bytes: new Uint8Array(shared[name]),
    at: words[name],
    decoder: new TextDecoder(),
    sink: sinks[name],
  }));
  const drain = () => {
    Atomics.store(control, words.noticePending, 0);
    for (const { bytes, at, decoder, sink } of streams) {
      const head = Atomics.load(control, at.head);
      const tail = Atomics.load(control, at.tail);
      if (head === tail) continue;
      const parts =
        head > tail
          ? [[tail, head]]
          : [
              [tail, bytes.length],
              [0, head],
            ];
      // A decoder takes no shared memory: `slice` copies.
      const text = parts.map(([from, to]) =>
        decoder.decode(bytes.slice(from, to), { stream: true }),
      );
      Atomics.store(control, at.tail, head);
      Atomics.notify(control, at.tail);
      if (text.join("") !== "") sink(text.join(""));
    }
  };
  return {
    shared,
    drain,
    interrupt() {
      Atomics.store(control, words.interrupt, 1);
      Atomics.notify(control, words.interrupt);
    },
    end() {
      drain();
      for (const { decoder, sink } of streams) {
        const rest = decoder.decode();
        if (rest !== "") sink(rest);
      }
    },
  };
}

// The JavaScript half of the embedded host: a worker thread that holds one MicroPython in WebAssembly, runs
// one program in it, and ends. Plain JavaScript, for it runs as it is from a checkout and from the package.
//
// A worker, because a program may block or never end: the thread that started it stays free to show the
// output, which travels through shared memory, and can end it at any moment.

import { parentPort, workerData } from "node:worker_threads";

/**
 * @typedef {object} Work
 * @property {string} micropython module specifier of the WebAssembly port
 * @property {{ path: string, content: string | Uint8Array }[]} files absolute paths in the port's memory
 * @property {string} start path of the Python file that starts it all
 * @property {string} config JSON for that file
 * @property {{ control: SharedArrayBuffer, stdout: SharedArrayBuffer, stderr: SharedArrayBuffer }} output
 */

/** Initial bytes of heap; it grows by itself. MicroPython collects garbage only between calls from outside. */
const HEAP_BYTES = 16 * 1024 * 1024;
/** In words; the depth of calls ends at WebAssembly's own stack before. */
const PYTHON_STACK_WORDS = 64 * 1024;
const NEWLINE = 10;

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
const started = performance.now();

const work = /** @type {Work} */ (workerData);
const control = new Int32Array(work.output.control);

// Indices into `control`, as in compiler/simulate/outputRing.ts.
const STDOUT = { head: 0, tail: 1 };
const STDERR = { head: 2, tail: 3 };
const NOTICE_PENDING = 4;
const INTERRUPT = 5;

/** Tells the reader that there is something to read, once until it looks. */
function notice() {
  const isEmpty = [STDOUT, STDERR].every(
    ({ head, tail }) => Atomics.load(control, head) === Atomics.load(control, tail),
  );
  if (isEmpty) return;
  if (Atomics.exchange(control, NOTICE_PENDING, 1) === 0) port.postMessage({ output: true });
}

/**
 * The writing side of a ring of bytes: see compiler/simulate/outputRing.ts.
 * @param {SharedArrayBuffer} memory
 * @param {{ head: number, tail: number }} at
 */
function ringWriter(memory, at) {
  const ring = new Uint8Array(memory);
  let head = 0;
  return (/** @type {Uint8Array} */ bytes) => {
    for (const byte of bytes) {
      const next = (head + 1) % ring.length;
      while (next === Atomics.load(control, at.tail)) {
        notice();
        Atomics.wait(control, at.tail, next);
      }
      ring[head] = byte;
      head = next;
      Atomics.store(control, at.head, head);
      if (byte === NEWLINE) notice();
    }
  };
}

/** What Python finds as the module `tsmp_host`. */
const host = {
  /**
   * Sleeps, and says whether somebody has pressed Ctrl-C.
   * @param {number} ms
   */
  wait(ms) {
    notice();
    Atomics.wait(control, INTERRUPT, 0, Math.max(0, ms));
    return Atomics.exchange(control, INTERRUPT, 0) === 1;
  },
  microseconds: () => (performance.now() - started) * 1000,
  config: () => work.config,
  /** @param {number} exitCode */
  ended(exitCode) {
    port.postMessage({ exitCode });
  },
};

// The port's own complaints, not its programs' output; what matters of them arrives as an exception.
console.error = () => undefined;

try {
  const { loadMicroPython } = await import(work.micropython);
  const python = await loadMicroPython({
    heapsize: HEAP_BYTES,
    pystack: PYTHON_STACK_WORDS,
    linebuffer: false,
    stdout: ringWriter(work.output.stdout, STDOUT),
    stderr: ringWriter(work.output.stderr, STDERR),
  });
  python.registerJsModule("tsmp_host", host);
  for (const { path, content } of work.files) {
    makeFolders(python.FS, path);
    python.FS.writeFile(path, content);
  }
  python.runPython(`execfile(${JSON.stringify(work.start)})`);
} catch (error) {
  port.postMessage({ failed: error instanceof Error ? error.message : String(error) });
}

/**
 * @param {{ mkdir(path: string): void, analyzePath(path: string): { exists: boolean } }} fs
 * @param {string} path
 */
function makeFolders(fs, path) {
  const parts = path.split("/").slice(1, -1);
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = "/" + parts.slice(0, depth).join("/");
    if (!fs.analyzePath(folder).exists) fs.mkdir(folder);
  }
}

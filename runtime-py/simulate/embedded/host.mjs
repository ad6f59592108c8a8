// The JavaScript half of the embedded host: a worker thread that holds one MicroPython in WebAssembly, runs
// one program in it, and ends. Plain JavaScript, for it runs as it is from a checkout and from the package.
//
// A worker, because a program may block or never end: the thread that started it stays free to show the
// output, which travels by postMessage even while WebAssembly runs, and can end it at any moment.

import { parentPort, workerData } from "node:worker_threads";

/**
 * @typedef {object} Work
 * @property {string} micropython module specifier of the WebAssembly port
 * @property {{ path: string, content: string | Uint8Array }[]} files absolute paths in the port's memory
 * @property {string} start path of the Python file that starts it all
 * @property {string} config JSON for that file
 */

/** Initial bytes of heap; it grows by itself. MicroPython collects garbage only between calls from outside. */
const HEAP_BYTES = 16 * 1024 * 1024;
/** In words; the depth of calls ends at WebAssembly's own stack before. */
const PYTHON_STACK_WORDS = 64 * 1024;
/** Output without a newline is shown after so many bytes, or as soon as the program waits. */
const PIECE_BYTES = 4096;
const NEWLINE = 10;

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
const sleeper = new Int32Array(new SharedArrayBuffer(4));
const started = performance.now();

/** @param {"stdout" | "stderr"} stream */
function outlet(stream) {
  const piece = Buffer.alloc(PIECE_BYTES);
  let used = 0;
  const flush = () => {
    if (used === 0) return;
    port.postMessage({ stream, bytes: new Uint8Array(piece.subarray(0, used)) });
    used = 0;
  };
  /** @param {Uint8Array} bytes */
  const write = (bytes) => {
    for (const byte of bytes) {
      piece[used++] = byte;
      if (byte === NEWLINE || used === piece.length) flush();
    }
  };
  return { write, flush };
}

const stdout = outlet("stdout");
const stderr = outlet("stderr");

function flush() {
  stdout.flush();
  stderr.flush();
}

/** What Python finds as the module `tsmp_host`. */
const host = {
  /** @param {number} ms */
  wait(ms) {
    flush();
    if (ms > 0) Atomics.wait(sleeper, 0, 0, ms);
  },
  microseconds: () => (performance.now() - started) * 1000,
  config: () => work.config,
  /** @param {number} exitCode */
  ended(exitCode) {
    flush();
    port.postMessage({ exitCode });
  },
};

const work = /** @type {Work} */ (workerData);

try {
  const { loadMicroPython } = await import(work.micropython);
  const python = await loadMicroPython({
    heapsize: HEAP_BYTES,
    pystack: PYTHON_STACK_WORDS,
    linebuffer: false,
    stdout: stdout.write,
    stderr: stderr.write,
  });
  python.registerJsModule("tsmp_host", host);
  for (const { path, content } of work.files) {
    makeFolders(python.FS, path);
    python.FS.writeFile(path, content);
  }
  python.runPython(`execfile(${JSON.stringify(work.start)})`);
} catch (error) {
  flush();
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

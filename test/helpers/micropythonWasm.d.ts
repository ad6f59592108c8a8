/** What the tests use of the WebAssembly port, which has no types of its own. */
declare module "@micropython/micropython-webassembly-pyscript" {
  interface MicroPython {
    readonly FS: {
      mkdir(path: string): void;
      writeFile(path: string, content: string | Uint8Array): void;
    };
    runPythonAsync(program: string): Promise<unknown>;
  }
  export function loadMicroPython(options: {
    heapsize?: number;
    linebuffer?: boolean;
    stdout?: (line: string) => void;
    stderr?: (line: string) => void;
  }): Promise<MicroPython>;
}

/** A Python exception that ended code on the board. */
export class DeviceException extends Error {
  override readonly name = "DeviceException";
  /** As MicroPython printed it. */
  readonly traceback: string;
  /** The Python class, such as `OSError`. */
  readonly type: string;
  /** Of an OSError; MicroPython prints `[Errno 2] ENOENT` or the bare number. */
  readonly errno: number | undefined;

  constructor(traceback: string) {
    const last = traceback.trimEnd().split("\n").at(-1) ?? "";
    super(last);
    this.traceback = traceback;
    this.type = /^[\w.]+/.exec(last)?.[0] ?? "Exception";
    const number = /^OSError: (?:\[Errno (\d+)\]|(-?\d+)$)/.exec(last);
    this.errno = number === null ? undefined : Number(number[1] ?? number[2]);
  }
}

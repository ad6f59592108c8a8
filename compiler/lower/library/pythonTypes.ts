/** Members of lib.tsmp.d.ts that are Python's own: `bytes.decode`, `range(...).length`, `OSError.errno`. */

const pythonOwner =
  /^(Python\w*|bytes|bytearray|memoryview|(Bytes|Bytearray|Memoryview)Constructor|Range|\w*File|BaseException|Exception|SystemExit|KeyboardInterrupt|GeneratorExit|Stop(Async)?Iteration|\w+Error)$/;

/** Objects of the language runtime whose properties are attributes. */
const plainOwner =
  /^(Promise(Fulfilled|Rejected)Result|PromiseWithResolvers|Iterator(Yield|Return)Result)$/;

/** Is a member called and read in Python under its own name? */
export function isPythonMember(key: string): boolean {
  const dot = key.indexOf(".");
  const owner = key.slice(0, dot);
  return dot > 0 && (pythonOwner.test(owner) || plainOwner.test(owner));
}

/** Types of Python that are called, or constructed with `new`, under their names. */
export const pythonTypes: ReadonlySet<string> = new Set(["bytes", "bytearray", "memoryview"]);

/** What a program did: everything an observer outside the process can see. */
export interface Outcome {
  readonly stdout: string;
  /** The uncaught error that ended the program. */
  readonly error?: { readonly name: string; readonly message: string };
}

/** Python's names for errors that JavaScript knows under others. */
const jsNames: ReadonlyMap<string, string> = new Map([
  ["Exception", "Error"],
  ["AttributeError", "TypeError"],
  ["IndexError", "RangeError"],
]);

/** The uncaught error at the end of a MicroPython traceback. */
export function pythonError(stderr: string): Outcome["error"] {
  const last = stderr.trimEnd().split("\n").at(-1) ?? "";
  const match = /^([\w.]+)(?:: ?([\s\S]*))?$/.exec(last);
  if (!match) return { name: "Error", message: stderr };
  const name = match[1]!.split(".").at(-1)!;
  return { name: jsNames.get(name) ?? name, message: match[2] ?? "" };
}

/** The uncaught error in what Node prints of it. */
export function nodeError(stderr: string): Outcome["error"] {
  const match = /^(?:Uncaught )?(?:(\w*Error\w*)|\[?(\w+)\]?)(?:: ([^\n]*))?$/m.exec(
    stderr.replace(/^[\s\S]*?\n\n/, ""),
  );
  return { name: match?.[1] ?? match?.[2] ?? "Error", message: match?.[3] ?? "" };
}

/** The first difference of two outcomes in words, undefined where they are the same. */
export function differenceOf(
  expected: Outcome,
  actual: Outcome,
  source: string,
): string | undefined {
  const a = expected.stdout.split("\n");
  const b = actual.stdout.split("\n");
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (!sameLine(a[i], b[i])) {
      const error = actual.error
        ? `\n(ended with ${actual.error.name}: ${actual.error.message})`
        : "";
      return `line ${i + 1}: Node prints ${show(a[i])}, MicroPython ${show(b[i])}${error}`;
    }
  }
  if (expected.error?.name !== actual.error?.name) {
    return `Node ends with ${showError(expected)}, MicroPython with ${showError(actual)}`;
  }
  const message = expected.error?.message;
  const isAuthors = message !== undefined && message !== "" && source.includes(message);
  if (isAuthors && message !== actual.error?.message) {
    return `Node's message is "${message}", MicroPython's "${actual.error?.message}"`;
  }
  return undefined;
}

function show(line: string | undefined): string {
  return line === undefined ? "nothing" : JSON.stringify(line);
}

function showError({ error }: Outcome): string {
  return error ? `${error.name}: ${error.message}` : "no error";
}

const numberPattern = /-?(?:\d+\.\d+|\d+)(?:e[+-]?\d+)?/g;

/** Lines agree as text, with floats compared as numbers: the last digits of a double may differ. */
function sameLine(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (a.replace(numberPattern, "#") !== b.replace(numberPattern, "#")) return false;
  const left = a.match(numberPattern) ?? [];
  const right = b.match(numberPattern) ?? [];
  return left.every((text, i) => sameNumber(text, right[i]!));
}

function sameNumber(a: string, b: string): boolean {
  if (a === b) return true;
  if (!/[.e]/.test(a) || a.startsWith("-") !== b.startsWith("-")) return false;
  const x = Number(a);
  const y = Number(b);
  return Math.abs(x - y) <= 1e-12 * Math.max(Math.abs(x), Math.abs(y));
}

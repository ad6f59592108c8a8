/** Values on their way to MicroPython and back. An int object is a bigint here, a float object a number. */
export type PythonValue = null | boolean | bigint | number | string | PythonValue[];

/** The Python expression for a JavaScript value; integers become int objects unless `floats` is set. */
export function py(value: unknown, floats = false): string {
  if (value === undefined || value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") {
    if (!floats && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
    return `f64("${doubleBits(value)}")`;
  }
  if (typeof value === "string") return pyString(value);
  if (Array.isArray(value)) return `[${value.map((item) => py(item, floats)).join(", ")}]`;
  throw new Error(`no Python for ${typeof value}`);
}

function pyString(text: string): string {
  const escaped = Array.from(text, (c) => {
    const code = c.codePointAt(0)!;
    if (code >= 0x20 && code < 0x7f && c !== '"' && c !== "\\") return c;
    return `\\U${code.toString(16).padStart(8, "0")}`;
  });
  return `"${escaped.join("")}"`;
}

function doubleBits(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.toString("hex");
}

/** Reads a value as the driver's `write` spells it. */
export function readValue(text: string): PythonValue {
  let at = 0;
  const read = (): PythonValue => {
    const kind = text[at++];
    if (kind === "N") return null;
    if (kind === "T" || kind === "F") return kind === "T";
    if (kind === "i") return BigInt(take(/-?\d+/y));
    if (kind === "f") return Buffer.from(take(/[0-9a-f]{16}/y), "hex").readDoubleBE();
    if (kind === "s") {
      const codes = take(/[^;]*/y);
      at++;
      return codes === ""
        ? ""
        : String.fromCodePoint(...codes.split(".").map((c) => parseInt(c, 16)));
    }
    if (kind === "[" || kind === "{") {
      const items: PythonValue[] = [];
      while (text[at] !== "]" && text[at] !== "}") {
        items.push(read());
        if (text[at] === ",") at++;
      }
      at++;
      return items;
    }
    throw new Error(`cannot read ${text} at ${at}`);
  };
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const match = pattern.exec(text)![0];
    at += match.length;
    return match;
  };
  return read();
}

/** A Python value as JavaScript sees it: both kinds of number are one. */
export function toJs(value: PythonValue): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toJs);
  return value;
}

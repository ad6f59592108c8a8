/** Python string and bytes literals, in ASCII where it matters for a terminal, otherwise as written. */

const namedEscapes = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Double quotes, or single ones where that saves escapes. */
export function printString(value: string): string {
  const quote = value.includes('"') && !value.includes("'") ? "'" : '"';
  let out = "";
  for (const character of value) out += escapeCharacter(character, quote);
  return quote + out + quote;
}

function escapeCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const named = namedEscapes.get(character);
  if (named !== undefined) return named;
  const code = character.codePointAt(0)!;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return `\\x${hex(code, 2)}`;
  if (code === 0xfeff || (code >= 0x2028 && code <= 0x202f)) return `\\u${hex(code, 4)}`;
  return character;
}

export function printBytes(value: Uint8Array): string {
  let out = "";
  for (const byte of value) {
    const character = String.fromCharCode(byte);
    if (byte >= 0x80 || byte < 0x20 || byte === 0x7f) {
      out += namedEscapes.get(character) ?? `\\x${hex(byte, 2)}`;
    } else out += character === '"' || character === "\\" ? `\\${character}` : character;
  }
  return `b"${out}"`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}

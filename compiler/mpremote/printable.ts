const longest = 60;

/** What a board said, for a message: one line, short, no control characters. */
export function printable(bytes: Buffer | string): string {
  const text = (typeof bytes === "string" ? bytes : bytes.toString("utf8"))
    .replace(/[\r\n\t]+/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
    .replace(/[\x00-\x1f\x7f-\x9f]/g, (control) => `\\x${hex(control)}`)
    .trim();
  return text.length <= longest ? text : `…${text.slice(-longest)}`;
}

function hex(control: string): string {
  return control.charCodeAt(0).toString(16).padStart(2, "0");
}

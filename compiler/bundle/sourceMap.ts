import type { PrintedModule } from "../python/print.ts";

/**
 * A version-3 source map with one segment per Python line. The segment's name is the TypeScript name
 * of the enclosing function, so that a traceback frame can be shown whole.
 */
export function sourceMapOf(module: PrintedModule, file: string): string {
  const sources: string[] = [];
  const names: string[] = [];
  let mappings = "";
  let line = 1;
  const last = { source: 0, line: 0, column: 0, name: 0 };
  for (const entry of module.lines) {
    mappings += ";".repeat(entry.line - line);
    line = entry.line;
    const source = indexOf(sources, entry.origin.file);
    const fields = [
      0,
      source - last.source,
      entry.origin.line - 1 - last.line,
      entry.origin.column - 1 - last.column,
    ];
    Object.assign(last, { source, line: entry.origin.line - 1, column: entry.origin.column - 1 });
    if (entry.functionName !== undefined) {
      const name = indexOf(names, entry.functionName);
      fields.push(name - last.name);
      last.name = name;
    }
    mappings += fields.map(vlq).join("");
  }
  return JSON.stringify({ version: 3, file, sources, names, mappings });
}

function indexOf(list: string[], item: string): number {
  const known = list.indexOf(item);
  return known >= 0 ? known : list.push(item) - 1;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 VLQ: five bits a digit, the lowest of all bits is the sign. */
function vlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += digits[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}

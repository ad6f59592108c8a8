/** Lines longer than this are broken, where there are brackets to break them in. */
export const lineWidth = 99;
const indentation = "    ";

/**
 * A line that is too long becomes several, as Python authors break them:
 *
 *     writer.write(
 *         first,
 *         second,
 *     )
 *
 * `room` is what it may take: `lineWidth` less its indentation.
 */
export function wrapLine(text: string, room: number): readonly string[] {
  if (text.length <= room || text.startsWith("#")) return [text];
  const group = longestGroup(text);
  if (!group) return [text];
  const isCall = !text.startsWith("def ") && !text.startsWith("async def ");
  const parts = group.items.map((item, index) => {
    const isLast = index === group.items.length - 1;
    const hasComma = !isLast || (isCall && group.items.length > 1 && !item.startsWith("*"));
    return `${item}${hasComma ? "," : ""}`;
  });
  const inner = room - indentation.length;
  const items = isTable(group.items)
    ? filledLines(parts, inner)
    : parts.flatMap((part) => wrapLine(part, inner));
  return [
    text.slice(0, group.open + 1),
    ...items.map((line) => indentation + line),
    text.slice(group.close),
  ];
}

/** More numbers than one would read one by one. */
function isTable(items: readonly string[]): boolean {
  return items.length > 8 && items.every((item) => /^-?[\w.]+$/.test(item) && /^-?\d/.test(item));
}

function filledLines(parts: readonly string[], room: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= room) {
      lines[lines.length - 1] = `${last} ${part}`;
    } else lines.push(part);
  }
  return lines;
}

/** A pair of brackets, and what its commas set apart. */
interface Group {
  readonly open: number;
  readonly close: number;
  readonly items: readonly string[];
}

/** The longest pair of brackets that is not inside another; those of subscripts are left alone. */
function longestGroup(text: string): Group | undefined {
  let longest: Group | undefined;
  for (let at = 0; at < text.length; at = skipToken(text, at)) {
    if (!isOpening(text[at])) continue;
    const group = readGroup(text, at);
    const length = group.close - group.open;
    const isSubscript = text[at] === "[" && /[\w)\]]$/.test(text.slice(0, at));
    const isLonger = length > (longest ? longest.close - longest.open : 20);
    if (!isSubscript && isLonger) longest = group;
    at = group.close;
  }
  return longest;
}

function readGroup(text: string, open: number): Group {
  const commas: number[] = [];
  let isComprehension = false;
  let inLambda = false;
  let at = open + 1;
  while (at < text.length && !isClosing(text[at])) {
    const rest = text.slice(at);
    if (/^for\b/.test(rest) && text[at - 1] === " ") isComprehension = true;
    if (/^lambda\b/.test(rest)) inLambda = true;
    if (text[at] === ":") inLambda = false;
    if (text[at] === "," && !inLambda) commas.push(at);
    at = isOpening(text[at]) ? readGroup(text, at).close + 1 : skipToken(text, at);
  }
  const ends = isComprehension ? [at] : [...commas, at];
  const items = ends.map((end, i) => text.slice(i === 0 ? open + 1 : ends[i - 1]! + 1, end).trim());
  return { open, close: at, items: items.filter((item) => item !== "") };
}

/** The place after a string, a word or a sign. */
function skipToken(text: string, at: number): number {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    for (let end = at + 1; end < text.length; end++) {
      if (text[end] === "\\") end++;
      else if (text[end] === quote) return end + 1;
    }
    return text.length;
  }
  const word = /^\w+/.exec(text.slice(at));
  return at + (word ? word[0].length : 1);
}

function isOpening(sign: string | undefined): boolean {
  return sign === "(" || sign === "[" || sign === "{";
}

function isClosing(sign: string | undefined): boolean {
  return sign === ")" || sign === "]" || sign === "}";
}

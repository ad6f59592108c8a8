/**
 * Writes runtime-py/tsmp/upper_table.py and lower_table.py from this Node's own Unicode tables:
 *
 *     node test/helpers/writeCaseTables.mjs
 */
import { writeFileSync } from "node:fs";

for (const [name, method] of [
  ["upper", "toUpperCase"],
  ["lower", "toLowerCase"],
]) {
  const planes = [[], []];
  const long = [];
  for (let code = 0x80; code < 0x20000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const from = String.fromCodePoint(code);
    const to = [...from[method]()];
    if (to.length > 1) long.push(from + to.join(""));
    else if (to[0] !== from) add(planes[code >> 16], code & 0xffff, to[0].codePointAt(0) - code);
  }
  const text =
    `# Which characters beyond ASCII change under ${method}; made by test/helpers/writeCaseTables.mjs, read by case_of.\n` +
    planes.map((ranges, i) => `PLANE_${i} = ${toPython(ranges)}\n`).join("") +
    (name === "upper"
      ? `# A character and the several that it becomes.\nLONG = ${quote(" " + long.join(" "))}\n`
      : "");
  writeFileSync(new URL(`../../runtime-py/tsmp/${name}_table.py`, import.meta.url), text);
}

/** A range has one difference, and steps of 1 or 2. */
function add(ranges, code, difference) {
  const last = ranges.at(-1);
  const gap = last && code - last.start - (last.count - 1) * last.step;
  if (last?.difference === difference && last.count < 127) {
    if (last.count === 1 && gap <= 2) last.step = gap;
    if (gap === last.step) {
      last.count++;
      return;
    }
  }
  ranges.push({ start: code, count: 1, step: 1, difference });
}

/** Five bytes a range: start, count (with the top bit set for steps of 2), difference. */
function toPython(ranges) {
  const bytes = ranges.flatMap(({ start, count, step, difference }) => [
    start & 255,
    start >> 8,
    count | (step === 2 ? 128 : 0),
    difference & 255,
    (difference >> 8) & 255,
  ]);
  return `b"${bytes.map(escapeByte).join("")}"`;
}

function escapeByte(byte) {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}

function quote(text) {
  return `"${text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

/** Where the first statement of a generated line comes from. */
export interface Original {
  readonly source: string;
  /** 1-based. */
  readonly line: number;
  /** The TypeScript name of the enclosing function; undefined at module level. */
  readonly name: string | undefined;
}

/** What we read of a version-3 source map (ECMA-426). */
interface MapJson {
  readonly sourceRoot?: string;
  readonly sources: readonly (string | null)[];
  readonly names?: readonly string[];
  readonly mappings: string;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const digitValues = new Map([...digits].map((digit, value) => [digit, value]));

/** The origins of every generated line, by its 1-based number; tracebacks know no columns. */
export function originalsByLine(json: string): ReadonlyMap<number, readonly Original[]> {
  const map = JSON.parse(json) as MapJson;
  const root = map.sourceRoot ? map.sourceRoot.replace(/\/?$/, "/") : "";
  const lines = new Map<number, Original[]>();
  // All fields but the generated column count on from segment to segment, through the whole file.
  let source = 0;
  let line = 0;
  let name = 0;
  map.mappings.split(";").forEach((segments, index) => {
    const originals: Original[] = [];
    for (const segment of segments.split(",")) {
      const [, sourceStep, lineStep, , nameStep] = decodeVlq(segment);
      if (sourceStep === undefined || lineStep === undefined) continue;
      source += sourceStep;
      line += lineStep;
      name += nameStep ?? 0;
      originals.push({
        source: root + (map.sources[source] ?? ""),
        line: line + 1,
        name: nameStep === undefined ? undefined : map.names?.[name],
      });
    }
    if (originals.length > 0) lines.set(index + 1, originals);
  });
  return lines;
}

/** Base-64 digits of 5 bits each, the sixth says that more follow, the lowest bit of a number is its sign. */
function decodeVlq(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = digitValues.get(digit) ?? 0;
    value += (bits & 31) << shift;
    shift += 5;
    if (bits < 32) {
      numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}

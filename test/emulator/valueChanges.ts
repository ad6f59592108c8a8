/** A wire of a value change dump: its level from each time on. */
export interface WireChange {
  readonly nanos: number;
  readonly level: "0" | "1" | "z";
}

/** Reads the changes of a pin from a value change dump, as a viewer does. */
export function changesOf(dump: string, wire: string): WireChange[] {
  const identifier = new RegExp(`\\$var wire 1 (\\S+) ${wire} `).exec(dump)?.[1];
  if (identifier === undefined) throw new Error(`no wire ${wire}`);
  const changes: WireChange[] = [];
  let nanos = 0;
  for (const line of dump.split("\n")) {
    if (line.startsWith("#")) {
      const next = Number(line.slice(1));
      if (next < nanos) throw new Error(`time goes back at ${line}`);
      nanos = next;
    } else if (line.slice(1) === identifier && /^[01z]/.test(line)) {
      changes.push({ nanos, level: line[0] as WireChange["level"] });
    }
  }
  return changes;
}

/** The level of a wire at a time, as an analyser samples it. */
export function levelAt(changes: readonly WireChange[], nanos: number): 0 | 1 {
  const before = changes.filter((change) => change.nanos <= nanos).at(-1);
  return before?.level === "1" ? 1 : 0;
}

/** The times from a given one on at which a wire goes to a level. */
export function edgesTo(changes: readonly WireChange[], level: "0" | "1", from = 0): number[] {
  return changes
    .filter((change, index) => index > 0 && change.level === level && change.nanos >= from)
    .map(({ nanos }) => nanos);
}

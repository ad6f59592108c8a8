import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProgramFile } from "./request.ts";
import { type Original, originalsByLine } from "./sourceMap.ts";

const runtimeFolder = new URL("../../runtime-py/", import.meta.url);

/** What a frame of a MicroPython traceback stands for. */
export interface TracebackSources {
  /** The origins of a line of a generated module; undefined for any other file. */
  originals(path: string, line: number): readonly Original[] | undefined;
  /**
   * Whether the file is one of tsmp's own runtime modules, or a generated one, whose lines without an
   * origin are tsmp's too: helpers stand in the module that uses them.
   */
  isRuntime(path: string): boolean;
  sourceName(source: string): string;
}

export function tracebackSources(
  files: readonly ProgramFile[],
  sourceName: (source: string) => string = (source) => source,
): TracebackSources {
  const maps = new Map(files.flatMap(({ path, map }) => (map === undefined ? [] : [[path, map]])));
  const decoded = new Map<string, ReadonlyMap<number, readonly Original[]>>();
  return {
    originals(path, line) {
      const map = maps.get(path);
      if (map === undefined) return undefined;
      const lines = decoded.get(path) ?? originalsByLine(map);
      decoded.set(path, lines);
      return lines.get(line);
    },
    isRuntime: (path) =>
      maps.has(path) ||
      (files.some((file) => file.path === path) &&
        existsSync(fileURLToPath(new URL(path, runtimeFolder)))),
    sourceName,
  };
}

/** Rewrites the tracebacks in a stream of output and lets everything else pass at once. */
export interface TracebackMapper {
  /** Takes the next piece; gives what can be shown now. */
  push(piece: string): string;
  /** Gives what was still held back. */
  end(): string;
}

const header = "Traceback (most recent call last):";
/** `  File "main.py", line 12, in foo`; a syntax error's has no `, in`. */
const frame = /^ {2}File "(.*)", line (\d+)(?:, in (.*?))?(\r?\n?)$/;
/** A stand-in for the board. */
const standIn = /(?:^|\/)(?:\.simulate|runtime-py\/simulate)\/(?:board|unix|embedded)\/(.*)$/;
/** Host files that are nobody's business: on a board there is C in their place, or nothing. */
const scaffolding =
  /^(?:run|simulate_start|simulate_host|simulated\/alarms|board_thread|select|time)\.py$/;
const absent = /^\/?\.absent\//;

/**
 * Keeps MicroPython's own form, which people know and tools find:
 *
 *     Traceback (most recent call last):
 *       File "src/main.ts", line 12, in blink
 *     Error: boom
 */
export function tracebackMapper(sources: TracebackSources): TracebackMapper {
  let held = "";
  let inTraceback = false;

  function line(text: string): string {
    if (text.trimEnd().endsWith(header)) {
      inTraceback = true;
      return text;
    }
    if (!inTraceback) return text;
    const match = frame.exec(text);
    if (match !== null) return mapFrame(sources, match);
    inTraceback = false;
    return mapException(text);
  }

  return {
    push(piece) {
      const lines = (held + piece).split(/(?<=\n)/);
      held = lines.at(-1)?.endsWith("\n") ? "" : (lines.pop() ?? "");
      const whole = lines.map(line).join("");
      if (inTraceback || mayBecomeHeader(held)) return whole;
      const partial = held;
      held = "";
      return whole + partial;
    },
    end() {
      const rest = line(held);
      held = "";
      return rest;
    },
  };
}

/** A prompt without a newline must be seen; only the beginning of a traceback is held back. */
function mayBecomeHeader(text: string): boolean {
  return text !== "" && header.startsWith(text);
}

function mapFrame(sources: TracebackSources, match: RegExpExecArray): string {
  const [whole, path = "", lineText = "", pythonName, newline = ""] = match;
  const inside = standIn.exec(path)?.[1];
  if (absent.test(path) || (inside !== undefined && scaffolding.test(inside))) return "";
  if (inside !== undefined) {
    // asyncio stands in for MicroPython's own, whose frames people know unmarked.
    const mark = inside.startsWith("asyncio/") ? "" : " (simulated board)";
    return frameText(inside, lineText, pythonName, mark + newline);
  }
  const modulePath = path.replace(/^\.?\//, "");
  const originals = sources.originals(modulePath, Number(lineText));
  if (originals !== undefined) {
    const { source, line, name } = mostFitting(originals, pythonName);
    return frameText(sources.sourceName(source), line, name ?? pythonName, newline);
  }
  if (sources.isRuntime(modulePath)) {
    return frameText(modulePath, lineText, pythonName, ` (tsmp runtime)${newline}`);
  }
  return whole;
}

function frameText(
  path: string,
  line: string | number,
  name: string | undefined,
  end: string,
): string {
  return `  File "${path}", line ${line}${name === undefined ? "" : `, in ${name}`}${end}`;
}

/** A line may hold code of two functions, one of them a lambda: the one that the frame names is meant. */
function mostFitting(originals: readonly Original[], pythonName: string | undefined): Original {
  const bare = pythonName?.replace(/_$/, "");
  const named = originals.find(
    ({ name }) => name !== undefined && (name === bare || name.endsWith(`.${bare}`)),
  );
  return named ?? (originals[0] as Original); // originalsByLine gives no empty list
}

/** A JavaScript `Error` is compiled to Python's `Exception`. */
function mapException(text: string): string {
  return text.replace(/^Exception(?=:|\s|$)/, "Error");
}

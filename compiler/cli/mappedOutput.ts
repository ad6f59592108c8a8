import type { ProgramFile } from "../simulate/request.ts";
import { tracebackMapper, tracebackSources } from "../simulate/traceback.ts";
import { withoutBootFrames } from "./bootFrames.ts";

type StreamName = "stdout" | "stderr";

/** A board's output with its tracebacks in TypeScript's terms. */
export interface MappedOutput {
  push(stream: StreamName, piece: string): void;
  /** Gives out what was held back. */
  end(): void;
}

/** Shows the output of a program that was built to `files`. */
export function mappedOutput(
  files: readonly ProgramFile[],
  sourceName: (source: string) => string,
  put: (stream: StreamName, piece: string) => void,
): MappedOutput {
  const built = tracebackSources(files, sourceName);
  const sources = {
    ...built,
    originals: (path: string, line: number) => built.originals(belowSlot(path), line),
    isRuntime: (path: string) => built.isRuntime(belowSlot(path)),
  };
  const mapper = () => {
    const [boot, mapped] = [withoutBootFrames(), tracebackMapper(sources)];
    return {
      push: (piece: string) => mapped.push(boot.push(piece)),
      end: () => mapped.push(boot.end()) + mapped.end(),
    };
  };
  const mappers = { stdout: mapper(), stderr: mapper() };
  const show = (stream: StreamName, piece: string) => {
    if (piece !== "") put(stream, piece);
  };
  return {
    push: (stream, piece) => show(stream, mappers[stream].push(piece)),
    end() {
      show("stdout", mappers.stdout.end());
      show("stderr", mappers.stderr.end());
    },
  };
}

/** A flashed program lies in one of two slots of the board, and bytecode does not know in which. */
function belowSlot(path: string): string {
  return path.replace(/^\.tsmp\/(?:[ab]\/)?/, "");
}

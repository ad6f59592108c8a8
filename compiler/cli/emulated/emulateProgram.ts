import { asleepForEver, leftForBootLoader } from "../../diagnostics/catalogue/emulator.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import type { DeployReport } from "../../mpremote/deploy/deploy.ts";
import { type DeployFile, pathInSlot } from "../../mpremote/deploy/layout.ts";
import { tracebackMapper, tracebackSources } from "../../simulate/traceback.ts";
import { exitCodes } from "../exitCodes.ts";
import { untilInterrupted } from "../untilInterrupted.ts";

/** What commands that start an emulated board are told about it, as commander gives them. */
export interface EmulatedBoardOptions {
  readonly emulate?: boolean;
  readonly firmware?: string;
  readonly flashImage?: string;
  readonly gpio?: string;
  /** Seconds of the board's own time. */
  readonly for?: number;
}

export interface EmulatedProgram {
  readonly files: readonly DeployFile[];
  readonly entry: string;
  /** The generated files with their maps, for tracebacks. */
  readonly generated: readonly {
    readonly path: string;
    readonly text: string;
    readonly map?: string;
  }[];
  readonly sourceName: (source: string) => string;
}

export interface EmulatedEnd {
  readonly exitCode: number;
  readonly problems: readonly Problem[];
  readonly report: DeployReport | undefined;
  readonly micros: number;
}

/**
 * Flashes an emulated Pico, runs the program on it, and gives what it prints. Ctrl-C and `outer` switch
 * the board off.
 */
export async function emulateProgram(
  program: EmulatedProgram,
  options: EmulatedBoardOptions,
  put: (text: string) => void,
  outer?: AbortSignal,
): Promise<EmulatedEnd> {
  const { EmulatorError } = await import("../../emulator/emulatorError.ts");
  const { BoardError } = await import("../../mpremote/boardError.ts");
  const { preparePico } = await import("../../emulator/startPico.ts");
  const { deployAndRun } = await import("../../emulator/deployAndRun.ts");
  const mapper = tracebackMapper(sourcesOf(program));
  const problems: Problem[] = [];
  const closers: (() => void | Promise<void>)[] = [];
  let report: DeployReport | undefined;
  let micros = 0;
  try {
    const { pico, notes } = preparePico({
      ...(options.firmware === undefined ? {} : { firmware: options.firmware }),
      ...(options.flashImage === undefined ? {} : { flash: options.flashImage }),
    });
    problems.push(...notes);
    closers.push(...(await keepImage(pico, options)), ...(await keepWaveform(pico, options)));
    const end = await untilInterrupted((signal) =>
      deployAndRun(pico, {
        files: program.files,
        entry: program.entry,
        seconds: options.for,
        signal: outer === undefined ? signal : AbortSignal.any([signal, outer]),
        onDeployed: (made) => {
          report = made;
        },
        onOutput: (text) => put(mapper.push(text)),
      }),
    );
    put(mapper.end());
    micros = Math.floor(pico.nanos / 1000);
    problems.push(...noteOf(end));
    return { exitCode: exitCodeOf(end), problems, report, micros };
  } catch (error) {
    if (!(error instanceof EmulatorError || error instanceof BoardError)) throw error;
    put(mapper.end());
    return { exitCode: exitCodes.failed, problems: [...problems, error.problem], report, micros };
  } finally {
    for (const close of closers) await close();
  }
}

type Closers = (() => void | Promise<void>)[];
type Pico = import("../../simulate/rp2040/pico.ts").Pico;

async function keepImage(pico: Pico, { flashImage }: EmulatedBoardOptions): Promise<Closers> {
  if (flashImage === undefined) return [];
  const { FlashImageFile } = await import("../../emulator/flashImage.ts");
  const image = new FlashImageFile(pico, flashImage);
  return [() => image.close()];
}

async function keepWaveform(pico: Pico, { gpio }: EmulatedBoardOptions): Promise<Closers> {
  if (gpio === undefined) return [];
  const { WaveformFile } = await import("../../emulator/waveformFile.ts");
  const file = new WaveformFile(pico, gpio);
  return [() => file.close()];
}

function noteOf(end: import("../../emulator/deployAndRun.ts").ProgramEnd): Problem[] {
  if (end === "boot loader") return [leftForBootLoader()];
  return end === "asleep" ? [asleepForEver()] : [];
}

function exitCodeOf(end: import("../../emulator/deployAndRun.ts").ProgramEnd): number {
  switch (end) {
    case "raised":
      return exitCodes.failed;
    case "stopped":
      return exitCodes.interrupted;
    default:
      return exitCodes.ok;
  }
}

/**
 * On a board the program lies in one of two slots, of which its maps know nothing; what lies
 * elsewhere is not the program's.
 */
function sourcesOf({ generated, sourceName }: EmulatedProgram) {
  const built = tracebackSources(generated, sourceName);
  return {
    ...built,
    originals: (path: string, line: number) => {
      const own = pathInSlot(`/${path.replace(/^\//, "")}`);
      return own === undefined ? undefined : built.originals(own, line);
    },
    isRuntime: (path: string) => {
      const own = pathInSlot(`/${path.replace(/^\//, "")}`);
      return own === undefined ? /^\/?main\.py$/.test(path) : built.isRuntime(own);
    },
  };
}

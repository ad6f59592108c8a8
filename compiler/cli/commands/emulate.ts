import type { Problem } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import type { Pico } from "../../simulate/rp2040/pico.ts";
import type { CommandContext, CommandDefinition } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import type { Terminal } from "../terminal.ts";

interface EmulateOptions {
  readonly firmware?: string;
  readonly flash?: string;
  readonly gpio?: string;
  readonly pins?: boolean;
  readonly download?: string | true;
}

/** `tsmp emulate`: a board without a board, until it is stopped. */
export const defineEmulate: CommandDefinition = (program, context) => {
  program
    .command("emulate")
    .summary("serve a Pico that runs real firmware in an emulator")
    .description(
      "Run MicroPython's firmware for the Pico on an emulated RP2040, and serve its USB serial line\non a pseudo-terminal, whose path is printed. Every tool that talks to a board can use it.",
    )
    .option("--firmware <file>", "a .uf2 or .bin of MicroPython for RPI_PICO or RPI_PICO_W")
    .option("--flash <image>", "a file that keeps the flash from one run to the next")
    .option("--gpio <file.vcd>", "write every change of a pin, for a logic-analyser viewer")
    .option("--pins", "show the pins while it runs")
    .option("--download [address]", "fetch the official firmware first, and keep it")
    .action(context.run((options: EmulateOptions) => emulate(options, context)));
};

async function emulate(options: EmulateOptions, { terminal }: CommandContext): Promise<number> {
  const { EmulatorError } = await import("../../emulator/emulatorError.ts");
  try {
    return await serve(options, terminal);
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error;
    return fail(error.problem, terminal);
  }
}

function fail(problem: Problem, terminal: Terminal): number {
  const diagnostics = [diagnosticAt(nowhere, problem)];
  terminal.diagnostics(diagnostics, "", "err");
  terminal.document({ ok: false, diagnostics });
  return exitCodes.failed;
}

async function serve(options: EmulateOptions, terminal: Terminal): Promise<number> {
  const { preparePico, bootPico } = await import("../../emulator/startPico.ts");
  const firmwareFile = await chosenFirmware(options);
  const { flash } = options;
  const { pico, firmware, notes } = preparePico({
    ...(firmwareFile === undefined ? {} : { firmware: firmwareFile }),
    ...(flash === undefined ? {} : { flash }),
  });
  const diagnostics = notes.map((note) => diagnosticAt(nowhere, note));
  terminal.diagnostics(diagnostics, "", "err");
  const closers: (() => void | Promise<void>)[] = [];
  try {
    await observe(pico, options, closers);
    bootPico(pico);
    const { openPseudoTerminal } = await import("../../emulator/pseudoTerminal.ts");
    const line = await openPseudoTerminal();
    closers.push(() => line.close());
    const { name = "firmware", version = "" } = firmware.info;
    terminal.document({ ok: true, path: line.path, firmware: firmware.info, diagnostics });
    terminal.print(line.path);
    terminal.notice(`A Pico with ${`${name} ${version}`.trim()}. Ctrl-C stops it.`);
    const { serveSerial } = await import("../../emulator/serveSerial.ts");
    const note = await serveSerial(pico, line, stopSignal());
    if (note !== undefined) terminal.diagnostics([diagnosticAt(nowhere, note)], "", "err");
    return exitCodes.ok;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function chosenFirmware(options: EmulateOptions): Promise<string | undefined> {
  if (options.firmware !== undefined || options.download === undefined) return options.firmware;
  const { downloadFirmware, officialFirmware } = await import("../../emulator/firmwareCache.ts");
  return downloadFirmware(options.download === true ? officialFirmware : options.download);
}

/** What follows the board while it runs: the image of its flash, the waveform, the pins. */
async function observe(
  pico: Pico,
  { flash, gpio, pins = false }: EmulateOptions,
  closers: (() => void | Promise<void>)[],
): Promise<void> {
  if (flash !== undefined) {
    const { FlashImageFile } = await import("../../emulator/flashImage.ts");
    const image = new FlashImageFile(pico, flash);
    closers.push(() => image.close());
  }
  if (gpio !== undefined) {
    const { WaveformFile } = await import("../../emulator/waveformFile.ts");
    const file = new WaveformFile(pico, gpio);
    closers.push(() => file.close());
  }
  if (pins) {
    const { showPins } = await import("../livePins.ts");
    closers.push(showPins(pico, process.stderr));
  }
}

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort()).once("SIGTERM", () => stop.abort());
  return stop.signal;
}

import { writeFileSync } from "node:fs";
import { Option } from "commander";
import { noTestFiles } from "../../diagnostics/catalogue/tests.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { reportingBoardErrors } from "../boardCommand.ts";
import type { CommandContext, CommandDefinition } from "../command.ts";
import { addEmulatedOptions } from "../emulated/emulatedOptions.ts";
import type { EmulatedBoardOptions } from "../emulated/emulateProgram.ts";
import { exitCodes } from "../exitCodes.ts";
import { readSeconds } from "../readSeconds.ts";
import { addBoardSettings, type SettingOptions, settingsOf } from "../settingOptions.ts";
import { fromHere, type Terminal } from "../terminal.ts";
import type { FileResult, TestResult } from "../test/runTests.ts";
import type { TestPlace } from "../test/testPlaces.ts";
import { untilInterrupted } from "../untilInterrupted.ts";

const hosts = ["auto", "embedded", "unix"] as const;
const defaultSeconds = 60;

type TestOptions = SettingOptions &
  EmulatedBoardOptions & {
    readonly host: (typeof hosts)[number];
    readonly device?: string;
    readonly timeout: number;
    readonly junit?: string;
  };

/** `tsmp test [files|folders...]` */
export const defineTest: CommandDefinition = (program, context) => {
  addEmulatedOptions(addBoardSettings(program.command("test")))
    .summary("run the tests of a project")
    .description(
      "Run every NAME.test.ts that imports `testing`: on a MicroPython of this computer, with\n--emulate on an emulated Pico, with --device on a board, from its memory.",
    )
    .argument("[files|folders...]", "where the tests are; the current folder if none is named")
    .addOption(
      new Option("--host <kind>", "which MicroPython").choices(hosts).default("auto" as const),
    )
    .option("-d, --device <name>", "run on this board; `auto` for the only one that is plugged in")
    .addOption(
      new Option("--timeout <seconds>", "how long a file may take")
        .argParser(readSeconds)
        .default(defaultSeconds),
    )
    .option("--junit <file.xml>", "write the results for a build server")
    .action(context.run((paths: string[], options: TestOptions) => test(paths, options, context)));
};

async function test(
  paths: readonly string[],
  options: TestOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const { findTests } = await import("../test/findTests.ts");
  const { runTestFile } = await import("../test/runTests.ts");
  const files = findTests(paths.length === 0 ? ["."] : paths);
  if (files.length === 0) return reportNone(paths, terminal);
  const place = await placeFor(options);
  return reportingBoardErrors(terminal, () =>
    untilInterrupted(async (signal) => {
      const results: FileResult[] = [];
      for (const file of files) {
        if (signal.aborted) break;
        terminal.print(terminal.style.bold(fromHere(file)));
        const onTest = (result: TestResult) => showTest(result, terminal);
        const request = { settings: settingsOf(options), place, signal, onTest };
        const result = await runTestFile(file, { ...request, seconds: options.timeout });
        showRest(result, terminal);
        results.push(result);
      }
      return summarize(results, options, signal.aborted, terminal);
    }),
  );
}

async function placeFor(options: TestOptions): Promise<TestPlace> {
  const places = await import("../test/testPlaces.ts");
  if (options.emulate === true) return places.onEmulatedPico(options);
  return options.device === undefined
    ? places.onHost(options.host)
    : places.onBoard(options.device);
}

function reportNone(paths: readonly string[], terminal: Terminal): number {
  const where = paths.length === 0 ? "this folder" : paths.map((path) => `"${path}"`).join(", ");
  const diagnostics = [diagnosticAt(nowhere, noTestFiles(where))];
  terminal.diagnostics(diagnostics, process.cwd(), "err");
  terminal.document({ ok: false, passed: 0, failed: 0, files: [], diagnostics });
  return exitCodes.failed;
}

function showTest({ name, passed, milliseconds, output }: TestResult, terminal: Terminal): void {
  const { green, red, dim } = terminal.style;
  const took = milliseconds >= 100 ? dim(` (${milliseconds} ms)`) : "";
  terminal.print(`  ${passed ? green("✓") : red("✗")} ${name}${took}`);
  if (output.trim() !== "") terminal.print(indented(output));
}

/** What else there is to say of a file: what it printed while it loaded, and why it was not run. */
function showRest({ output, diagnostics, root }: FileResult, terminal: Terminal): void {
  if (output.trim() !== "") terminal.print(indented(output));
  terminal.diagnostics(diagnostics, root);
}

function indented(text: string): string {
  return text.trimEnd().replace(/^(?=.)/gm, "      ");
}

/** Counts, writes the document and the file for a build server, and gives the exit code. */
async function summarize(
  results: readonly FileResult[],
  { junit: junitFile }: TestOptions,
  interrupted: boolean,
  terminal: Terminal,
): Promise<number> {
  const tests = results.flatMap((file) => file.tests);
  const passed = tests.filter((test) => test.passed).length;
  // A file that fails without a failing test counts as one.
  const broken = results.filter((file) => !file.passed && file.tests.every((one) => one.passed));
  const failed = tests.length - passed + broken.length;
  const { green, red } = terminal.style;
  terminal.print(`\n${(failed === 0 ? green : red)(`${passed} passed, ${failed} failed`)}`);
  const ok = failed === 0 && !interrupted;
  const files = results.map(({ root: _, ...result }) => result);
  terminal.document({ ok, passed, failed, files });
  if (junitFile !== undefined) {
    const { junit } = await import("../test/junit.ts");
    writeFileSync(junitFile, junit(results));
  }
  if (interrupted) return exitCodes.interrupted;
  return ok ? exitCodes.ok : exitCodes.failed;
}

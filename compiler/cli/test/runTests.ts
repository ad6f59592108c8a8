import { type CompileProjectResult, compileProject } from "../../compileProject.ts";
import { noTestsInFile, testsDidNotEnd } from "../../diagnostics/catalogue/tests.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { Settings } from "../../project/settings.ts";
import { fromHere } from "../terminal.ts";
import { type TestEvent, TestEvents } from "./testEvents.ts";
import type { TestPlace } from "./testPlaces.ts";
import { testProgram } from "./testProgram.ts";

export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly output: string;
}

/** What became of one test file. It passed if all its tests did and nothing else went wrong. */
export interface FileResult {
  /** From the current folder. */
  readonly file: string;
  readonly passed: boolean;
  readonly tests: readonly TestResult[];
  /** What was printed outside of tests: while the module loaded, or by what ended it early. */
  readonly output: string;
  readonly root: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface TestRequest {
  readonly settings: Settings;
  readonly place: TestPlace;
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly onTest: (test: TestResult) => void;
}

/** Compiles a test file, runs it, and collects what its tests did. */
export async function runTestFile(path: string, request: TestRequest): Promise<FileResult> {
  const compiled = compileProject(fromHere(path), request.settings);
  const { root } = compiled;
  const file = fromHere(path);
  const failed = (diagnostics: readonly Diagnostic[]): FileResult => {
    return { file, passed: false, tests: [], output: "", root, diagnostics };
  };
  const diagnostics = inOrder(compiled.diagnostics);
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const program = testProgram(compiled.files, compiled.entry);
  if (program === undefined) return failed([diagnosticAt(nowhere, noTestsInFile(file))]);
  const ran = await run({ ...compiled, ...program }, request);
  const { tests } = ran;
  const problem = ran.inTime
    ? ran.ended && tests.length === 0
      ? noTestsInFile(file)
      : ran.problem
    : testsDidNotEnd(file, request.seconds, ran.running);
  const found = problem === undefined ? [] : [diagnosticAt(nowhere, problem)];
  const passed = ran.ended && tests.length > 0 && tests.every((test) => test.passed);
  return { file, passed, tests, output: ran.output, root, diagnostics: [...diagnostics, ...found] };
}

async function run(
  compiled: CompileProjectResult,
  { place, seconds, signal, onTest }: TestRequest,
) {
  const tests: TestResult[] = [];
  let running: string | undefined;
  let ended = false;
  let output = "";
  const events = new TestEvents((event: TestEvent) => {
    if (event.kind === "start") {
      running = event.name;
      output += events.output;
    } else if (event.kind === "end") {
      ended = true;
    } else {
      const { name, milliseconds } = event;
      const passed = event.kind === "passed";
      const test = { name, passed, milliseconds, output: withoutRunner(event.output) };
      running = undefined;
      tests.push(test);
      onTest(test);
    }
  });
  const limit = AbortSignal.timeout(seconds * 1000);
  const { problem } = await place({
    compiled,
    signal: AbortSignal.any([signal, limit]),
    put: (piece) => events.push(piece),
  });
  events.end();
  output += events.output;
  return { tests, ended, output, running, problem, inTime: ended || !limit.aborted };
}

/** How a test was called, and what of `testing` threw, is nobody's business. */
function withoutRunner(traceback: string): string {
  return traceback.replace(
    /^ {2}File "(?:\/ram\/|\/?\.tsmp\/[ab]\/)?(?:testing|asyncio)\/.*\n/gm,
    "",
  );
}

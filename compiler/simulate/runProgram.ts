import { unixPortMissing } from "../diagnostics/catalogue/simulate.ts";
import type { Problem } from "../diagnostics/diagnostic.ts";
import { needsUnixPort } from "./chooseHost.ts";
import { runEmbedded } from "./embeddedHost.ts";
import { findUnixPort } from "./findUnixPort.ts";
import { type RunRequest, type RunResult, stopped } from "./request.ts";
import { tracebackMapper, tracebackSources } from "./traceback.ts";
import { runUnix } from "./unixHost.ts";

/**
 * Runs a built program on a real MicroPython on this computer and resolves when it has ended.
 *
 *     const { exitCode } = await runProgram({ files, entry: "main.py", host: "auto", stdout, stderr });
 */
export async function runProgram(request: RunRequest): Promise<RunResult> {
  if (request.signal?.aborted) return stopped;
  const mapped = withMappedTracebacks(request);
  const result = await runOnHost(mapped.request);
  mapped.end();
  return result;
}

async function runOnHost(request: RunRequest): Promise<RunResult> {
  const need = request.host === "auto" ? needsUnixPort(request.files) : undefined;
  if (request.host === "embedded" || (request.host === "auto" && need === undefined)) {
    return { ...(await runEmbedded(request)), host: "embedded" };
  }
  const port = await findUnixPort();
  if (port.kind === "missing") return notRun(unixPortMissing(need ?? "The unix port is asked for"));
  if (port.kind === "unusable") return notRun(port.problem);
  return { ...(await runUnix(port.command, request)), host: "unix" };
}

function notRun(problem: Problem): RunResult {
  return { exitCode: 1, problem };
}

/** Both streams may carry tracebacks: MicroPython prints those of interrupts and of `sys.print_exception` on stdout. */
function withMappedTracebacks(request: RunRequest): { request: RunRequest; end: () => void } {
  const sources = tracebackSources(request.files, request.sourceName);
  const stdout = tracebackMapper(sources);
  const stderr = tracebackMapper(sources);
  return {
    request: {
      ...request,
      stdout: (piece) => show(request.stdout, stdout.push(piece)),
      stderr: (piece) => show(request.stderr, stderr.push(piece)),
    },
    end() {
      show(request.stdout, stdout.end());
      show(request.stderr, stderr.end());
    },
  };
}

function show(sink: (piece: string) => void, piece: string): void {
  if (piece !== "") sink(piece);
}

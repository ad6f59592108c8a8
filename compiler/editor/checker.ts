import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckAnswer, CheckRequest, Finding } from "./protocol.ts";

/** What is known of one project. */
interface CheckedProject {
  /** The state of the project that was last sent, or is about to be. */
  version: string;
  /** Makes the next request, where the answer to the last one has not come yet. */
  next: (() => CheckRequest) | undefined;
  isBusy: boolean;
  found: CheckAnswer["found"];
  whenDone: () => void;
}

const projects = new Map<string, CheckedProject>();
let worker: Worker | undefined;

/**
 * What is known to be wrong in a file. Where the project has changed since, it is checked anew and
 * `whenDone` is called; at most one check of a project is under way.
 */
export function findingsIn(
  file: string,
  project: {
    readonly tsconfig: string;
    readonly version: string;
    readonly request: () => CheckRequest;
    readonly whenDone: () => void;
  },
): readonly Finding[] {
  const known = projects.get(project.tsconfig) ?? newProject(project.tsconfig);
  known.whenDone = project.whenDone;
  if (known.version !== project.version) {
    known.version = project.version;
    known.next = project.request;
    sendNext(known);
  }
  return known.found.get(file) ?? [];
}

function newProject(tsconfig: string): CheckedProject {
  const made: CheckedProject = {
    version: "",
    next: undefined,
    isBusy: false,
    found: new Map(),
    whenDone: () => {},
  };
  projects.set(tsconfig, made);
  return made;
}

function sendNext(project: CheckedProject): void {
  if (project.isBusy || !project.next) return;
  project.isBusy = true;
  const request = project.next();
  project.next = undefined;
  worker ??= startWorker();
  worker.postMessage(request);
}

function startWorker(): Worker {
  const started = new Worker(join(__dirname, "worker.js"));
  // The editor ends its server when it likes; the compiler does not keep it.
  started.unref();
  started.on("message", receive);
  started.on("error", () => {
    worker = undefined;
    for (const project of projects.values()) project.isBusy = false;
  });
  return started;
}

function receive({ tsconfig, found }: CheckAnswer): void {
  const project = projects.get(tsconfig);
  if (!project) return;
  project.isBusy = false;
  project.found = found;
  if (project.next) sendNext(project);
  else project.whenDone();
}

import { basename, resolve } from "node:path";
import { notAFolder } from "../../diagnostics/catalogue/cli.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import { kindOfPath } from "../../project/observedDisk.ts";
import type { CommandDefinition } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { nextSteps } from "../init/nextSteps.ts";
import { projectTemplate } from "../init/projectTemplate.ts";
import { writeProject } from "../init/writeProject.ts";
import { ownVersion } from "../ownVersion.ts";
import { fromHere, type Terminal } from "../terminal.ts";

/** `tsmp init [folder]` */
export const defineInit: CommandDefinition = (program, { run, terminal }) => {
  program
    .command("init")
    .summary("set up a new project")
    .description(
      "Set up a project that builds at once.\nFiles that are there already stay as they are.",
    )
    .argument("[folder]", "made if it does not exist", ".")
    .action(run(async (folder: string) => init(resolve(folder), terminal)));
};

function init(folder: string, terminal: Terminal): number {
  const written = isSomethingElse(folder)
    ? { created: [], kept: [], problem: notAFolder(fromHere(folder)) }
    : writeProject(folder, projectTemplate(basename(folder), ownVersion()));
  const { created, kept, problem } = written;
  const steps = problem === undefined ? nextSteps(folder, kept) : [];
  const diagnostics = problem === undefined ? [] : [diagnosticAt(nowhere, problem)];
  for (const path of created) terminal.print(`${terminal.style.green("created")}  ${path}`);
  for (const path of kept) terminal.print(`${terminal.style.dim("kept")}     ${path}`);
  for (const step of steps) terminal.notice(step);
  terminal.diagnostics(diagnostics, folder, "err");
  terminal.document({
    ok: problem === undefined,
    root: folder,
    created,
    kept,
    notices: steps,
    diagnostics,
  });
  return problem === undefined ? exitCodes.ok : exitCodes.failed;
}

function isSomethingElse(path: string): boolean {
  const kind = kindOfPath(path);
  return kind !== undefined && kind !== "folder";
}

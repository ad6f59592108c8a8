import type { BuildReport } from "../../bundle/writeBuild.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { CommandDefinition } from "../command.ts";
import { exitCodeFor } from "../exitCodes.ts";
import { addSettingOptions, type SettingOptions, settingsOf } from "../settingOptions.ts";
import { fromHere, type Terminal } from "../terminal.ts";

/** `tsmp build [entry|folder]` */
export const defineBuild: CommandDefinition = (program, { run, terminal }) => {
  addSettingOptions(program.command("build"))
    .summary("compile a project to MicroPython")
    .description(
      "Compile a project to MicroPython and write it to its output folder.\nWith an error, nothing is written.",
    )
    .option("-o, --out-dir <folder>", 'where to write (else "outDir" in tsconfig.json, else build)')
    .action(run((path: string, options: SettingOptions) => build(path, options, terminal)));
};

async function build(path: string, options: SettingOptions, terminal: Terminal): Promise<number> {
  const { buildProject } = await import("../../rememberedBuild.ts");
  const { writeBuild } = await import("../../bundle/writeBuild.ts");
  const result = await buildProject(path, settingsOf(options));
  const report = hasErrors(result.diagnostics) ? nothingWritten : writeBuild(result);
  const diagnostics = inOrder([...result.diagnostics, ...report.diagnostics]);
  const ok = !hasErrors(diagnostics);
  const { root, outDir, entry } = result;
  const { files, written, removed } = report;
  terminal.diagnostics(diagnostics, root);
  terminal.document({ ok, root, outDir, entry, files, written, removed, diagnostics });
  if (ok) terminal.print(`${fromHere(outDir)}: ${filesOf(report)}`);
  return exitCodeFor(diagnostics);
}

const nothingWritten: BuildReport = { files: [], written: [], removed: [], diagnostics: [] };

/** `3 files, 1 written, 2 removed` */
function filesOf({ files, written, removed }: BuildReport): string {
  const parts = [`${files.length} ${files.length === 1 ? "file" : "files"}`];
  parts.push(written.length === 0 ? "none changed" : `${written.length} written`);
  if (removed.length > 0) parts.push(`${removed.length} removed`);
  return parts.join(", ");
}

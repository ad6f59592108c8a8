import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { CommandDefinition } from "../command.ts";
import { exitCodeFor } from "../exitCodes.ts";
import { addSettingOptions, type SettingOptions, settingsOf } from "../settingOptions.ts";
import type { Terminal } from "../terminal.ts";

/** `tsmp check [entry|folder]` */
export const defineCheck: CommandDefinition = (program, { run, terminal }) => {
  addSettingOptions(program.command("check"))
    .summary("report what is wrong in a project")
    .description("Report everything that `tsmp build` would, and write nothing.")
    .action(run((path: string, options: SettingOptions) => check(path, options, terminal)));
};

async function check(path: string, options: SettingOptions, terminal: Terminal): Promise<number> {
  const { compileProject } = await import("../../compileProject.ts");
  const result = compileProject(path, settingsOf(options));
  const { root } = result;
  const diagnostics = inOrder(result.diagnostics);
  const ok = !hasErrors(diagnostics);
  terminal.diagnostics(diagnostics, root);
  terminal.document({ ok, root, diagnostics });
  if (diagnostics.length === 0) terminal.print("Nothing to report.");
  return exitCodeFor(diagnostics);
}

import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import { buildProject } from "../../rememberedBuild.ts";
import { exitCodeFor } from "../exitCodes.ts";
import type { FlashOptions } from "../flash/flashOptions.ts";
import { settingsOf } from "../settingOptions.ts";
import type { Terminal } from "../terminal.ts";
import type { EmulatedBoardOptions } from "./emulateProgram.ts";
import { emulateProject } from "./emulateProject.ts";

/** `tsmp flash --emulate`: compiles, flashes an emulated board, and shows what the program does. */
export async function flashEmulated(
  path: string,
  options: FlashOptions & EmulatedBoardOptions,
  terminal: Terminal,
): Promise<number> {
  const compiled = await buildProject(path, settingsOf(options));
  const diagnostics = inOrder(compiled.diagnostics);
  terminal.diagnostics(diagnostics, compiled.root, "err");
  if (!hasErrors(diagnostics)) return emulateProject(compiled, options, terminal);
  terminal.document({ ok: false, root: compiled.root, diagnostics });
  return exitCodeFor(diagnostics);
}

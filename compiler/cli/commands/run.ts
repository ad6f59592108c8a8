import { Option } from "commander";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { CommandContext, CommandDefinition } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { addSettingOptions, type SettingOptions, settingsOf } from "../settingOptions.ts";

const hosts = ["auto", "embedded", "unix"] as const;

type RunOptions = SettingOptions & { readonly host: (typeof hosts)[number] };

/** `tsmp run [entry|folder] [-- arguments]` */
export const defineRun: CommandDefinition = (program, context) => {
  addSettingOptions(program.command("run"))
    .summary("run a project on this computer")
    .description(
      "Compile a project and run it on a MicroPython of this computer, with stand-ins for the\nhardware of the board. Ends with the program's own exit status.",
    )
    .argument("[arguments...]", "for the program; behind -- they may look like options")
    .addOption(
      new Option("--host <kind>", "which MicroPython").choices(hosts).default("auto" as const),
    )
    .action(
      context.run((path: string, words: string[], options: RunOptions) =>
        run(path, [...words, ...context.forProgram], options, context),
      ),
    );
};

async function run(
  path: string,
  words: readonly string[],
  options: RunOptions,
  { terminal }: CommandContext,
): Promise<number> {
  const { compileProject } = await import("../../compileProject.ts");
  const result = compileProject(path, settingsOf(options));
  const diagnostics = inOrder(result.diagnostics);
  terminal.diagnostics(diagnostics, result.root, "err");
  if (hasErrors(diagnostics)) {
    terminal.document({ ok: false, root: result.root, diagnostics });
    return exitCodes.failed;
  }
  return exitCodes.ok;
}

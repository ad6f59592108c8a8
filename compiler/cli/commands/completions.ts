import { Argument } from "commander";
import type { CommandDefinition } from "../command.ts";
import type { CommandTree } from "../completions/commandTree.ts";
import { exitCodes } from "../exitCodes.ts";

const shells = ["bash", "zsh", "fish", "powershell"] as const;

type Shell = (typeof shells)[number];

/** `tsmp completions SHELL` */
export const defineCompletions: CommandDefinition = (program, { run, terminal }) => {
  program
    .command("completions")
    .summary("print the completions for a shell")
    .description(
      "Print a script that completes commands and options:\n" +
        "  bash        source <(tsmp completions bash)\n" +
        "  zsh         source <(tsmp completions zsh)\n" +
        "  fish        tsmp completions fish > ~/.config/fish/completions/tsmp.fish\n" +
        "  powershell  tsmp completions powershell | Out-String | Invoke-Expression",
    )
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .action(
      run(async (shell: Shell) => {
        const { commandTree } = await import("../completions/commandTree.ts");
        const script = (await scriptFor(shell))(commandTree(program));
        terminal.print(script.trimEnd());
        terminal.document({ shell, script });
        return exitCodes.ok;
      }),
    );
};

async function scriptFor(shell: Shell): Promise<(tree: CommandTree) => string> {
  switch (shell) {
    case "bash":
      return (await import("../completions/bash.ts")).bashCompletions;
    case "zsh":
      return (await import("../completions/zsh.ts")).zshCompletions;
    case "fish":
      return (await import("../completions/fish.ts")).fishCompletions;
    case "powershell":
      return (await import("../completions/powershell.ts")).powershellCompletions;
  }
}

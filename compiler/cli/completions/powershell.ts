import type { CommandTree, CompletedCommand } from "./commandTree.ts";

/** For PowerShell: `tsmp completions powershell | Out-String | Invoke-Expression` in the profile. */
export function powershellCompletions({ commands, options }: CommandTree): string {
  const common = options.flatMap((option) => option.flags);
  const entries = commands.map(
    (command) => `    ${command.name} = @(${listOf(wordsOf(command, common))})`,
  );
  return `Register-ArgumentCompleter -Native -CommandName tsmp -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${entries.join("\n")}
  }
  $command = $commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" } |
    Where-Object { $commands.Contains($_) } | Select-Object -First 1
  $candidates = if ($command) { $commands[$command] } else { @($commands.Keys) + @(${listOf(common)}) }
  $candidates | Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}

function wordsOf({ options, words }: CompletedCommand, common: readonly string[]): string[] {
  return [...words, ...options.flatMap((option) => option.flags), ...common];
}

function listOf(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(", ");
}

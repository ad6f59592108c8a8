import type { CommandTree, CompletedOption } from "./commandTree.ts";

/** For fish: `tsmp completions fish > ~/.config/fish/completions/tsmp.fish`. */
export function fishCompletions({ commands, options }: CommandTree): string {
  const lines = ["complete -c tsmp -n __fish_use_subcommand -f"];
  for (const { name, summary, options: own, words } of commands) {
    const inside = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    lines.push(`complete -c tsmp -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`);
    if (words.length > 0) lines.push(`complete -c tsmp ${inside} -f -a ${quoted(words.join(" "))}`);
    for (const option of own) lines.push(`complete -c tsmp ${inside} ${flagsOf(option)}`);
  }
  for (const option of options) lines.push(`complete -c tsmp ${flagsOf(option)}`);
  return `${lines.join("\n")}\n`;
}

function flagsOf({ flags, summary, value }: CompletedOption): string {
  const names = flags.map((flag) =>
    flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const argument =
    value === "none" ? "" : value === "path" ? " -r" : ` -x -a ${quoted(value.join(" "))}`;
  return `${names.join(" ")} -d ${quoted(summary)}${argument}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
}

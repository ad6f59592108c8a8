import type { CommandTree, CompletedOption } from "./commandTree.ts";

/** For zsh: `source <(tsmp completions zsh)` in ~/.zshrc, or as `_tsmp` in a folder of `$fpath`. */
export function zshCompletions({ commands, options }: CommandTree): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options: own, words }) => {
    const first = words.length > 0 ? `1:word:(${words.join(" ")})` : "*:file:_files";
    const specs = [...own, ...options].flatMap(specsOf);
    return `    ${name}) _arguments ${[...specs, quoted(first)].join(" ")} ;;`;
  });
  return `#compdef tsmp
_tsmp() {
  local -a commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
compdef _tsmp tsmp
`;
}

function specsOf({ flags, summary, value }: CompletedOption): string[] {
  const text = summary.replaceAll(/[[\]:\\]/g, "\\$&");
  const argument =
    value === "none" ? "" : value === "path" ? ":path:_files" : `:value:(${value.join(" ")})`;
  return flags.map((flag) => quoted(`${flag}[${text}]${argument}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

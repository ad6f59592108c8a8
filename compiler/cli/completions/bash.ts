import type { CommandTree, CompletedOption } from "./commandTree.ts";

/** For bash: `source <(tsmp completions bash)` in ~/.bashrc. */
export function bashCompletions({ commands, options }: CommandTree): string {
  const flagsOf = (list: readonly CompletedOption[]) => list.flatMap((o) => o.flags).join(" ");
  const names = commands.map((command) => command.name).join(" ");
  const cases = commands.map(
    ({ name, options: own, words }) =>
      `    ${name}) flags="${flagsOf(own)}"; words="${words.join(" ")}" ;;`,
  );
  const values = commands
    .flatMap((command) => command.options)
    .filter((option) => Array.isArray(option.value))
    .map(({ flags, value }) => `    ${flags.join("|")}) choices="${[...value].join(" ")}" ;;`);
  return `_tsmp() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="" flags="" words="" choices="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) command="$word"; break ;; esac
  done
  case "$previous" in
${[...new Set(values)].join("\n")}
  esac
  if [ -n "$choices" ]; then
    COMPREPLY=($(compgen -W "$choices" -- "$current"))
    return
  fi
  case "$command" in
    "") words="${names}" ;;
${cases.join("\n")}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags ${flagsOf(options)}" -- "$current"))
  elif [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -F _tsmp tsmp
`;
}

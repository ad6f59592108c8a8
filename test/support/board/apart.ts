/**
 * A command line that runs another without the descriptors that it would inherit. A pseudo-terminal
 * of the tests would stay open in it, and never be seen to vanish.
 */
export function apart(command: string, args: readonly string[]): [string, string[]] {
  const close = 'for f in /proc/$$/fd/*; do n=${f##*/}; [ "$n" -gt 3 ] && eval "exec $n>&-"; done';
  return ["bash", ["-c", `${close}; exec "$@"`, "bash", command, ...args]];
}

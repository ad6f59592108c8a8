import type { WriteStream } from "node:tty";

type Output = Pick<WriteStream, "isTTY">;

/**
 * Whether to colour what goes to `stream`: `--no-color` first, then FORCE_COLOR (as in Node: `0` and
 * `false` say no), then NO_COLOR (no-color.org: any text but an empty one), else on terminals.
 */
export function wantsColour(
  stream: Partial<Output>,
  option: boolean,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (!option) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (env["NO_COLOR"]) return false;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

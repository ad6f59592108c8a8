/*
 * How long `tsmp flash` takes beside the real mpremote, each as a whole process, on the same virtual
 * board in one run: a project of 50 modules goes to an empty board, and then again and again unchanged.
 *
 *     npm run bench:flash [turns]
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [turns = "9"] = process.argv.slice(2);
const file = "test/mpremote/deploy/besideMpremote.test.ts";
const { stdout, status } = spawnSync("npx", ["vitest", "run", file, "-t", "whole processes"], {
  cwd: root,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, TSMP_FLASH_TURNS: turns },
});
const measured = /^\{"first".*\}$/m.exec(stdout)?.[0];
if (status !== 0 || measured === undefined) {
  console.error(stdout);
  process.exit(1);
}
const { first, again } = JSON.parse(measured);
print("first deploy", [first]);
print("nothing changed", again);

function print(name, times) {
  const middle = (pick) => times.map(pick).sort((a, b) => a - b)[times.length >> 1];
  const [tsmp, mpremote, ratio] = [
    middle((t) => t.tsmp),
    middle((t) => t.mpremote),
    middle((t) => t.mpremote / t.tsmp),
  ];
  console.log(
    `${name}: tsmp ${tsmp} ms, mpremote ${mpremote} ms, ${ratio.toFixed(1)} times as long`,
  );
}

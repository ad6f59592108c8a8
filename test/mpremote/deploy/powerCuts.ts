import { deploy } from "../../../compiler/mpremote/deploy/deploy.ts";
import type { DeployFile } from "../../../compiler/mpremote/deploy/layout.ts";
import type { FlashBoard, PowerOn } from "./flashBoard.ts";

/**
 * A program of several files that tells which version of each it finds: `1 1 1 1` is whole, `1 2 1 1`
 * is a mixture. Every version has a file of its own, and one that is the same in all.
 */
export function programVersion(version: number): DeployFile[] {
  const padding = `# ${"padding ".repeat(40)}\n`.repeat(8 + version);
  const files: Record<string, string> = {
    "main.py": `import one, net.two, os
names = sorted(e[0] for e in os.ilistdir())
only = [n for n in names if n.startswith("only")]
print(${version}, one.v, net.two.v, open("data.txt").read(), only == ["only${version}.txt"], len(open("same.txt").read()))
`,
    "one.py": `v = ${version}\n${padding}`,
    "net/two.py": `v = ${version}\n`,
    "data.txt": `${version}`,
    [`only${version}.txt`]: padding,
    "same.txt": "the same ".repeat(300),
  };
  return Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) }));
}

export function bootsVersion(version: number): string {
  return `${version} ${version} ${version} ${version} True 2700\n`;
}

export async function flash(board: FlashBoard, version: number, power?: PowerOn): Promise<void> {
  await board.with(
    (attached) => deploy(attached, programVersion(version), { entry: "main.py" }).then(() => {}),
    power,
  );
}

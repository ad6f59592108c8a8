import { afterAll, beforeAll, expect, test } from "vitest";
import { VirtualBoard } from "../../support/board/virtualBoard.ts";
import { temporaryFolder } from "../../project/temporaryFolder.ts";
import { mainScript, tsmp } from "../../cli/tsmp.ts";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

let board: VirtualBoard;
beforeAll(async () => {
  board = await VirtualBoard.start({ files: { "/main.py": "print('mine')\n" }, heap: "4m" });
});
afterAll(() => board.close());

const settings = { compilerOptions: {}, tsmp: { micropython: "1.24", include: ["page.html"] } };

function project(main: string, greeting: string): string {
  return temporaryFolder({
    "tsconfig.json": JSON.stringify(settings),
    "main.ts": main,
    "lib/greeting.ts": `export const greeting: string = "${greeting}";\n`,
    "page.html": "<p>page</p>\n".repeat(100),
  });
}

const main = `
import { greeting } from "./lib/greeting";
setTimeout(() => console.log("later"), 20);
console.log(greeting);
`;

/** What the board says from when `work` begins until it has said `text`. */
async function saidUntil(text: string, work: () => Promise<unknown>): Promise<string> {
  board.resetTraffic();
  await work();
  const end = Date.now() + 20_000;
  for (;;) {
    const said = Buffer.concat(board.said).toString();
    if (said.includes(text)) return said;
    if (Date.now() > end) throw new Error(`the board did not say ${text}, but ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const flash = (folder: string, ...options: string[]) =>
  tsmp(["flash", folder, "-d", board.path, ...options]);

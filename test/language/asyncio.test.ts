import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { runOnUnix } from "../support/differential/runOnUnix.ts";
import { unixMicropython } from "../support/differential/sameAsNode.ts";

/** Programs that import asyncio: no order of JavaScript's is kept, and nothing is shipped for it. */

const source = `import { run, sleep_ms } from "asyncio";

async function work(name: string): Promise<string> {
  print(name, "begins");
  await sleep_ms(1);
  return name;
}

async function main(): Promise<void> {
  const kept = work("kept");
  print("called");
  print(await work("awaited"));
  print(await kept);
}

run(main());
`;

test("a call that is kept is a task, one that is awaited the coroutine", () => {
  const { files, diagnostics } = compile({ files: { "main.ts": source } });
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(["main.py"]);
  expect(files[0]!.text).toContain('kept = asyncio.create_task(work("kept"))');
  expect(files[0]!.text).toContain('print(await work("awaited"))');
});

test("the loop decides when it begins", async () => {
  const { files, entry } = compile({ files: { "main.ts": source } });
  const { stdout } = await runOnUnix(unixMicropython(), files, entry);
  expect(stdout.trimEnd().split("\n")).toEqual([
    "called",
    "awaited begins",
    "kept begins",
    "awaited",
    "kept",
  ]);
});

test("a function for somebody who drops what it gives becomes a task at each call", () => {
  const { files } = compile({
    files: {
      "main.ts": `import { run, sleep_ms } from "asyncio";
function often(work: () => void): void {
  work();
  work();
}
async function blink(): Promise<void> {
  await sleep_ms(1);
}
async function main(): Promise<void> {
  often(blink);
  await sleep_ms(5);
}
run(main());`,
    },
  });
  expect(files[0]!.text).toMatch(/often\(as_task\(blink\)\)/);
});

test("asyncio's functions take pauses, awaitable objects and promises as well", async () => {
  const { files, entry, diagnostics } = compile({
    files: {
      "main.ts": `import { create_task, gather, run, sleep, sleep_ms, TimeoutError, wait_for, wait_for_ms } from "asyncio";
import { Barrier, Event, NamedTask } from "asyn";
async function named(_: string, n: int): Promise<int> { await sleep(0.001); return n; }
function pause(ms: int): Promise<void> { return sleep_ms(ms); }
const short = () => sleep(0.001);
async function longer(): Promise<void> { return sleep_ms(2); }
async function main(): Promise<void> {
  await gather(sleep_ms(5), sleep_ms(1), pause(1), short(), longer());
  await wait_for(sleep(0.01), 1);
  try { await wait_for_ms(sleep(5), 10); } catch (e) { print("late", e instanceof TimeoutError); }
  await create_task(sleep_ms(5));
  await gather(...[1, 2].map((n) => sleep_ms(n)));
  const kept = sleep_ms(3);
  await kept;
  await kept;
  const both = new Barrier(2);
  await gather(both, both);
  const event = new Event();
  event.set();
  await wait_for(event, 1);
  print(await gather(new NamedTask("a", named, 7), named("b", 8)));
  print(await gather(new Promise<int>((resolve) => setTimeout(() => resolve(9), 3)), named("c", 10)));
}
run(main());
run(sleep_ms(1));
print("end");`,
    },
  });
  expect(diagnostics).toEqual([]);
  const { stdout } = await runOnUnix(unixMicropython(), files, entry);
  expect(stdout.trimEnd().split("\n")).toEqual(["late true", "[ 7, 8 ]", "[ 9, 10 ]", "end"]);
});

test("who asks for the loop and does not run it has timers all the same", async () => {
  const body = 'setTimeout(() => print("timer"), 1);\nprint("end", loop !== undefined);\n';
  for (const begin of [
    'import { get_event_loop } from "asyncio";\nconst loop = get_event_loop();\n',
    'import * as asyncio from "asyncio";\nconst loop = asyncio.get_event_loop();\n',
  ]) {
    const { files, entry } = compile({ files: { "main.ts": begin + body } });
    const { stdout } = await runOnUnix(unixMicropython(), files, entry);
    expect(stdout).toBe("end true\ntimer\n");
  }
});

test("timers that are left when asyncio's run() returns fire, also in a new loop", async () => {
  const source = (between: string) => `import { new_event_loop, run, sleep_ms } from "asyncio";
let ticks = 0;
const every = setInterval(() => { ticks++; if (ticks === 3) clearInterval(every); print("tick", ticks); }, 20);
async function main(): Promise<void> { setTimeout(() => print("inside"), 10); await sleep_ms(2); print("main"); }
run(main());
${between}
setTimeout((x: string) => { print(x); setTimeout(() => print("last"), 40); }, 50, "after");
print("end");`;
  for (const between of ["", "new_event_loop();"]) {
    const { files, entry, diagnostics } = compile({ files: { "main.ts": source(between) } });
    expect(diagnostics).toEqual([]);
    const { stdout } = await runOnUnix(unixMicropython(), files, entry);
    expect(stdout.trimEnd().split("\n")).toEqual([
      "main",
      "end",
      "inside",
      "tick 1",
      "tick 2",
      "after",
      "tick 3",
      "last",
    ]);
  }
});

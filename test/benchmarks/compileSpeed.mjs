/*
 * How long a compilation takes, each beside something of the same run, since a machine's speed varies:
 *
 *     npm run bench:compile
 *
 * cold: `tsmp build` of 20 lines that no build has remembered, beside a process that loads ts-morph and
 * makes an empty Project.
 * warm: further compilations in one process, in CPU time with that of V8's own threads: of a
 * program that changes each time, then once more of the last one, unchanged.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../../dist/api/index.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const turns = Number(process.argv[2] ?? 9);

const blink = `import { Pin } from "machine";
import { sleep_ms } from "time";

const led = new Pin("LED", Pin.OUT);
const pattern = [100, 200, 100, 600];
let turn = 0;

function step(index: number): void {
  led.toggle();
  print(\`step \${index}: \${led.value() === 1 ? "on" : "off"}\`);
  sleep_ms(pattern[index % pattern.length]);
}

while (turn < 20) {
  step(turn);
  turn += 1;
  if (turn % 5 === 0) print("five more");
}
led.off();
`;

const tasks = `import { create_task, sleep_ms } from "asyncio";
import { Pin } from "machine";

const led = new Pin("LED", Pin.OUT);
let count = 0;

async function blink(ms: number): Promise<void> {
  while (count < 10) {
    led.toggle();
    count += 1;
    await sleep_ms(ms);
  }
}

async function main(): Promise<void> {
  const task = create_task(blink(100));
  print("started");
  await task;
  print("done", count);
}
main();
`;

const range = (n, text) => Array.from({ length: n }, (_, i) => text(i));
const long = {
  "a sum of 400 terms": `function f(x: number, y: number): number { return ${range(400, (i) => (i % 2 ? "x" : `y * ${i}`)).join(" + ")}; }\nprint(f(1, 2));`,
  "a text of 400 parts": `const s = "a"; print(${range(400, (i) => (i % 2 ? "s" : `"b${i}"`)).join(" + ")});`,
  "400 branches": `function g(x: number): string { ${range(400, (i) => `if (x === ${i}) { return "r${i}"; }`).join(" else ")} return ""; }\nprint(g(3));`,
};

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${value.toFixed(1)} ms`;

function timed(args, cwd, settings = {}) {
  const env = { ...process.env, ...settings };
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

function cold() {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-bench-"));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src/main.ts"), blink);
  writeFileSync(join(folder, "tsconfig.json"), '{ "include": ["src"] }');
  const reference = `new (require("ts-morph").Project)({ useInMemoryFileSystem: true })`;
  const builds = [];
  const references = [];
  for (let turn = 0; turn < turns; turn++) {
    references.push(timed(["-e", reference], root));
    const nothingRemembered = { TSMP_CACHE: join(folder, `cache${turn}`) };
    builds.push(timed([join(root, "dist/cli/main.js"), "build"], folder, nothingRemembered));
  }
  rmSync(folder, { recursive: true });
  const [build, base] = [median(builds), median(references)];
  console.log(
    `cold: build ${ms(build)}, ts-morph ${ms(base)}, ratio ${(build / base).toFixed(2)} (2.5)`,
  );
}

function cpu(text) {
  const before = process.cpuUsage();
  const { diagnostics } = compile({ files: { "main.ts": text } });
  const { user, system } = process.cpuUsage(before);
  if (diagnostics.length > 0) throw new Error(diagnostics[0].message);
  return (user + system) / 1000;
}

function warm(name, text) {
  const texts = range(42, (i) => `${text}// ${i}\n`);
  const [first, second, ...rest] = texts.map(cpu);
  const best = ms(Math.min(...rest));
  const unchanged = ms(cpu(texts.at(-1)));
  console.log(
    `${name}: first ${ms(first)}, second ${ms(second)}, later median ${ms(median(rest))}, least ${best}, unchanged ${unchanged}`,
  );
}

cold();
warm("blink", blink);
warm("asyncio", tasks);
for (const [name, text] of Object.entries(long)) console.log(`${name}: ${ms(cpu(text))}`);

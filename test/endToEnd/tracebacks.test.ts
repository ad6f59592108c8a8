import { describe, expect, test } from "vitest";
import { type Ended, tsmp } from "../cli/tsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";
import { describeOnUnix } from "../support/micropython/onUnix.ts";

/** The library that every program here calls three deep; `read` throws. */
const sensor = `export class SensorError extends Error {
  override readonly name = "SensorError";
}

function check(value: number): void {
  if (value > 3) {
    throw new SensorError(\`\${value} is too much\`);
  }
}

export class Sensor {
  constructor(private readonly limit: number) {}

  read(value: number): number {
    check(value + this.limit);
    return value;
  }
}
`;

interface Program {
  readonly main: string;
  /** The frames from the outermost on: file, line, function. */
  readonly frames: readonly (readonly [file: string, line: number, name: string])[];
}

const programs: Readonly<Record<string, Program>> = {
  "three calls deep": {
    main: `import { Sensor } from "./lib/sensor";
const sensor = new Sensor(1);
function outer(): number {
  return middle(3);
}
function middle(value: number): number {
  return sensor.read(value);
}
print(outer());
`,
    frames: [
      ["src/main.ts", 9, "<module>"],
      ["src/main.ts", 4, "outer"],
      ["src/main.ts", 7, "middle"],
      ["src/lib/sensor.ts", 15, "Sensor.read"],
      ["src/lib/sensor.ts", 7, "check"],
    ],
  },
  "in a method": {
    main: `import { Sensor } from "./lib/sensor";
class Meter extends Sensor {
  show(): void {
    const values = [1, 2, 3];
    for (const value of values) {
      print(this.read(value));
    }
  }
}
new Meter(1).show();
`,
    frames: [
      ["src/main.ts", 10, "<module>"],
      ["src/main.ts", 6, "Meter.show"],
      ["src/lib/sensor.ts", 15, "Sensor.read"],
      ["src/lib/sensor.ts", 7, "check"],
    ],
  },
  "in an async task": {
    main: `import { create_task, run, sleep_ms } from "asyncio";
import { Sensor } from "./lib/sensor";
async function measure(sensor: Sensor): Promise<number> {
  await sleep_ms(1);
  return sensor.read(3);
}
async function main(): Promise<void> {
  const task = create_task(measure(new Sensor(1)));
  print(await task);
}
run(main());
`,
    frames: [
      ["src/main.ts", 5, "measure"],
      ["src/lib/sensor.ts", 15, "Sensor.read"],
      ["src/lib/sensor.ts", 7, "check"],
    ],
  },
};

const inThread: Program = {
  main: `import { start_new_thread } from "_thread";
import { sleep_ms } from "time";
import { Sensor } from "./lib/sensor";
function work(sensor: Sensor): void {
  print(sensor.read(3));
}
start_new_thread(work, [new Sensor(1)]);
sleep_ms(200);
print("The main program goes on");
`,
  frames: [
    ["src/main.ts", 5, "work"],
    ["src/lib/sensor.ts", 15, "Sensor.read"],
    ["src/lib/sensor.ts", 7, "check"],
  ],
};

/** Runs the program in a folder with a space in its name, from the folder above. */
async function runIn(folder: string, { main }: Program, host: string): Promise<Ended> {
  const root = temporaryFolder({
    [`${folder}/src/main.ts`]: main,
    [`${folder}/src/lib/sensor.ts`]: sensor,
  });
  return tsmp(["run", folder, "--host", host], { cwd: root });
}

function expectFrames(stderr: string, folder: string, { frames }: Program): void {
  const wanted = frames.map(
    ([file, line, name]) => `  File "${folder}/${file}", line ${line}, in ${name}`,
  );
  const shown = stderr.split("\n").filter((line) => line.startsWith("  File "));
  expect(shown.filter((line) => line.includes("src/"))).toEqual(expect.arrayContaining(wanted));
  expect(shown.slice(-wanted.length)).toEqual(wanted);
  expect(stderr).toContain("\nSensorError: 4 is too much\n");
  expect(stderr).not.toMatch(/main\.py|sensor\.py/);
}

describe.concurrent("in WebAssembly", () => {
  test.each(Object.entries(programs))("%s", async (_name, program) => {
    const ended = await runIn("lamp", program, "embedded");
    expect(ended.code).toBe(1);
    expectFrames(ended.stderr, "lamp", program);
  });
});

describeOnUnix("on the unix port, in a folder with a space in its name", () => {
  test.concurrent.each(Object.entries(programs))("%s", async (_name, program) => {
    const ended = await runIn("my lamp", program, "unix");
    expect(ended.code).toBe(1);
    expectFrames(ended.stderr, "my lamp", program);
  });

  test("in a thread; the main program goes on", async () => {
    const ended = await runIn("my lamp", inThread, "auto");
    expect(ended).toMatchObject({ code: 0, stdout: "The main program goes on\n" });
    expectFrames(ended.stderr, "my lamp", inThread);
  });
});

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stackTrace, tsmp } from "../cli/tsmp.ts";
import { temporaryFolder } from "../project/temporaryFolder.ts";

const embedded = ["--host", "embedded"];

/** What lies in a build, without maps and tsmp's own list. */
function pythonIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

const severalModules = {
  "tsconfig.json": `{ "extends": "tsmp/tsconfig.base.json", "include": ["src"], "tsmp": {} }`,
  "src/main.ts": `import { shapes, type Shape } from "./shapes";
import { total } from "./lib/total";
function show(shape: Shape): string {
  return \`\${shape.name} \${shape.area()}\`;
}
print(shapes.map(show).join(", "));
print(total(shapes.map((shape) => shape.area())));
`,
  "src/shapes.ts": `import { Rectangle } from "./lib/rectangle";
export interface Shape {
  readonly name: string;
  area(): number;
}
class Square extends Rectangle {
  override readonly name = "square";
  constructor(side: number) {
    super(side, side);
  }
}
export const shapes: readonly Shape[] = [new Square(2), new Rectangle(2, 3)];
`,
  "src/lib/rectangle.ts": `export class Rectangle {
  readonly name: string = "rectangle";
  constructor(private readonly width: number, private readonly height: number) {}
  area(): number {
    return this.width * this.height;
  }
}
`,
  "src/lib/total.ts": `export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
`,
};

test("a project with several modules runs", async () => {
  const folder = temporaryFolder(severalModules);
  expect(await tsmp(["run", folder, ...embedded])).toEqual({
    code: 0,
    stdout: "square 4, rectangle 6\n10\n",
    stderr: "",
  });
});

describe("a build holds the runtime modules that are needed, and no others", () => {
  const programs: Readonly<Record<string, readonly [source: string, runtime: readonly string[]]>> =
    {
      "none for a program that needs none": [
        `import { Pin } from "machine";
      const led = new Pin("LED", Pin.OUT);
      for (let i = 0; i < 3; i++) led.toggle();`,
        [],
      ],
      "a queue without the rest of its package": [
        `import { ThreadSafeQueue } from "threadsafe";
      print(new ThreadSafeQueue<number>(4).empty());`,
        ["threadsafe/core.py"],
      ],
      "a helper": [`console.log([1.5]);`, ["tsmp/"]],
    };

  test.each(Object.entries(programs))("%s", async (_name, [source, runtime]) => {
    const folder = temporaryFolder({ "main.ts": source });
    expect((await tsmp(["build"], { cwd: folder })).code).toBe(0);
    const built = pythonIn(join(folder, "build")).filter((path) => path !== "main.py");
    expect(built.filter((path) => !runtime.some((one) => path.startsWith(one)))).toEqual([]);
    expect(runtime.filter((one) => !built.some((path) => path.startsWith(one)))).toEqual([]);
  });

  test("what is no longer needed goes", async () => {
    const folder = temporaryFolder({ "main.ts": `console.log([1.5]);` });
    await tsmp(["build"], { cwd: folder });
    expect(existsSync(join(folder, "build/tsmp"))).toBe(true);
    const again = await tsmp([
      "build",
      temporaryFolder({ "main.ts": "print(1);" }),
      "-o",
      join(folder, "build"),
    ]);
    expect(again.code).toBe(0);
    expect(pythonIn(join(folder, "build"))).toEqual(["main.py"]);
  });
});

describe("exit codes", () => {
  const programs: Readonly<Record<string, readonly [source: string, code: number]>> = {
    "0 at the end": [`print("done");`, 0],
    "1 when something is thrown": [`throw new Error("broken");`, 1],
    "1 when a promise is rejected": [
      `async function fail(): Promise<void> { throw new Error("broken"); }\nfail();`,
      1,
    ],
    "the program's own": [`import { exit } from "sys";\nexit(3);`, 3],
    "1 for a diagnostic": [`const x: string = 1;`, 1],
  };

  test.each(Object.entries(programs))("%s", async (_name, [source, code]) => {
    const folder = temporaryFolder({ "main.ts": source });
    const ended = await tsmp(["run", ...embedded], { cwd: folder });
    expect(ended.code).toBe(code);
    expect(ended.stderr).not.toMatch(stackTrace);
  });

  test("2 for wrong usage", async () => {
    expect((await tsmp(["run", "--host", "qemu"])).code).toBe(2);
  });
});

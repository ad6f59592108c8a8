import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeOnUnix } from "../support/micropython/onUnix.ts";
import { arityOf, callSignatures, isClass } from "./support/arity.ts";
import { notOnUnix, otherArityOnUnix } from "./support/notOnUnix.ts";
import { exportsOf, mainFile, membersOf, StubService, stubs } from "./support/stubProgram.ts";

/** Modules that the unix port has too; `machine` there is another one. */
const shared = [
  "_thread array asyncio binascii cmath collections cryptolib deflate errno framebuf gc hashlib",
  "heapq io json math micropython os platform random re select socket struct sys time tls",
  "uctypes vfs websocket",
]
  .join(" ")
  .split(" ");

interface Question {
  readonly module: string;
  readonly path: string;
  readonly line: string;
}

const service = new StubService();

function questionsOf(module: string): Question[] {
  const questions: Question[] = [];
  const ask = (path: string, own: boolean, few?: number, many?: number, value?: number) => {
    if (notOnUnix[`${module}.${path}`] !== undefined) return;
    const line = [module, path, own ? "self" : "-", few ?? "-", many ?? "-", value ?? "-"].join(
      " ",
    );
    questions.push({ module, path, line });
  };
  for (const [name, symbol] of exportsOf(service, module)) {
    const arity = arityOf(service, callSignatures(service, symbol));
    if (isClass(service, symbol)) {
      ask(name, false);
      const { instance } = membersOf(service, symbol);
      for (const [member, property] of instance) {
        if (member.startsWith("__")) continue;
        const calls = arityOf(service, callSignatures(service, property));
        if (calls) ask(`${name}.${member}`, true, tooFew(calls.least), tooMany(calls.most));
      }
    } else if (arity) {
      ask(name, false, tooFew(arity.least), tooMany(arity.most));
    } else {
      const type = service.program.getTypeChecker().getTypeOfSymbol(symbol);
      ask(name, false, undefined, undefined, type.isNumberLiteral() ? type.value : undefined);
    }
  }
  return questions;
}
const tooFew = (least: number) => (least > 0 ? least - 1 : undefined);
const tooMany = (most: number | undefined) => (most === undefined ? undefined : most + 1);

describeOnUnix("stubs against the real interpreter", (micropython) => {
  const script = fileURLToPath(new URL("support/askInterpreter.py", import.meta.url));

  test.each(shared)("module %s", (module) => {
    const questions = questionsOf(module);
    const answers = execFileSync(micropython, [script], {
      input: questions.map(({ line }) => `${line}\n`).join(""),
      encoding: "utf8",
    }).trimEnd();
    const wrong = answers
      .split("\n")
      .map((answer) => answer.split(" ") as [string, string, string])
      .filter(
        ([, path, verdict]) =>
          verdict !== "ok" && otherArityOnUnix[`${module}.${path}`]?.[0] !== verdict,
      )
      .map(([, path, verdict]) => `${path}: ${verdict}`);
    expect(wrong, wrong.join("; ")).toEqual([]);
    expect(answers.split("\n")).toHaveLength(questions.length);
  });
});

/** What the compiler makes of a slice or of `len`: no methods of Python. */
const lowered = new Set(["length", "slice", "toString"]);

describeOnUnix("Python's builtins against the real interpreter", (micropython) => {
  test.each([
    ["bytes", "bytes()"],
    ["bytearray", "bytearray()"],
    ["memoryview", "memoryview(b'')"],
    ["TextFile", "open(__file__)"],
    ["BinaryFile", "open(__file__, 'rb')"],
    ["OSError", "OSError(5)"],
    ["StopIteration", "StopIteration()"],
  ])("%s has the members that are declared", (type, value) => {
    service.text = `declare const it: ${type}; it;`;
    const source = service.program.getSourceFile(mainFile)!;
    const checker = service.program.getTypeChecker();
    const declared = checker
      .getPropertiesOfType(checker.getTypeAtLocation(source.statements[1]!.getChildAt(0)))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("__") && !lowered.has(name));
    const program = `import sys; print([n for n in sys.argv[1:] if not hasattr(${value}, n)])`;
    const missing = execFileSync(micropython, [
      "-c",
      program.replace("__file__", "'/dev/null'"),
      ...declared,
    ]);
    expect(declared.length).toBeGreaterThan(0);
    expect(missing.toString().trim()).toBe("[]");
  });
});

test("every shared module has a stub", () => {
  const files = readdirSync(stubs);
  expect(shared.filter((module) => !files.includes(`${module}.d.ts`))).toEqual([]);
});

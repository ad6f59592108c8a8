import type { Case } from "../differential/sameCases.ts";

/** Every way to loop over the turns 0, 1 and 2; the body finds the turn in `i`. */
export const loops: Readonly<Record<string, (body: string) => string>> = {
  "for counted": (body) => `for (let i = 0; i < 3; i++) {${body}}`,
  "for general": (body) => `for (let i = 0, j = 4; i < j - 1; i += 1, j -= 0) {${body}}`,
  "for-of array": (body) => `for (const i of [0, 1, 2]) {${body}}`,
  "for-of generator": (body) => `for (const i of turns()) {${body}}`,
  "for-in": (body) => `for (const key in table) { const i = table[key]!; ${body}}`,
  while: (body) => `let n = 0; while (n < 3) { const i = n; n += 1; ${body}}`,
  "do-while": (body) => `let n = 0; do { const i = n; n += 1; ${body}} while (n < 3);`,
};

/** Every way to leave a turn. */
const exits: Readonly<Record<string, string>> = {
  none: "",
  break: "if (i === 1) break;",
  continue: "if (i === 1) continue;",
  return: "if (i === 1) return note(7);",
  "labelled break": "if (i === 1) break outer;",
  "labelled continue": "if (i === 1) continue outer;",
  throw: `if (i === 1) throw new Error("thrown " + i);`,
};

/** Every place of the exit in a `try`. */
const tries: Readonly<Record<string, (exit: string) => string>> = {
  bare: (exit) => exit,
  "try catch": (exit) =>
    `try { print("try"); ${exit} print("tried"); } catch (e) { print("caught", text(e)); }`,
  "try finally": (exit) => `try { print("try"); ${exit} } finally { print("finally", i); }`,
  "try catch finally": (exit) =>
    `try { ${exit} if (i === 2) throw new Error("two"); } catch (e) { print("caught", text(e)); } finally { print("finally"); }`,
  "nested finally": (exit) =>
    `try { try { ${exit} print("tried"); } finally { print("inner"); } } finally { print("outer"); }`,
  "in catch": (exit) =>
    `try { if (i > 0) throw new Error("in " + i); } catch (e) { print("caught", text(e)); ${exit} } finally { print("finally"); }`,
  "in finally": (exit) =>
    `try { print("try"); if (i === 2) throw new Error("lost?"); } finally { print("finally"); ${exit} }`,
  "overridden in finally": (exit) =>
    `try { if (i === 1) return note(1); } finally { print("finally"); ${exit} }`,
};

type Wrap = (index: number, body: string) => Omit<Case, "name">;

/** Every kind of function around the loop. */
export const functionKinds: Readonly<Record<string, Wrap>> = {
  plain: (n, body) => ({
    declarations: `function f${n}(): number {${body}}`,
    call: `print(f${n}())`,
  }),
  arrow: (n, body) => ({
    declarations: `const f${n} = (): number => {${body}};`,
    call: `print(f${n}())`,
  }),
  method: (n, body) => ({
    declarations: `class C${n} { seen = 0; run(): number { this.seen += 1; ${body}} }`,
    call: `print(new C${n}().run())`,
  }),
  generator: (n, body) => ({
    declarations: `function* f${n}(): Generator<number, number> {${body.replaceAll(/print\("turn", o, i\);/g, "yield i; $&")}}`,
    call: `drain(f${n}())`,
  }),
  async: (n, body) => ({
    declarations: `async function f${n}(): Promise<number> {${body.replaceAll(/print\("turn", o, i\);/g, "await later(); $&")}}`,
    call: `print(await f${n}())`,
    isAsync: true,
  }),
};

export const controlFlowPrelude = `
const table: Record<string, number> = { a: 0, b: 1, c: 2 };
function* turns(): Generator<number, void> {
  try { yield 0; yield 1; yield 2; } finally { print("closed"); }
}
function text(e: unknown): string { return e instanceof Error ? e.message : "?"; }
function note(value: number): number { print("value", value); return value; }
async function later(): Promise<void> {}
function drain(g: Generator<number, number>): void {
  for (let turn = g.next(); ; turn = g.next()) {
    print(turn.done ? "returned" : "yielded", turn.value);
    if (turn.done) return;
  }
}
`;

const allCases = process.env["TSMP_ALL_CASES"] !== undefined;

/**
 * All exits in all tries of one loop in one kind of function: every second of them, of the next kind
 * the others, unless TSMP_ALL_CASES is set.
 */
export function controlFlowCases(loop: string, functionKind: string): readonly Case[] {
  const parity = Object.keys(functionKinds).indexOf(functionKind) % 2;
  return Object.entries(exits).flatMap(([exit, code], row) =>
    Object.entries(tries).flatMap(([shape, wrapTry], column) => {
      if (!allCases && (row + column) % 2 !== parity) return [];
      const turn = `print("turn", o, i); ${wrapTry(code)} print("after", i);`;
      const body = `outer: for (const o of [0, 1]) { ${loops[loop]!(turn)} print("next", o); } print("end"); return 9;`;
      return {
        name: `${loop}, ${exit}, ${shape}, ${functionKind}`,
        ...functionKinds[functionKind]!(row * 10 + column, body),
      };
    }),
  );
}

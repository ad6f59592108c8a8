import type { Case } from "../differential/sameCases.ts";
import { type Random, randomOf } from "./random.ts";

/** Functions that say their name when they are evaluated, and give a value of a kind. */
export const evaluationOrderPrelude = `
let total = 0;
function n(name: string, value: number): number { print("n", name); return value; }
function b(name: string, value: boolean): boolean { print("b", name); return value; }
function s(name: string, value: string): string { print("s", name); return value; }
class Box {
  x = 1;
  list = [5, 6, 7];
  next: Box | undefined = undefined;
  #g = 2;
  readonly name: string;
  constructor(name: string) { this.name = name; }
  get g(): number { print("get", this.name); return this.#g; }
  set g(value: number) { print("set", this.name, value); this.#g = value; }
  add(p: number, q: number): number { print("add", this.name, p, q); return p + q + this.x; }
  self(): Box { print("self", this.name); return this; }
}
const shared = new Box("shared");
const pool = [1, 2, 3];
function o(name: string): Box { print("o", name); return shared; }
function maybe(name: string, has: boolean): Box | undefined { print("maybe", name); return has ? shared : undefined; }
function maybeNumber(name: string, value: number | undefined): number | undefined { print("number?", name); return value; }
function arr(name: string): number[] { print("arr", name); return pool; }
function pair(name: string): [number, number] { print("pair", name); return [3, 4]; }
function fn(name: string): (p: number, q: number) => number {
  print("fn", name);
  return (p, q) => { print("called", name, p, q); return p - q; };
}
function three(p: number, q: number, r: number): number { print("three", p, q, r); return p + q - r; }
function bump(): number { total += 10; return total; }
function late(p: number, q: number = n("default", p)): number { return p + q; }
function all(...values: number[]): number { print("all", values.length); return values.length; }
function reset(): void { shared.x = 1; shared.list = [5, 6, 7]; pool.length = 0; pool.push(1, 2, 3); total = 0; }
`;

type Kind = "number" | "boolean" | "text";
type Make = (g: Generator, depth: number) => string;

/** Makes well-typed expressions of a kind whose parts tell when they are evaluated. */
class Generator {
  readonly random: Random;
  #names = 0;

  constructor(random: Random) {
    this.random = random;
  }

  name(): string {
    this.#names += 1;
    return `"${this.#names}"`;
  }

  pick<T>(options: readonly T[]): T {
    return options[this.random.below(options.length)]!;
  }

  of(kind: Kind, depth: number): string {
    return this.pick(depth <= 0 ? leaves[kind] : branches[kind])(this, depth - 1);
  }

  number(depth: number): string {
    return this.of("number", depth);
  }

  index(depth: number): string {
    return depth <= 0
      ? `n(${this.name()}, ${this.random.below(3)})`
      : `(${this.number(depth)} & 1)`;
  }

  /** Something that can be assigned. */
  target(depth: number): string {
    return this.pick<() => string>([
      () => "x",
      () => "y",
      () => "total",
      () => `o(${this.name()}).x`,
      () => `o(${this.name()}).g`,
      () => `arr(${this.name()})[${this.index(depth)}]!`,
      () => `o(${this.name()}).list[${this.index(depth)}]!`,
      () => `o(${this.name()}).self().x`,
    ])();
  }
}

const leaves: Readonly<Record<Kind, readonly Make[]>> = {
  number: [
    (g) => `n(${g.name()}, ${g.random.below(5)})`,
    (g) => `n(${g.name()}, ${g.random.below(5)})`,
    () => "x",
    () => "y",
    () => "total",
    () => "bump()",
    (g) => `o(${g.name()}).g`,
  ],
  boolean: [(g) => `b(${g.name()}, ${g.pick(["true", "false"])})`],
  text: [(g) => `s(${g.name()}, "${g.pick(["", "a", "bc"])}")`],
};

const withUpdates: readonly Make[] = [
  (g, d) => `(${g.target(d)} = ${g.number(d)})`,
  (g, d) => `(${g.target(d)} ${g.pick(["+=", "-=", "|=", "&="])} ${g.number(d)})`,
  (g, d) => `(${g.target(d)} ${g.pick(["||=", "&&="])} ${g.number(d)})`,
  (g, d) => `${g.target(d)}${g.pick(["++", "--"])}`,
  (g, d) => `${g.pick(["++", "--"])}${g.target(d)}`,
  (g, d) => `([x, y] = [${g.number(d)}, ${g.number(d)}], x - y)`,
  (g, d) => `([${g.target(d)}, y] = [${g.number(d)}, x])[0]`,
  (g, d) => `({ x, g: ${g.target(d)} } = o(${g.name()})).x`,
];

const withCalls: readonly Make[] = [
  (g, d) => `three(${g.number(d)}, ${g.number(d)}, ${g.number(d)})`,
  (g, d) => `o(${g.name()}).add(${g.number(d)}, ${g.number(d)})`,
  (g, d) => `fn(${g.name()})(${g.number(d)}, ${g.number(d)})`,
  (g, d) => `late(${g.number(d)})`,
  (g, d) => `all(${g.number(d)}, ...arr(${g.name()}), ${g.number(d)})`,
  (g, d) => `Math.max(${g.number(d)}, ${g.number(d)})`,
  (g, d) => `((p: number, q = p + ${g.number(d)}) => p - q)(${g.number(d)})`,
  (g, d) => `o(${g.name()}).self().add(${g.number(d)}, ${g.number(d)})`,
];

const withParts: readonly Make[] = [
  (g, d) => `arr(${g.name()})[${g.index(d)}]!`,
  (g, d) => `[${g.number(d)}, ${g.number(d)}, ${g.number(d)}][${g.index(d)}]!`,
  (g, d) => `[${g.number(d)}, ...arr(${g.name()}), ${g.number(d)}].length`,
  (g, d) => `({ p: ${g.number(d)}, q: ${g.number(d)} }).p`,
  (g, d) => `({ ...{ p: ${g.number(d)} }, q: ${g.number(d)} }).q`,
  (g, d) => `\`\${${g.number(d)}}-\${${g.of("text", d)}}\`.length`,
  (g, d) => `(${g.of("boolean", d)} ? ${g.number(d)} : ${g.number(d)})`,
  (g, d) => `(${g.number(d)} ${g.pick(["||", "&&"])} ${g.number(d)})`,
  (g, d) => `(${g.number(d)}, ${g.number(d)})`,
  (g, d) => `(maybeNumber(${g.name()}, ${g.pick(["undefined", "0", "3"])}) ?? ${g.number(d)})`,
  (g, d) => `(maybe(${g.name()}, ${g.pick(["true", "false"])})?.x ?? ${g.number(d)})`,
  (g, d) =>
    `(maybe(${g.name()}, ${g.pick(["true", "false"])})?.add(${g.number(d)}, ${g.number(d)}) ?? ${g.number(d)})`,
  (g, d) =>
    `(maybe(${g.name()}, ${g.pick(["true", "false"])})?.list[${g.index(d)}] ?? ${g.number(d)})`,
  (g, d) =>
    `(maybe(${g.name()}, ${g.pick(["true", "false"])})?.self().next?.add(${g.number(d)}, 1) ?? ${g.number(d)})`,
  (g, d) =>
    `((): number => { const { p = ${g.number(d)}, q: [r = ${g.number(d)}, t] } = { p: maybeNumber(${g.name()}, ${g.pick(["undefined", "2"])}), q: [${g.pick(["undefined", "8"])}, ${g.number(d)}] as [number | undefined, number] }; return p + r - t; })()`,
  (g, d) =>
    `((): number => { const [p, q] = pair(${g.name()}); return p + q + ${g.number(d)}; })()`,
];

const branches: Readonly<Record<Kind, readonly Make[]>> = {
  number: [
    ...withUpdates,
    ...withCalls,
    ...withParts,
    ...[1, 2, 3, 4].map(
      (): Make => (g, d) => `(${g.number(d)} ${g.pick(["+", "-", "&", "|"])} ${g.number(d)})`,
    ),
  ],
  boolean: [
    ...leaves.boolean,
    (g, d) => `(${g.number(d)} ${g.pick(["<", "<=", ">", "===", "!=="])} ${g.number(d)})`,
    (g, d) => `(${g.of("boolean", d)} ${g.pick(["&&", "||"])} ${g.of("boolean", d)})`,
    (g, d) => `!${g.of("boolean", d)}`,
  ],
  text: [
    ...leaves.text,
    (g, d) => `(${g.of("text", d)} + ${g.of("text", d)})`,
    (g, d) => `\`\${${g.of("text", d)}}\${${g.number(d)}}\``,
  ],
};

/** Where an expression stands in a statement. */
const positions: readonly ((g: Generator) => string)[] = [
  (g) => `print(${g.number(3)});`,
  (g) => `const r = ${g.number(3)}; print(r);`,
  (g) => `if (${g.of("boolean", 3)}) print("then"); else print("else");`,
  (g) => `${g.target(2)} = ${g.number(3)};`,
  (g) => `print(${g.number(2)}, ${g.of("text", 2)}, ${g.of("boolean", 2)}, ${g.number(2)});`,
  (g) =>
    `switch (${g.number(2)}) { case ${g.number(2)}: print("one"); break; case ${g.number(2)}: print("two"); default: print("default"); }`,
  (g) => `let turns = 0; while (turns++ < 2 && ${g.of("boolean", 2)}) print("turn");`,
  (g) => `for (let i = 0; i < 2; i += 1 + (${g.number(2)} & 1)) print(${g.number(2)});`,
  (g) => `let k = 0; do { if (k > 1) continue; } while (${g.of("boolean", 2)} && k++ < 2);`,
  (g) => `for (const v of [${g.number(2)}, ${g.number(2)}]) print(v, ${g.number(1)});`,
];

/** `count` statements, each a case of its own. */
export function evaluationOrderCases(seed: number, count: number): readonly Case[] {
  const g = new Generator(randomOf(seed));
  return Array.from({ length: count }, (_, index) => ({
    name: `${seed}.${index}`,
    declarations: `function f${index}(): void {
  reset();
  let x = 1;
  let y = 2;
  ${g.pick(positions)(g)}
  print(x, y, total, shared.x, pool.length, pool[0]);
}`,
    call: `f${index}()`,
  }));
}

import { randomOf } from "../../support/generated/random.ts";
import { expression } from "./expressions.ts";
import { Maker, type Place, type Variable } from "./maker.ts";
import { type Piece, type PieceKind, piece, render } from "./piece.ts";
import { block, typeName } from "./statements.ts";

/** A program that is well typed, as a tree. */
export interface FuzzProgram {
  readonly id: number;
  /** The number that its names have; another than its own where it was made from another program. */
  readonly named: number;
  readonly tree: Piece;
  readonly isAsync: boolean;
}

/** The program's text, its names with its own number. */
export function textOf({ id, named, tree }: FuzzProgram): string {
  const names = new RegExp(`\\b(f|C|K|main)${named}(?=_|\\()`, "g");
  return render(tree).replace(names, `$1${id}`);
}

/** What all programs use. */
export const prelude = `
interface Point { x: number; y: number }
class Fault extends Error {}
function logN(label: string, value: number): number { print(label, value); return value; }
function logS(label: string, value: string): string { print(label, value); return value; }
function logB(label: string, value: boolean): boolean { print(label, value); return value; }
function logV<T>(label: string, value: T): T { print(label); return value; }
function told(label: string, e: unknown): void {
  print(label, e instanceof Fault, e instanceof RangeError, e instanceof Error ? e.message : "?");
}
function maybe(value: number | undefined): number | undefined { return value === 3 ? undefined : value; }
function whole(value: number): number { return Number.isFinite(value) ? (Math.trunc(value) % 100003) + 0 : 0; }
`;

export const asyncPrelude = `
async function later(turns: number, value: number): Promise<number> {
  for (let i = 0; i < turns; i++) await Promise.resolve();
  return value;
}
`;

const declaration = piece("declaration");
const outside: Place = {
  variables: [],
  isAsync: false,
  isGenerator: false,
  returns: undefined,
  loops: 0,
  labels: [],
  isSwitch: false,
};

/** The program of a number: the same for the same seed. */
export function makeProgram(seed: number, id: number): FuzzProgram {
  const maker = new Maker(randomOf(seed * 1_000_003 + id), id);
  const isAsync = maker.chance(1, 4);
  const parts: Piece[] = [];
  if (maker.chance(1, 3)) parts.push(makeTables(maker));
  if (maker.chance(1, 3)) parts.push(makeClass(maker));
  if (maker.chance(1, 4) && maker.classes.length > 0) parts.push(makeClass(maker));
  const count = 1 + maker.below(2);
  for (let i = 0; i < count; i++) parts.push(makeFunction(maker, isAsync && maker.chance(1, 2)));
  const place = { ...outside, variables: maker.tables, isAsync };
  const body = block(maker, place, 2, 2 + maker.below(3));
  parts.push(
    declaration`${isAsync ? "async " : ""}function main${id}(): ${isAsync ? "Promise<void>" : "void"} {\n${body}}\n`,
  );
  return { id, named: id, tree: { kind: "callback", parts }, isAsync };
}

/** What the module has for all its functions: a list and a text that stay, and a number. */
function makeTables(maker: Maker): Piece {
  const [list, text, count] = [maker.globalName("K"), maker.globalName("K"), maker.globalName("K")];
  maker.tables.push(
    { name: list, kind: "ints", isConst: true },
    { name: text, kind: "text", isConst: true },
    { name: count, kind: "int", isConst: true },
  );
  const items = Array.from({ length: maker.below(4) }, () => maker.below(9) - 4).join(", ");
  return declaration`const ${list}: number[] = [${items}];
const ${text} = "${"abcab".slice(maker.below(6))}";
const ${count} = ${maker.below(5) - 1};
`;
}

/** A function of earlier ones: plain, a generator, async, or both. */
function makeFunction(maker: Maker, isAsync: boolean): Piece {
  const isGenerator = maker.chance(1, 3);
  const name = maker.globalName("f");
  const takes = Array.from({ length: maker.below(3) }, () =>
    maker.pick(["int", "text", "ints"] as const),
  );
  const parameters: Variable[] = takes.map((kind) => ({
    name: maker.name("p"),
    kind,
    isConst: false,
  }));
  const gives: PieceKind = "int";
  const place: Place = {
    ...outside,
    variables: [...maker.tables, ...parameters],
    isAsync,
    isGenerator,
    returns: isGenerator ? undefined : gives,
  };
  const body = block(maker, place, 1, 1 + maker.below(3));
  const last = isGenerator
    ? piece("statement")`yield ${expression(maker, place, "int", 2)};\n`
    : piece("statement")`return whole(${expression(maker, place, "int", 2)});\n`;
  const list = parameters.map((p) => `${p.name}: ${typeName(p.kind)}`).join(", ");
  const type = isGenerator
    ? `${isAsync ? "AsyncGenerator" : "Generator"}<number>`
    : isAsync
      ? "Promise<number>"
      : "number";
  maker.callables.push({ name, takes, gives, isAsync, isGenerator });
  return declaration`${isAsync ? "async " : ""}function${isGenerator ? "*" : ""} ${name}(${list}): ${type} {\n${body}${last}}\n`;
}

/** A class with fields of several kinds, a private one, an accessor, a static; it may extend an earlier one. */
function makeClass(maker: Maker): Piece {
  const base = maker.classes.length > 0 ? maker.pick(maker.classes) : undefined;
  const name = maker.globalName("C");
  const n: Variable = { name: "n", kind: "int", isConst: false };
  const value: Variable = { name: "this.value", kind: "int", isConst: false };
  const own: Place = {
    ...outside,
    variables: [...maker.tables, n, value, ...fields(maker)],
    returns: "int",
  };
  const method = maker.name("run");
  const methodBody = block(maker, own, 1, 1 + maker.below(2));
  const result = expression(maker, own, "int", 2);
  const start = expression(maker, { ...outside, variables: [n] }, "int", 2);
  const isOverride = base !== undefined && maker.chance(1, 2);
  const used = isOverride ? base.methods[0]! : method;
  const inherited = isOverride ? ` + super.${used}(n)` : "";
  maker.classes.push({
    name,
    methods: base && !isOverride ? [used, ...base.methods] : [used],
    hasStatic: true,
  });
  if (base) {
    return declaration`class ${name} extends ${base.name} {
static made = 0;
constructor(n: number) { super(n + 1); ${name}.made++; this.value = whole(${start}); }
${used}(n: number): number {\n${methodBody}return whole(${result}${inherited});\n}
}
`;
  }
  return declaration`class ${name} {
static made = 0;
value: number;
items: number[] = [3, 1, 2];
tag = "ab";
#hidden = 1;
constructor(n: number, readonly limit = 2) { this.value = whole(${start}); ${name}.made++; }
get double(): number { return this.#hidden * 2; }
set double(to: number) { print("set", to); this.#hidden = to; }
${used}(n: number): number {\n${methodBody}return whole(${result});\n}
}
`;
}

/** Fields that the code of a method uses; sometimes it writes none of them, so that loops may keep them. */
function fields(maker: Maker): readonly Variable[] {
  const isConst = maker.chance(1, 2);
  return [
    { name: "this.items", kind: "ints", isConst },
    { name: "this.tag", kind: "text", isConst },
    { name: "this.limit", kind: "int", isConst: true },
  ];
}

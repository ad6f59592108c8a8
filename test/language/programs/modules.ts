/** Programs of several files; the entry is the one called `main.ts`. */
export const modulePrograms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "variables named as the modules they read from": {
    "main.ts": `import { count, bump } from "./lib/counter"; import { other } from "./counter"; const counter = 7; const lib = 3; function f(): number { const counter_1 = 5; return counter_1 + count + other; } bump(); print(f(), counter, lib);`,
    "lib/counter.ts": `export let count = 0; export function bump(): void { count++; }`,
    "counter.ts": `export let other = 10; export function set(): void { other = 11; }`,
  },
  "named imports": {
    "main.ts": `import { add, base } from "./sums"; print(add(1, 2), base);`,
    "sums.ts": `export const base = 10; export function add(a: number, b: number): number { return a + b + base; }`,
  },
  "renamed imports": {
    "main.ts": `import { add as plus, base as zero } from "./sums"; const add = 5; print(plus(1, add), zero);`,
    "sums.ts": `export const base = 10; export const add = (a: number, b: number): number => a + b;`,
  },
  "renamed exports": {
    "main.ts": `import { outer, twice as double } from "./inner"; print(outer, double(4));`,
    "inner.ts": `const inner = 3; function times2(x: number): number { return x * 2; } export { inner as outer, times2 as twice };`,
  },
  "a default function": {
    "main.ts": `import greet from "./greet"; print(greet("x"));`,
    "greet.ts": `export default function greet(name: string): string { return "hi " + name; }`,
  },
  "a default function without a name": {
    "main.ts": `import greet from "./greet"; print(greet("x"));`,
    "greet.ts": `export default function (name: string): string { return "hi " + name; }`,
  },
  "a default arrow function": {
    "main.ts": `import greet from "./greet"; print(greet(2));`,
    "greet.ts": `export default (n: number): number => n * n;`,
  },
  "a default class": {
    "main.ts": `import Point, { origin } from "./point"; print(new Point(1, 2).sum(), origin instanceof Point);`,
    "point.ts": `export default class Point { constructor(readonly x: number, readonly y: number) {} sum(): number { return this.x + this.y; } } export const origin = new Point(0, 0);`,
  },
  "a default class without a name": {
    "main.ts": `import Thing from "./thing"; print(new Thing().value);`,
    "thing.ts": `export default class { value = 4; }`,
  },
  "a default value": {
    "main.ts": `import settings from "./settings"; print(settings.pin, settings.name);`,
    "settings.ts": `export default { pin: 15, name: "led" };`,
  },
  "default under a name": {
    "main.ts": `import { default as value, other } from "./m"; print(value, other);`,
    "m.ts": `const n = 3; export { n as default }; export const other = 4;`,
  },
  "a namespace import": {
    "main.ts": `import * as math from "./sums"; print(math.add(1, 2), math.base, new math.Counter().next());`,
    "sums.ts": `export const base = 10; export function add(a: number, b: number): number { return a + b; } export class Counter { n = 0; next(): number { this.n += 1; return this.n; } }`,
  },
  "a namespace import with a default": {
    "main.ts": `import run, * as all from "./m"; print(run(), all.default(), all.x);`,
    "m.ts": `export default function run(): number { return 1; } export const x = 2;`,
  },
  "a namespace import of a deep module": {
    "main.ts": `import * as deep from "./a/b/c/deep"; print(deep.value, deep.twice(4));`,
    "a/b/c/deep.ts": `export const value = 1; export function twice(n: number): number { return 2 * n; }`,
  },
  "re-exports by name": {
    "main.ts": `import { a, c } from "./index"; print(a, c);`,
    "index.ts": `export { a, b as c } from "./m";`,
    "m.ts": `export const a = 1; export const b = 2;`,
  },
  "a default passed on under a name": {
    "main.ts": `import { run } from "./index"; print(run());`,
    "index.ts": `export { default as run } from "./m";`,
    "m.ts": `export default function (): number { return 5; }`,
  },
  "a name passed on as default": {
    "main.ts": `import value from "./index"; print(value);`,
    "index.ts": `export { a as default } from "./m";`,
    "m.ts": `export const a = 1;`,
  },
  "export star": {
    "main.ts": `import { a, b, c } from "./index"; print(a, b, c());`,
    "index.ts": `export * from "./one"; export * from "./two";`,
    "one.ts": `export const a = 1; export const b = 2;`,
    "two.ts": `export function c(): number { return 3; }`,
  },
  "export star over two levels": {
    "main.ts": `import { a, Point } from "./lib"; const p: Point = { x: a, y: 2 }; print(p.x + p.y);`,
    "lib/index.ts": `export * from "./inner";`,
    "lib/inner/index.ts": `export * from "./m"; export * from "./types";`,
    "lib/inner/m.ts": `export const a = 1;`,
    "lib/inner/types.ts": `export interface Point { x: number; y: number }`,
  },
  "a module's own name wins over export star": {
    "main.ts": `import { a, b } from "./index"; print(a, b);`,
    "index.ts": `export * from "./m"; export const a = "own";`,
    "m.ts": `export const a = "other"; export const b = "b";`,
  },
  "export star as a namespace": {
    "main.ts": `import { tools } from "./index"; print(tools.a, tools.f(2));`,
    "index.ts": `export * as tools from "./m";`,
    "m.ts": `export const a = 1; export function f(n: number): number { return n + a; }`,
  },
  "a namespace import that is exported": {
    "main.ts": `import { m } from "./index"; print(m.a);`,
    "index.ts": `import * as m from "./m"; export { m };`,
    "m.ts": `export const a = 1;`,
  },
  "live bindings": {
    "main.ts": `import { count, increment } from "./counter"; print(count); increment(); increment(); print(count);`,
    "counter.ts": `export let count = 0; export function increment(): void { count += 1; }`,
  },
  "live bindings in closures and templates": {
    "main.ts": `import { count as c, increment } from "./counter"; const read = (): number => c + 1; increment(); print(read(), \`\${c}\`, [c, c]);`,
    "counter.ts": `export let count = 0; export function increment(): void { count++; }`,
  },
  "live bindings through a namespace": {
    "main.ts": `import * as counter from "./counter"; counter.increment(); print(counter.count);`,
    "counter.ts": `export let count = 0; export const increment = (): void => { count += 1; };`,
  },
  "live bindings through a re-export": {
    "main.ts": `import { count, increment } from "./index"; increment(); print(count);`,
    "index.ts": `export { count, increment } from "./counter";`,
    "counter.ts": `export let count = 0; export function increment(): void { count += 1; }`,
  },
  "live bindings through export star": {
    "main.ts": `import { count, increment } from "./index"; increment(); increment(); print(count);`,
    "index.ts": `export * from "./counter";`,
    "counter.ts": `export let count = 0; export function increment(): void { count += 1; }`,
  },
  "live bindings under another name": {
    "main.ts": `import { total, add } from "./m"; add(3); print(total);`,
    "m.ts": `let sum = 0; export function add(n: number): void { sum += n; } export { sum as total };`,
  },
  "a variable that is set later": {
    "main.ts": `import { ready, start } from "./m"; start(); print(ready);`,
    "m.ts": `export let ready: string; export function start(): void { ready = "yes"; }`,
  },
  "order of side effects": {
    "main.ts": `print("main starts"); import "./a"; import { b } from "./b"; print("main", b); import "./c";`,
    "a.ts": `import "./c"; print("a");`,
    "b.ts": `import "./a"; print("b"); export const b = 2;`,
    "c.ts": `print("c"); export {};`,
  },
  "a module runs once": {
    "main.ts": `import { a } from "./a"; import { b } from "./b"; print(a, b);`,
    "a.ts": `import { next } from "./shared"; export const a = next();`,
    "b.ts": `import { next } from "./shared"; export const b = next();`,
    "shared.ts": `print("shared runs"); let n = 0; export function next(): number { n += 1; return n; }`,
  },
  "a side effect import of a re-exporting module": {
    "main.ts": `import "./index"; print("main");`,
    "index.ts": `export { a } from "./a"; print("index");`,
    "a.ts": `print("a"); export const a = 1;`,
  },
  "type-only imports run nothing": {
    "main.ts": `import type { Shape } from "./shape"; const s: Shape = { sides: 3 }; print(s.sides);`,
    "shape.ts": `print("never"); export interface Shape { sides: number }`,
  },
  "inline type imports": {
    "main.ts": `import { type Shape, area } from "./shape"; const s: Shape = { side: 3 }; print(area(s));`,
    "shape.ts": `export interface Shape { side: number } export function area(s: Shape): number { return s.side * s.side; }`,
  },
  "a class imported for its type and its value": {
    "main.ts": `import { Animal } from "./animal"; class Dog extends Animal { override speak(): string { return super.speak() + "!"; } } function f(a: Animal): string { return a.speak(); } print(f(new Dog("rex")), new Dog("a") instanceof Animal);`,
    "animal.ts": `export class Animal { constructor(protected name: string) {} speak(): string { return this.name; } }`,
  },
  "enums and namespaces of another module": {
    "main.ts": `import { Color, Level, Shapes } from "./m"; print(Color.Green, Level.High, Shapes.sides("square"), Color[0]);`,
    "m.ts": `export enum Color { Red, Green } export const enum Level { Low = "low", High = "high" } export namespace Shapes { export function sides(name: string): number { return name === "square" ? 4 : 3; } }`,
  },
  "errors of another module": {
    "main.ts": `import { Failure, fail } from "./m"; try { fail(); } catch (e) { print(e instanceof Failure, e instanceof Error, (e as Failure).code, (e as Failure).message); }`,
    "m.ts": `export class Failure extends Error { constructor(message: string, readonly code: number) { super(message); this.name = "Failure"; } } export function fail(): never { throw new Failure("bad", 3); }`,
  },
  "JSON: an object": {
    "main.ts": `import config from "./config.json"; print(config.pin, config.name, config.list[1], config.deep.on, config.deep.off, config.rate);`,
    "config.json": `{ "pin": 15, "name": "led", "list": [1, 2, 3], "deep": { "on": true, "off": null }, "rate": -1.5 }`,
  },
  "JSON: a list in a folder": {
    "main.ts": `import rows from "./data/rows.json"; for (const row of rows) print(row.id, row.name); print(rows.length);`,
    "data/rows.json": `[{ "id": 1, "name": "a" }, { "id": 2, "name": "b" }]`,
  },
  "JSON: a number and a text": {
    "main.ts": `import n from "./n.json"; import s from "./s.json"; print(n + 1, s.length);`,
    "n.json": `41`,
    "s.json": `"text"`,
  },
  "names that are Python keywords": {
    "main.ts": `import { None, def, pass as from, lambda, print_ } from "./class"; print(None, def(2), from, lambda.is, print_);`,
    "class.ts": `export const None = 1; export function def(x: number): number { return x + 1; } export const pass = "p"; export const lambda = { is: 4 }; export const print_ = 3;`,
  },
  "module names that are Python keywords or modules": {
    "main.ts": `import { a } from "./import"; import { b } from "./is-odd"; import { c } from "./lambda/def"; import { d } from "./sums"; import { e } from "./sets"; print(a, b, c, d, e, Math.floor(2.5));`,
    "import.ts": `export const a = 1;`,
    "is-odd.ts": `export const b = 2;`,
    "lambda/def.ts": `export const c = 3;`,
    "sums.ts": `export const d = 4;`,
    "sets.ts": `export const e = 5;`,
  },
  "Python's builtins as names of exports": {
    "main.ts": `import { len, list, str, int, dict } from "./names"; print(len([1, 2]), list, str, int, dict.size, [1, 2, 3].length, \`\${list}\`);`,
    "names.ts": `export function len(xs: number[]): number { return xs.length * 10; } export const list = [1]; export const str = "s"; export const int = 3; export const dict = new Map<string, number>();`,
  },
  "the entry in src and a sibling outside": {
    "src/main.ts": `import { shared } from "../shared/util"; import { local } from "./local"; print(shared(local));`,
    "src/local.ts": `export const local = 2;`,
    "shared/util.ts": `import { local } from "../src/local"; export function shared(n: number): number { return n + local; }`,
  },
  "folders up and down": {
    "main.ts": `import { run } from "./app/core/run"; print(run());`,
    "app/core/run.ts": `import { log } from "../util/log"; import { version } from "../../version"; export function run(): string { return log(version); }`,
    "app/util/log.ts": `export function log(text: string): string { return "[" + text + "]"; }`,
    "version.ts": `export const version = "1.0";`,
  },
  "an index file": {
    "main.ts": `import { a } from "./lib"; import { b } from "./lib/b"; print(a, b);`,
    "lib/index.ts": `import { b } from "./b"; export const a = b + 1;`,
    "lib/b.ts": `export const b = 1;`,
  },
  "a cycle of functions": {
    "main.ts": `import { isEven } from "./even"; print(isEven(10), isEven(7));`,
    "even.ts": `import { isOdd } from "./odd"; export function isEven(n: number): boolean { return n === 0 || isOdd(n - 1); }`,
    "odd.ts": `import { isEven } from "./even"; export function isOdd(n: number): boolean { return n !== 0 && isEven(n - 1); }`,
  },
  "a cycle with constants read later": {
    "main.ts": `import { a, readB } from "./a"; import { readA } from "./b"; print(a, readB(), readA());`,
    "a.ts": `import { b } from "./b"; export const a = "a"; export function readB(): string { return b; }`,
    "b.ts": `import { a } from "./a"; export const b = "b"; export function readA(): string { return a; }`,
  },
  "a cycle with the entry": {
    "main.ts": `import { describe } from "./node"; export function name(): string { return "main"; } print(describe());`,
    "node.ts": `import { name } from "./main"; export function describe(): string { return "node of " + name(); }`,
  },
  "a cycle of classes": {
    "main.ts": `import { Parent } from "./parent"; const p = new Parent(); p.add(); p.add(); print(p.children.length, p.children[0]!.parent === p);`,
    "parent.ts": `import { Child } from "./child"; export class Parent { children: Child[] = []; add(): void { this.children.push(new Child(this)); } }`,
    "child.ts": `import { Parent } from "./parent"; export class Child { constructor(readonly parent: Parent) {} isOf(p: unknown): boolean { return p instanceof Parent; } }`,
  },
  "a hoisted function called by a cycle": {
    "main.ts": `import { a } from "./a"; print(a);`,
    "a.ts": `import { b } from "./b"; export function early(): string { return "early"; } export const a = b + "a";`,
    "b.ts": `import { a, early } from "./a"; export const b = early(); export const later = (): string => a;`,
  },
  "top-level await in a module": {
    "main.ts": `import { value } from "./m"; print(value);`,
    "m.ts": `async function load(): Promise<number> { return 4; } export const value = await load();`,
  },
  "the same name in two modules": {
    "main.ts": `import { value as a } from "./a"; import { value as b } from "./b"; const value = a + b; print(value);`,
    "a.ts": `export const value = 1; const hidden = 5; print(hidden);`,
    "b.ts": `export const value = 2; const hidden = 6; print(hidden);`,
  },
  "generic functions and interfaces across modules": {
    "main.ts": `import { Stack, type Named } from "./stack"; const s = new Stack<Named>(); s.push({ name: "x" }); print(s.pop()?.name, s.pop()?.name);`,
    "stack.ts": `export interface Named { name: string } export class Stack<T> { #items: T[] = []; push(item: T): void { this.#items.push(item); } pop(): T | undefined { return this.#items.pop(); } }`,
  },
  "live import beside same-named local": {
    "main.ts": `
import { count, inc } from "./c.ts";
function f() { const count = 5; return count; }
inc();
console.log(count, f());
{ let inc = 3; console.log(inc + count); }
const g = (count: number) => count + 1; inc(); console.log(g(1), count);
for (const count of [7]) console.log(count);
console.log(count);
`,
    "c.ts": `
export let count = 0;
export function inc() { count++; }
`,
  },
  "default in cycle": {
    "main.ts": `
import a from "./a.ts";
console.log(a());
`,
    "a.ts": `
import b from "./b.ts";
export default function () { return "a" + b(); }
`,
    "b.ts": `
import a from "./a.ts";
export default () => typeof a + "b";
export const late = () => a();
`,
  },
  "ns of folder in cycle": {
    "main.ts": `
import * as u from "./lib/util.ts";
export const base = 10;
export function get() { return base; }
console.log(u.twice());
`,
    "lib/util.ts": `
import * as m from "../main.ts";
import * as other from "./other.ts";
export function twice() { return m.get() * 2 + other.x; }
`,
    "lib/other.ts": `
import * as u from "./util.ts";
export const x = 1;
export const t = () => u.twice();
`,
  },
  "entry in src with siblings": {
    "src/main.ts": `
import { helper } from "../shared/h.ts";
export const name = "main";
export function who() { return name; }
console.log(helper());
`,
    "shared/h.ts": `
import { who } from "../src/main.ts";
export function helper() { return "h:" + who(); }
`,
  },
  "side effects order": {
    "main.ts": `
import "./b.ts";
import { v } from "./a.ts";
console.log("main", v);
`,
    "a.ts": `
import "./c.ts";
console.log("a"); export let v = 1; v = 2;
`,
    "b.ts": `
import "./c.ts";
console.log("b");
`,
    "c.ts": `
console.log("c");
`,
  },
  "class cycle": {
    "main.ts": `
import { Dog } from "./dog.ts";
console.log(new Dog().speak(), Dog.all.length);
`,
    "animal.ts": `
import { Dog } from "./dog.ts";
export class Animal { static make() { return new Dog(); } speak() { return "..."; } }
`,
    "dog.ts": `
import { Animal } from "./animal.ts";
export class Dog extends Animal { static all: Dog[] = []; constructor() { super(); Dog.all.push(this); } override speak() { return "woof" + super.speak(); } }
`,
  },
  "live via ns and default": {
    "main.ts": `
import * as s from "./s.ts";
import cur, { set } from "./s.ts";
set(3); console.log(s.state, s.default, cur); s.set(4); console.log(s.state);
export { s as again };
`,
    "s.ts": `
export let state = 0; export function set(n: number) { state = n; } const d = { k: 1 }; export { d as default };
`,
  },
  "enum and type exports": {
    "main.ts": `
import { Color, type Shape, make, DEFAULTS } from "./t.ts";
const s: Shape = make(Color.Green); console.log(s.c === Color.Green, Color[s.c], DEFAULTS.size, DEFAULTS); enum Local { A = Color.Green } console.log(Local.A);
`,
    "t.ts": `
export enum Color { Red, Green } export interface Shape { c: Color } export const make = (c: Color): Shape => ({ c }); export const DEFAULTS = { size: 4, color: Color.Red } as const;
`,
  },
  "index folder import": {
    "main.ts": `
import { pi } from "./geo/index.ts"; import { area } from "./geo/shapes/circle.ts"; import { pi as p2 } from "./geo/index.ts";
console.log(pi === p2, area(1));
`,
    "geo/index.ts": `
export const pi = 3;
`,
    "geo/shapes/circle.ts": `
import { pi } from "../index.ts"; export const area = (r: number) => pi * r * r;
`,
  },
  "destructured exports": {
    "main.ts": `
import { a, b, rest, fn, K } from "./d.ts"; console.log(a, b, rest, fn(), new K().v);
`,
    "d.ts": `
export const { a, ...rest } = { a: 1, c: 3 }, [b] = [2]; export const fn = function () { return "fn"; }; export const K = class { v = 8; };
`,
  },
  "functions of a cycle that are called while it loads": {
    "main.ts": `import { x } from "./a"; print(x);`,
    "a.ts": `import { y } from "./b"; export const x = y + 1; export function f(): number { return 10; }`,
    "b.ts": `import { f } from "./a"; export const y = f() + 1;`,
  },
  "all kinds of re-exports from one module": {
    "main.ts": `import { a, b, c as cc, ns, def, type T } from "./idx"; import * as all from "./idx"; const t: T = { v: 1 }; print(a, b, cc, ns.a, def(), t.v, all.a, all.def(), all.live); all.bump(); print(all.live);`,
    "idx.ts": `export { a } from "./x"; export * from "./y"; export { q as c } from "./y"; export * as ns from "./x"; export { default as def } from "./z"; export type { T } from "./x";`,
    "x.ts": `export const a = "a"; export interface T { v: number }`,
    "y.ts": `export const b = "b"; export const q = "q"; export const _hidden = 1; export let live = 1; export function bump(): void { live++; } export const enum CE { A = 1 } export interface IY { z: 1 } export type TT = string;`,
    "z.ts": `export default function (): string { return "zdef"; }`,
  },
  "import() of a literal": {
    "main.ts": `async function main(): Promise<void> { print("start"); const m = await import("./lib/lazy"); print(m.x, m.f(2), m.default, m.n); m.bump(); print(m.n); const { x } = await import("./lib/lazy"); print(x); } main(); import("./lib/lazy").then((m) => print("then", m.x)); print("end");`,
    "lib/lazy.ts": `import { k } from "../k"; print("lazy loaded"); export const x = 7 + k; export function f(n: number): number { return n * x; } export default "dflt"; export let n = 1; export const bump = (): void => { n++; };`,
    "k.ts": `export const k = 1;`,
  },
  "constants in a cycle of modules": {
    "main.ts": `
      import { area } from "./other";
      const SIZE = 4, NAME = "n";
      export function size(): number { return SIZE; }
      export function name(): string { return NAME + SIZE; }
      console.log(area(), size(), name());
    `,
    "other.ts": `
      import { size, name } from "./main";
      const FACTOR = 3;
      export function area(): number { return size() * FACTOR; }
      export const label = () => name() + FACTOR;
    `,
  },
  "constants beside top-level await": {
    "main.ts": `
      const LIMIT = 3, OTHER = LIMIT * 2;
      const v = await Promise.resolve(LIMIT);
      function f() { return LIMIT + OTHER; }
      class A { m() { return OTHER; } }
      console.log(v, f(), new A().m());
      export {};
    `,
  },
};

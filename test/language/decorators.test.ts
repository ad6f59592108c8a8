import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";

const programs: Readonly<Record<string, string>> = {
  "class decorator": `function tag(name: string) { return function (value: unknown, context: ClassDecoratorContext): void { console.log("tag", name, context.kind, context.name); }; }
@tag("x")
@tag("y")
class B { v = 1; }
console.log(new B().v);`,
  "method decorator": `function logged(fn: (this: C, x: number) => number, context: ClassMethodDecoratorContext): (this: C, x: number) => number {
  const name = String(context.name);
  return function (this: C, x: number): number { console.log("enter", name, x); const r = fn.call(this, x); console.log("exit", name); return r; };
}
class C { n = 2; @logged twice(x: number): number { return this.n * x; } }
console.log(new C().twice(4));`,
  generic: `function log<This, Args extends any[], Return>(target: (this: This, ...args: Args) => Return, context: ClassMethodDecoratorContext<This, (this: This, ...args: Args) => Return>) {
  const methodName = String(context.name);
  function replacementMethod(this: This, ...args: Args): Return {
    console.log(\`LOG: Entering method '\${methodName}'.\`);
    const result = target.call(this, ...args);
    console.log(\`LOG: Exiting method '\${methodName}'.\`);
    return result;
  }
  return replacementMethod;
}
class Person { name: string; constructor(name: string) { this.name = name; } @log greet(a: string) { console.log(\`Hello, my name is \${this.name}. \${a}\`); } }
new Person("Ray").greet("x");`,
  "nothing returned": `const seen: string[] = [];
function note(_: unknown, c: ClassMethodDecoratorContext): void { seen.push(String(c.name)); }
class D { @note a(): number { return 1; } @note b(): number { return 2; } }
console.log(new D().a() + new D().b(), seen);`,
  field: `function double(_: undefined, c: ClassFieldDecoratorContext) { console.log(c.kind, String(c.name)); return (v: number): number => v * 2; }
class F { @double x = 3; y = 1; @double z = 4; }
const f = new F(); console.log(f.x, f.y, f.z);`,
  "class replaced": `function withId<T extends new (...args: any[]) => object>(Base: T, _: ClassDecoratorContext) { return class extends Base { id = 7; }; }
@withId
class G { v = 1; }
const g = new G(); console.log(g.v, (g as G & { id: number }).id);`,
  arrow: `function twice(fn: (this: H, n: number) => number, _: ClassMethodDecoratorContext) { return (n: number): number => n * 2; }
class H { @twice run(n: number): number { return n; } }
console.log(new H().run(4));`,
  call: `class A { n = 1; }
function addTo(this: A, x: number): number { return this.n + x; }
console.log(addTo.call(new A(), 4), addTo.apply(new A(), [5]), addTo.bind(new A())(6));`,
  order: `function dec(name: string) { console.log("eval", name); return (_: unknown, c: ClassMethodDecoratorContext | ClassDecoratorContext): void => { console.log("apply", name, c.kind); }; }
@dec("c1") @dec("c2")
class O { @dec("m1") @dec("m2") m(): void {} @dec("n") n(): void {} }
new O().m();`,
};

describe("decorators", () => {
  test.each(Object.entries(programs))("%s", (_, source) => sameAsNode(source));

  test("a class without decorators has no trace of them", () => {
    const { files } = compile({ files: { "main.ts": "class A { n = 1; }\nprint(new A().n);" } });
    expect(files.map(({ path }) => path)).toEqual(["main.py"]);
  });
});

describe("refusals", () => {
  const note = `function note(_: unknown, c: { kind: string }): void { print(c.kind); }`;
  test.each([
    ["of a static method", "class A { @note static f(): void {} } A.f();", "TSMP2001"],
    [
      "of an accessor",
      "class A { @note get n(): number { return 1; } } print(new A().n);",
      "TSMP2001",
    ],
    ["of an auto-accessor", "class A { @note accessor n = 1; } print(new A().n);", "TSMP2001"],
    [
      "of a parameter",
      "class A { f(@note n: number): void { print(n); } } new A().f(1);",
      "TSMP2024",
    ],
  ])("a decorator %s", (_, source, code) => {
    const errors = compile({ files: { "main.ts": `${note}\n${source}` } }).diagnostics;
    expect(errors.map((d) => d.code)).toContain(code);
  });

  test("initializers of members", () =>
    refusedWith(
      `function init(_: unknown, c: ClassMethodDecoratorContext): void { c.addInitializer(() => {}); }
      class A { @init f(): void {} }
      new A().f();`,
      "TSMP2005",
    ));
});

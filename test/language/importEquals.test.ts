import { test } from "vitest";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";

test("another name for members of namespaces", () =>
  sameAsNode(`
    namespace N {
      export namespace M {
        export const y = 5;
        export let n = 1;
        export function g(): number { return n; }
        export class K { v = 3; }
        export enum E { A, B }
        export interface I { a: number }
      }
    }
    import y = N.M.y;
    import M = N.M;
    import K = N.M.K;
    import E = N.M.E;
    import I = N.M.I;
    import g = N.M.g;
    const i: I = { a: 1 };
    console.log(y, M.g(), M.y, new K().v, E.B, E[0], i.a, g());`));

test("a namespace that exports one", () =>
  sameAsNode(`
    namespace A { export const x = 1; }
    namespace B { export import x = A.x; export const z = x + 1; }
    console.log(B.x, B.z);`));

test("a variable that changes is refused: JavaScript copies it", () =>
  refusedWith(
    `namespace L { export let n = 1; export function up(): void { n++; } }
    import n = L.n;
    L.up();
    print(n);`,
    "TSMP2001",
  ));

test("a member of another module's namespace is refused", () =>
  refusedWith(
    {
      "shapes.ts": "export namespace Shapes { export const sides = 4; }",
      "main.ts": `import { Shapes } from "./shapes";\nimport sides = Shapes.sides;\nprint(sides);`,
    },
    "TSMP2001",
  ));

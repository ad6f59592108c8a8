import { describe, test } from "vitest";
import { refusedWith, sameAsNode } from "../support/differential/sameAsNode.ts";

describe("values whose type does not say what they are", () => {
  test("are converted for functions of numbers and texts", () =>
    sameAsNode(`
      const json = JSON.parse('{"w":"4","n":2.5,"on":true,"list":[5],"text":"x"}');
      console.log(Math.floor(json.w), Math.floor(json.n), Math.max(json.w, json.n), Math.abs(json.on), Math.sqrt(json.w), Math.sign(json.text));
      console.log(isNaN(json.w), isNaN(json.text), isNaN(json.list), isFinite(json.w), isFinite(json.text), isNaN(json.missing));
      console.log("abc".repeat(json.n), "ab4".indexOf(json.w), "x".padStart(json.w) + "|", "a2.5".endsWith(json.n));
      console.log(~json.w, ~json.on, ~json.text, json.w | 1, json.w / 2, -json.w);
    `));

  test("are what the program writes under another type", () =>
    sameAsNode(`
      const none: any = null;
      const five: any = 5;
      const text: any = "10";
      console.log(none < five, five < text, none + five, none + text, text - five, none * five, typeof none, \`\${none}\`, Number(none));
      console.log(~("12" as any), ~(null as any), Math.max(null as any), Math.min("3" as any, 2), typeof (null as any));
      const named = (x: unknown): string => {
        switch (true as any) {
          case 1: return "one";
          case true: return "true";
        }
        return "neither";
      };
      console.log(named(1));
    `));

  test("are compared by == after conversion", () =>
    sameAsNode(`
      const values: any[] = [0, 1, 2.5, "0", "1", "", " 1 ", "a", true, false, null, [], [0], [1], [1, 2], {}, NaN, Infinity, "Infinity"];
      for (const a of values) console.log(values.map((b) => (a == b ? 1 : 0)).join(""), values.filter((b) => a != b).length);
      const same = (a: string | number, b: string | number) => a == b;
      console.log(same(1, "1"), same("1", 1), same("a", "a"), same("", 0), same("x", NaN));
      class Price {
        constructor(public cents: number) {}
        valueOf() { return this.cents; }
      }
      const price: any = new Price(3);
      console.log(price == 3, price == "3", 3 == price, price == price, price == new Price(3), price != 4);
    `));
});

test("undefined for an argument that may be left out", () =>
  sameAsNode(`
    console.log("hello".slice(1, undefined), [1, 2, 3].slice(1, undefined).join(), [1, [2]].flat(undefined).join(), (255).toString(undefined));
    const cut = (s: string, a?: number, b?: number) => [s.slice(a, b), s.substring(a ?? 0, b), s.indexOf("l", a), s.lastIndexOf("l", b), s.split("l", b).length].join();
    console.log(cut("hello"), cut("hello", 1), cut("hello", 1, 3), cut("hello", undefined, 3), cut("hello", 1.5, 2.5));
    const list = (xs: number[], a?: number, b?: number) => [xs.slice(a, b), xs.indexOf(3, a), xs.includes(1, a), xs.flat(a)].join();
    console.log(list([1, 2, 3]), list([1, 2, 3], 1), list([1, 2, 3], 0, 2), list([1, 2, 3], undefined, 2));
    const inBase = (n: number, base?: number) => n.toString(base);
    console.log(inBase(255), inBase(255, 16));
    console.log([1, 2, 3, 4].splice(1, undefined as unknown as number).length, [1, 2, 1].lastIndexOf(1, undefined), [undefined, 1].includes(undefined));
  `));

describe("methods of values without type", () => {
  test("that only arrays, texts or numbers have", () =>
    sameAsNode(`
      const o = JSON.parse('{"a":{"b":[3,1,2]},"s":"x,y","n":1.5,"l":[{"k":"p"},{"k":"q"}]}');
      console.log(o.a.b.map((x: number) => x + 1), o.a.b.join("-"), o.s.split(","), o.s.toUpperCase(), o.n.toFixed(2));
      console.log(o.l.map((e: any) => e.k).join("+"), o.l.filter((e: any) => e.k === "q").length, o.l.find((e: any) => e.k === "q").k);
      console.log(o.a.b.reduce((p: number, c: number) => p + c, 0), o.s.replace("x", "z"), o.s.padStart(5, "*"), o.a?.b?.some((x: any) => x > 2));
      o.a.b.push(0);
      o.a.b.sort();
      console.log(o.a.b);
      console.log(o.a.b.pop(), o.a.b.length);
      let acc: any = [];
      for (let i = 0; i < 3; i++) acc.push(i * i);
      console.log(acc);
    `));

  test("that arrays and texts have", () =>
    sameAsNode(`
      const tail = (x: any) => x.slice(1);
      const place = (x: any, of: any) => x.indexOf(of);
      const o = JSON.parse('{"s":"abc","l":["a","b"]}');
      console.log(tail("abc"), tail([1, 2, 3]), place("abc", "b"), place(["b"], "b"), o.s.includes("b"), o.l.includes("b"), o.l.includes("z"));
      console.log(o.s.concat("d"), o.l.concat(["d"]), o.s.at(-1), o.l.at(-1), o.s.slice(1), o.l.slice(1));
    `));
});

test("literals with many digits are exact", () =>
  sameAsNode(`
    console.log(123456789.123456789, 4503599627370495.5, 1072821120834775300, 6.0557197319851155e+91, 1.7976931348623157e308, 5e-324, 0.1, 1e100);
    console.log(-1.2600422847145828e-85, 2 * 962568323272756500, 1.4142135623730951 ** 2, [9.869604401089358, 0.30000000000000004]);
  `));

test("JSON of typed arrays and symbols", () =>
  sameAsNode(`
    const bytes = new Uint8Array([5, 1]);
    console.log(JSON.stringify(bytes), JSON.stringify({ f: new Float32Array([1.5, -2]), none: new Int16Array(0) }), JSON.stringify(bytes, null, 1));
    console.log(JSON.stringify(Symbol("x")), JSON.stringify([Symbol("x")]), JSON.stringify({ s: Symbol("x"), n: 1 }));
  `));

test("texts of a locale, and joined with a spread", () =>
  sameAsNode(`
    console.log("Hello World".toLocaleUpperCase(), "ÀÉÎ".toLocaleLowerCase(), "a".concat("b", ...["x", "y"], "z"));
    const joined = (s: string, ...rest: string[]) => s.concat(...rest);
    console.log(joined("a"), joined("a", "b", "c"), "\\ud83d\\ude00");
  `));

test("half of a surrogate pair", () => refusedWith('console.log("\\ud800".length);', "TSMP2001"));

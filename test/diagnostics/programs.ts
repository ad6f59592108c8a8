/** For each code a program that causes it; « stands before the place that is reported. */
export const programs: Readonly<Record<string, string>> = {
  TSMP2001: `const list = «[1, , 3];
    print(list.length);`,
  TSMP2004: `function f(): void {
      print(«arguments);
    }
    f();`,
  TSMP2005: `print("a".«isWellFormed());`,
  TSMP2006: `const read = «parseInt;
    print(read("1"));`,
  TSMP2007: `function next(value: any): unknown {
      return «value + 1;
    }
    print(next(1));`,
  TSMP2008: `function isOne(value: number | string): boolean {
      return value «== "1";
    }
    print(isOne(1));`,
  TSMP2009: `function show(value: string | null | undefined): string {
      return \`<\${«value}>\`;
    }
    print(show(null));`,
  TSMP2010: `import { argv } from "sys";
    «import("./" + argv[0]);`,
  TSMP2050: `const counter = {
      n: 0,
      next() {
        return ++this.n;
      },
    };
    const copy = { ...«counter };
    print(copy.n);`,
  TSMP2051: `const primes = [2, 3];
    const same = primes;
    Object.freeze(«primes);
    print(same.length);`,
  TSMP2052: `function add(list: any): unknown {
      return list.«push(1);
    }
    print(add([1]) === 2);`,
  TSMP2060: `class Base {
      constructor() { this.show(); }
      show(): void {}
    }
    class Named extends Base {
      name = "n";
      override show(): void { print(«this.name); }
    }
    new Named();`,
  TSMP2080: `function has(text: string, part: string): boolean {
      return «new RegExp(part).test(text);
    }
    print(has("ab", "b"));`,
  TSMP2081: `print(«new RegExp("(").test("a"));`,
  TSMP2082: `print(«/\\ud83d/.test("a"));`,
  TSMP2083: `function cut(text: string, at: string | RegExp): string[] {
      return text.split(«at);
    }
    print(cut("a-b", "-").length);`,
  TSMP2053: `const field = «{ $value: 1, _value: 2 };
    print(field.$value);`,
};

/** What no program can cause, and why. */
export const notByAProgram: Readonly<Record<string, string>> = {
  TSMP2002: "TypeScript refuses `with` in a module (TS1101)",
  TSMP2003: "TypeScript refuses JSX in a .ts file (TS1005)",
  TSMP7004: "a fault of the embedded MicroPython",
};

/**
 * Writes a program about numbers from a list of choices: the same list gives the same program, a
 * shorter list a simpler one, so that fast-check can shrink what fails.
 */
export function generatedProgram(choices: readonly number[]): string {
  return new Writer(choices).program();
}

/** What can be named where the next piece of the program is written. */
interface Scope {
  readonly numbers: readonly string[];
  /** The numbers that may be assigned. */
  readonly variables: readonly string[];
  readonly lists: readonly string[];
  readonly bytes: readonly string[];
  readonly objects: readonly string[];
  readonly functions: readonly string[];
  readonly isInLoop: boolean;
  readonly isInFunction: boolean;
}

const empty: Scope = {
  numbers: [],
  variables: [],
  lists: [],
  bytes: [],
  objects: [],
  functions: [],
  isInLoop: false,
  isInFunction: false,
};

const constants = [
  "0",
  "1",
  "2",
  "3",
  "7",
  "10",
  "255",
  "-1",
  "0.5",
  "1.5",
  "-2.25",
  "1000",
  "0xffff",
];
const smallConstants = ["0", "1", "2", "3", "4", "5", "8"];
const comparisons = ["<", "<=", ">", ">=", "===", "!=="];
const operators = ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "+", "-", "*"];
const compounds = ["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>="];
const roundings = ["floor", "ceil", "round", "trunc", "abs", "sign", "sqrt"];

class Writer {
  readonly #choices: readonly number[];
  #next = 0;
  #names = 0;
  #budget = 60;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  program(): string {
    const cls = `class Box {
  a = ${this.#pick(smallConstants)};
  readonly limit: number;
  constructor(public b: number, readonly size: number) { this.limit = ${this.#pick(["size", "size + 1", "b", "4"])}; }
  get sum(): number { return this.a ${this.#pick(["+", "-", "*"])} this.b; }
  step(by: number): number { ${this.#pick(["this.a += by;", "this.a = by & 7;", "this.b -= by; this.a++;", "if (this.a < this.limit) this.a++;"])} return this.a; }
}
class Wide extends Box {
  override step(by: number): number { ${this.#pick(["this.a--;", "this.b = by;", "return super.step(by + 1);"])} return this.b; }
}`;
    const functions: string[] = [];
    let scope = empty;
    for (let i = 0; i < 1 + this.#below(3); i++) {
      const name = this.#name("f");
      functions.push(this.#function(name, scope));
      scope = { ...scope, functions: [...scope.functions, name] };
    }
    return `${cls}\n${functions.join("\n")}\n${this.#statements(scope, 6)}`;
  }

  #function(name: string, scope: Scope): string {
    const [x, y] = [this.#name("p"), this.#name("p")];
    const own: Scope = {
      ...scope,
      numbers: [x, y],
      variables: [x, y],
      isInFunction: true,
    };
    const body = this.#statements(own, 4);
    const first = this.#below(2) === 1 ? y + ": number" : `${y} = ${this.#pick(constants)}`;
    return `function ${name}(${x}: number, ${first}): number {\n${body}\nreturn ${this.#number(own, 2)};\n}`;
  }

  #statements(outer: Scope, most: number): string {
    const lines: string[] = [];
    let scope = outer;
    const count = 1 + this.#below(most);
    for (let i = 0; i < count && this.#budget > 0; i++) {
      this.#budget--;
      const [line, next] = this.#statement(scope);
      lines.push(line);
      scope = next;
    }
    return lines.join("\n");
  }

  #statement(scope: Scope): readonly [string, Scope] {
    switch (this.#below(18)) {
      case 0:
      case 1:
        return this.#declaration(scope, "let");
      case 2:
        return this.#declaration(scope, "const");
      case 3:
        return this.#list(scope);
      case 4:
        return this.#object(scope);
      case 5:
      case 6:
        return [this.#assignment(scope), scope];
      case 7:
        return [this.#if(scope), scope];
      case 8:
      case 9:
        return [this.#for(scope), scope];
      case 10:
        return [this.#while(scope), scope];
      case 11:
        return [this.#forOf(scope), scope];
      case 12:
        return [this.#change(scope), scope];
      case 13:
        return [this.#exit(scope), scope];
      case 14:
        return [this.#switch(scope), scope];
      case 15:
        return this.#closure(scope);
      case 16:
        return [this.#swap(scope), scope];
      default:
        return [`console.log(${this.#number(scope, 3)});`, scope];
    }
  }

  #declaration(scope: Scope, keyword: string): readonly [string, Scope] {
    const name = this.#name("n");
    const line = `${keyword} ${name}: number = ${this.#number(scope, 3)};`;
    const variables = keyword === "let" ? [...scope.variables, name] : scope.variables;
    return [line, { ...scope, numbers: [...scope.numbers, name], variables }];
  }

  #list(scope: Scope): readonly [string, Scope] {
    const name = this.#name("xs");
    const n = this.#number(scope, 1);
    switch (this.#below(6)) {
      case 0:
        return [
          `const ${name} = new Uint8Array(Math.abs(${n} | 0) % 9);`,
          { ...scope, bytes: [...scope.bytes, name] },
        ];
      case 1:
        return [
          this.#listOf(name, `new Array<number>(${this.#pick(smallConstants)}).fill(${n})`),
          this.#withList(scope, name),
        ];
      case 2:
        return [
          this.#listOf(
            name,
            `Array.from({ length: ${this.#pick(smallConstants)} }, (_, i) => i * ${n})`,
          ),
          this.#withList(scope, name),
        ];
      case 3:
        if (scope.lists.length > 0) {
          const other = this.#pick(scope.lists);
          const from = [
            `${other}`,
            `[...${other}, ${n}]`,
            `${other}.map((v, i) => v + i)`,
            `${other}.slice(1)`,
            `${other}.filter((v) => v > 0)`,
          ];
          return [this.#listOf(name, this.#pick(from)), this.#withList(scope, name)];
        }
        break;
      default:
    }
    const items = Array.from({ length: this.#below(4) }, () => this.#number(scope, 2));
    return [this.#listOf(name, `[${items.join(", ")}]`), this.#withList(scope, name)];
  }

  #listOf(name: string, value: string): string {
    return `const ${name}: number[] = ${value};`;
  }

  #withList(scope: Scope, name: string): Scope {
    return { ...scope, lists: [...scope.lists, name] };
  }

  #object(scope: Scope): readonly [string, Scope] {
    const name = this.#name("o");
    const cls = this.#pick(["Box", "Wide", "Box"]);
    const line = `const ${name} = new ${cls}(${this.#number(scope, 2)}, ${this.#number(scope, 1)});`;
    return [line, { ...scope, objects: [...scope.objects, name] }];
  }

  #assignment(scope: Scope): string {
    const target = this.#target(scope);
    if (target === undefined) return ";";
    switch (this.#below(4)) {
      case 0:
        return `${target}${this.#pick(["++", "--"])};`;
      case 1:
        return `${target} ${this.#pick(compounds)} ${this.#number(scope, 2)};`;
      default:
        return `${target} = ${this.#number(scope, 3)};`;
    }
  }

  #target(scope: Scope): string | undefined {
    const targets = [...scope.variables];
    if (scope.objects.length > 0)
      targets.push(`${this.#pick(scope.objects)}.${this.#pick(["a", "b"])}`);
    if (scope.bytes.length > 0) targets.push(`${this.#pick(scope.bytes)}[${this.#index(scope)}]`);
    if (scope.lists.length > 0) targets.push(`${this.#pick(scope.lists)}[${this.#index(scope)}]`);
    return targets.length > 0 ? this.#pick(targets) : undefined;
  }

  #if(scope: Scope): string {
    const test = this.#condition(scope, 2);
    const then = `if (${test}) {\n${this.#statements(scope, 3)}\n}`;
    return this.#below(3) === 1 ? `${then} else {\n${this.#statements(scope, 3)}\n}` : then;
  }

  #for(scope: Scope): string {
    const name = this.#name("i");
    const up = this.#below(3) > 0;
    const bounds = [this.#number(scope, 1), this.#pick(smallConstants)];
    for (const list of [...scope.lists, ...scope.bytes]) bounds.push(`${list}.length`);
    const [start, bound] = up
      ? [this.#pick([...smallConstants, ...scope.numbers]), this.#pick(bounds)]
      : [this.#pick(bounds), this.#pick(smallConstants)];
    const step = this.#pick(["1", "1", "2", "3"]);
    const test = up ? this.#pick(["<", "<", "<="]) : this.#pick([">", ">="]);
    const move =
      step === "1" ? `${name}${up ? "++" : "--"}` : `${name} ${up ? "+=" : "-="} ${step}`;
    const own: Scope = {
      ...scope,
      numbers: [...scope.numbers, name, name],
      variables: this.#below(6) === 1 ? [...scope.variables, name] : scope.variables,
      isInLoop: true,
    };
    return `for (let ${name} = ${start}; ${compared(name, test, bound)}; ${move}) {\n${this.#statements(own, 4)}\n}`;
  }

  #while(scope: Scope): string {
    const body = this.#statements({ ...scope, isInLoop: true }, 4);
    const test = this.#condition(scope, 2);
    return this.#below(4) === 1
      ? `do {\n${body}\n} while (${test});`
      : `while (${test}) {\n${body}\n}`;
  }

  #forOf(scope: Scope): string {
    const lists = [...scope.lists, ...scope.bytes];
    if (lists.length === 0) return ";";
    const name = this.#name("v");
    const own = { ...scope, numbers: [...scope.numbers, name], isInLoop: true };
    return `for (const ${name} of ${this.#pick(lists)}) {\n${this.#statements(own, 3)}\n}`;
  }

  /** Changes a list's length or elements. */
  #change(scope: Scope): string {
    if (scope.lists.length === 0) return ";";
    const list = this.#pick(scope.lists);
    const value = this.#number(scope, 2);
    return this.#pick([
      `${list}.push(${value});`,
      `${list}.pop();`,
      `if (${list}.length < 20) ${list}.unshift(${value});`,
      `${list}.shift();`,
      `${list}.splice(${this.#index(scope)}, 1);`,
      `${list}.fill(${value});`,
      `${list}.sort((a, b) => a - b);`,
      `${list}.reverse();`,
      `${list}.length = ${this.#pick(smallConstants)};`,
    ]);
  }

  #exit(scope: Scope): string {
    const test = this.#condition(scope, 1);
    const exits = ['throw new Error("stop")'];
    if (scope.isInLoop) exits.push("break", "continue", "continue");
    if (scope.isInFunction)
      exits.push(`return ${this.#number(scope, 2)}`, `return ${this.#number(scope, 1)}`);
    return `if (${test}) ${this.#pick(exits.slice(exits.length > 1 ? 1 : 0))};`;
  }

  #switch(scope: Scope): string {
    const inner = { ...scope, isInLoop: false };
    const clauses = [0, 1, 2].map((label) => {
      const end = this.#pick(["break;", "break;", ""]);
      return `case ${label}: {\n${this.#statements(inner, 2)}\n} ${end}`;
    });
    const last = this.#below(2) === 1 ? `default: {\n${this.#statements(inner, 2)}\n}` : "";
    const value = scope.numbers.length > 0 ? this.#pick(scope.numbers) : this.#number(scope, 1);
    return `switch (${value}) {\n${clauses.join("\n")}\n${last}\n}`;
  }

  #closure(scope: Scope): readonly [string, Scope] {
    const name = this.#name("g");
    const own = { ...scope, isInLoop: false, isInFunction: true };
    const x = this.#name("p");
    const inner = { ...own, numbers: [...own.numbers, x], variables: [...own.variables, x] };
    const body = this.#statements(inner, 2);
    const line = `const ${name} = (${x}: number, _y = 0): number => {\n${body}\nreturn ${this.#number(inner, 2)};\n};`;
    return [line, { ...scope, functions: [...scope.functions, name] }];
  }

  #swap(scope: Scope): string {
    if (scope.lists.length === 0) return ";";
    const list = this.#pick(scope.lists);
    const [i, j] = [this.#index(scope), this.#index(scope)];
    return `[${list}[${i}], ${list}[${j}]] = [${list}[${j}]!, ${list}[${i}]!];`;
  }

  #index(scope: Scope): string {
    if (scope.numbers.length === 0) return this.#pick(smallConstants);
    const n = this.#pick(scope.numbers);
    const list = [...scope.lists, ...scope.bytes];
    const more =
      list.length > 0
        ? [`${n} % ${this.#pick(list)}.length`, `${this.#pick(list)}.length - 1`]
        : [];
    return this.#pick([
      n,
      n,
      `${n} + 1`,
      `${n} - 1`,
      `${n} & 3`,
      this.#pick(smallConstants),
      `Math.floor(${n} / 2)`,
      `${n} >> 1`,
      ...more,
    ]);
  }

  #condition(scope: Scope, depth: number): string {
    if (depth > 0 && this.#below(4) === 1) {
      return `${this.#condition(scope, depth - 1)} ${this.#pick(["&&", "||"])} ${this.#condition(scope, depth - 1)}`;
    }
    if (this.#below(8) === 1) return `!(${this.#condition(scope, 0)})`;
    if (this.#below(8) === 1)
      return `${this.#pick(["Number.isInteger", "isNaN", "Number.isFinite"])}(${this.#operand(scope)})`;
    if (this.#below(8) === 1) return this.#operand(scope);
    return compared(this.#operand(scope), this.#pick(comparisons), this.#number(scope, 1));
  }

  #operand(scope: Scope): string {
    const operands = [...scope.numbers];
    for (const object of scope.objects) operands.push(`${object}.a`, `${object}.limit`);
    for (const list of [...scope.lists, ...scope.bytes]) operands.push(`${list}.length`);
    return operands.length > 0 ? this.#pick(operands) : this.#pick(constants);
  }

  #number(scope: Scope, depth: number): string {
    if (depth === 0) return this.#below(3) === 1 ? this.#pick(constants) : this.#operand(scope);
    const less = depth - 1;
    switch (this.#below(14)) {
      case 0:
        return this.#pick(constants);
      case 1:
      case 2:
      case 3:
        return this.#operand(scope);
      case 4:
      case 5:
      case 6:
        return `(${calculated(this.#number(scope, less), this.#pick(operators), this.#number(scope, less))})`;
      case 7:
        return `Math.${this.#pick(roundings)}(${this.#number(scope, less)})`;
      case 8:
        return `Math.${this.#pick(["min", "max"])}(${this.#number(scope, less)}, ${this.#number(scope, less)})`;
      case 9:
        return `(${this.#condition(scope, 1)} ? ${this.#number(scope, less)} : ${this.#number(scope, less)})`;
      case 10:
        return this.#call(scope, less);
      case 11:
        return this.#read(scope);
      case 12:
        return `(${this.#number(scope, less)} ${this.#pick(["||", "&&"])} ${this.#number(scope, less)})`;
      default:
        return `(${this.#pick(["-", "~", "-"])} ${this.#number(scope, less)})`;
    }
  }

  #call(scope: Scope, depth: number): string {
    const calls = scope.functions.map(
      (f) => `${f}(${this.#number(scope, depth)}, ${this.#number(scope, depth)})`,
    );
    for (const object of scope.objects)
      calls.push(`${object}.step(${this.#number(scope, depth)})`, `${object}.sum`);
    return calls.length > 0 ? this.#pick(calls) : this.#operand(scope);
  }

  #read(scope: Scope): string {
    const reads: string[] = [];
    for (const list of scope.lists) {
      reads.push(
        `${list}[${this.#index(scope)}]!`,
        `${list}.reduce((s, v) => s + v, 0)`,
        `(${list}.pop() ?? 0)`,
        `${list}.indexOf(${this.#operand(scope)})`,
      );
    }
    for (const list of scope.bytes) reads.push(`${list}[${this.#index(scope)}]!`);
    return reads.length > 0 ? this.#pick(reads) : this.#operand(scope);
  }

  #name(prefix: string): string {
    return `${prefix}${this.#names++}`;
  }

  #below(limit: number): number {
    const choice = this.#choices[this.#next++] ?? 0;
    return choice % limit;
  }

  #pick<T>(values: readonly T[]): T {
    return values[this.#below(values.length)]!;
  }
}

/** `x < (...` may be read as the start of type arguments: such are turned round. */
function compared(left: string, operator: string, right: string): string {
  const isAmbiguous = operator.startsWith("<") && right.startsWith("(");
  return isAmbiguous
    ? `${right} ${operator.replace("<", ">")} ${left}`
    : `${left} ${operator} ${right}`;
}

/** As `compared`: `x << (...` too. */
function calculated(left: string, operator: string, right: string): string {
  const isAmbiguous = operator === "<<" && right.startsWith("(");
  return `${left} ${operator} ${isAmbiguous ? "+" : ""}${right}`;
}

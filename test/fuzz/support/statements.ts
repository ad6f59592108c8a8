import { expression, inside, joined } from "./expressions.ts";
import { type Maker, oneOf, type Place, type Variable, type Way } from "./maker.ts";
import { type Piece, type PieceKind, piece } from "./piece.ts";

const statement = piece("statement");
const kinds = ["int", "float", "text", "bool", "ints", "point"] as const;
const typeNames: Readonly<Record<string, string>> = {
  int: "number",
  float: "number",
  text: "string",
  bool: "boolean",
  ints: "number[]",
  maybe: "number | undefined",
  point: "Point",
  callback: "(v: number) => number",
};

export function typeName(kind: PieceKind): string {
  return typeNames[kind]!;
}

/** Statements in a row; what one declares the next may use. */
export function block(maker: Maker, place: Place, depth: number, count: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let here = place;
  for (let i = 0; i < count; i++) {
    if (maker.chance(1, 3)) {
      const [piece, variables] = declare(maker, here, depth);
      pieces.push(piece);
      here = { ...here, variables: [...here.variables, ...variables] };
    } else pieces.push(oneOf(depth > 0 ? all : simple, show, maker, here, depth));
  }
  return pieces;
}

function few(m: Maker, p: Place, d: number): readonly Piece[] {
  return block(m, p, d - 1, 1 + m.below(3));
}

/** A value that fits a variable: texts and lists are cut, so that loops cannot make them grow for ever. */
function bounded(kind: PieceKind, value: Piece): Piece {
  if (kind === "int") return piece("int")`whole(${value})`;
  if (kind === "text") return piece("text")`(${value}).slice(0, 12)`;
  return kind === "ints" ? piece("ints")`(${value}).slice(0, 6)` : value;
}

function declare(m: Maker, p: Place, depth: number): readonly [Piece, readonly Variable[]] {
  const form = m.below(8);
  if (form === 0) return declareList(m, p, depth);
  if (form === 1) return declarePoint(m, p, depth);
  const kind = m.chance(1, 8) ? m.pick(["maybe", "callback"] as const) : m.pick(kinds);
  const isConst = m.chance(1, 2);
  const name = m.name("x");
  const value = bounded(kind, expression(m, p, kind, depth));
  return [
    statement`${isConst ? "const" : "let"} ${name}: ${typeName(kind)} = ${value};\n`,
    [{ name, kind, isConst }],
  ];
}

/** `const [a, b = 2, ...rest] = list;` */
function declareList(m: Maker, p: Place, d: number): readonly [Piece, readonly Variable[]] {
  const [a, b, rest] = [m.name("a"), m.name("b"), m.name("r")];
  const value = expression(m, p, "ints", d);
  const fallbacks = [expression(m, p, "int", d - 1), expression(m, p, "int", d - 1)];
  return [
    statement`const [${a} = ${fallbacks[0]!}, ${b} = ${fallbacks[1]!}, ...${rest}]: number[] = ${value};\n`,
    [
      { name: a, kind: "int", isConst: true },
      { name: b, kind: "int", isConst: true },
      { name: rest, kind: "ints", isConst: true },
    ],
  ];
}

/** `const { x, y: other } = point;` */
function declarePoint(m: Maker, p: Place, d: number): readonly [Piece, readonly Variable[]] {
  const [a, b] = [m.name("a"), m.name("b")];
  return [
    statement`const { x: ${a}, y: ${b} } = ${expression(m, p, "point", d)};\n`,
    [
      { name: a, kind: "int", isConst: true },
      { name: b, kind: "int", isConst: true },
    ],
  ];
}

const show: Way = (m, p, d) => {
  const kind = m.pick(kinds);
  return statement`print(${m.label()}, ${expression(m, p, kind, d)});\n`;
};

const assign: Way = (m, p, d) => {
  const kind = m.pick(kinds);
  const variable = m.variable(p, kind, true);
  if (!variable) return undefined;
  return statement`${variable.name} = ${bounded(kind, expression(m, p, kind, d))};\n`;
};

/** `best = Math.max(best, ...)` */
const extreme: Way = (m, p, d) => {
  const kind = m.pick(["int", "float"] as const);
  const variable = m.variable(p, kind, true);
  if (!variable) return undefined;
  const operands = [piece(kind)`${variable.name}`, expression(m, p, kind, d)];
  const order = m.chance(1, 2) ? operands : operands.reverse();
  return statement`${variable.name} = Math.${m.pick(["max", "min"])}(${joined(order)});\n`;
};

const swap: Way = (m, p) => {
  const a = m.variable(p, "int", true);
  const b = m.variable(p, "int", true);
  return a && b && a !== b
    ? statement`[${a.name}, ${b.name}] = [${b.name}, ${a.name}];\n`
    : undefined;
};

const change: Way = (m, p, d) => {
  const list = m.variable(p, "ints");
  const object = m.variable(p, "point");
  const value = expression(m, p, "int", d);
  if (list && m.chance(1, 2)) {
    return m.chance(1, 2)
      ? statement`if (${list.name}.length < 6) ${list.name}.${m.pick(["push", "unshift"])}(${value});\n`
      : statement`${list.name}.${m.pick(["pop()", "shift()", "reverse()", "sort()", "splice(1, 1)"])};\n`;
  }
  return object ? statement`${object.name}.${m.pick(["x", "y"])} = whole(${value});\n` : undefined;
};

const jump: Way = (m, p, d) => {
  const form = m.below(4);
  if (form === 0 && p.loops > 0) {
    const label = p.labels.length > 0 && m.chance(1, 3) ? ` ${m.pick(p.labels)}` : "";
    return statement`if (${expression(m, p, "bool", d)}) ${m.pick(["break", "continue"])}${label};\n`;
  }
  if (form === 1 && p.returns) {
    const value = bounded(p.returns, expression(m, p, p.returns as "int", d));
    return statement`if (${expression(m, p, "bool", d)}) return ${value};\n`;
  }
  if (form === 2) {
    const error = m.pick(["Error", "RangeError", "Fault"]);
    return statement`if (${expression(m, p, "bool", d)}) throw new ${error}(${m.label()});\n`;
  }
  return undefined;
};

const yieldOne: Way = (m, p, d) =>
  p.isGenerator ? statement`yield ${expression(m, p, "int", d)};\n` : undefined;

const awaitOne: Way = (m, p, d) =>
  p.isAsync
    ? statement`print(${m.label()}, await later(${m.below(3)}, ${expression(m, p, "int", d)}));\n`
    : undefined;

const choose: Way = (m, p, d) => {
  const condition = expression(m, p, "bool", d);
  return m.chance(1, 2)
    ? statement`if (${condition}) {\n${few(m, p, d)}}\n`
    : statement`if (${condition}) {\n${few(m, p, d)}} else {\n${few(m, p, d)}}\n`;
};

function inLoop(p: Place, variables: readonly Variable[], label?: string): Place {
  return {
    ...p,
    variables: [...p.variables, ...variables],
    loops: p.loops + 1,
    isSwitch: false,
    labels: label ? [...p.labels, label] : p.labels,
  };
}

const loop: Way = (m, p, d) => {
  if (p.loops >= 2) return undefined;
  const i = m.name("i");
  const label = m.chance(1, 3) ? m.name("loop") : undefined;
  const head = label ? `${label}: ` : "";
  const place = inLoop(p, [{ name: i, kind: "int", isConst: true }], label);
  const form = m.below(7);
  const count = 1 + m.below(4);
  const list = m.variable(p, m.pick(["ints", "text"] as const));
  if (form > 4 && list) {
    const turns = m.pick([` && ${i} < ${count}`, ""]);
    // A list that grows while it is walked would never end.
    const body = few(m, turns === "" && list.kind === "ints" ? without(place, list) : place, d);
    return form === 5
      ? statement`${head}for (let ${i} = 0; ${i} < ${list.name}.length${turns}; ${i}++) {\n${body}}\n`
      : statement`let ${i} = -1;\n${head}while (++${i} < ${list.name}.length${turns}) {\n${body}}\n`;
  }
  if (form === 0) {
    return statement`${head}for (let ${i} = 0; ${i} < ${count}; ${i}++) {\n${few(m, place, d)}}\n`;
  }
  if (form === 1) {
    return statement`${head}for (const ${i} of ${expression(m, p, "ints", d)}) {\n${few(m, place, d)}}\n`;
  }
  if (form === 2) {
    return statement`let ${i} = ${count};\n${head}while (${i}-- > 0) {\n${few(m, place, d)}}\n`;
  }
  if (form === 3) {
    return statement`let ${i} = ${count};\n${head}do {\n${few(m, place, d)}} while (--${i} > 0);\n`;
  }
  const k = m.name("k");
  const named = inLoop(p, [{ name: k, kind: "text", isConst: true }], label);
  return statement`${head}for (const ${k} of ${expression(m, p, "text", d)}) {\n${few(m, named, d)}}\n`;
};

/** The place where a variable is not to be used. */
function without(place: Place, variable: Variable): Place {
  return { ...place, variables: place.variables.filter((one) => one !== variable) };
}

/** Closures that are made in a loop and called after it. */
const closures: Way = (m, p, d) => {
  if (p.loops >= 2) return undefined;
  const [fs, i, v] = [m.name("fs"), m.name("i"), m.name("v")];
  const body = inside(p, [
    { name: i, kind: "int", isConst: true },
    { name: v, kind: "int", isConst: false },
  ]);
  const made = expression(m, body, "int", d);
  return statement`const ${fs}: (() => number)[] = [];
for (let ${i} = 0; ${i} < 3; ${i}++) {
let ${v} = ${i} * 2;
${fs}.push(() => ${made});
${v} += ${i};
}
print(${m.label()}, ${fs}.map((f) => f()));
`;
};

const choice: Way = (m, p, d) => {
  const place: Place = { ...p, isSwitch: true };
  const cases = Array.from({ length: 1 + m.below(3) }, (_, i) => {
    const head = statement`case ${i * 2}:\n${few(m, place, d)}`;
    return m.chance(2, 3) ? statement`${head}break;\n` : head;
  });
  const other = statement`default:\n${few(m, place, d)}${m.chance(1, 2) ? "break;\n" : ""}`;
  const arms = [...cases];
  arms.splice(m.below(arms.length + 1), 0, other);
  // A break of the loop around would only leave the switch; a continue means the loop.
  return statement`switch (${expression(m, p, "int", d)} as number) {\n${arms}}\n`;
};

const attempt: Way = (m, p, d) => {
  const e = m.name("e");
  const body = few(m, p, d);
  const recover = statement`told(${m.label()}, ${e});\n`;
  const form = m.below(3);
  if (form === 0) return statement`try {\n${body}} catch (${e}) {\n${recover}${few(m, p, d)}}\n`;
  if (form === 1)
    return statement`try {\n${body}} finally {\n${few(m, { ...p, returns: undefined, loops: 0, labels: [] }, d)}}\n`;
  return statement`try {\n${body}} catch (${e}) {\n${recover}} finally {\n${few(m, { ...p, loops: 0, labels: [], returns: undefined }, d)}}\n`;
};

/** Tasks that wait side by side: what they log themselves may come in another order (see the deviations). */
const together: Way = (m, p, d) => {
  if (!p.isAsync) return undefined;
  const task = () => piece("callback")`later(${m.below(3)}, ${expression(m, p, "int", d - 1)})`;
  return statement`print(${m.label()}, await Promise.all([${task()}, ${task()}]));\n`;
};

/** A generator that is left before its end. */
const consume: Way = (m, p, d) => {
  const usable = m.callables.filter((c) => c.isGenerator && (!c.isAsync || p.isAsync));
  if (usable.length === 0 || p.loops >= 2) return undefined;
  const callable = m.pick(usable);
  const i = m.name("i");
  const args = joined(callable.takes.map((kind) => expression(m, p, kind as "int", d - 1)));
  const place = inLoop(p, [{ name: i, kind: "int", isConst: true }]);
  return statement`for ${callable.isAsync ? "await " : ""}(const ${i} of ${callable.name}(${args})) {\n${few(m, place, d)}}\n`;
};

const object: Way = (m, p, d) => {
  if (m.classes.length === 0) return undefined;
  const shape = m.pick(m.classes);
  const o = m.name("o");
  const N = () => expression(m, p, "int", d - 1);
  return statement`const ${o} = new ${shape.name}(${N()});
${o}.double = whole(${N()});
print(${m.label()}, ${o}.${m.pick(shape.methods)}(${N()}), ${o}.value, ${o}.double, ${shape.name}.made);
`;
};

const table: Way = (m, p, d) => {
  const t = m.name("t");
  const N = () => expression(m, p, "int", d - 1);
  const T = () => expression(m, p, "text", d - 1);
  return m.chance(1, 2)
    ? statement`const ${t} = new Map<number, string>([[${N()}, ${T()}], [${N()}, ${T()}]]);
${t}.set(${N()}, ${T()});
print(${m.label()}, ${t}.size, ${t}.get(${N()}), ${t}.has(${N()}), [...${t}.keys()]);
`
    : statement`const ${t}: Record<string, number> = { a: ${N()}, b: ${N()} };
${t}["k" + ${T()}] = ${N()};
print(${m.label()}, Object.keys(${t}).length, ${t}["a"], JSON.stringify(${t}));
`;
};

const simple: readonly Way[] = [
  show,
  show,
  assign,
  assign,
  extreme,
  swap,
  change,
  jump,
  yieldOne,
  awaitOne,
];
const all: readonly Way[] = [
  ...simple,
  choose,
  choose,
  loop,
  loop,
  closures,
  choice,
  attempt,
  attempt,
  consume,
  together,
  object,
  table,
];

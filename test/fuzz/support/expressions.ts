import { type Maker, oneOf, type Place, type Variable, type Way } from "./maker.ts";
import { type Piece, type PieceKind, piece } from "./piece.ts";

type ValueKind = Exclude<PieceKind, "statement" | "declaration">;

/** An expression of a kind; with no depth left a literal or a variable. */
export function expression(maker: Maker, place: Place, kind: ValueKind, depth: number): Piece {
  const known = maker.variable(place, kind);
  if (known && maker.chance(depth > 0 ? 1 : 3, depth > 0 ? 5 : 4))
    return piece(kind)`${known.name}`;
  if (depth <= 0) return literals[kind](maker, place, 0)!;
  if (maker.chance(1, 5)) return logged(maker, place, kind, depth);
  return oneOf(ways[kind], literals[kind], maker, place, depth - 1);
}

/** `log("3", value)`: tells when it is evaluated. */
function logged(maker: Maker, place: Place, kind: ValueKind, depth: number): Piece {
  const inner = expression(maker, place, kind, depth - 1);
  const log = { int: "logN", float: "logN", text: "logS", bool: "logB" }[kind as string] ?? "logV";
  return kind === "maybe" || kind === "callback"
    ? inner
    : piece(kind)`${log}(${maker.label()}, ${inner})`;
}

/** Code of a function inside: it cannot await, yield or jump out. */
export function inside(place: Place, variables: readonly Variable[]): Place {
  return {
    ...place,
    variables: [...place.variables.filter((v) => v.isConst || v.kind !== "maybe"), ...variables],
    isAsync: false,
    isGenerator: false,
    returns: undefined,
    loops: 0,
    labels: [],
    isSwitch: false,
  };
}

/** Ints have no -0 (see the deviations): `+ 0` after what could give it. */
const int = piece("int");
const float = piece("float");
const text = piece("text");
const bool = piece("bool");
const ints = piece("ints");
const maybe = piece("maybe");
const point = piece("point");

const literals: Readonly<Record<ValueKind, Way>> = {
  int: (m) => int`${m.pick([0, 1, 2, 3, 5, 7, 10, 12, 40, -1, -2, -3, -8])}`,
  float: (m) =>
    float`${m.pick(["0.5", "1.25", "-2.75", "3.5", "NaN", "Infinity", "-0", "1e21", "0.1"])}`,
  text: (m) => text`"${m.pick(["", "a", "abc", "a,b", "é", "x y", "12", "-3.5", "A", "it's"])}"`,
  bool: (m) => bool`${m.pick(["true", "false"])}`,
  ints: (m) =>
    ints`${m.pick(["([] as number[])", "[1]", "[3, 1, 2]", "[5, 5]", "[0, -1, 10, 9]"])}`,
  maybe: (m) => maybe`maybe(${m.pick(["4", "0", "undefined"])})`,
  point: (m) => point`{ x: ${m.below(5)}, y: ${m.below(5)} }`,
  callback: (m) => piece("callback")`(v: number): number => v + ${m.below(9)}`,
};

const E = (kind: ValueKind) => (m: Maker, p: Place, d: number) => expression(m, p, kind, d);
const N = E("int");
const F = E("float");
const T = E("text");
const B = E("bool");
const L = E("ints");
const O = E("point");
const U = E("maybe");

const binary = ["+", "-", "|", "&", "^"];
const comparisons = ["<", ">", "<=", ">=", "===", "!=="];

const intWays: readonly Way[] = [
  (m, p, d) => int`(${N(m, p, d)} ${m.pick(binary)} ${N(m, p, d)})`,
  (m, p, d) => int`((${N(m, p, d)} * ${N(m, p, d)}) % 1009 + 0)`,
  (m, p, d) => int`(${N(m, p, d)} % ${m.pick([2, 3, 7, -4])} + 0)`,
  (m, p, d) => int`(${N(m, p, d)} ${m.pick(["<<", ">>", ">>>"])} ${m.below(5)})`,
  (m, p, d) => int`(${m.pick(["0 - ", "~", "+"])}(${N(m, p, d)}))`,
  (m, p, d) => int`Math.${m.pick(["max", "min"])}(${N(m, p, d)}, ${N(m, p, d)})`,
  (m, p, d) => int`Math.${m.pick(["abs", "sign"])}(${N(m, p, d)})`,
  (m, p, d) => int`whole(Math.${m.pick(["floor", "trunc", "ceil", "round"])}(${F(m, p, d)}))`,
  (m, p, d) => int`(${B(m, p, d)} ? ${N(m, p, d)} : ${N(m, p, d)})`,
  (m, p, d) => int`(${N(m, p, d)} ${m.pick(["||", "&&"])} ${N(m, p, d)})`,
  (m, p, d) => int`(${U(m, p, d)} ?? ${N(m, p, d)})`,
  (m, p, d) => int`(${L(m, p, d)}[${N(m, p, d)}] ?? ${N(m, p, d)})`,
  (m, p, d) => int`(${L(m, p, d)}.at(${N(m, p, d)}) ?? ${N(m, p, d)})`,
  (m, p, d) => int`${L(m, p, d)}.length`,
  (m, p, d) => int`${T(m, p, d)}.length`,
  (m, p, d) => int`${T(m, p, d)}.indexOf(${T(m, p, d)})`,
  (m, p, d) => int`${L(m, p, d)}.indexOf(${N(m, p, d)})`,
  (m, p, d) => int`(${O(m, p, d)}).${m.pick(["x", "y"])}`,
  (m, p, d) => int`(${N(m, p, d)}, ${N(m, p, d)})`,
  (m, p, d) => int`Number(${B(m, p, d)})`,
  (m, p, d) => int`(${E("callback")(m, p, d)})(${N(m, p, d)})`,
  (m, p, d) => int`${L(m, p, d)}.reduce((s, v) => (s + v * 2) % 1009 + 0, ${N(m, p, d)})`,
  (m, p, d) => {
    const v = { name: m.name("v"), kind: "int", isConst: true } as const;
    const body = B(m, inside(p, [v]), d);
    return int`(${L(m, p, d)}.find((${v.name}) => ${body}) ?? ${N(m, p, 0)})`;
  },
  assignedInt,
  calledInt,
  methodInt,
];

/** `(x = e)`, `x++`, `(x += e)`: kept below what an integer of JavaScript holds. */
function assignedInt(m: Maker, p: Place, d: number): Piece | undefined {
  const variable = m.variable(p, "int", true);
  if (!variable) return undefined;
  const { name } = variable;
  const form = m.below(4);
  if (form === 0) return int`(${name}${m.pick(["++", "--"])})`;
  if (form === 1) return int`(${m.pick(["++", "--"])}${name})`;
  if (form === 2) return int`(${name} = whole(${N(m, p, d)}))`;
  return int`(${name} ${m.pick(["+=", "-=", "^=", "|="])} ${N(m, p, d)} % 97 + 0)`;
}

function calledInt(m: Maker, p: Place, d: number): Piece | undefined {
  const fitting = m.callables.filter((c) => c.gives === "int" && !c.isGenerator);
  const usable = fitting.filter((c) => !c.isAsync || p.isAsync);
  if (usable.length === 0) return undefined;
  const callable = m.pick(usable);
  const args = callable.takes.map((kind) => E(kind as ValueKind)(m, p, d));
  return int`${callable.isAsync ? "(await " : ""}${callable.name}(${joined(args)})${callable.isAsync ? ")" : ""}`;
}

function methodInt(m: Maker, p: Place, d: number): Piece | undefined {
  if (m.classes.length === 0) return undefined;
  const shape = m.pick(m.classes);
  const made = piece("point")`new ${shape.name}(${N(m, p, d)})`;
  const form = m.below(3);
  if (form === 0) return int`${made}.value`;
  if (form === 1) return int`${made}.double`;
  return int`${made}.${m.pick(shape.methods)}(${N(m, p, d)})`;
}

export function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((item, i) =>
    i === 0 ? [item] : [{ kind: "callback" as const, parts: [", "] }, item],
  );
}

const floatWays: readonly Way[] = [
  (m, p, d) => float`(${N(m, p, d)} / ${N(m, p, d)})`,
  (m, p, d) => float`(${F(m, p, d)} ${m.pick(["+", "-", "*", "%"])} ${F(m, p, d)})`,
  (m, p, d) => float`(${F(m, p, d)} ${m.pick(["+", "-", "*", "/"])} ${N(m, p, d)})`,
  (m, p, d) => float`Math.sqrt(${N(m, p, d)})`,
  (m, p, d) => float`Number(${T(m, p, d)})`,
  (m, p, d) => float`parseFloat(${T(m, p, d)})`,
  (m, p, d) => float`((${N(m, p, d)} % 1e4) ** ${m.pick(["2", "0.5", "-1", "0"])})`,
  (m, p, d) => float`${T(m, p, d)}.charCodeAt(${N(m, p, d)})`,
  (m, p, d) => float`(${B(m, p, d)} ? ${F(m, p, d)} : ${N(m, p, d)})`,
  (m, p, d) => float`(-(${F(m, p, d)}))`,
  (m, p, d) => float`Math.${m.pick(["max", "min"])}(${F(m, p, d)}, ${N(m, p, d)})`,
];

const textWays: readonly Way[] = [
  (m, p, d) => text`(${T(m, p, d)} + ${T(m, p, d)})`,
  (m, p, d) => text`\`${"${"}${N(m, p, d)}}-${"${"}${T(m, p, d)}}\``,
  (m, p, d) => text`\`<${"${"}${m.pick([F, B, L, U])(m, p, d)}}>\``,
  (m, p, d) => text`String(${m.pick([N, F, B, T, L])(m, p, d)})`,
  (m, p, d) => text`${T(m, p, d)}.slice(${N(m, p, d)}, ${N(m, p, d)})`,
  (m, p, d) => text`${T(m, p, d)}.${m.pick(["toUpperCase", "trim"])}()`,
  (m, p, d) => text`${L(m, p, d)}.join(${T(m, p, 0)})`,
  (m, p, d) => text`${T(m, p, d)}.repeat(${m.below(3)})`,
  (m, p, d) => text`${T(m, p, d)}.${m.pick(["padStart", "padEnd"])}(${m.below(6)}, "*")`,
  (m, p, d) => text`(${T(m, p, d)}[${N(m, p, d)}] ?? "?")`,
  (m, p, d) => text`${T(m, p, d)}.charAt(${N(m, p, d)})`,
  (m, p, d) => text`${T(m, p, d)}.split(${T(m, p, 0)}).join("|")`,
  (m, p, d) => text`${T(m, p, d)}.replace(${m.pick(['"a"', "/[a-c]/g", "/\\d+/"])}, ${T(m, p, 0)})`,
  (m, p, d) => text`JSON.stringify(${m.pick([L, O, T, N])(m, p, d)})`,
  (m, p, d) => text`(${F(m, p, d)}).toFixed(${m.below(3)})`,
  (m, p, d) => text`(${N(m, p, d)}).toString(${m.pick([2, 16, 36])})`,
  (m, p, d) => text`(typeof (${m.pick([N, T, B, L, U])(m, p, d)}))`,
  (m, p, d) => text`(${B(m, p, d)} ? ${T(m, p, d)} : ${T(m, p, d)})`,
  (m, p, d) => text`(${T(m, p, d)} || ${T(m, p, d)})`,
];

const boolWays: readonly Way[] = [
  (m, p, d) => bool`((${N(m, p, d)} as number) ${m.pick(comparisons)} ${N(m, p, d)})`,
  (m, p, d) => bool`((${F(m, p, d)} as number) ${m.pick(comparisons)} ${N(m, p, d)})`,
  (m, p, d) => bool`((${T(m, p, d)} as string) ${m.pick(comparisons)} ${T(m, p, d)})`,
  (m, p, d) => bool`(${B(m, p, d)} ${m.pick(["&&", "||"])} ${B(m, p, d)})`,
  (m, p, d) => bool`(!(${m.pick([B, N, T, U])(m, p, d)}))`,
  (m, p, d) => bool`${L(m, p, d)}.includes(${N(m, p, d)})`,
  (m, p, d) => bool`${T(m, p, d)}.${m.pick(["startsWith", "endsWith", "includes"])}(${T(m, p, d)})`,
  (m, p, d) => bool`Number.isNaN(${F(m, p, d)})`,
  (m, p, d) => bool`Object.is(${F(m, p, d)}, ${F(m, p, d)})`,
  (m, p, d) => bool`(${U(m, p, d)} ${m.pick(["===", "!=="])} undefined)`,
  (m, p, d) => bool`Boolean(${m.pick([N, F, T, L])(m, p, d)})`,
  (m, p, d) => {
    const v = { name: m.name("v"), kind: "int", isConst: true } as const;
    return bool`${L(m, p, d)}.${m.pick(["some", "every"])}((${v.name}) => ${B(m, inside(p, [v]), d)})`;
  },
];

const intsWays: readonly Way[] = [
  (m, p, d) => ints`[${N(m, p, d)}, ${N(m, p, d)}]`,
  (m, p, d) => ints`[...${L(m, p, d)}, ${N(m, p, d)}]`,
  (m, p, d) => ints`[${N(m, p, d)}, ...${L(m, p, d)}]`,
  (m, p, d) => {
    const v = { name: m.name("v"), kind: "int", isConst: true } as const;
    const i = { name: m.name("i"), kind: "int", isConst: true } as const;
    const two = m.chance(1, 3);
    const body = N(m, inside(p, two ? [v, i] : [v]), d);
    return ints`${L(m, p, d)}.map((${v.name}${two ? `, ${i.name}` : ""}) => whole(${body}))`;
  },
  (m, p, d) => {
    const v = { name: m.name("v"), kind: "int", isConst: true } as const;
    return ints`${L(m, p, d)}.filter((${v.name}) => ${B(m, inside(p, [v]), d)})`;
  },
  (m, p, d) => ints`${L(m, p, d)}.slice(${N(m, p, d)})`,
  (m, p, d) => ints`${L(m, p, d)}.concat(${L(m, p, d)})`,
  (m, p, d) =>
    ints`[...${L(m, p, d)}].${m.pick(["reverse()", "sort()", "sort((a, b) => a - b)", "sort((a, b) => b - a)"])}`,
  (m, p, d) =>
    ints`Array.from({ length: ${m.below(4)} }, (_, at) => at * ${N(m, inside(p, []), d)} + 0)`,
  (m, p, d) => ints`(${B(m, p, d)} ? ${L(m, p, d)} : ${L(m, p, d)})`,
  (m, p, d) => ints`[...new Set(${L(m, p, d)})]`,
  (m, p, d) => {
    const generators = m.callables.filter((c) => c.isGenerator && !c.isAsync);
    if (generators.length === 0) return undefined;
    const callable = m.pick(generators);
    return ints`[...${callable.name}(${joined(callable.takes.map((k) => E(k as ValueKind)(m, p, d)))})]`;
  },
];

const ways: Readonly<Record<ValueKind, readonly Way[]>> = {
  int: intWays,
  float: floatWays,
  text: textWays,
  bool: boolWays,
  ints: intsWays,
  maybe: [
    (m, p, d) => maybe`maybe(${N(m, p, d)})`,
    (m, p, d) => maybe`${L(m, p, d)}[${N(m, p, d)}]`,
    (m, p, d) => maybe`${L(m, p, d)}.at(${N(m, p, d)})`,
    (m, p, d) => maybe`(${B(m, p, d)} ? ${N(m, p, d)} : (undefined as number | undefined))`,
  ],
  point: [
    (m, p, d) => point`{ x: ${N(m, p, d)}, y: ${N(m, p, d)} }`,
    (m, p, d) => point`{ ...${O(m, p, d)}, x: ${N(m, p, d)} }`,
    (m, p, d) => point`{ y: ${N(m, p, d)}, x: ${N(m, p, d)} }`,
  ],
  callback: [
    (m, p, d) => {
      const v = { name: m.name("v"), kind: "int", isConst: false } as const;
      return piece("callback")`(${v.name}: number): number => ${N(m, inside(p, [v]), d)}`;
    },
  ],
};

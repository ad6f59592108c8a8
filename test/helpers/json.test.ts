import fc from "fast-check";
import { type Case, sameAsNode } from "./sameAsNode.ts";
import { py } from "./values.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A JSON value as the Python that JSON.parse would have made of it. */
function python(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([name, item]) => `(${py(name)}, ${python(item)})`);
    return `Obj([${pairs.join(", ")}])`;
  }
  return py(value);
}

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    "é",
    "名前",
    "\u0001\u001f\u007f",
    'a"b\\c/',
    "\n\t\r\b\f",
    "\u2028",
    "12",
    "7",
    "__proto__",
  ),
);

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, false),
    fc.maxSafeInteger(),
    fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 100),
    fc.constantFrom(1e21, 1e-7, -0, 2 ** 53, 1.5e300, 5e-324),
    text,
    fc.array(tie("json"), { maxLength: 5 }),
    fc.dictionary(text, tie("json"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const samples = fc.sample(json, { numRuns: 1200, seed: 5 });

sameAsNode("JSON.stringify", {
  helpers: ["json_stringify", "Obj"],
  cases: samples.flatMap((value): Case[] => [
    { python: `json_stringify(${python(value)}, "null")`, node: () => JSON.stringify(value) },
    {
      python: `json_stringify(${python(value)}, "null", 2)`,
      node: () => JSON.stringify(value, null, 2),
    },
  ]),
});

sameAsNode("JSON.stringify with a list of names, and with a function", {
  helpers: ["json_stringify", "Obj"],
  cases: samples.slice(0, 200).flatMap((value): Case[] => [
    {
      python: `json_stringify(Obj([("a", ${python(value)}), ("b", 1)]), "null", "-", None, ["b", "a"])`,
      node: () => JSON.stringify({ a: value, b: 1 }, ["b", "a"], "-"),
    },
    {
      python: `json_stringify(${python(value)}, "null", None, lambda k, v: "x" if type(v) is int else v)`,
      node: () =>
        JSON.stringify(value, (_, v) => (Number.isSafeInteger(v) && !Object.is(v, -0) ? "x" : v)),
    },
  ]),
});

sameAsNode("JSON.parse", {
  helpers: ["json_parse", "json_stringify", "Obj"],
  cases: samples.flatMap((value): Case[] => {
    const texts = [JSON.stringify(value), JSON.stringify(value, null, "\t")];
    return texts.map((text) => ({
      python: `json_stringify(json_parse(${py(text)}), "null any")`,
      node: () => JSON.stringify(JSON.parse(text)),
    }));
  }),
});

const setup = `
def message(text):
    try:
        return json_stringify(json_parse(text), "null any")
    except SyntaxError as error:
        return str(error)
`;

/** JSON text with one character changed, left out or put in. */
const broken = samples.slice(0, 700).map((value, i) => {
  const text = JSON.stringify(value) ?? "null";
  const at = (i * 7919) % (text.length + 1);
  const inserted = ['"', "{", "]", ",", ":", "x", "1", "\\", "\n", "-", ".", ""][i % 12]!;
  return text.slice(0, at) + inserted + text.slice(at + (i % 2));
});

const words = [
  [
    "",
    " ",
    "{",
    "{a",
    '{"a"',
    '{"a" 1}',
    '{"a":',
    '{"a":1,}',
    "[",
    "[1,",
    "[1,]",
    "[1 2]",
    "nul",
    "truex",
  ],
  [
    '"abc',
    '"a\nb"',
    '"\\x"',
    '"\\u12"',
    "01",
    "-",
    "1.",
    "1e+",
    "+1",
    ".5",
    "'a'",
    "undefined",
    "NaN",
  ],
  ["-01", '"\\ud83d\\ude00"', "1e400", "-0", "12345678901234567890", "\u00a01", '"é" x'],
  ['{"a":1,"b":2,"a":3}', '{"__proto__":1}', '{"2":0,"1":0}', "x".repeat(60)],
].flat();

sameAsNode("JSON.parse of what is hardly JSON", {
  helpers: ["json_parse", "json_stringify"],
  setup,
  cases: [...words, ...broken].map((text) => ({
    python: `message(${py(text)})`,
    node: () => {
      try {
        return JSON.stringify(JSON.parse(text));
      } catch (error) {
        return (error as Error).message;
      }
    },
  })),
});

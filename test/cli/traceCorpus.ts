/**
 * A program of a thousand statements of every kind, each of which fails in its turn, and the line of
 * each. It prints a thousand tracebacks in one run.
 */
export function traceCorpus(functions = 50): { readonly text: string; readonly at: number[] } {
  const lines = head.trim().split("\n");
  const at: number[] = [];
  for (let n = 0; n < functions; n++) {
    for (const line of body.trim().split("\n")) {
      const statement = line.replace("N()", `fail(${at.length})`);
      if (statement !== line) at.push(lines.length + 1);
      lines.push(statement.replace("PART", `part${n}`));
    }
  }
  const names = Array.from({ length: functions }, (_, n) => `part${n}`).join(", ");
  lines.push(`const parts = [${names}];`, ...tail(at.length, at.length / functions));
  return { text: `${lines.join("\n")}\n`, at };
}

const head = `
import { print_exception } from "sys";
let failing = -1;
function fail(n: number): number {
  if (n === failing) throw new Error(\`at \${n}\`);
  return n;
}
class Box {
  value = 0;
  set(value: number): void { this.value = value; }
}
const table: { [key: string]: number } = { a: 1 };
`;

/** Each line with `N()` is a statement that may fail. */
const body = `
function PART(): number {
  const a = N();
  let b = a + N();
  b += N();
  if (N() >= 0) {
    b -= N() % 7;
  }
  for (const item of [1, 2]) {
    b += item + N();
  }
  const box = new Box();
  box.value = N();
  box.set(N());
  const list = [1, N(), 3];
  const text = \`v \${N()}\`;
  const choice = text.length > 2 ? N() : 0;
  try {
    b += N();
  } finally {
    b += choice;
  }
  switch (a >= 0) {
    case true:
      b += N();
      break;
    default:
      break;
  }
  const add = (value: number): number => {
    return value + N();
  };
  table["k" + N()] = add(1);
  const { value } = { value: N() };
  const [first, second] = [N(), 2];
  const mapped = list.map((item) => {
    return item * 2 + N();
  });
  while (b > 0) {
    b = -N() - 1;
  }
  return mapped.length + value + first + second + N();
}
`;

const tail = (statements: number, perPart: number): string[] => [
  `for (let n = 0; n < ${statements}; n++) {`,
  "  failing = n;",
  "  try {",
  `    parts[Math.floor(n / ${perPart})]();`,
  "  } catch (error) {",
  "    print_exception(error as Error);",
  "  }",
  "}",
];

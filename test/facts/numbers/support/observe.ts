import { ts } from "ts-morph";
import { isWritten } from "../../../../compiler/facts/bindings.ts";
import { isInt, type NumberFact } from "../../../../compiler/facts/numberFacts.ts";
import { instrumented } from "./instrument.ts";
import { type Analyzed, analyzed } from "./program.ts";

/** A program that runs longer is cut off; what was seen until then counts. */
const mostTicks = 100_000;

/** Ends a run: it takes too long, or does what a board would not, such as reading past the end. */
class Stop extends Error {}

/** Runs a program in Node and returns every observation that contradicts a fact. */
export function contradictions(text: string, after = ""): readonly string[] {
  return [...observed(text, after)];
}

/** As `contradictions`, of programs that go on when their module body has ended. */
export async function laterContradictions(text: string): Promise<readonly string[]> {
  const found = observed(text, "", { isAsync: true });
  await new Promise((resolve) => setTimeout(resolve, 30));
  return [...found];
}

/** What was found so far; more may come while timers and promises of the program are pending. */
function observed(
  text: string,
  after: string,
  settings: { readonly isAsync?: boolean } = {},
): Iterable<string> {
  const program = analyzed(text);
  const { script, nodes } = instrumented(program);
  const found = new Map<string, string>();
  const report = (node: ts.Node, message: string) => {
    const { line } = program.main.getLineAndCharacterOfPosition(node.getStart());
    const place = `${line + 1}: ${node.getText()}`;
    if (!found.has(place)) found.set(place, `${place}: ${message}`);
  };
  const names = { ...probes(program, nodes, report), print: () => {}, require: () => ({}) };
  if (settings.isAsync) runLater(script, names);
  else run(script + after, names);
  return { [Symbol.iterator]: () => found.values() };
}

/** `xs[i] = v` may extend the array; `xs[i] += v` reads first. */
function isOnlyWritten(node: ts.ElementAccessExpression): boolean {
  const { parent } = node;
  const isCompound =
    ts.isPrefixUnaryExpression(parent) ||
    ts.isPostfixUnaryExpression(parent) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken);
  return isWritten(node) && !isCompound;
}

type Report = (node: ts.Node, message: string) => void;

/** The functions that an instrumented program calls. */
function probes(
  { facts }: Analyzed,
  nodes: readonly ts.Node[],
  report: Report,
): Record<string, unknown> {
  const lists: unknown[] = [];
  const turns = new Map<number, Turn>();
  let ticks = 0;
  return {
    __tick: () => {
      if (++ticks > mostTicks) throw new Stop();
    },
    __value: (n: number, value: unknown) => {
      if (++ticks > mostTicks) throw new Stop();
      const node = nodes[n] as ts.Expression;
      if (typeof value !== "number") throw new Stop();
      const fact = facts.of(node);
      const problem = disagreement(fact, value);
      if (problem) report(node, problem);
      // Beyond 2 ** 53 ints are exact on a board, and doubles in Node.
      if (fact.int && Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Stop();
      return value;
    },
    __list: (_n: number, list: unknown) => {
      lists.push(list);
      return list;
    },
    __index: (n: number, index: unknown) => {
      const list = lists.pop() as ArrayLike<unknown>;
      const node = nodes[n] as ts.ElementAccessExpression;
      checkIndex(facts.indexProof(node), index, list, (message) => report(node, message));
      // Out of range or a place that was never written: a board raises an error.
      const isThere = typeof index === "number" && list[index] !== undefined;
      if (!isThere && !isOnlyWritten(node)) throw new Stop();
      return index;
    },
    __start: (n: number, value: unknown) => {
      turns.delete(n);
      return value;
    },
    __turn: (n: number, value: number, bound: unknown, step: unknown) => {
      const before = turns.get(n);
      const isNext = before !== undefined && value === before.value + Number(before.step);
      if (isNext && (before.bound !== bound || before.step !== step)) {
        report(nodes[n]!, `bound or step changed: ${before.bound} ${bound}`);
      }
      turns.set(n, { value, bound, step });
    },
  };
}

interface Turn {
  readonly value: number;
  readonly bound: unknown;
  readonly step: unknown;
}

function checkIndex(
  proof: string,
  index: unknown,
  list: ArrayLike<unknown>,
  report: (message: string) => void,
): void {
  if (proof === "unknown") return;
  if (typeof index !== "number" || !Number.isInteger(index) || index < 0) {
    report(`index ${String(index)} is ${proof}`);
  } else if (proof === "inBounds" && index >= list.length) {
    report(`index ${index} of ${list.length} is ${proof}`);
  }
}

/** How a value contradicts a fact. Beyond 2 ** 53 ints differ by design. */
function disagreement(fact: NumberFact, value: number): string | undefined {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER && fact.int) return undefined;
  const says = describe(fact);
  if (Number.isNaN(value)) return fact.nan ? undefined : `NaN, not ${says}`;
  if (value < fact.lo || value > fact.hi) return `${value} outside of ${says}`;
  if (isInt(fact) && !Number.isInteger(value)) return `${value} is no int, not ${says}`;
  if (Object.is(value, -0) && !fact.negativeZero) return `-0, not ${says}`;
  if (!Number.isFinite(value) && !fact.infinite) return `${value}, not ${says}`;
  return undefined;
}

function describe(fact: NumberFact): string {
  const kinds = Object.entries(fact).filter(([, value]) => value === true);
  return `${kinds.map(([kind]) => kind).join(" ")} ${fact.lo}..${fact.hi}`;
}

/** Runs a script with these names defined, until it ends or has used up its ticks. */
function run(script: string, names: Readonly<Record<string, unknown>>): void {
  const make = new Function(...Object.keys(globals(names)), script);
  try {
    make(...Object.values(globals(names)));
  } catch (thrown) {
    if (thrown instanceof Stop || String(thrown) === "Error: stop") return;
    if (thrown instanceof RangeError) return;
    throw new Error(`${String(thrown)} in\n${script}`);
  }
}

/** As `run`, with `await` at the top; what the script throws is its own affair. */
function runLater(script: string, names: Readonly<Record<string, unknown>>): void {
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;
  const make = new AsyncFunction(...Object.keys(globals(names)), script);
  (make(...Object.values(globals(names))) as Promise<void>).catch(() => {});
}

function globals(names: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const silent = {
    log: () => {},
    info: () => {},
    warn: () => {},
    error: () => {},
    debug: () => {},
  };
  return { ...names, exports: {}, module: { exports: {} }, console: silent };
}

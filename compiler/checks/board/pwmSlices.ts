import { ts } from "ts-morph";
import { twoFrequencies } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import { ValueFlow } from "../../facts/contexts/valueFlow.ts";
import type { Facts } from "../../facts/facts.ts";
import { skipWrappers } from "../../facts/syntax.ts";

/** A PWM output whose pin and frequency are both known. */
interface Output {
  readonly node: ts.Node;
  readonly slice: number;
  readonly frequency: number;
}

/** Two channels share a slice, and the slice has one counter: setting one frequency changes the other. */
export function checkPwmSlices(
  facts: Facts,
  target: { readonly isPyboard: boolean },
  report: (node: ts.Node, problem: Problem) => void,
): void {
  const calls = target.isPyboard ? [] : facts.sourceFiles.flatMap(callsIn);
  const named = calls.map((node) => ({ node, name: boardNameOf(facts.checker, node.expression) }));
  if (!named.some(({ name }) => name === "machine.PWM")) return;
  const values = new ValueFlow(facts.checker, facts.sourceFiles);
  const seen: Output[] = [];
  for (const { node, name } of named) {
    if (name !== "machine.PWM") continue;
    const output = outputOf(node);
    if (!output) continue;
    const other = seen.find(
      ({ slice, frequency }) => slice === output.slice && frequency !== output.frequency,
    );
    if (other) report(node, twoFrequencies(output.slice, hertz(output), hertz(other)));
    seen.push(output);
  }

  function outputOf(made: ts.CallExpression | ts.NewExpression): Output | undefined {
    const numbers = pinNumbers(made.arguments![0]!);
    const [pin] = numbers;
    const frequencies = new Set(
      [optionOf(made), ...laterFrequencies(made)].filter((f) => f !== null),
    );
    const [frequency] = frequencies;
    if (numbers.size !== 1 || pin === undefined || frequencies.size !== 1) return undefined;
    return frequency === undefined ? undefined : { node: made, slice: (pin >> 1) & 7, frequency };
  }

  /** `15`, `"GP15"`, `Pin.board.GP15`, or the pins that a variable may hold. */
  function pinNumbers(pin: ts.Expression): ReadonlySet<number | undefined> {
    const written = numberOfId(facts.checker.getTypeAtLocation(pin));
    if (written !== undefined) return new Set([written]);
    return new Set([...values.objectsOf(pin)].map(pinNumber));
  }

  /** `new Pin(15)`, `new Pin("GP15")` */
  function pinNumber(node: ts.Node): number | undefined {
    const [id] = ts.isNewExpression(node) ? (node.arguments ?? []) : [];
    return id && numberOfId(facts.checker.getTypeAtLocation(id));
  }

  /** The number that the type of a pin, or of what stands for one, carries. */
  function numberOfId(type: ts.Type): number | undefined {
    const [id] = facts.checker.getTypeArguments(type as ts.TypeReference);
    if (id && type.symbol?.name === "Pin") return numberOfId(id);
    if (type.isNumberLiteral()) return type.value;
    const number = type.isStringLiteral() && /^GP(?:IO)?(\d+)$/.exec(type.value)?.[1];
    return number ? Number(number) : undefined;
  }

  /** `{ freq: 1000 }`; null where the call gives none, undefined where it is not known. */
  function optionOf(made: ts.CallExpression | ts.NewExpression): number | null | undefined {
    const options = made.arguments!.map(skipWrappers).find(ts.isObjectLiteralExpression);
    const freq = options?.properties.find((property) => property.name?.getText() === "freq");
    if (!freq) return null;
    return ts.isPropertyAssignment(freq) ? numberOf(freq.initializer) : undefined;
  }

  /** `pwm.freq(1000)` of the same object. */
  function laterFrequencies(made: ts.Node): readonly (number | undefined)[] {
    return named.flatMap(({ node, name }) => {
      const callee = skipWrappers(node.expression);
      const [frequency] = node.arguments ?? [];
      if (name !== "machine.PWM.freq" || !frequency) return [];
      if (!ts.isPropertyAccessExpression(callee)) return [];
      return values.objectsOf(callee.expression).has(made) ? [numberOf(frequency)] : [];
    });
  }

  function numberOf(node: ts.Expression): number | undefined {
    const type = facts.checker.getTypeAtLocation(node);
    return type.isNumberLiteral() ? type.value : undefined;
  }
}

function hertz({ frequency }: Output): string {
  return `${frequency} Hz`;
}

function callsIn(file: ts.SourceFile): readonly (ts.CallExpression | ts.NewExpression)[] {
  const found: (ts.CallExpression | ts.NewExpression)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

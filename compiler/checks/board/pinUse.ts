import { ts } from "ts-morph";
import { notForThisPin } from "../../diagnostics/catalogue/types.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { boardNameOf } from "../../facts/contexts/boardNames.ts";
import type { Facts } from "../../facts/facts.ts";

type Call = ts.CallExpression | ts.NewExpression;

/** Each bus that the program drives itself, with the lines that its constructor takes by position. */
const softBuses: Readonly<Record<string, readonly string[]>> = {
  "machine.SoftI2C": ["scl", "sda"],
  "machine.SoftSPI": [],
};

/**
 * What the type of a pin does not say: the radio chip's pins have no pull resistors, no open drain and
 * no other functions; two lines of one bus cannot be one pin.
 */
export function checkPinUse(
  { checker, sourceFiles }: Facts,
  report: (node: ts.Node, problem: Problem) => void,
): void {
  for (const file of sourceFiles) {
    if (file.text.includes("machine")) visit(file);
  }

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) check(node);
    ts.forEachChild(node, visit);
  }

  function check(call: Call): void {
    const name = boardNameOf(checker, call.expression) ?? "";
    const [first, ...rest] = call.arguments ?? [];
    if (name === "machine.Pin" && first) checkRadioPin(pinOf(call), rest);
    else if (name === "machine.Pin.init" && ts.isPropertyAccessExpression(call.expression)) {
      checkRadioPin(pinOf(call.expression.expression), call.arguments ?? []);
    } else if (softBuses[name]) checkLines(call, softBuses[name]);
  }

  function checkRadioPin(pin: Id | undefined, settings: readonly ts.Expression[]): void {
    if (typeof pin !== "string") return;
    const written = settings.flatMap((setting) =>
      ts.isObjectLiteralExpression(setting)
        ? setting.properties.flatMap((one) => (ts.isPropertyAssignment(one) ? one.initializer : []))
        : [setting],
    );
    for (const setting of written) {
      const what = chipPinSettings[boardNameOf(checker, setting) ?? ""];
      if (what)
        report(setting, notForThisPin(`"${pin}" is a pin of the radio chip and has no ${what}`));
    }
  }

  function checkLines(call: Call, byPosition: readonly string[]): void {
    const seen = new Map<Id, string>();
    for (const [line, value] of linesOf(call, byPosition)) {
      const pin = pinOf(value);
      const other = pin === undefined ? undefined : seen.get(pin);
      if (pin === undefined) continue;
      if (other) report(value, notForThisPin(`${line} and ${other} are the same pin, GPIO ${pin}`));
      else seen.set(pin, line);
    }
  }

  /** The number of a pin of the chip, the name of one of the radio chip; undefined where it is not known. */
  function pinOf(written: ts.Expression): Id | undefined {
    return idOf(checker.getTypeAtLocation(written));
  }

  function idOf(type: ts.Type): Id | undefined {
    const [id] = checker.getTypeArguments(type as ts.TypeReference);
    if (id && type.symbol?.name === "Pin") return idOf(id);
    if (type.isNumberLiteral()) return type.value;
    if (!type.isStringLiteral()) return undefined;
    const number = /^GP(?:IO)?(\d+)$/.exec(type.value)?.[1];
    if (number !== undefined) return Number(number);
    return radioPin.test(type.value) ? type.value : undefined;
  }
}

type Id = number | string;

/** On a board without a radio chip "LED" is GPIO 25: the type of the pin has its number. */
const radioPin = /^(LED|WL_GPIO\d)$/;

const chipPinSettings: Readonly<Record<string, string>> = {
  "machine.PinConstructor.PULL_UP": "pull resistor",
  "machine.PinConstructor.PULL_DOWN": "pull resistor",
  "machine.PinConstructor.OPEN_DRAIN": "open drain",
  "machine.PinConstructor.ALT": "other functions",
};

function linesOf(call: Call, byPosition: readonly string[]): [string, ts.Expression][] {
  return (call.arguments ?? []).flatMap((argument, at): [string, ts.Expression][] => {
    const line = byPosition[at];
    if (line && !ts.isObjectLiteralExpression(argument)) return [[line, argument]];
    if (!ts.isObjectLiteralExpression(argument)) return [];
    return argument.properties.flatMap((one): [string, ts.Expression][] =>
      ts.isPropertyAssignment(one) && /^(scl|sda|sck|mosi|miso)$/.test(one.name.getText())
        ? [[one.name.getText(), one.initializer]]
        : [],
    );
  });
}

import ts from "typescript";
import { describe, expect, test } from "vitest";
import { mainFile, StubService } from "./support/stubProgram.ts";

/** What the compiler reads off the types: see docs/types.md. */

const service = new StubService();

function resolved(text: string): {
  checker: ts.TypeChecker;
  call: ts.CallExpression | ts.NewExpression;
} {
  service.text = text;
  const checker = service.program.getTypeChecker();
  const source = service.program.getSourceFile(mainFile)!;
  const last = source.statements.at(-1) as ts.ExpressionStatement;
  return { checker, call: last.expression as ts.CallExpression | ts.NewExpression };
}

/** The type of the parameter that the last argument of the last statement goes to. */
function lastParameter(text: string): ts.Type {
  const { checker, call } = resolved(text);
  const signature = checker.getResolvedSignature(call)!;
  const index = call.arguments!.length - 1;
  const parameter = signature.parameters[Math.min(index, signature.parameters.length - 1)]!;
  const type = checker.getTypeOfSymbolAtLocation(parameter, call);
  if (!checker.isTupleType(type)) return type;
  const elements = checker.getTypeArguments(type as ts.TypeReference);
  return elements.at(-1)!;
}

function aliases(type: ts.Type): (string | undefined)[] {
  const members = type.isUnion() ? type.types : [type];
  return [type, ...members].map((member) => member.aliasSymbol?.name);
}

describe("keyword arguments have the type Keywords", () => {
  test.each([
    [`new Timer(-1, { freq: 1 })`, "machine"],
    [`new Timer(-1, { period: 1, hard: true, callback: () => {} })`, "machine"],
    [`new Timer({ period: 1 })`, "machine"],
    [`new Pin(1, Pin.OUT, { value: 1 })`, "machine"],
    [`new Pin(1, { mode: Pin.OUT })`, "machine"],
    [`new Pin(1).irq({ handler: () => {} })`, "machine"],
    [`new UART(0, 9600, { tx: 0 })`, "machine"],
    [`new I2C(0, { scl: 1 })`, "machine"],
    [`new SPI(0, { baudrate: 1 })`, "machine"],
    [`new WDT({ timeout: 1 })`, "machine"],
    [`new ThreadSafeQueue<number>(3).put_sync(1, { block: true })`, "threadsafe"],
    [`new ThreadSafeQueue<number>(3).get_sync({ block: true })`, "threadsafe"],
    [`gather(Promise.resolve(1), { return_exceptions: true })`, "asyncio"],
    [`gather(...[Promise.resolve(1)], { return_exceptions: true })`, "asyncio"],
    [`start_server(async () => {}, "", 1, { backlog: 1 })`, "asyncio"],
    [`get("", { timeout: 1 })`, "requests"],
    [`asm_pio({ autopull: true }, (p) => {}); print("a", { end: "" })`, "rp2"],
    [`new AppWorker({ period_ms: 1 })`, "apploop"],
    [`new Cancellable(async () => 1, 2, { group: 1 })`, "asyn"],
  ])("%s", (code, module) => {
    const names = exportedNames(module).join(", ");
    const type = lastParameter(`import { ${names} } from "${module}";\n${code};`);
    expect(aliases(type)).toContain("Keywords");
  });

  test.each([`print({ end: 1, x: 2 })`, `print("a", { b: 1 })`, `print("a", "b")`])(
    "not in %s",
    (code) => expect(aliases(lastParameter(`${code};`))).not.toContain("Keywords"),
  );
});

describe("callbacks say in which context they run", () => {
  test.each([
    ["hard-isr", "machine", `new Timer(-1, { freq: 1, hard: true, callback: (t) => {} })`],
    ["soft-isr", "machine", `new Timer(-1, { freq: 1, callback: (t) => {} })`],
    ["soft-isr", "machine", `new Timer(-1, { freq: 1, callback: (t) => {}, hard: false })`],
    ["soft-isr", "machine", `new Pin(1).irq((t) => {}, 4)`],
    ["soft-isr", "machine", `new Pin(1).irq({ handler: (t) => {} })`],
    ["hard-isr", "machine", `new Pin(1).irq({ handler: (t) => {}, hard: true })`],
    ["hard-isr", "machine", `new Pin(1).irq((t) => {}, 4, { hard: true })`],
    ["hard-isr", "pyb", `new Timer(4, { freq: 1, callback: (t) => {} })`],
    ["hard-isr", "pyb", `new Switch("GP1").callback(() => {})`],
    ["hard-isr", "pyb", `new ExtInt("GP1", 1, Pin.PULL_UP, (line) => {})`],
    ["thread", "_thread", `start_new_thread((n: number) => {}, [1])`],
    ["thread", "threadsafe", `unblock((n: number) => {}, 1)`],
    ["thread", "apploop", `new AppWorker().set_external_func((w) => {})`],
    ["soft-isr", "micropython", `schedule((n) => {}, 1)`],
    ["task", "asyncio", `start_server((r, w) => {}, "", 1)`],
    ["task", "primitives", `new Delay_ms((n: number) => {}, [1])`],
    ["soft-isr", "bluetooth", `new BLE().irq((event, data) => {})`],
  ])("%s in %s: %s", (context, module, code) => {
    const names = exportedNames(module).join(", ");
    const { checker, call } = resolved(`import { ${names} } from "${module}";\n${code};`);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isArrowFunction(node)) {
        const type = checker.getContextualType(node);
        const mark =
          type && checker.getPropertyOfType(checker.getNonNullableType(type), "__context");
        if (mark)
          found.push(
            checker.typeToString(checker.getNonNullableType(checker.getTypeOfSymbol(mark))),
          );
      }
      ts.forEachChild(node, visit);
    };
    visit(call);
    expect(found).toEqual([`"${context}"`]);
  });
});

describe("promises about numbers", () => {
  test.each(["int", "float", "u8", "i8", "u16", "i16", "u32", "i32"])(
    "%s keeps its name",
    (name) => {
      service.text = `function f(n: ${name}): ${name} { return n + 1; } f(3);`;
      const source = service.program.getSourceFile(mainFile)!;
      const declaration = source.statements[0] as ts.FunctionDeclaration;
      const type = service.program.getTypeChecker().getTypeAtLocation(declaration.parameters[0]!);
      expect(type.aliasSymbol?.name).toBe(name);
      expect(service.service.getSemanticDiagnostics(mainFile)).toEqual([]);
    },
  );
});

function exportedNames(module: string): string[] {
  service.text = `import * as it from "${module}";`;
  const checker = service.program.getTypeChecker();
  const source = service.program.getSourceFile(mainFile)!;
  const { moduleSpecifier } = source.statements[0] as ts.ImportDeclaration;
  return checker
    .getExportsOfModule(checker.getSymbolAtLocation(moduleSpecifier)!)
    .map(({ name }) => name)
    .filter((name) => name !== "const" && name !== "delete" && name !== "Event");
}

describe("names that came later say so", () => {
  test.each([
    ["machine", "I2CTarget", "1.26"],
    ["machine", "USBDevice", "1.23"],
    ["micropython", "RingIO", "1.24"],
    ["rp2", "DMA", "1.22"],
    ["tls", "SSLContext", "1.23"],
    ["vfs", "mount", "1.23"],
    ["deflate", "DeflateIO", "1.21"],
  ])("%s.%s since %s", (module, name, version) => {
    service.text = `import { ${name} } from "${module}"; ${name};`;
    const checker = service.program.getTypeChecker();
    const source = service.program.getSourceFile(mainFile)!;
    const used = (source.statements[1] as ts.ExpressionStatement).expression;
    const symbol = checker.getAliasedSymbol(checker.getSymbolAtLocation(used)!);
    const tag = symbol.getJsDocTags(checker).find((each) => each.name === "since");
    expect(ts.displayPartsToString(tag?.text)).toBe(version);
  });
});

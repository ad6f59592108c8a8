import type * as ast from "./ast.ts";
import {
  printElements,
  printExpression,
  printOperand,
  printParameters,
  printTarget,
} from "./printExpression.ts";
import { lineWidth, wrapLine } from "./wrapLine.ts";

/** Which TypeScript place a Python line comes from, and inside which function it is. */
export interface LineOrigin {
  /** 1-based line of the Python text. */
  readonly line: number;
  readonly origin: ast.Origin;
  /** The TypeScript name of the enclosing function; undefined on module level. */
  readonly functionName: string | undefined;
}

export interface PrintedModule {
  readonly text: string;
  readonly lines: readonly LineOrigin[];
}

/**
 * Prints a module: four spaces, one statement per line, as MicroPython wants it. `definitions` are
 * Python texts that go after its imports.
 */
export function printModule(
  module: ast.Module,
  definitions: readonly string[] = [],
): PrintedModule {
  const printer = new Printer();
  printer.module(module.body, definitions);
  return { text: printer.text(), lines: printer.lines };
}

class Printer {
  readonly lines: LineOrigin[] = [];
  #out: string[] = [];
  #indent = 0;
  #functions: string[] = [];
  #origin: ast.Origin | undefined;

  text(): string {
    return this.#out.length === 0 ? "" : `${this.#out.join("\n")}\n`;
  }

  /** Top-level functions and classes are set apart by blank lines, as Python authors do. */
  module(body: readonly ast.Statement[], definitions: readonly string[]): void {
    const first = body.findIndex((statement) => !isImport(statement));
    const start = first < 0 ? body.length : first;
    this.#statements(body.slice(0, start));
    for (const text of definitions) this.#definition(text);
    if (definitions.length > 0 && start < body.length) this.#out.push("", "");
    else if (start > 0 && start < body.length) {
      const blanks = blankLinesBetween(body[start - 1]!, body[start]!);
      for (let i = 0; i < blanks; i++) this.#out.push("");
    }
    this.#statements(body.slice(start));
  }

  #definition(text: string): void {
    if (this.#out.length > 0) this.#out.push("", "");
    this.#out.push(...text.split("\n"));
  }

  #statements(body: readonly ast.Statement[]): void {
    let previous: ast.Statement | undefined;
    for (const statement of body) {
      const blanks = previous ? blankLinesBetween(previous, statement) : 0;
      for (let i = 0; i < blanks; i++) this.#out.push("");
      this.#statement(statement);
      previous = statement;
    }
  }

  #write(text: string): void {
    const indentation = "    ".repeat(this.#indent);
    for (const line of wrapLine(text, lineWidth - indentation.length))
      this.#line(indentation + line);
  }

  #line(text: string): void {
    this.#out.push(text);
    if (this.#origin) {
      this.lines.push({
        line: this.#out.length,
        origin: this.#origin,
        functionName: this.#functions.at(-1),
      });
    }
  }

  #block(body: readonly ast.Statement[]): void {
    this.#indent++;
    const saved = this.#origin;
    if (!body.some((s) => s.kind !== "comment")) this.#write("pass");
    for (const statement of body) this.#statement(statement);
    this.#origin = saved;
    this.#indent--;
  }

  #statement(node: ast.Statement): void {
    const saved = this.#origin;
    if (node.origin) this.#origin = node.origin;
    switch (node.kind) {
      case "functionDef":
        this.#functionDef(node);
        break;
      case "classDef":
        this.#classDef(node);
        break;
      case "forIn":
        this.#write(
          `${node.async ? "async " : ""}for ${printTarget(node.target)} in ${printOperand(node.iterable)}:`,
        );
        this.#block(node.body);
        this.#else(node.orelse);
        break;
      case "while":
        this.#write(`while ${printExpression(node.test)}:`);
        this.#block(node.body);
        this.#else(node.orelse);
        break;
      case "if":
        this.#if(node, "if");
        break;
      case "with":
        this.#with(node);
        break;
      case "try":
        this.#try(node);
        break;
      default:
        this.#write(printSimple(node));
    }
    this.#origin = saved;
  }

  #else(body: readonly ast.Statement[]): void {
    if (body.length === 0) return;
    this.#write("else:");
    this.#block(body);
  }

  #if(node: ast.If, word: "if" | "elif"): void {
    if (node.origin) this.#origin = node.origin;
    this.#write(`${word} ${printExpression(node.test)}:`);
    this.#block(node.body);
    const only = node.orelse[0];
    if (node.orelse.length === 1 && only?.kind === "if") this.#if(only, "elif");
    else this.#else(node.orelse);
  }

  #with(node: ast.With): void {
    const items = node.items.map(({ context, target }) => {
      const text = printOperand(context);
      return target ? `${text} as ${printTarget(target)}` : text;
    });
    this.#write(`${node.async ? "async " : ""}with ${items.join(", ")}:`);
    this.#block(node.body);
  }

  #try(node: ast.Try): void {
    this.#write("try:");
    this.#block(node.body);
    for (const handler of node.handlers) {
      const type = handler.type ? ` ${printExpression(handler.type)}` : "";
      this.#write(`except${type}${handler.name ? ` as ${handler.name}` : ""}:`);
      this.#block(handler.body);
    }
    this.#else(node.orelse);
    if (node.finalbody.length > 0) {
      this.#write("finally:");
      this.#block(node.finalbody);
    }
  }

  #functionDef(node: ast.FunctionDef): void {
    for (const decorator of node.decorators) this.#write(`@${printExpression(decorator)}`);
    const word = node.async ? "async def" : "def";
    this.#write(`${word} ${node.name}(${printParameters(node.parameters)}):`);
    this.#functions.push(node.displayName ?? node.name);
    this.#block(node.body);
    this.#functions.pop();
  }

  #classDef(node: ast.ClassDef): void {
    for (const decorator of node.decorators) this.#write(`@${printExpression(decorator)}`);
    const bases = node.bases.length > 0 ? `(${printElements(node.bases)})` : "";
    this.#write(`class ${node.name}${bases}:`);
    this.#indent++;
    if (!node.body.some((s) => s.kind !== "comment")) this.#write("pass");
    let previous: ast.Statement | undefined;
    for (const member of node.body) {
      if (previous && (isDefinition(previous) || isDefinition(member))) this.#out.push("");
      this.#statement(member);
      previous = member;
    }
    this.#indent--;
  }
}

function isDefinition(node: ast.Statement): boolean {
  return node.kind === "functionDef" || node.kind === "classDef";
}

function isImport(node: ast.Statement): boolean {
  return node.kind === "import" || node.kind === "importFrom";
}

function blankLinesBetween(before: ast.Statement, after: ast.Statement): number {
  if (before.kind === "comment") return 0;
  if (isDefinition(before) || isDefinition(after)) return 2;
  return isImport(before) !== isImport(after) ? 1 : 0;
}

type SimpleStatement = Exclude<
  ast.Statement,
  ast.FunctionDef | ast.ClassDef | ast.ForIn | ast.While | ast.If | ast.With | ast.Try
>;

/** A statement that fits one line. */
function printSimple(node: SimpleStatement): string {
  switch (node.kind) {
    case "expression":
      return printWithoutWalrus(node.value);
    case "assign":
      return `${node.targets.map(printTarget).join(" = ")} = ${printRight(node.value)}`;
    case "augAssign":
      return `${printTarget(node.target)} ${node.operator}= ${printRight(node.value)}`;
    case "return":
      return node.value ? `return ${printReturned(node.value)}` : "return";
    case "raise":
      return node.value ? `raise ${printOperand(node.value)}` : "raise";
    case "delete":
      return `del ${printTarget(node.target)}`;
    case "import":
      return `import ${node.module}${node.alias ? ` as ${node.alias}` : ""}`;
    case "importFrom":
      return `from ${node.module} import ${node.names
        .map((n) => (n.alias && n.alias !== n.name ? `${n.name} as ${n.alias}` : n.name))
        .join(", ")}`;
    case "global":
      return `global ${node.names.join(", ")}`;
    case "nonlocal":
      return `nonlocal ${node.names.join(", ")}`;
    case "assert":
      return `assert ${printElements(node.message ? [node.test, node.message] : [node.test])}`;
    case "pass":
    case "break":
    case "continue":
      return node.kind;
    case "comment":
      return node.text ? `# ${node.text}` : "#";
  }
}

/** A tuple on the right of `=` or after `return` goes without parentheses, as one writes it. */
function printRight(node: ast.Expression): string {
  return node.kind === "tuple" && node.elements.length > 1
    ? printElements(node.elements)
    : printWithoutWalrus(node);
}

/** `x = (y := 1)`: a bare walrus is no right side, while a bare `yield` is one. */
function printWithoutWalrus(node: ast.Expression): string {
  return node.kind === "walrus" ? printOperand(node) : printExpression(node);
}

function printReturned(node: ast.Expression): string {
  return node.kind === "yield" ? printOperand(node) : printRight(node);
}

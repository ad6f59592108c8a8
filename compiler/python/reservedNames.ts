/** Names that generated code cannot give to a variable, and names that it should not. */

const keywords = [
  "False None True and as assert async await break class continue def del elif else except finally",
  "for from global if import in is lambda nonlocal not or pass raise return try while with yield",
];

/** Builtins of MicroPython: the emitted code calls them, so no variable may hide them. */
const builtins = [
  "abs all any bin bool bytearray bytes callable chr classmethod compile complex const delattr dict",
  "dir divmod enumerate eval exec execfile filter float frozenset getattr globals hasattr hash help",
  "hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct",
  "open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum",
  "super tuple type zip",
  "ArithmeticError AssertionError AttributeError BaseException EOFError Exception GeneratorExit",
  "ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError",
  "NameError NotImplementedError OSError OverflowError RuntimeError StopAsyncIteration StopIteration",
  "SyntaxError SystemExit TypeError UnicodeError ValueError ViperTypeError ZeroDivisionError",
];

const split = (lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(" ")));

export const pythonKeywords: ReadonlySet<string> = split(keywords);
export const pythonBuiltins: ReadonlySet<string> = split(builtins);

/** Names with a meaning inside functions and modules that emitted code relies on. */
const special = new Set(["self", "cls", "micropython", "__name__"]);

export function isReservedName(name: string): boolean {
  return pythonKeywords.has(name) || pythonBuiltins.has(name) || special.has(name);
}

/** A legal Python identifier that resembles `name`: `$x` becomes `_x`; letters beyond ASCII are spelled by number. */
export function legalIdentifier(name: string): string {
  const text = [...name]
    .map((c) =>
      /[A-Za-z0-9_]/.test(c) ? c : c === "$" ? "_" : `u${c.codePointAt(0)!.toString(16)}`,
    )
    .join("");
  return /^[0-9]/.test(text) ? `_${text}` : text || "_";
}

/** The name of an attribute: only keywords cannot follow a dot. */
export function attributeName(name: string): string {
  const legal = legalIdentifier(name.startsWith("#") ? `_${name.slice(1)}` : name);
  return pythonKeywords.has(legal) ? `${legal}_` : legal;
}

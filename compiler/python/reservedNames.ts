/** Names that generated code cannot give to a variable, and names that it should not. */

const keywords = [
  "False None True and as assert async await break class continue def del elif else except finally",
  "for from global if import in is lambda nonlocal not or pass raise return try while with yield",
];

/**
 * Builtins that emitted code may call: no variable may hide them. The others (round, hash, id, filter, ...)
 * are never emitted, so an author's variable of that name keeps it.
 */
const builtins = [
  "abs all any bool bytearray bytes chr classmethod dict enumerate float getattr hasattr input int",
  "isinstance iter len list map max memoryview min next open ord print property range repr reversed",
  "set setattr sorted staticmethod str sum super tuple type zip",
  "ArithmeticError AssertionError AttributeError BaseException EOFError Exception GeneratorExit",
  "ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError",
  "NameError NotImplementedError OSError OverflowError RuntimeError StopAsyncIteration StopIteration",
  "SyntaxError SystemExit TypeError UnicodeError ValueError ViperTypeError ZeroDivisionError",
];

/** The others: a variable of the program may hide them, so that code from elsewhere cannot stand beside it. */
const hiddenBuiltins = [
  "__import__ bin callable compile complex delattr dir divmod eval exec execfile filter frozenset",
  "globals hash help hex id issubclass locals object oct pow round slice",
];

const split = (lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(" ")));

export const pythonKeywords: ReadonlySet<string> = split(keywords);
export const pythonBuiltins: ReadonlySet<string> = split(builtins);

export const unreservedBuiltins: ReadonlySet<string> = split(hiddenBuiltins);

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

/// <reference no-default-lib="true"/>

/**
 * The built-in objects of a tsmp program, in place of TypeScript's own `lib.es*.d.ts`.
 *
 * What is declared here is what the compiler lowers to MicroPython; what is missing here does not
 * type-check. Four parts: marks that the compiler reads, JavaScript's objects, Python's builtins,
 * Python's exceptions.
 */

// ---------------------------------------------------------------------------------------------
// 1. Marks that the compiler reads
// ---------------------------------------------------------------------------------------------

/** An integer. A promise, not a check: any number may be assigned, the compiler counts on it. */
type int = number & { readonly __int?: never };
/** A floating point number: 32 bits wide on a Pico, about 7 decimal digits. */
type float = number & { readonly __float?: never };
/** An integer from 0 to 255. */
type u8 = number & { readonly __u8?: never };
/** An integer from -128 to 127. */
type i8 = number & { readonly __i8?: never };
/** An integer from 0 to 65 535. */
type u16 = number & { readonly __u16?: never };
/** An integer from -32 768 to 32 767. */
type i16 = number & { readonly __i16?: never };
/** An integer from 0 to 4 294 967 295. Values from 2 ** 30 on take memory on a Pico. */
type u32 = number & { readonly __u32?: never };
/** An integer from -2 147 483 648 to 2 147 483 647. */
type i32 = number & { readonly __i32?: never };

/** A last parameter of this type is passed as Python keyword arguments: `f(1, { hz: 5 })` is `f(1, hz=5)`. */
type Keywords<Options> = { [Name in keyof Options]: Options[Name] };

/** A callback that runs as a soft interrupt: between two Python instructions; it may allocate, not wait. */
type SoftIsr<Callback> = Callback & { readonly __context?: "soft-isr" };
/** A callback that runs as a hard interrupt: it must not allocate memory, wait or use floats. */
type HardIsr<Callback> = Callback & { readonly __context?: "hard-isr" };
/** A function that runs on a thread of its own: the second core of an RP2. */
type ThreadEntry<Callback> = Callback & { readonly __context?: "thread" };
/** A callback that the asyncio loop runs as part of a task. */
type TaskContext<Callback> = Callback & { readonly __context?: "task" };

// ---------------------------------------------------------------------------------------------
// 2. JavaScript's objects
// ---------------------------------------------------------------------------------------------

declare var NaN: number;
declare var Infinity: number;

/** The integer at the start of `text`, or NaN. */
declare function parseInt(text: string, radix?: number): number;
/** The number at the start of `text`, or NaN. */
declare function parseFloat(text: string): number;
/** True when the value, made a number, is NaN. */
declare function isNaN(value: number): boolean;
/** True when the value is neither NaN nor infinite. */
declare function isFinite(value: number): boolean;
/** The text with all but letters, digits and -_.!~*'() written as %XX. */
declare function encodeURIComponent(text: string | number | boolean): string;
/** As `encodeURIComponent`, but for the characters that have a meaning in an address. */
declare function encodeURI(text: string): string;
/** The text that `encodeURIComponent` was given. */
declare function decodeURIComponent(text: string): string;
/** The text that `encodeURI` was given. */
declare function decodeURI(text: string): string;

/** What `setTimeout` and `setInterval` give; only good for the matching clear function. */
interface Timeout {
  readonly __timeout: never;
}
/** Calls `callback` once, after at least `ms` milliseconds, on the asyncio loop. */
declare function setTimeout<A extends unknown[]>(
  callback: TaskContext<(...args: A) => void>,
  ms?: number,
  ...args: A
): Timeout;
/** Takes back a `setTimeout` that has not fired. */
declare function clearTimeout(timeout: Timeout | undefined | null): void;
/** Calls `callback` every `ms` milliseconds, on the asyncio loop. */
declare function setInterval<A extends unknown[]>(
  callback: TaskContext<(...args: A) => void>,
  ms?: number,
  ...args: A
): Timeout;
/** Ends a `setInterval`. */
declare function clearInterval(timeout: Timeout | undefined | null): void;
/** Calls `callback` at the next turn of the asyncio loop. */
declare function queueMicrotask(callback: TaskContext<() => void>): void;
/** A deep copy of plain data: objects, arrays, maps, sets, dates, typed arrays. */
declare function structuredClone<T>(value: T): T;

interface Console {
  /** Prints the values with blanks between them and ends the line. */
  log(...data: unknown[]): void;
  /** As `log`. */
  info(...data: unknown[]): void;
  /** As `log`. */
  debug(...data: unknown[]): void;
  /** Prints to the error stream. */
  warn(...data: unknown[]): void;
  /** Prints to the error stream. */
  error(...data: unknown[]): void;
  /** Prints to the error stream, after the word Trace. */
  trace(...data: unknown[]): void;
  /** Prints to the error stream when the condition does not hold. */
  assert(condition?: unknown, ...data: unknown[]): void;
  /** Prints a value as `log` does, a text in quotes. */
  dir(value?: unknown): void;
  /** Prints a table with a line per element or property. */
  table(data?: any, columns?: readonly string[]): void;
  /** Prints how often it was called with this label. */
  count(label?: string): void;
  /** Begins to count from the start. */
  countReset(label?: string): void;
  /** Prints the values, and indents what follows. */
  group(...data: unknown[]): void;
  /** As `group`. */
  groupCollapsed(...data: unknown[]): void;
  /** Ends the indentation of the last `group`. */
  groupEnd(): void;
  /** Starts a clock. */
  time(label?: string): void;
  /** Prints how long the clock has run, and the values. */
  timeLog(label?: string, ...data: unknown[]): void;
  /** Prints how long the clock has run, and stops it. */
  timeEnd(label?: string): void;
}
declare var console: Console;

// --- Types the checker asks for, and utility types -------------------------------------------

type PropertyKey = string | number | symbol;
type WeakKey = object;

interface IArguments {
  [index: number]: any;
  length: number;
  callee: Function;
}
interface ImportMeta {}
interface TemplateStringsArray extends ReadonlyArray<string> {
  /** The text between the placeholders with escapes left as written. */
  readonly raw: readonly string[];
}

/** All properties optional. */
type Partial<T> = { [K in keyof T]?: T[K] };
/** All properties present. */
type Required<T> = { [K in keyof T]-?: T[K] };
/** All properties read-only. */
type Readonly<T> = { readonly [K in keyof T]: T[K] };
/** Only the properties named by `K`. */
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
/** An object with a value of type `T` under every key in `K`. */
type Record<K extends keyof any, T> = { [P in K]: T };
/** The members of the union `T` that are not in `U`. */
type Exclude<T, U> = T extends U ? never : T;
/** The members of the union `T` that are in `U`. */
type Extract<T, U> = T extends U ? T : never;
/** All properties but those named by `K`. */
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
/** `T` without null and undefined. */
type NonNullable<T> = T & {};
/** The parameters of a function as a tuple. */
type Parameters<F extends (...args: any) => any> = F extends (...args: infer P) => any ? P : never;
/** The parameters of a constructor as a tuple. */
type ConstructorParameters<C extends abstract new (...args: any) => any> = C extends abstract new (
  ...args: infer P
) => any
  ? P
  : never;
/** What a function returns. */
type ReturnType<F extends (...args: any) => any> = F extends (...args: any) => infer R ? R : any;
/** What a constructor makes. */
type InstanceType<C extends abstract new (...args: any) => any> = C extends abstract new (
  ...args: any
) => infer R
  ? R
  : any;
/** The type of a function's `this` parameter. */
type ThisParameterType<F> = F extends (this: infer This, ...args: never) => any ? This : unknown;
/** A function type without its `this` parameter. */
type OmitThisParameter<F> = unknown extends ThisParameterType<F>
  ? F
  : F extends (...args: infer A) => infer R
    ? (...args: A) => R
    : F;
/** What `await` gives for a value of type `T`. */
type Awaited<T> = T extends null | undefined
  ? T
  : T extends object & { then(done: infer F, ...rest: infer _): any }
    ? F extends (value: infer V, ...rest: infer _) => any
      ? Awaited<V>
      : never
    : T;
/** Text in capitals. */
type Uppercase<S extends string> = intrinsic;
/** Text in small letters. */
type Lowercase<S extends string> = intrinsic;
/** Text with a capital first letter. */
type Capitalize<S extends string> = intrinsic;
/** Text with a small first letter. */
type Uncapitalize<S extends string> = intrinsic;
/** Keeps `T` from being inferred at this place. */
type NoInfer<T> = intrinsic;

// --- Object and Function ---------------------------------------------------------------------

interface Object {
  /** The function or class that made the object. */
  constructor: Function;
  /** The object as text. */
  toString(): string;
  /** The object itself, or the primitive it stands for. */
  valueOf(): Object;
  /** True when the object itself has a property of this name. */
  hasOwnProperty(key: PropertyKey): boolean;
}
interface ObjectConstructor {
  new (value?: any): Object;
  (): any;
  (value: any): any;
  readonly prototype: Object;
  /** The names of the object's own properties, in the order they were made. */
  keys(object: {}): string[];
  /** The values of the object's own properties. */
  values<T>(object: { [name: string]: T } | ArrayLike<T>): T[];
  values(object: {}): any[];
  /** Pairs of name and value of the object's own properties. */
  entries<T>(object: { [name: string]: T } | ArrayLike<T>): [string, T][];
  entries(object: {}): [string, any][];
  /** An object made from pairs of name and value. */
  fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [name: string]: T };
  fromEntries(entries: Iterable<readonly any[]>): any;
  /** Copies the properties of the sources onto `target`, and gives it back. */
  assign<T extends {}>(target: T, ...sources: (null | undefined)[]): T;
  assign<T extends {}, A>(target: T, source: A): T & A;
  assign<T extends {}, A, B>(target: T, source1: A, source2: B): T & A & B;
  assign<T extends {}, A, B, C>(target: T, source1: A, source2: B, source3: C): T & A & B & C;
  assign(target: object, ...sources: any[]): any;
  /** Forbids changes to the object; checked by the type, free at run time. */
  freeze<F extends Function>(fn: F): F;
  freeze<T extends { [index: string]: U | null | undefined | object }, U extends string | bigint | number | boolean | symbol>(object: T): Readonly<T>;
  freeze<T>(object: T): Readonly<T>;
  /** True when the object is frozen. */
  isFrozen(object: any): boolean;
  /** Forbids new properties. */
  seal<T>(object: T): T;
  /** True when the object itself has a property of this name. */
  hasOwn(object: object, key: PropertyKey): boolean;
  /** As `===`, but NaN equals itself and 0 differs from -0. */
  is(a: any, b: any): boolean;
  /** Lists of the items by the key that `keyOf` gives for each. */
  groupBy<K extends PropertyKey, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Partial<Record<K, T[]>>;
}
declare var Object: ObjectConstructor;

interface Function {
  /** Calls the function with `this` and a list of arguments. */
  apply(this: Function, thisArg: any, args?: any): any;
  /** Calls the function with `this` and arguments. */
  call(this: Function, thisArg: any, ...args: any[]): any;
  /** The function with `this`, and perhaps its first arguments, fixed. */
  bind(this: Function, thisArg: any, ...args: any[]): any;
  prototype: any;
  /** The name the function was declared with. */
  readonly name: string;
  /** How many parameters come before the first with a default, or the rest. */
  readonly length: int;
}
interface FunctionConstructor {
  readonly prototype: Function;
}
declare var Function: FunctionConstructor;

interface CallableFunction extends Function {
  /** Calls the function with `this` and a list of arguments. */
  apply<T, R>(this: (this: T) => R, thisArg: T): R;
  apply<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, args: A): R;
  /** Calls the function with `this` and arguments. */
  call<T, A extends any[], R>(this: (this: T, ...args: A) => R, thisArg: T, ...args: A): R;
  /** The function with `this`, and perhaps its first arguments, fixed. */
  bind<T>(this: T, thisArg: ThisParameterType<T>): OmitThisParameter<T>;
  bind<T, A extends any[], B extends any[], R>(this: (this: T, ...args: [...A, ...B]) => R, thisArg: T, ...args: A): (...args: B) => R;
}
interface NewableFunction extends Function {
  apply<T>(this: new () => T, thisArg: T): void;
  apply<T, A extends any[]>(this: new (...args: A) => T, thisArg: T, args: A): void;
  call<T, A extends any[]>(this: new (...args: A) => T, thisArg: T, ...args: A): void;
  bind<T>(this: T, thisArg: any): T;
  bind<A extends any[], B extends any[], R>(this: new (...args: [...A, ...B]) => R, thisArg: any, ...args: A): new (...args: B) => R;
}

// --- Boolean, Number, BigInt, Math -----------------------------------------------------------

interface Boolean {
  /** The primitive value. */
  valueOf(): boolean;
}
interface BooleanConstructor {
  new (value?: any): Boolean;
  /** True unless the value is false, 0, NaN, "", null or undefined. */
  <T>(value?: T): boolean;
  readonly prototype: Boolean;
}
declare var Boolean: BooleanConstructor;

interface Number {
  /** The number as text, in base `radix` (2 to 36, default 10). */
  toString(radix?: number): string;
  /** Text with exactly `digits` places after the point (default 0). */
  toFixed(digits?: number): string;
  /** Text with one digit before the point and an exponent. */
  toExponential(digits?: number): string;
  /** Text with `precision` significant digits. */
  toPrecision(precision?: number): string;
  /** The number with commas between the thousands, and at most three places: a board has no locales. */
  toLocaleString(locale?: "en-US"): string;
  /** The primitive value. */
  valueOf(): number;
}
interface NumberConstructor {
  new (value?: any): Number;
  /** The value as a number; NaN when it does not stand for one. */
  (value?: any): number;
  readonly prototype: Number;
  /** The largest number. */
  readonly MAX_VALUE: number;
  /** The smallest number above 0. */
  readonly MIN_VALUE: number;
  readonly NaN: number;
  readonly NEGATIVE_INFINITY: number;
  readonly POSITIVE_INFINITY: number;
  /** The distance from 1 to the next number. */
  readonly EPSILON: number;
  /** 2 ** 53 - 1. */
  readonly MAX_SAFE_INTEGER: number;
  /** -(2 ** 53 - 1). */
  readonly MIN_SAFE_INTEGER: number;
  /** True for a number that is neither NaN nor infinite. */
  isFinite(value: unknown): boolean;
  /** True for a number without a fraction. */
  isInteger(value: unknown): boolean;
  /** True for NaN only. */
  isNaN(value: unknown): boolean;
  /** True for an integer up to 2 ** 53 - 1 in size. */
  isSafeInteger(value: unknown): boolean;
  /** The number at the start of `text`, or NaN. */
  parseFloat(text: string): number;
  /** The integer at the start of `text`, or NaN. */
  parseInt(text: string, radix?: number): number;
}
declare var Number: NumberConstructor;

interface BigInt {
  /** The integer as text, in base `radix` (default 10). */
  toString(radix?: number): string;
  /** The primitive value. */
  valueOf(): bigint;
}
interface BigIntConstructor {
  /** The value as an integer of any size. */
  (value: bigint | boolean | number | string): bigint;
  readonly prototype: BigInt;
  /** The value wrapped to a signed integer of so many bits. */
  asIntN(bits: number, value: bigint): bigint;
  /** The value wrapped to an unsigned integer of so many bits. */
  asUintN(bits: number, value: bigint): bigint;
}
declare var BigInt: BigIntConstructor;

interface Math {
  readonly E: number;
  readonly LN10: number;
  readonly LN2: number;
  readonly LOG2E: number;
  readonly LOG10E: number;
  readonly PI: number;
  readonly SQRT1_2: number;
  readonly SQRT2: number;
  /** The size of a number, without its sign. */
  abs(x: number): number;
  /** Angle in radians, 0 to pi. */
  acos(x: number): number;
  acosh(x: number): number;
  /** Angle in radians, -pi/2 to pi/2. */
  asin(x: number): number;
  asinh(x: number): number;
  /** Angle in radians, -pi/2 to pi/2. */
  atan(x: number): number;
  /** Angle of the point (x, y) in radians, -pi to pi. */
  atan2(y: number, x: number): number;
  atanh(x: number): number;
  cbrt(x: number): number;
  /** The smallest integer not below `x`. */
  ceil(x: number): number;
  /** Leading zero bits of the 32-bit integer. */
  clz32(x: number): number;
  /** Cosine of an angle in radians. */
  cos(x: number): number;
  cosh(x: number): number;
  exp(x: number): number;
  /** exp(x) - 1, exact for small `x`. */
  expm1(x: number): number;
  /** The largest integer not above `x`. */
  floor(x: number): number;
  /** Rounded to 32-bit precision. */
  fround(x: number): number;
  /** The square root of the sum of squares. */
  hypot(...values: number[]): number;
  /** 32-bit integer product. */
  imul(x: number, y: number): number;
  /** Natural logarithm. */
  log(x: number): number;
  /** log(1 + x), exact for small `x`. */
  log1p(x: number): number;
  log10(x: number): number;
  log2(x: number): number;
  /** The largest value; -Infinity without any. */
  max(...values: number[]): number;
  /** The smallest value; Infinity without any. */
  min(...values: number[]): number;
  pow(x: number, y: number): number;
  /** A random number from 0 up to, not including, 1. */
  random(): number;
  /** The nearest integer; halves go up. */
  round(x: number): number;
  /** -1, 0 or 1. */
  sign(x: number): number;
  /** Sine of an angle in radians. */
  sin(x: number): number;
  sinh(x: number): number;
  sqrt(x: number): number;
  /** Tangent of an angle in radians. */
  tan(x: number): number;
  tanh(x: number): number;
  /** The integer part. */
  trunc(x: number): number;
}
declare var Math: Math;

// --- String and RegExp -----------------------------------------------------------------------

interface String {
  /** The character at `index`. */
  readonly [index: number]: string;
  /** The number of characters (code points on the board). */
  readonly length: number;
  toString(): string;
  valueOf(): string;
  /** The character at `index`; negative counts from the end; undefined when there is none. */
  at(index: number): string | undefined;
  /** The character at `index`, or "". */
  charAt(index: number): string;
  /** The code of the character at `index`, or NaN. */
  charCodeAt(index: number): number;
  /** The code point at `index`, or undefined. */
  codePointAt(index: number): number | undefined;
  /** This text followed by the others. */
  concat(...texts: string[]): string;
  /** True when the text, or its first `end` characters, ends in `search`. */
  endsWith(search: string, end?: number): boolean;
  /** True when `search` occurs, from `position` on. */
  includes(search: string, position?: number): boolean;
  /** The first place of `search`, from `position` on, or -1. */
  indexOf(search: string, position?: number): number;
  /** The last place of `search`, up to `position`, or -1. */
  lastIndexOf(search: string, position?: number): number;
  /** Negative, 0 or positive as this text comes before, with or after `that`: by the alphabet, for text in ASCII. */
  localeCompare(that: string): number;
  /** The match of a pattern, all matches with the flag g, or null. */
  match(pattern: string | RegExp): RegExpMatchArray | null;
  /** Every match of a pattern with the flag g. */
  matchAll(pattern: RegExp): RegExpStringIterator<RegExpExecArray>;
  /** Filled up at the end to `length` characters. */
  padEnd(length: number, fill?: string): string;
  /** Filled up at the start to `length` characters. */
  padStart(length: number, fill?: string): string;
  /** The text `count` times. */
  repeat(count: number): string;
  /** The text with the first match (all with the flag g) replaced. */
  replace(search: string | RegExp, replacement: string): string;
  replace(search: string | RegExp, replacer: (match: string, ...args: any[]) => string): string;
  /** The text with every match replaced. */
  replaceAll(search: string | RegExp, replacement: string): string;
  replaceAll(search: string | RegExp, replacer: (match: string, ...args: any[]) => string): string;
  /** The place of the first match, or -1. */
  search(pattern: string | RegExp): number;
  /** The part from `start` up to, not including, `end`; negative counts from the end. */
  slice(start?: number, end?: number): string;
  /** The parts between the separators, at most `limit` of them. */
  split(separator: string | RegExp, limit?: number): string[];
  /** True when the text, from `position` on, begins with `search`. */
  startsWith(search: string, position?: number): boolean;
  /** At most `length` characters from `start` on; negative counts from the end. */
  substr(start: number, length?: number): string;
  /** The part between two places, in either order, clamped to the text. */
  substring(start: number, end?: number): string;
  /** As `toLowerCase`: a board has no locales. */
  toLocaleLowerCase(): string;
  /** As `toUpperCase`: a board has no locales. */
  toLocaleUpperCase(): string;
  /** In small letters. */
  toLowerCase(): string;
  /** In capitals. */
  toUpperCase(): string;
  /** Without white space at both ends. */
  trim(): string;
  /** Without white space at the end. */
  trimEnd(): string;
  /** Without white space at the start. */
  trimStart(): string;
  /** True when no half of a surrogate pair stands alone. */
  isWellFormed(): boolean;
  /** Lone surrogates replaced by U+FFFD. */
  toWellFormed(): string;
  [Symbol.iterator](): StringIterator<string>;
}
interface StringConstructor {
  new (value?: any): String;
  /** The value as text. */
  (value?: any): string;
  readonly prototype: String;
  /** Text from character codes. */
  fromCharCode(...codes: number[]): string;
  /** Text from code points. */
  fromCodePoint(...codePoints: number[]): string;
  /** A template's text with escapes left as written. */
  raw(template: { raw: readonly string[] | ArrayLike<string> }, ...substitutions: any[]): string;
}
declare var String: StringConstructor;
interface StringIterator<T> extends IteratorObject<T, undefined, unknown> {
  [Symbol.iterator](): StringIterator<T>;
}

interface RegExpMatchArray extends Array<string> {
  /** The place of the match. */
  index?: number;
  /** The text searched. */
  input?: string;
  /** The whole match. */
  0: string;
  /** Named groups. */
  groups?: { [name: string]: string };
  /** Begin and end of the match and its groups, under the flag d. */
  indices?: RegExpIndicesArray;
}
interface RegExpExecArray extends Array<string> {
  /** The place of the match. */
  index: number;
  /** The text searched. */
  input: string;
  /** The whole match. */
  0: string;
  /** Named groups. */
  groups?: { [name: string]: string };
  /** Begin and end of the match and its groups, under the flag d. */
  indices?: RegExpIndicesArray;
}
interface RegExpIndicesArray extends Array<[number, number]> {
  groups?: { [name: string]: [number, number] };
}
interface RegExp {
  /** The next match, or null. */
  exec(text: string): RegExpExecArray | null;
  /** True when the text has a match. */
  test(text: string): boolean;
  /** The pattern as written. */
  readonly source: string;
  readonly flags: string;
  readonly global: boolean;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly sticky: boolean;
  readonly unicode: boolean;
  readonly dotAll: boolean;
  readonly hasIndices: boolean;
  /** The pattern between slashes, with its flags. */
  toString(): string;
  /** Where the next search of a global pattern starts. */
  lastIndex: number;
}
interface RegExpConstructor {
  new (pattern: RegExp | string, flags?: string): RegExp;
  (pattern: RegExp | string, flags?: string): RegExp;
  readonly prototype: RegExp;
}
declare var RegExp: RegExpConstructor;
interface RegExpStringIterator<T> extends IteratorObject<T, undefined, unknown> {
  [Symbol.iterator](): RegExpStringIterator<T>;
}

// --- Symbol and iteration --------------------------------------------------------------------

interface Symbol {
  /** The text given to `Symbol(...)`. */
  readonly description: string | undefined;
  toString(): string;
  valueOf(): symbol;
}
interface SymbolConstructor {
  /** A value unlike any other. */
  (description?: string | number): symbol;
  /** The symbol that stands for a key, the same one for every call. */
  for(key: string): symbol;
  /** The key that `for` made the symbol for. */
  keyFor(symbol: symbol): string | undefined;
  readonly prototype: Symbol;
  /** The method behind `for (const x of ...)`. */
  readonly iterator: unique symbol;
  /** The method behind `for await (const x of ...)`. */
  readonly asyncIterator: unique symbol;
  /** The method behind `using`. */
  readonly dispose: unique symbol;
  /** The method behind `await using`. */
  readonly asyncDispose: unique symbol;
  /** The method behind `instanceof`. */
  readonly hasInstance: unique symbol;
  /** The name that `toString` shows. */
  readonly toStringTag: unique symbol;
}
declare var Symbol: SymbolConstructor;

interface IteratorYieldResult<T> {
  done?: false;
  value: T;
}
interface IteratorReturnResult<R> {
  done: true;
  value: R;
}
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
type BuiltinIteratorReturn = intrinsic;

interface Iterator<T, R = any, N = any> {
  /** The next result. */
  next(...args: [] | [N]): IteratorResult<T, R>;
  /** Ends the iteration early. */
  return?(value?: R): IteratorResult<T, R>;
  /** Raises an error where the iteration stands. */
  throw?(error?: any): IteratorResult<T, R>;
}
interface Iterable<T, R = any, N = any> {
  [Symbol.iterator](): Iterator<T, R, N>;
}
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> {
  [Symbol.iterator](): IterableIterator<T, R, N>;
}
interface IteratorObject<T, R = unknown, N = unknown> extends Iterator<T, R, N> {
  [Symbol.iterator](): IteratorObject<T, R, N>;
}
interface Generator<T = unknown, R = any, N = any> extends IteratorObject<T, R, N> {
  next(...args: [] | [N]): IteratorResult<T, R>;
  return(value: R): IteratorResult<T, R>;
  throw(error: any): IteratorResult<T, R>;
  [Symbol.iterator](): Generator<T, R, N>;
}
interface GeneratorFunction {
  (...args: any[]): Generator;
  readonly name: string;
  readonly prototype: Generator;
}

interface AsyncIterator<T, R = any, N = any> {
  /** A promise of the next result. */
  next(...args: [] | [N]): Promise<IteratorResult<T, R>>;
  /** Ends the iteration early. */
  return?(value?: R | PromiseLike<R>): Promise<IteratorResult<T, R>>;
  /** Raises an error where the iteration stands. */
  throw?(error?: any): Promise<IteratorResult<T, R>>;
}
interface AsyncIterable<T, R = any, N = any> {
  [Symbol.asyncIterator](): AsyncIterator<T, R, N>;
}
interface AsyncIterableIterator<T, R = any, N = any> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIterableIterator<T, R, N>;
}
interface AsyncIteratorObject<T, R = unknown, N = unknown> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIteratorObject<T, R, N>;
}
interface AsyncGenerator<T = unknown, R = any, N = any> extends AsyncIteratorObject<T, R, N> {
  next(...args: [] | [N]): Promise<IteratorResult<T, R>>;
  return(value: R | PromiseLike<R>): Promise<IteratorResult<T, R>>;
  throw(error: any): Promise<IteratorResult<T, R>>;
  [Symbol.asyncIterator](): AsyncGenerator<T, R, N>;
}
interface AsyncGeneratorFunction {
  (...args: any[]): AsyncGenerator;
  readonly name: string;
  readonly prototype: AsyncGenerator;
}

interface Disposable {
  /** Called when the `using` declaration goes out of scope. */
  [Symbol.dispose](): void;
}
interface AsyncDisposable {
  /** Awaited when the `await using` declaration goes out of scope. */
  [Symbol.asyncDispose](): PromiseLike<void>;
}

// --- Array -----------------------------------------------------------------------------------

interface ArrayLike<T> {
  readonly length: number;
  readonly [index: number]: T;
}
interface ConcatArray<T> {
  readonly length: number;
  readonly [index: number]: T;
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
}
interface ArrayIterator<T> extends IteratorObject<T, undefined, unknown> {
  [Symbol.iterator](): ArrayIterator<T>;
}
type FlatArray<A, Depth extends number> = {
  done: A;
  recur: A extends ReadonlyArray<infer Inner>
    ? FlatArray<Inner, [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10][Depth]>
    : A;
}[Depth extends -1 ? "done" : "recur"];

interface ReadonlyArray<T> {
  readonly [index: number]: T;
  /** The number of elements. */
  readonly length: number;
  toString(): string;
  /** The element at `index`; negative counts from the end; undefined when there is none. */
  at(index: number): T | undefined;
  /** A new array: this one followed by the items and the elements of arrays among them. */
  concat(...items: ConcatArray<T>[]): T[];
  concat(...items: (T | ConcatArray<T>)[]): T[];
  /** Pairs of index and element. */
  entries(): ArrayIterator<[number, T]>;
  /** True when the test holds for every element. */
  every<S extends T>(test: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): this is readonly S[];
  every(test: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): boolean;
  /** The elements for which the test holds. */
  filter<S extends T>(test: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): S[];
  filter(test: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): T[];
  /** The first element for which the test holds, or undefined. */
  find<S extends T>(test: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): S | undefined;
  find(test: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): T | undefined;
  /** The index of the first element for which the test holds, or -1. */
  findIndex(test: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): number;
  /** The last element for which the test holds, or undefined. */
  findLast<S extends T>(test: (value: T, index: number, array: readonly T[]) => value is S, thisArg?: any): S | undefined;
  findLast(test: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): T | undefined;
  /** The index of the last element for which the test holds, or -1. */
  findLastIndex(test: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): number;
  /** A new array with nested arrays opened up to `depth` levels (default 1). */
  flat<A, D extends number = 1>(this: A, depth?: D): FlatArray<A, D>[];
  /** `map`, then `flat` by one level. */
  flatMap<U, This = undefined>(callback: (this: This, value: T, index: number, array: T[]) => U | readonly U[], thisArg?: This): U[];
  /** Calls the function for every element. */
  forEach(callback: (value: T, index: number, array: readonly T[]) => void, thisArg?: any): void;
  /** True when the array has the element. */
  includes(element: T, fromIndex?: number): boolean;
  /** The first index of the element, or -1. */
  indexOf(element: T, fromIndex?: number): number;
  /** The elements as text with the separator (default ",") between them. */
  join(separator?: string): string;
  /** The indices. */
  keys(): ArrayIterator<number>;
  /** The last index of the element, or -1. */
  lastIndexOf(element: T, fromIndex?: number): number;
  /** A new array with what the function gives for every element. */
  map<U>(callback: (value: T, index: number, array: readonly T[]) => U, thisArg?: any): U[];
  /** One value from all elements, from the first to the last. */
  reduce(callback: (previous: T, value: T, index: number, array: readonly T[]) => T): T;
  reduce(callback: (previous: T, value: T, index: number, array: readonly T[]) => T, initial: T): T;
  reduce<U>(callback: (previous: U, value: T, index: number, array: readonly T[]) => U, initial: U): U;
  /** One value from all elements, from the last to the first. */
  reduceRight(callback: (previous: T, value: T, index: number, array: readonly T[]) => T): T;
  reduceRight(callback: (previous: T, value: T, index: number, array: readonly T[]) => T, initial: T): T;
  reduceRight<U>(callback: (previous: U, value: T, index: number, array: readonly T[]) => U, initial: U): U;
  /** A copy of the part from `start` up to, not including, `end`. */
  slice(start?: number, end?: number): T[];
  /** True when the test holds for at least one element. */
  some(test: (value: T, index: number, array: readonly T[]) => unknown, thisArg?: any): boolean;
  /** A reversed copy. */
  toReversed(): T[];
  /** A sorted copy. */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** A copy with elements removed and inserted. */
  toSpliced(start: number, deleteCount: number, ...items: T[]): T[];
  toSpliced(start: number, deleteCount?: number): T[];
  /** The elements. */
  values(): ArrayIterator<T>;
  /** A copy with one element replaced; RangeError when the index is out of range. */
  with(index: number, value: T): T[];
  [Symbol.iterator](): ArrayIterator<T>;
}

interface Array<T> {
  [index: number]: T;
  /** The number of elements. */
  length: number;
  toString(): string;
  /** The element at `index`; negative counts from the end; undefined when there is none. */
  at(index: number): T | undefined;
  /** A new array: this one followed by the items and the elements of arrays among them. */
  concat(...items: ConcatArray<T>[]): T[];
  concat(...items: (T | ConcatArray<T>)[]): T[];
  /** Copies a part of the array over another place in it. */
  copyWithin(target: number, start: number, end?: number): this;
  /** Pairs of index and element. */
  entries(): ArrayIterator<[number, T]>;
  /** True when the test holds for every element. */
  every<S extends T>(test: (value: T, index: number, array: T[]) => value is S, thisArg?: any): this is S[];
  every(test: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean;
  /** Writes the value to every place, or to those from `start` up to `end`. */
  fill(value: T, start?: number, end?: number): this;
  /** The elements for which the test holds. */
  filter<S extends T>(test: (value: T, index: number, array: T[]) => value is S, thisArg?: any): S[];
  filter(test: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T[];
  /** The first element for which the test holds, or undefined. */
  find<S extends T>(test: (value: T, index: number, array: T[]) => value is S, thisArg?: any): S | undefined;
  find(test: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T | undefined;
  /** The index of the first element for which the test holds, or -1. */
  findIndex(test: (value: T, index: number, array: T[]) => unknown, thisArg?: any): number;
  /** The last element for which the test holds, or undefined. */
  findLast<S extends T>(test: (value: T, index: number, array: T[]) => value is S, thisArg?: any): S | undefined;
  findLast(test: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T | undefined;
  /** The index of the last element for which the test holds, or -1. */
  findLastIndex(test: (value: T, index: number, array: T[]) => unknown, thisArg?: any): number;
  /** A new array with nested arrays opened up to `depth` levels (default 1). */
  flat<A, D extends number = 1>(this: A, depth?: D): FlatArray<A, D>[];
  /** `map`, then `flat` by one level. */
  flatMap<U, This = undefined>(callback: (this: This, value: T, index: number, array: T[]) => U | readonly U[], thisArg?: This): U[];
  /** Calls the function for every element. */
  forEach(callback: (value: T, index: number, array: T[]) => void, thisArg?: any): void;
  /** True when the array has the element. */
  includes(element: T, fromIndex?: number): boolean;
  /** The first index of the element, or -1. */
  indexOf(element: T, fromIndex?: number): number;
  /** The elements as text with the separator (default ",") between them. */
  join(separator?: string): string;
  /** The indices. */
  keys(): ArrayIterator<number>;
  /** The last index of the element, or -1. */
  lastIndexOf(element: T, fromIndex?: number): number;
  /** A new array with what the function gives for every element. */
  map<U>(callback: (value: T, index: number, array: T[]) => U, thisArg?: any): U[];
  /** Removes the last element and gives it, or undefined. */
  pop(): T | undefined;
  /** Appends the items and gives the new length. */
  push(...items: T[]): number;
  /** One value from all elements, from the first to the last. */
  reduce(callback: (previous: T, value: T, index: number, array: T[]) => T): T;
  reduce(callback: (previous: T, value: T, index: number, array: T[]) => T, initial: T): T;
  reduce<U>(callback: (previous: U, value: T, index: number, array: T[]) => U, initial: U): U;
  /** One value from all elements, from the last to the first. */
  reduceRight(callback: (previous: T, value: T, index: number, array: T[]) => T): T;
  reduceRight(callback: (previous: T, value: T, index: number, array: T[]) => T, initial: T): T;
  reduceRight<U>(callback: (previous: U, value: T, index: number, array: T[]) => U, initial: U): U;
  /** Reverses the array in place. */
  reverse(): T[];
  /** Removes the first element and gives it, or undefined. */
  shift(): T | undefined;
  /** A copy of the part from `start` up to, not including, `end`. */
  slice(start?: number, end?: number): T[];
  /** True when the test holds for at least one element. */
  some(test: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean;
  /** Sorts in place, stably; without a function by the elements' text. */
  sort(compare?: (a: T, b: T) => number): this;
  /** Removes `deleteCount` elements at `start`, inserts the items there, gives the removed. */
  splice(start: number, deleteCount?: number): T[];
  splice(start: number, deleteCount: number, ...items: T[]): T[];
  /** A reversed copy. */
  toReversed(): T[];
  /** A sorted copy. */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** A copy with elements removed and inserted. */
  toSpliced(start: number, deleteCount: number, ...items: T[]): T[];
  toSpliced(start: number, deleteCount?: number): T[];
  /** Inserts the items at the start and gives the new length. */
  unshift(...items: T[]): number;
  /** The elements. */
  values(): ArrayIterator<T>;
  /** A copy with one element replaced; RangeError when the index is out of range. */
  with(index: number, value: T): T[];
  [Symbol.iterator](): ArrayIterator<T>;
}
interface ArrayConstructor {
  new (length?: number): any[];
  new <T>(length: number): T[];
  new <T>(...items: T[]): T[];
  (length?: number): any[];
  <T>(length: number): T[];
  <T>(...items: T[]): T[];
  readonly prototype: any[];
  /** True for an array. */
  isArray(value: any): value is any[];
  /** An array from anything that can be counted or iterated. */
  from<T>(source: ArrayLike<T>): T[];
  from<T, U>(source: ArrayLike<T>, map: (value: T, index: number) => U, thisArg?: any): U[];
  from<T>(source: Iterable<T> | ArrayLike<T>): T[];
  from<T, U>(source: Iterable<T> | ArrayLike<T>, map: (value: T, index: number) => U, thisArg?: any): U[];
  /** An array of the items. */
  of<T>(...items: T[]): T[];
}
declare var Array: ArrayConstructor;

// --- Map, Set --------------------------------------------------------------------------------

interface MapIterator<T> extends IteratorObject<T, undefined, unknown> {
  [Symbol.iterator](): MapIterator<T>;
}
interface SetIterator<T> extends IteratorObject<T, undefined, unknown> {
  [Symbol.iterator](): SetIterator<T>;
}
interface ReadonlyMap<K, V> {
  /** Calls the function for every entry, in the order of insertion. */
  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void, thisArg?: any): void;
  /** The value under the key, or undefined. */
  get(key: K): V | undefined;
  /** True when the key is there. */
  has(key: K): boolean;
  /** The number of entries. */
  readonly size: number;
  /** Pairs of key and value. */
  entries(): MapIterator<[K, V]>;
  keys(): MapIterator<K>;
  values(): MapIterator<V>;
  [Symbol.iterator](): MapIterator<[K, V]>;
}
interface Map<K, V> {
  /** Removes every entry. */
  clear(): void;
  /** Removes an entry; true when it was there. */
  delete(key: K): boolean;
  /** Calls the function for every entry, in the order of insertion. */
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void, thisArg?: any): void;
  /** The value under the key, or undefined. */
  get(key: K): V | undefined;
  /** True when the key is there. */
  has(key: K): boolean;
  /** Puts the value under the key. */
  set(key: K, value: V): this;
  /** The number of entries. */
  readonly size: number;
  /** Pairs of key and value. */
  entries(): MapIterator<[K, V]>;
  keys(): MapIterator<K>;
  values(): MapIterator<V>;
  [Symbol.iterator](): MapIterator<[K, V]>;
}
interface MapConstructor {
  new (): Map<any, any>;
  new <K, V>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>;
  /** Lists of the items under the key that `keyOf` gives for each. */
  groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]>;
  readonly prototype: Map<any, any>;
}
declare var Map: MapConstructor;

interface ReadonlySet<T> {
  /** Calls the function for every value, in the order of insertion. */
  forEach(callback: (value: T, same: T, set: ReadonlySet<T>) => void, thisArg?: any): void;
  /** True when the value is there. */
  has(value: T): boolean;
  /** The number of values. */
  readonly size: number;
  /** The values of both. */
  union<U>(other: ReadonlySet<U>): Set<T | U>;
  /** The values that both have. */
  intersection<U>(other: ReadonlySet<U>): Set<T & U>;
  /** The values that the other does not have. */
  difference<U>(other: ReadonlySet<U>): Set<T>;
  /** The values that only one of them has. */
  symmetricDifference<U>(other: ReadonlySet<U>): Set<T | U>;
  /** True when the other has all values. */
  isSubsetOf(other: ReadonlySet<unknown>): boolean;
  /** True when all values of the other are there. */
  isSupersetOf(other: ReadonlySet<unknown>): boolean;
  /** True when they have no value in common. */
  isDisjointFrom(other: ReadonlySet<unknown>): boolean;
  entries(): SetIterator<[T, T]>;
  keys(): SetIterator<T>;
  values(): SetIterator<T>;
  [Symbol.iterator](): SetIterator<T>;
}
interface Set<T> {
  /** Adds the value unless it is there. */
  add(value: T): this;
  /** Removes every value. */
  clear(): void;
  /** Removes a value; true when it was there. */
  delete(value: T): boolean;
  /** Calls the function for every value, in the order of insertion. */
  forEach(callback: (value: T, same: T, set: Set<T>) => void, thisArg?: any): void;
  /** True when the value is there. */
  has(value: T): boolean;
  /** The number of values. */
  readonly size: number;
  /** The values of both. */
  union<U>(other: ReadonlySet<U>): Set<T | U>;
  /** The values that both have. */
  intersection<U>(other: ReadonlySet<U>): Set<T & U>;
  /** The values that the other does not have. */
  difference<U>(other: ReadonlySet<U>): Set<T>;
  /** The values that only one of them has. */
  symmetricDifference<U>(other: ReadonlySet<U>): Set<T | U>;
  /** True when the other has all values. */
  isSubsetOf(other: ReadonlySet<unknown>): boolean;
  /** True when all values of the other are there. */
  isSupersetOf(other: ReadonlySet<unknown>): boolean;
  /** True when they have no value in common. */
  isDisjointFrom(other: ReadonlySet<unknown>): boolean;
  entries(): SetIterator<[T, T]>;
  keys(): SetIterator<T>;
  values(): SetIterator<T>;
  [Symbol.iterator](): SetIterator<T>;
}
interface SetConstructor {
  new <T = any>(values?: Iterable<T> | readonly T[] | null): Set<T>;
  readonly prototype: Set<any>;
}
declare var Set: SetConstructor;

interface WeakMap<K extends WeakKey, V> {
  /** Removes an entry; true when it was there. */
  delete(key: K): boolean;
  /** The value under the key, or undefined. */
  get(key: K): V | undefined;
  /** True when the key is there. */
  has(key: K): boolean;
  /** Puts the value under the key. */
  set(key: K, value: V): this;
}
interface WeakMapConstructor {
  new <K extends WeakKey = WeakKey, V = any>(entries?: Iterable<readonly [K, V]> | null): WeakMap<K, V>;
  readonly prototype: WeakMap<WeakKey, any>;
}
declare var WeakMap: WeakMapConstructor;

interface WeakSet<T extends WeakKey> {
  /** Adds the object. */
  add(value: T): this;
  /** Removes an object; true when it was there. */
  delete(value: T): boolean;
  /** True when the object is there. */
  has(value: T): boolean;
}
interface WeakSetConstructor {
  new <T extends WeakKey = WeakKey>(values?: Iterable<T> | null): WeakSet<T>;
  readonly prototype: WeakSet<WeakKey>;
}
declare var WeakSet: WeakSetConstructor;

// --- Promise ---------------------------------------------------------------------------------

interface PromiseLike<T> {
  /** Says what to do with the result or the error. */
  then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B>;
}
interface Promise<T> {
  /** Says what to do with the result or the error. */
  then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B>;
  /** Says what to do with the error. */
  catch<B = never>(onrejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B>;
  /** Runs when the promise is settled either way. */
  finally(onfinally?: (() => void) | null): Promise<T>;
}
type PromiseConstructorLike = new <T>(
  executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void,
) => PromiseLike<T>;
interface PromiseFulfilledResult<T> {
  status: "fulfilled";
  value: T;
}
interface PromiseRejectedResult {
  status: "rejected";
  reason: any;
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;
interface PromiseWithResolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: any) => void;
}
interface PromiseConstructor {
  readonly prototype: Promise<any>;
  new <T>(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void): Promise<T>;
  /** All results in order; the first error ends the wait. */
  all<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }>;
  all<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>[]>;
  /** What became of each, in order. */
  allSettled<T extends readonly unknown[] | []>(values: T): Promise<{ -readonly [I in keyof T]: PromiseSettledResult<Awaited<T[I]>> }>;
  allSettled<T>(values: Iterable<T | PromiseLike<T>>): Promise<PromiseSettledResult<Awaited<T>>[]>;
  /** The first result; AggregateError when all fail. */
  any<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  any<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  /** The first to be settled. */
  race<T extends readonly unknown[] | []>(values: T): Promise<Awaited<T[number]>>;
  race<T>(values: Iterable<T | PromiseLike<T>>): Promise<Awaited<T>>;
  /** A promise that has failed. */
  reject<T = never>(reason?: any): Promise<T>;
  /** A promise that has a result. */
  resolve(): Promise<void>;
  resolve<T>(value: T): Promise<Awaited<T>>;
  resolve<T>(value: T | PromiseLike<T>): Promise<Awaited<T>>;
  /** A promise with the functions that settle it. */
  withResolvers<T>(): PromiseWithResolvers<T>;
}
declare var Promise: PromiseConstructor;

// --- Errors ----------------------------------------------------------------------------------

interface ErrorOptions {
  cause?: unknown;
}
interface Error {
  name: string;
  message: string;
  /** Not kept on the board: tracebacks are shown by the host. */
  stack?: string;
  /** The error that led to this one. */
  cause?: unknown;
}
interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
  (message?: string, options?: ErrorOptions): Error;
  readonly prototype: Error;
}
declare var Error: ErrorConstructor;

interface TypeError extends Error {}
interface TypeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): TypeError;
  (message?: string, options?: ErrorOptions): TypeError;
  readonly prototype: TypeError;
}
/** A value of the wrong kind. */
declare var TypeError: TypeErrorConstructor;

interface RangeError extends Error {}
interface RangeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): RangeError;
  (message?: string, options?: ErrorOptions): RangeError;
  readonly prototype: RangeError;
}
/** A value outside of its range. */
declare var RangeError: RangeErrorConstructor;

interface SyntaxError extends Error {}
interface SyntaxErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): SyntaxError;
  (message?: string, options?: ErrorOptions): SyntaxError;
  readonly prototype: SyntaxError;
}
/** Text that cannot be parsed, for example by `JSON.parse`. */
declare var SyntaxError: SyntaxErrorConstructor;

interface ReferenceError extends Error {}
interface ReferenceErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): ReferenceError;
  (message?: string, options?: ErrorOptions): ReferenceError;
  readonly prototype: ReferenceError;
}
/** A name without a value. */
declare var ReferenceError: ReferenceErrorConstructor;

interface EvalError extends Error {}
interface EvalErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): EvalError;
  (message?: string, options?: ErrorOptions): EvalError;
  readonly prototype: EvalError;
}
declare var EvalError: EvalErrorConstructor;

interface URIError extends Error {}
interface URIErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): URIError;
  (message?: string, options?: ErrorOptions): URIError;
  readonly prototype: URIError;
}
declare var URIError: URIErrorConstructor;

interface AggregateError extends Error {
  /** The errors that it stands for. */
  errors: any[];
}
interface AggregateErrorConstructor extends ErrorConstructor {
  new (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError;
  (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError;
  readonly prototype: AggregateError;
}
/** Several errors in one, as `Promise.any` throws. */
declare var AggregateError: AggregateErrorConstructor;

interface SuppressedError extends Error {
  /** The error raised while disposing. */
  error: any;
  /** The error that was on its way before. */
  suppressed: any;
}
interface SuppressedErrorConstructor extends ErrorConstructor {
  new (error: any, suppressed: any, message?: string): SuppressedError;
  (error: any, suppressed: any, message?: string): SuppressedError;
  readonly prototype: SuppressedError;
}
/** An error raised while a `using` block was being left because of another. */
declare var SuppressedError: SuppressedErrorConstructor;

// --- JSON, Date ------------------------------------------------------------------------------

interface JSON {
  /** The value that JSON text stands for; SyntaxError when it is not JSON. */
  parse(text: string, reviver?: (this: any, key: string, value: any) => any): any;
  /** A value as JSON text. */
  stringify(value: any, replacer?: (this: any, key: string, value: any) => any, space?: string | number): string;
  stringify(value: any, replacer?: (number | string)[] | null, space?: string | number): string;
}
declare var JSON: JSON;

/** A point in time, in milliseconds since 1970-01-01 UTC. A board's local time is UTC. */
interface Date {
  toString(): string;
  toDateString(): string;
  toTimeString(): string;
  /** As `2025-01-31T12:00:00.000Z`. */
  toISOString(): string;
  toUTCString(): string;
  toJSON(key?: any): string;
  /** Milliseconds since 1970. */
  valueOf(): number;
  /** Milliseconds since 1970. */
  getTime(): number;
  getFullYear(): number;
  getUTCFullYear(): number;
  /** 0 to 11. */
  getMonth(): number;
  getUTCMonth(): number;
  /** Day of the month, 1 to 31. */
  getDate(): number;
  getUTCDate(): number;
  /** Day of the week, 0 is Sunday. */
  getDay(): number;
  getUTCDay(): number;
  getHours(): number;
  getUTCHours(): number;
  getMinutes(): number;
  getUTCMinutes(): number;
  getSeconds(): number;
  getUTCSeconds(): number;
  getMilliseconds(): number;
  getUTCMilliseconds(): number;
  /** Minutes from local time to UTC: 0 on a board. */
  getTimezoneOffset(): number;
  setTime(ms: number): number;
  setMilliseconds(ms: number): number;
  setUTCMilliseconds(ms: number): number;
  setSeconds(sec: number, ms?: number): number;
  setUTCSeconds(sec: number, ms?: number): number;
  setMinutes(min: number, sec?: number, ms?: number): number;
  setUTCMinutes(min: number, sec?: number, ms?: number): number;
  setHours(hours: number, min?: number, sec?: number, ms?: number): number;
  setUTCHours(hours: number, min?: number, sec?: number, ms?: number): number;
  setDate(date: number): number;
  setUTCDate(date: number): number;
  setMonth(month: number, date?: number): number;
  setUTCMonth(month: number, date?: number): number;
  setFullYear(year: number, month?: number, date?: number): number;
  setUTCFullYear(year: number, month?: number, date?: number): number;
  [Symbol.toPrimitive](hint: string): string | number;
}
interface SymbolConstructor {
  /** The method behind conversion to a primitive. */
  readonly toPrimitive: unique symbol;
}
interface DateConstructor {
  new (): Date;
  new (value: number | string | Date): Date;
  new (year: number, month: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): Date;
  (): string;
  readonly prototype: Date;
  /** Milliseconds since 1970, as the board's clock has it. */
  now(): number;
  /** The time that the text stands for, in milliseconds since 1970, or NaN. */
  parse(text: string): number;
  /** Milliseconds since 1970 of a time in UTC. */
  UTC(year: number, month?: number, date?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number;
}
declare var Date: DateConstructor;

// --- Typed arrays ----------------------------------------------------------------------------

interface ArrayBuffer {
  /** The size in bytes. */
  readonly byteLength: number;
  /** A copy of a part. */
  slice(start?: number, end?: number): ArrayBuffer;
  readonly [Symbol.toStringTag]: "ArrayBuffer";
}
interface ArrayBufferConstructor {
  new (byteLength: number): ArrayBuffer;
  readonly prototype: ArrayBuffer;
}
declare var ArrayBuffer: ArrayBufferConstructor;
type ArrayBufferLike = ArrayBuffer;

interface ArrayBufferView {
  /** The memory it looks at. */
  readonly buffer: ArrayBuffer;
  /** The size in bytes. */
  readonly byteLength: number;
}

/** What all typed arrays offer: elements of type `T`, in an array of type `Self`. */
interface TypedArrayOf<T, Self> extends ArrayBufferView {
  [index: number]: T;
  /** Bytes per element. */
  readonly BYTES_PER_ELEMENT: number;
  /** The number of elements. */
  readonly length: number;
  toString(): string;
  /** The element at `index`; negative counts from the end; undefined when there is none. */
  at(index: number): T | undefined;
  /** Copies a part of the array over another place in it. */
  copyWithin(target: number, start: number, end?: number): this;
  /** Pairs of index and element. */
  entries(): ArrayIterator<[number, T]>;
  /** True when the test holds for every element. */
  every(test: (value: T, index: number, array: Self) => unknown, thisArg?: any): boolean;
  /** Writes the value to every place, or to those from `start` up to `end`. */
  fill(value: T, start?: number, end?: number): this;
  /** The elements for which the test holds. */
  filter(test: (value: T, index: number, array: Self) => unknown, thisArg?: any): Self;
  /** The first element for which the test holds, or undefined. */
  find(test: (value: T, index: number, array: Self) => unknown, thisArg?: any): T | undefined;
  /** The index of the first element for which the test holds, or -1. */
  findIndex(test: (value: T, index: number, array: Self) => unknown, thisArg?: any): number;
  /** The last element for which the test holds, or undefined. */
  findLast(test: (value: T, index: number, array: Self) => unknown, thisArg?: any): T | undefined;
  /** The index of the last element for which the test holds, or -1. */
  findLastIndex(test: (value: T, index: number, array: Self) => unknown, thisArg?: any): number;
  /** Calls the function for every element. */
  forEach(callback: (value: T, index: number, array: Self) => void, thisArg?: any): void;
  /** True when the array has the element. */
  includes(element: T, fromIndex?: number): boolean;
  /** The first index of the element, or -1. */
  indexOf(element: T, fromIndex?: number): number;
  /** The elements as text with the separator (default ",") between them. */
  join(separator?: string): string;
  /** The indices. */
  keys(): ArrayIterator<number>;
  /** The last index of the element, or -1. */
  lastIndexOf(element: T, fromIndex?: number): number;
  /** A new array with what the function gives for every element. */
  map(callback: (value: T, index: number, array: Self) => T, thisArg?: any): Self;
  /** One value from all elements, from the first to the last. */
  reduce(callback: (previous: T, value: T, index: number, array: Self) => T): T;
  reduce(callback: (previous: T, value: T, index: number, array: Self) => T, initial: T): T;
  reduce<U>(callback: (previous: U, value: T, index: number, array: Self) => U, initial: U): U;
  /** One value from all elements, from the last to the first. */
  reduceRight(callback: (previous: T, value: T, index: number, array: Self) => T): T;
  reduceRight(callback: (previous: T, value: T, index: number, array: Self) => T, initial: T): T;
  reduceRight<U>(callback: (previous: U, value: T, index: number, array: Self) => U, initial: U): U;
  /** Reverses the array in place. */
  reverse(): this;
  /** Copies elements into this array, from `offset` on. */
  set(source: ArrayLike<T> | Iterable<T>, offset?: number): void;
  /** A copy of the part from `start` up to, not including, `end`. */
  slice(start?: number, end?: number): Self;
  /** True when the test holds for at least one element. */
  some(test: (value: T, index: number, array: Self) => unknown, thisArg?: any): boolean;
  /** Sorts in place, by number without a function. */
  sort(compare?: (a: T, b: T) => number): this;
  /** A view of a part: it shares the memory. */
  subarray(start?: number, end?: number): Self;
  /** A reversed copy. */
  toReversed(): Self;
  /** A sorted copy. */
  toSorted(compare?: (a: T, b: T) => number): Self;
  /** The elements. */
  values(): ArrayIterator<T>;
  /** A copy with one element replaced; RangeError when the index is out of range. */
  with(index: number, value: T): Self;
  [Symbol.iterator](): ArrayIterator<T>;
}
interface TypedArrayConstructorOf<T, Self> {
  new (length?: number): Self;
  new (values: ArrayLike<T> | Iterable<T>): Self;
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): Self;
  readonly prototype: Self;
  /** Bytes per element. */
  readonly BYTES_PER_ELEMENT: number;
  /** An array of the items. */
  of(...items: T[]): Self;
  /** An array from anything that can be counted or iterated. */
  from(source: ArrayLike<T> | Iterable<T>): Self;
  from<S>(source: ArrayLike<S> | Iterable<S>, map: (value: S, index: number) => T, thisArg?: any): Self;
}

/** Bytes, 0 to 255: a `bytearray` on the board. */
interface Uint8Array extends TypedArrayOf<number, Uint8Array> {
  readonly [Symbol.toStringTag]: "Uint8Array";
}
declare var Uint8Array: TypedArrayConstructorOf<number, Uint8Array>;
/** Bytes, 0 to 255; what is written is clamped, not wrapped. */
interface Uint8ClampedArray extends TypedArrayOf<number, Uint8ClampedArray> {
  readonly [Symbol.toStringTag]: "Uint8ClampedArray";
}
declare var Uint8ClampedArray: TypedArrayConstructorOf<number, Uint8ClampedArray>;
/** Integers, -128 to 127: `array('b')` on the board. */
interface Int8Array extends TypedArrayOf<number, Int8Array> {
  readonly [Symbol.toStringTag]: "Int8Array";
}
declare var Int8Array: TypedArrayConstructorOf<number, Int8Array>;
/** Integers, 0 to 65 535: `array('H')` on the board. */
interface Uint16Array extends TypedArrayOf<number, Uint16Array> {
  readonly [Symbol.toStringTag]: "Uint16Array";
}
declare var Uint16Array: TypedArrayConstructorOf<number, Uint16Array>;
/** Integers, -32 768 to 32 767: `array('h')` on the board. */
interface Int16Array extends TypedArrayOf<number, Int16Array> {
  readonly [Symbol.toStringTag]: "Int16Array";
}
declare var Int16Array: TypedArrayConstructorOf<number, Int16Array>;
/** Integers, 0 to 2 ** 32 - 1: `array('I')` on the board. */
interface Uint32Array extends TypedArrayOf<number, Uint32Array> {
  readonly [Symbol.toStringTag]: "Uint32Array";
}
declare var Uint32Array: TypedArrayConstructorOf<number, Uint32Array>;
/** Integers, -(2 ** 31) to 2 ** 31 - 1: `array('i')` on the board. */
interface Int32Array extends TypedArrayOf<number, Int32Array> {
  readonly [Symbol.toStringTag]: "Int32Array";
}
declare var Int32Array: TypedArrayConstructorOf<number, Int32Array>;
/** 32-bit floats: `array('f')` on the board. */
interface Float32Array extends TypedArrayOf<number, Float32Array> {
  readonly [Symbol.toStringTag]: "Float32Array";
}
declare var Float32Array: TypedArrayConstructorOf<number, Float32Array>;
/** 64-bit floats: `array('d')` on the board; arithmetic there has 32 bits all the same. */
interface Float64Array extends TypedArrayOf<number, Float64Array> {
  readonly [Symbol.toStringTag]: "Float64Array";
}
declare var Float64Array: TypedArrayConstructorOf<number, Float64Array>;
/** Signed 64-bit integers: `array('q')` on the board. */
interface BigInt64Array extends TypedArrayOf<bigint, BigInt64Array> {
  readonly [Symbol.toStringTag]: "BigInt64Array";
}
declare var BigInt64Array: TypedArrayConstructorOf<bigint, BigInt64Array>;
/** Unsigned 64-bit integers: `array('Q')` on the board. */
interface BigUint64Array extends TypedArrayOf<bigint, BigUint64Array> {
  readonly [Symbol.toStringTag]: "BigUint64Array";
}
declare var BigUint64Array: TypedArrayConstructorOf<bigint, BigUint64Array>;

/** Numbers of any width at any byte of a buffer; big end first unless `littleEndian`. */
interface DataView extends ArrayBufferView {
  /** Where in the memory it begins. */
  readonly byteOffset: number;
  getInt8(offset: number): number;
  getUint8(offset: number): number;
  getInt16(offset: number, littleEndian?: boolean): number;
  getUint16(offset: number, littleEndian?: boolean): number;
  getInt32(offset: number, littleEndian?: boolean): number;
  getUint32(offset: number, littleEndian?: boolean): number;
  getFloat32(offset: number, littleEndian?: boolean): number;
  getFloat64(offset: number, littleEndian?: boolean): number;
  getBigInt64(offset: number, littleEndian?: boolean): bigint;
  getBigUint64(offset: number, littleEndian?: boolean): bigint;
  setInt8(offset: number, value: number): void;
  setUint8(offset: number, value: number): void;
  setInt16(offset: number, value: number, littleEndian?: boolean): void;
  setUint16(offset: number, value: number, littleEndian?: boolean): void;
  setInt32(offset: number, value: number, littleEndian?: boolean): void;
  setUint32(offset: number, value: number, littleEndian?: boolean): void;
  setFloat32(offset: number, value: number, littleEndian?: boolean): void;
  setFloat64(offset: number, value: number, littleEndian?: boolean): void;
  setBigInt64(offset: number, value: bigint, littleEndian?: boolean): void;
  setBigUint64(offset: number, value: bigint, littleEndian?: boolean): void;
  readonly [Symbol.toStringTag]: "DataView";
}
interface DataViewConstructor {
  new (buffer: ArrayBuffer, byteOffset?: number, byteLength?: number): DataView;
  readonly prototype: DataView;
}
declare var DataView: DataViewConstructor;

// --- Decorators ------------------------------------------------------------------------------

type DecoratorMetadataObject = Record<PropertyKey, unknown> & object;
type DecoratorMetadata = DecoratorMetadataObject;

/** What a class decorator is told. */
interface ClassDecoratorContext<Class extends abstract new (...args: any) => any = abstract new (...args: any) => any> {
  readonly kind: "class";
  readonly name: string | undefined;
  addInitializer(initializer: (this: Class) => void): void;
  readonly metadata: DecoratorMetadata;
}
/** What a method decorator is told. */
interface ClassMethodDecoratorContext<
  This = unknown,
  Value extends (this: This, ...args: any) => any = (this: This, ...args: any) => any,
> {
  readonly kind: "method";
  readonly name: string | symbol;
  readonly static: boolean;
  readonly private: boolean;
  readonly access: { has(object: This): boolean; get(object: This): Value };
  addInitializer(initializer: (this: This) => void): void;
  readonly metadata: DecoratorMetadata;
}
/** What a getter's decorator is told. */
interface ClassGetterDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: "getter";
  readonly name: string | symbol;
  readonly static: boolean;
  readonly private: boolean;
  readonly access: { has(object: This): boolean; get(object: This): Value };
  addInitializer(initializer: (this: This) => void): void;
  readonly metadata: DecoratorMetadata;
}
/** What a setter's decorator is told. */
interface ClassSetterDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: "setter";
  readonly name: string | symbol;
  readonly static: boolean;
  readonly private: boolean;
  readonly access: { has(object: This): boolean; set(object: This, value: Value): void };
  addInitializer(initializer: (this: This) => void): void;
  readonly metadata: DecoratorMetadata;
}
/** What an `accessor` field's decorator is told. */
interface ClassAccessorDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: "accessor";
  readonly name: string | symbol;
  readonly static: boolean;
  readonly private: boolean;
  readonly access: { has(object: This): boolean; get(object: This): Value; set(object: This, value: Value): void };
  addInitializer(initializer: (this: This) => void): void;
  readonly metadata: DecoratorMetadata;
}
interface ClassAccessorDecoratorTarget<This, Value> {
  get(this: This): Value;
  set(this: This, value: Value): void;
}
interface ClassAccessorDecoratorResult<This, Value> {
  get?(this: This): Value;
  set?(this: This, value: Value): void;
  init?(this: This, value: Value): Value;
}
/** What a field's decorator is told. */
interface ClassFieldDecoratorContext<This = unknown, Value = unknown> {
  readonly kind: "field";
  readonly name: string | symbol;
  readonly static: boolean;
  readonly private: boolean;
  readonly access: { has(object: This): boolean; get(object: This): Value; set(object: This, value: Value): void };
  addInitializer(initializer: (this: This) => void): void;
  readonly metadata: DecoratorMetadata;
}
type ClassMemberDecoratorContext =
  | ClassMethodDecoratorContext
  | ClassGetterDecoratorContext
  | ClassSetterDecoratorContext
  | ClassFieldDecoratorContext
  | ClassAccessorDecoratorContext;
type DecoratorContext = ClassDecoratorContext | ClassMemberDecoratorContext;

// ---------------------------------------------------------------------------------------------
// 3. Python's builtins
// ---------------------------------------------------------------------------------------------

/** Anything whose bytes can be read without a copy. */
type ReadableBuffer = bytes | bytearray | memoryview | ArrayBufferView | ArrayBuffer | BufferObject;
/** Anything whose bytes can be read and written in place. */
type WritableBuffer = bytearray | memoryview | ArrayBufferView | ArrayBuffer | BufferObject;
/** An object of a module that has bytes: extend it in a stub to say so. */
interface BufferObject {
  readonly [Symbol.toStringTag]: "buffer";
}

/**
 * Prints the values as Python shows them, with blanks between, and ends the line.
 *
 * `print("a", 1, { end: "" })` sets what ends the line and, with `sep`, what stands between.
 */
declare function print(...values: [...unknown[], Keywords<{ sep?: string; end?: string }>]): void;
declare function print(...values: unknown[]): void;

/** The integers from 0 up to, not including, `stop`. */
declare function range(stop: int): Range;
/** The integers from `start` up to, not including, `stop`, by steps of `step` (default 1). */
declare function range(start: int, stop: int, step?: int): Range;
/** A run of integers that takes no memory. */
interface Range extends Iterable<int, undefined, unknown> {
  readonly length: int;
  readonly [index: number]: int;
}

/** The number of items, bytes or characters. */
declare function len(value: { readonly length: number } | { readonly size: number }): int;
/** The value as an integer: truncated towards 0, or parsed; ValueError when text is no integer. */
declare function int(value?: number | bigint | boolean): int;
declare function int(text: string | bytes | bytearray, base?: int): int;
declare namespace int {
  /** The unsigned number that bytes stand for, the highest byte first ("big") or last ("little"). */
  function from_bytes(data: ReadableBuffer, order: "big" | "little"): int;
}
/** The number in hexadecimal digits: "0x3c", "-0x1". */
declare function hex(value: int): string;
/** The number in binary digits: "0b101". */
declare function bin(value: int): string;
/** The value as a float; ValueError when text is no number. */
declare function float(value?: number | bigint | boolean | string): float;
/** The value as text, as Python shows it. */
declare function str(value?: unknown): string;
declare function str(buffer: ReadableBuffer, encoding: "utf-8" | "utf8"): string;
/** The value as a Python literal would show it. */
declare function repr(value: unknown): string;
/** The size of a number, without its sign. */
declare function abs(value: number): number;
/** The smallest of the values; ValueError for an empty list. */
declare function min<T extends number | string>(first: T, second: T, ...more: T[]): T;
declare function min<T extends number | string>(values: Iterable<T>): T;
/** The largest of the values; ValueError for an empty list. */
declare function max<T extends number | string>(first: T, second: T, ...more: T[]): T;
declare function max<T extends number | string>(values: Iterable<T>): T;
/** The sum of the values. */
declare function sum(values: Iterable<number>, start?: number): number;
/** Reads a line from the console. Blocks everything else that runs on this core. */
declare function input(prompt?: string): string;
/** Raises AssertionError unless the condition holds. */
declare function assert(condition: unknown, message?: string): asserts condition;

/** Opens a file for text. OSError when it does not exist (ENOENT) or cannot be made. */
declare function open(path: string, mode?: "r" | "w" | "a" | "r+" | "w+" | "a+" | "rt" | "wt" | "at"): TextFile;
/** Opens a file for bytes. */
declare function open(path: string, mode: "rb" | "wb" | "ab" | "r+b" | "rb+" | "w+b" | "wb+" | "a+b" | "ab+"): BinaryFile;
declare function open<M extends string>(path: string, mode: string extends M ? M : never): TextFile | BinaryFile;

/** An open file or other stream. Leaving a `using` block closes it. */
interface PythonFile extends Disposable {
  /** Closes the file. */
  close(): void;
  /** Writes what is still in memory. */
  flush(): void;
  /** Moves to a byte: `whence` 0 from the start, 1 from here, 2 from the end. */
  seek(offset: int, whence?: 0 | 1 | 2): int;
  /** The current place in bytes. */
  tell(): int;
}
/** A file of text. */
interface TextFile extends PythonFile, Iterable<string, undefined, unknown> {
  /** Up to `size` characters, or all that is left. */
  read(size?: int): string;
  /** The next line with its line end; "" at the end of the file. */
  readline(size?: int): string;
  /** All lines that are left. */
  readlines(): string[];
  /** Writes text and gives the number of characters. */
  write(text: string): int;
}
/** A file of bytes. */
interface BinaryFile extends PythonFile, Iterable<bytes, undefined, unknown> {
  /** Up to `size` bytes, or all that is left. */
  read(size?: int): bytes;
  /** Fills the buffer and gives the number of bytes read. */
  readinto(buffer: WritableBuffer, size?: int): int;
  /** The next line with its line end; empty at the end of the file. */
  readline(size?: int): bytes;
  /** All lines that are left. */
  readlines(): bytes[];
  /** Writes bytes and gives their number. */
  write(data: ReadableBuffer | string): int;
}

/** What bytes, bytearray and memoryview share. */
interface PythonBytes extends Iterable<u8, undefined, unknown> {
  readonly length: int;
  /** A copy of a part; of a memoryview, a view of it. */
  slice(start?: int, end?: int): this;
  /** Two hexadecimal digits per byte. */
  hex(separator?: string): string;
}
/** Text methods of bytes and bytearray. */
interface PythonByteText<Self> {
  /** The bytes as text; UnicodeError when they are not UTF-8. */
  decode(encoding?: "utf-8" | "utf8" | "ascii", errors?: string): string;
  /** The first place of a part, or -1. */
  find(part: ReadableBuffer, start?: int, end?: int): int;
  /** The last place of a part, or -1. */
  rfind(part: ReadableBuffer, start?: int, end?: int): int;
  /** The first place of a part; ValueError when there is none. */
  index(part: ReadableBuffer, start?: int, end?: int): int;
  /** The last place of a part; ValueError when there is none. */
  rindex(part: ReadableBuffer, start?: int, end?: int): int;
  /** How often a part occurs. */
  count(part: ReadableBuffer, start?: int, end?: int): int;
  startswith(part: ReadableBuffer, start?: int): boolean;
  endswith(part: ReadableBuffer): boolean;
  /** With every `old` replaced by `new_`. */
  replace(old: ReadableBuffer, new_: ReadableBuffer, count?: int): Self;
  /** The parts between the separators, or between white space. */
  split(separator?: ReadableBuffer | null, limit?: int): Self[];
  /** As `split`, from the end. */
  rsplit(separator: ReadableBuffer | null, limit?: int): Self[];
  /** Without these bytes, or white space, at both ends. */
  strip(chars?: ReadableBuffer): Self;
  lstrip(chars?: ReadableBuffer): Self;
  rstrip(chars?: ReadableBuffer): Self;
  /** The parts with these bytes between them. */
  join(parts: Iterable<ReadableBuffer>): Self;
  lower(): Self;
  upper(): Self;
}

/** A run of bytes that cannot be changed. */
interface bytes extends PythonBytes, PythonByteText<bytes> {
  readonly [Symbol.toStringTag]: "bytes";
  readonly [index: number]: u8;
}
interface BytesConstructor {
  new (source: int | Iterable<int> | ReadableBuffer): bytes;
  new (text: string, encoding: "utf-8" | "utf8" | "ascii"): bytes;
  /** So many zero bytes, the bytes of a buffer or list, or of text in an encoding. */
  (source: int | Iterable<int> | ReadableBuffer): bytes;
  (text: string, encoding: "utf-8" | "utf8" | "ascii"): bytes;
  (): bytes;
  readonly prototype: bytes;
  /** The bytes that pairs of hexadecimal digits stand for. */
  fromhex(text: string): bytes;
}
declare var bytes: BytesConstructor;

/** A run of bytes that can be changed and can grow. */
interface bytearray extends PythonBytes, PythonByteText<bytearray> {
  readonly [Symbol.toStringTag]: "bytearray";
  [index: number]: u8;
  /** Adds one byte at the end. */
  append(byte: int): void;
  /** Adds bytes at the end. */
  extend(data: ReadableBuffer | Iterable<int>): void;
}
interface BytearrayConstructor {
  new (source?: int | Iterable<int> | ReadableBuffer): bytearray;
  new (text: string, encoding: "utf-8" | "utf8" | "ascii"): bytearray;
  /** So many zero bytes, a copy of a buffer or list, or of text in an encoding. */
  (source?: int | Iterable<int> | ReadableBuffer): bytearray;
  (text: string, encoding: "utf-8" | "utf8" | "ascii"): bytearray;
  readonly prototype: bytearray;
  /** The bytes that pairs of hexadecimal digits stand for. */
  fromhex(text: string): bytearray;
}
declare var bytearray: BytearrayConstructor;

/** A view of a buffer: slices share its memory. */
interface memoryview extends PythonBytes {
  readonly [Symbol.toStringTag]: "memoryview";
  [index: number]: int;
}
interface MemoryviewConstructor {
  new (buffer: ReadableBuffer): memoryview;
  (buffer: ReadableBuffer): memoryview;
  readonly prototype: memoryview;
}
declare var memoryview: MemoryviewConstructor;

// ---------------------------------------------------------------------------------------------
// 4. Python's exceptions
// ---------------------------------------------------------------------------------------------
// The private fields do not exist: they keep classes of the same shape apart for `instanceof`.

/** The root of everything that can be thrown. `catch` does not stop those that are not an Exception. */
declare class BaseException {
  constructor(...args: unknown[]);
  /** What the constructor was given. */
  readonly args: readonly any[];
}
/** The root of ordinary errors. */
declare class Exception extends BaseException {
  private readonly __Exception: never;
}
/** The program asks to end; `SystemExit(0)` means success. */
declare class SystemExit extends BaseException {
  private readonly __SystemExit: never;
}
/** Ctrl-C on the console. */
declare class KeyboardInterrupt extends BaseException {
  private readonly __KeyboardInterrupt: never;
}
/** A generator was closed. */
declare class GeneratorExit extends BaseException {
  private readonly __GeneratorExit: never;
}
/** An iterator has no more items. */
declare class StopIteration extends Exception {
  private readonly __StopIteration: never;
  /** What the generator returned. */
  readonly value: any;
}
/** An asynchronous iterator has no more items. */
declare class StopAsyncIteration extends Exception {
  private readonly __StopAsyncIteration: never;
}
/** The root of arithmetic errors. */
declare class ArithmeticError extends Exception {
  private readonly __ArithmeticError: never;
}
/** A number does not fit. */
declare class OverflowError extends ArithmeticError {
  private readonly __OverflowError: never;
}
/** A division by zero. */
declare class ZeroDivisionError extends ArithmeticError {
  private readonly __ZeroDivisionError: never;
}
/** An `assert` did not hold. */
declare class AssertionError extends Exception {
  private readonly __AssertionError: never;
}
/** An object has no such attribute. */
declare class AttributeError extends Exception {
  private readonly __AttributeError: never;
}
/** The end of input. */
declare class EOFError extends Exception {
  private readonly __EOFError: never;
}
/** A module is missing or has no such name. */
declare class ImportError extends Exception {
  private readonly __ImportError: never;
}
/** The root of IndexError and KeyError. */
declare class LookupError extends Exception {
  private readonly __LookupError: never;
}
/** An index is out of range; a queue is full or empty. */
declare class IndexError extends LookupError {
  private readonly __IndexError: never;
}
/** A dict has no such key. */
declare class KeyError extends LookupError {
  private readonly __KeyError: never;
}
/** No memory left, or allocation inside a hard interrupt. */
declare class MemoryError extends Exception {
  private readonly __MemoryError: never;
}
/** A name has no value. */
declare class NameError extends Exception {
  private readonly __NameError: never;
}
/** An operating system or hardware error; `errno` says which. */
declare class OSError extends Exception {
  private readonly __OSError: never;
  /** The number of the error, as in the module `errno`. */
  readonly errno: int;
}
/** An error of no other kind. */
declare class RuntimeError extends Exception {
  private readonly __RuntimeError: never;
}
/** Something that is not there on this board. */
declare class NotImplementedError extends RuntimeError {
  private readonly __NotImplementedError: never;
}
/** A value of the right type that does not do. */
declare class ValueError extends Exception {
  private readonly __ValueError: never;
}
/** Bytes that are not text. */
declare class UnicodeError extends ValueError {
  private readonly __UnicodeError: never;
}

/** Tests of a project, run by `tsmp test` on this computer, on an emulated Pico or on a board. */

/** Code of a test, with any result. It may be async: the test ends when its promise does. */
type Body = () => unknown;

/** Adds a test for each row of a table, or a group. */
interface Each {
  /**
   * Of rows that are lists: `body` gets their elements as its parameters. `%s`, `%d`, `%i`, `%f`, `%j`,
   * `%o` and `%p` in the name stand for them, `%#` for the number of the row.
   *
   *     test.each([[1, "I"], [4, "IV"]])("%i is %s", (n, roman) => {
   *       expect(toRoman(n)).toBe(roman);
   *     });
   */
  <Row extends readonly unknown[] | [unknown]>(
    rows: readonly Row[],
  ): (name: string, body: (...values: Row) => unknown) => void;
  /** Of rows that are anything else: `body` gets the row; `$name` in the name is a field of it. */
  <Row>(rows: readonly Row[]): (name: string, body: (row: Row) => unknown) => void;
}

/** What adds tests. */
interface AddTest {
  (name: string, body: Body): void;
  /** Adds a test, and leaves out all that are not added by `only`. */
  only(name: string, body: Body): void;
  /** A test that does not run. */
  skip(name: string, body?: Body): void;
  /** A test that is still to be written. */
  todo(name: string): void;
  readonly each: Each;
}

/** What adds groups. */
interface AddGroup {
  (name: string, body: () => void): void;
  /** Adds a group, and leaves out all tests that are not added by `only`. */
  only(name: string, body: () => void): void;
  /** A group whose tests do not run. */
  skip(name: string, body?: () => void): void;
  readonly each: Each;
}

/**
 * Adds a test. It runs after its module has loaded, and passes if nothing is thrown.
 *
 *     test("a byte has two digits", () => {
 *       expect(hex(7)).toBe("07");
 *     });
 *
 * Its name is what the report calls it.
 */
export const test: AddTest;

/** The same as `test`, for names that begin with what the code does: `it("rounds", ...)`. */
export const it: AddTest;

/** Groups the tests that the body adds: the report puts the name before theirs. Runs the body at once. */
export const describe: AddGroup;

/** Adds code that runs before each test of this module, or of the group around. */
export function beforeEach(body: Body): void;

/** Adds code that runs after each test of this module, or of the group around, also when it failed. */
export function afterEach(body: Body): void;

/** Adds code that runs once, before the first test of this module, or of the group around. */
export function beforeAll(body: Body): void;

/** Adds code that runs once, after the last test of this module, or of the group around. */
export function afterAll(body: Body): void;

/** Begins what a test expects. */
interface Expect {
  <T>(actual: T): Expectation<T>;
  /** The test fails unless it looks at so many expectations. */
  assertions(count: int): void;
  /** The test fails unless it looks at an expectation. */
  hasAssertions(): void;
}

/** What `toThrow` looks for: a part of the message, a pattern, an error with the same message, or its class. */
type Thrown = string | RegExp | Error | (abstract new (...args: never[]) => Error | BaseException);

/**
 * Says what a value should be: `expect(sum).toBe(3)`, `expect(list).not.toContain(0)`. The value is what
 * the code under test gave; for `toThrow` a function that calls the code.
 */
export const expect: Expect;

/** What a test expects of a value. Each method throws AssertionError where it does not hold. */
export class Expectation<T> {
  private constructor();
  /** The opposite of each expectation. */
  readonly not: Expectation<T>;
  /** What the value of a promise should be: `await expect(load()).resolves.toBe(3)`. */
  readonly resolves: Settled<Awaited<T>>;
  /** What the error of a promise should be: `await expect(load()).rejects.toThrow("no file")`. */
  readonly rejects: Settled<unknown>;
  /** The same number, text or object, as `Object.is` tells; 0 and -0 are one. */
  toBe(expected: T | null | undefined): void;
  /** Built alike: the same items in the same order, the same fields with equal values. */
  toEqual(expected: T | null | undefined): void;
  /** The same as `toEqual`. */
  toStrictEqual(expected: T | null | undefined): void;
  /** An object that has at least these fields, with equal values. */
  toMatchObject(expected: object): void;
  /**
   * An object with this property.
   *
   * @param path Its name, names with points between, or a list of names and indices.
   * @param value What it should be equal to (default: anything).
   */
  toHaveProperty(path: string | readonly (string | int)[], value?: unknown): void;
  /** A text with this part, or that a pattern matches. */
  toMatch(this: Expectation<string>, expected: string | RegExp): void;
  /**
   * A number that rounds alike.
   *
   * @param digits Digits behind the point that must agree (default 2).
   */
  toBeCloseTo(this: Expectation<number>, expected: number, digits?: int): void;
  /** Not false, 0, NaN, "" or undefined. */
  toBeTruthy(): void;
  /** False, 0, NaN, "" or undefined. */
  toBeFalsy(): void;
  /** Not a number: what `0 / 0` gives. */
  toBeNaN(this: Expectation<number>): void;
  /** Neither `undefined` nor `null`, which are one value on a board. */
  toBeDefined(): void;
  /** `null` or `undefined`, which are one value on a board. */
  toBeNull(): void;
  /** `undefined` or `null`, which are one value on a board. */
  toBeUndefined(): void;
  /** A larger number than `other`. */
  toBeGreaterThan(this: Expectation<number>, other: number): void;
  /** A number not smaller than `other`. */
  toBeGreaterThanOrEqual(this: Expectation<number>, other: number): void;
  /** A smaller number than `other`. */
  toBeLessThan(this: Expectation<number>, other: number): void;
  /** A number not larger than `other`. */
  toBeLessThanOrEqual(this: Expectation<number>, other: number): void;
  /** A text with this part. */
  toContain(this: Expectation<string>, part: string): void;
  /** A list with this item: the same number, text or object. */
  toContain<Item>(this: Expectation<readonly Item[]>, item: Item): void;
  /** A list with an item that is built like this one. */
  toContainEqual<Item>(this: Expectation<readonly Item[]>, item: Item): void;
  /** An object of a class. */
  toBeInstanceOf(expected: abstract new (...args: never[]) => object): void;
  /** A text or list of so many characters or items. */
  toHaveLength(this: Expectation<{ readonly length: number }>, length: int): void;
  /**
   * A function that throws.
   *
   * @param expected A part of the message, a pattern, an error with this message, or the class of the
   *   error (default: any error).
   */
  toThrow(this: Expectation<() => unknown>, expected?: Thrown): void;
  /** The same as `toThrow`. */
  toThrowError(this: Expectation<() => unknown>, expected?: Thrown): void;
}

/** What a test expects of a promise: the same as of a value, to be awaited. */
export class Settled<T> {
  private constructor();
  /** The opposite of each expectation. */
  readonly not: Settled<T>;
  toBe(expected: T | null | undefined): Promise<void>;
  toEqual(expected: T | null | undefined): Promise<void>;
  toStrictEqual(expected: T | null | undefined): Promise<void>;
  toMatchObject(expected: object): Promise<void>;
  toHaveProperty(path: string | readonly (string | int)[], value?: unknown): Promise<void>;
  toMatch(expected: string | RegExp): Promise<void>;
  toBeCloseTo(expected: number, digits?: int): Promise<void>;
  toBeTruthy(): Promise<void>;
  toBeFalsy(): Promise<void>;
  toBeNull(): Promise<void>;
  toBeDefined(): Promise<void>;
  toBeUndefined(): Promise<void>;
  toContain(item: unknown): Promise<void>;
  toContainEqual(item: unknown): Promise<void>;
  toBeInstanceOf(expected: abstract new (...args: never[]) => object): Promise<void>;
  toHaveLength(length: int): Promise<void>;
  toThrow(expected?: Thrown): Promise<void>;
  toThrowError(expected?: Thrown): Promise<void>;
}

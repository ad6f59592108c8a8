/** Tests of a project, run by `tsmp test` on this computer, on an emulated Pico or on a board. */

/** Code of a test, with any result. It may be async: the test ends when its promise does. */
type Body = () => unknown;

/**
 * Adds a test. It runs after its module has loaded, and passes if nothing is thrown.
 *
 *     test("a byte has two digits", () => {
 *       expect(hex(7)).toBe("07");
 *     });
 *
 * @param name What the report calls it.
 */
export function test(name: string, body: Body): void;

/** The same as `test`, for names that begin with what the code does: `it("rounds", ...)`. */
export function it(name: string, body: Body): void;

/** Groups the tests that `body` adds: the report puts `name` before theirs. Runs `body` at once. */
export function describe(name: string, body: () => void): void;

/** Adds code that runs before each test of this module, or of the group around. */
export function beforeEach(body: Body): void;

/** Adds code that runs after each test of this module, or of the group around, also when it failed. */
export function afterEach(body: Body): void;

/**
 * Says what a value should be: `expect(sum).toBe(3)`, `expect(list).not.toContain(0)`.
 *
 * @param actual The value that the code under test gave; for `toThrow` a function that calls the code.
 */
export function expect<T>(actual: T): Expectation<T>;

/** What a test expects of a value. Each method throws AssertionError where it does not hold. */
export class Expectation<T> {
  private constructor();
  /** The opposite of each expectation. */
  readonly not: Expectation<T>;
  /** The same number, text or object, as `Object.is` tells; 0 and -0 are one. */
  toBe(expected: T): void;
  /** Built alike: the same items in the same order, the same fields with equal values. */
  toEqual(expected: T): void;
  /** The same as `toEqual`. */
  toStrictEqual(expected: T): void;
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
   * @param expected A part of the message, or the class of the error (default: any error).
   */
  toThrow(
    this: Expectation<() => unknown>,
    expected?: string | (abstract new (...args: never[]) => Error | BaseException),
  ): void;
}

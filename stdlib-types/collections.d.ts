/** A queue with two ends, a dict that keeps order, tuples with names. */

/** A class whose instances are tuples with named fields. */
export interface NamedTupleClass<Names extends readonly string[]> {
  new (...values: { [I in keyof Names]: any }): { readonly [Name in Names[number]]: any } & readonly any[];
}
/** Makes a class of tuples with named fields. */
export function namedtuple<const Names extends readonly string[]>(name: string, fields: Names): NamedTupleClass<Names>;

/** A dict that keeps the order of insertion. Its look-ups take time; TypeScript's `Map` is chosen by need. */
export class OrderedDict<K, V> implements Iterable<K, undefined, unknown> {
  constructor(items?: Iterable<readonly [K, V]>);
  /** The number of entries. */
  readonly length: int;
  /** Removes every entry. */
  clear(): void;
  /** A copy. */
  copy(): OrderedDict<K, V>;
  /** The value under the key, or null, or `otherwise`. */
  get(key: K): V | null;
  get<D>(key: K, otherwise: D): V | D;
  /** Pairs of key and value. */
  items(): Iterable<[K, V]>;
  /** The keys. */
  keys(): Iterable<K>;
  /** The values. */
  values(): Iterable<V>;
  /** Removes an entry and gives its value; KeyError, or `otherwise`, when there is none. */
  pop(key: K): V;
  pop<D>(key: K, otherwise: D): V | D;
  /** Removes the last entry and gives it; KeyError when there is none. */
  popitem(): [K, V];
  /** The value under the key, which is put there when there is none. */
  setdefault(key: K): V | null;
  setdefault(key: K, value: V): V;
  /** Puts entries there. */
  update(items: Iterable<readonly [K, V]> | OrderedDict<K, V>): void;
  /** A dict with one value under each key. */
  static fromkeys<K, V = null>(keys: Iterable<K>, value?: V): OrderedDict<K, V>;
  [Symbol.iterator](): Iterator<K, undefined, unknown>;
}

/** A queue with two ends and a fixed size: when it is full, an item at one end pushes one out at the other. */
export class deque<T> implements Iterable<T, undefined, unknown> {
  /**
   * @param maxlen How many items it can hold.
   * @param flags 1: a full queue raises IndexError instead.
   */
  constructor(items: Iterable<T>, maxlen: int, flags?: 0 | 1);
  /** The item at a place; IndexError when there is none. */
  [index: number]: T;
  /** The number of items. */
  readonly length: int;
  /** Adds an item at the right end. Takes no memory. */
  append(item: T): void;
  /** Adds an item at the left end. */
  appendleft(item: T): void;
  /** Adds items at the right end. */
  extend(items: Iterable<T>): void;
  /** Removes the item at the right end and gives it; IndexError when there is none. */
  pop(): T;
  /** Removes the item at the left end and gives it; IndexError when there is none. */
  popleft(): T;
  [Symbol.iterator](): Iterator<T, undefined, unknown>;
}

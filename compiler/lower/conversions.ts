import type { ts } from "ts-morph";

/** What JavaScript makes of a value before it is used. */
export type Conversion = "number" | "text";

/** Expressions that are converted where they are lowered, and count as what they become. */
export class Conversions {
  #wanted: ReadonlyMap<ts.Node, Conversion> = new Map();

  of(node: ts.Node): Conversion | undefined {
    return this.#wanted.get(node);
  }

  /** Lowers code in which some expressions are converted. */
  during<T>(conversions: ReadonlyMap<ts.Node, Conversion>, lower: () => T): T {
    return this.#with(new Map([...this.#wanted, ...conversions]), lower);
  }

  /** Lowers an expression as it is. */
  without<T>(node: ts.Node, lower: () => T): T {
    return this.#with(new Map([...this.#wanted].filter(([one]) => one !== node)), lower);
  }

  #with<T>(wanted: ReadonlyMap<ts.Node, Conversion>, lower: () => T): T {
    const saved = this.#wanted;
    this.#wanted = wanted;
    try {
      return lower();
    } finally {
      this.#wanted = saved;
    }
  }
}

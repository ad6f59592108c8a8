import type { Random } from "../../support/generated/random.ts";
import type { Piece, PieceKind } from "./piece.ts";

export interface Variable {
  readonly name: string;
  readonly kind: PieceKind;
  readonly isConst: boolean;
}

/** A function of the program: what it takes, and what it gives when it is called. */
export interface Callable {
  readonly name: string;
  readonly takes: readonly PieceKind[];
  readonly gives: PieceKind;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
}

export interface ClassShape {
  readonly name: string;
  /** Its methods take and give an int; `value` is a property, `double` an accessor that can be set. */
  readonly methods: readonly string[];
  readonly hasStatic: boolean;
}

/** Where code is being made: what it may mention, and which jumps it may make. */
export interface Place {
  readonly variables: readonly Variable[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly returns: PieceKind | undefined;
  readonly loops: number;
  readonly labels: readonly string[];
  readonly isSwitch: boolean;
}

/** What is known while one program is made; names carry its number, since many programs share a file. */
export class Maker {
  readonly random: Random;
  readonly id: number;
  readonly callables: Callable[] = [];
  readonly classes: ClassShape[] = [];
  /** What the module declares for all its functions. */
  readonly tables: Variable[] = [];
  #names = 0;
  #labels = 0;

  constructor(random: Random, id: number) {
    this.random = random;
    this.id = id;
  }

  below(limit: number): number {
    return this.random.below(limit);
  }

  chance(one: number, of: number): boolean {
    return this.random.below(of) < one;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.random.below(items.length)]!;
  }

  name(prefix: string): string {
    return `${prefix}${++this.#names}`;
  }

  /** A name at the top of the file. */
  globalName(prefix: string): string {
    return `${prefix}${this.id}_${++this.#names}`;
  }

  /** What the program logs when a part of it is evaluated. */
  label(): string {
    return `"${++this.#labels}"`;
  }

  variable(place: Place, kind: PieceKind, isAssigned = false): Variable | undefined {
    const fitting = place.variables.filter((v) => v.kind === kind && !(isAssigned && v.isConst));
    return fitting.length > 0 ? this.pick(fitting) : undefined;
  }
}

/** One of several ways to make a piece; those that cannot be used here give nothing. */
export type Way = (maker: Maker, place: Place, depth: number) => Piece | undefined;

/** Tries ways until one gives a piece. */
export function oneOf(
  ways: readonly Way[],
  fallback: Way,
  maker: Maker,
  place: Place,
  depth: number,
): Piece {
  for (let attempt = 0; attempt < 4; attempt++) {
    const made = maker.pick(ways)(maker, place, depth);
    if (made) return made;
  }
  return fallback(maker, place, depth)!;
}

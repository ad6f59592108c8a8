import type { ts } from "ts-morph";
import type { Cell } from "./cell.ts";

/** A function, or a class where `new` and field initialisers are meant. */
export type FunctionNode = ts.SignatureDeclaration | ts.ClassLikeDeclaration;

/**
 * What is known of a set of objects that are not told apart: which cells they have, by slot name.
 * See `slots.ts` for the names. Shapes are united when objects of one flow to where the other is.
 */
export class Shape {
  #parent: Shape | undefined;
  slots = new Map<string, Cell>();
  /** The functions that may be called when one of these objects is. */
  functions = new Set<FunctionNode>();
  /** From this parameter on, arguments go to the element slot of the parameter's array. */
  restFrom = Number.POSITIVE_INFINITY;
  /** May code that nobody can see hold these objects? */
  isUnknown = false;
  /** Made by a built-in: its methods are not in slots. */
  isNative = false;
  /** Are positions one with the elements? */
  mergesPositions = false;
  /** Are properties one with the values under computed names? */
  mergesNames = false;

  get root(): Shape {
    let root: Shape = this;
    while (root.#parent) root = root.#parent;
    if (this !== root) this.#parent = root;
    return root;
  }

  becomePartOf(other: Shape): void {
    this.#parent = other;
  }
}

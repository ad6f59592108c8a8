import { ts } from "ts-morph";
import type { Residue } from "../../numberFacts.ts";
import { hasModifier } from "../../syntax.ts";
import type { FlowBuilder } from "../graph/builder.ts";
import type { EventIndex } from "../solve/eventIndex.ts";

/** Finds the functions whose results nobody looks at but modulo 2 ** 32. */
export class ResidueResults {
  readonly #builder: FlowBuilder;
  readonly #events: EventIndex;
  readonly #exported: ReadonlySet<ts.Node>;
  readonly #wanted: (call: ts.Expression) => Residue;
  readonly #known = new Map<ts.Node, boolean>();

  constructor(
    builder: FlowBuilder,
    { events, exported }: { events: EventIndex; exported: ReadonlySet<ts.Node> },
    wanted: (call: ts.Expression) => Residue,
  ) {
    this.#builder = builder;
    this.#events = events;
    this.#exported = exported;
    this.#wanted = wanted;
  }

  isUnsigned(node: ts.Node): boolean {
    let known = this.#known.get(node);
    if (known === undefined) {
      // A function whose result goes into its own is none of these.
      this.#known.set(node, false);
      known = this.#givesBits(node) && this.#isEveryCallCut(node);
      this.#known.set(node, known);
    }
    return known;
  }

  /** Does a call reach only functions that give residues? */
  isUnsignedCall(call: ts.CallExpression): boolean {
    if (this.#builder.libraryKeys.has(call)) return false;
    const shape = this.#builder.shapeOf(call.expression);
    if (!shape || shape.isUnknown || shape.isNative || shape.functions.size === 0) return false;
    return [...shape.functions].every((callee) => this.isUnsigned(callee));
  }

  /** A plain function that makes its result by bit operators, and a number in any case. */
  #givesBits(node: ts.Node): boolean {
    const isPlain =
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node) ||
      ts.isMethodDeclaration(node);
    if (!isPlain || node.asteriskToken || this.#exported.has(node)) return false;
    if (hasModifier(node, ts.SyntaxKind.AsyncKeyword)) return false;
    const { checker } = this.#builder;
    const signature = checker.getSignatureFromDeclaration(node);
    const type = signature && checker.getReturnTypeOfSignature(signature);
    return type !== undefined && (type.flags & ts.TypeFlags.NumberLike) !== 0;
  }

  #isEveryCallCut(node: ts.Node): boolean {
    const calls = this.#events.callsOf(node as Parameters<EventIndex["callsOf"]>[0]);
    return (
      calls.length > 0 &&
      calls.every((call) => {
        if (!ts.isCallExpression(call) || this.#builder.libraryKeys.has(call)) return false;
        // One that reaches other functions, too, would have to know which.
        const shape = this.#builder.shapeOf(call.expression);
        const isAlone = shape?.functions.size === 1 && !shape.isUnknown;
        return isAlone && !ts.isOptionalChain(call) && this.#wanted(call) !== "exact";
      })
    );
  }
}

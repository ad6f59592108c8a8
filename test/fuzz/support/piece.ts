/** What a piece of a program is: an expression of a type, or something that stands on lines of its own. */
export type PieceKind =
  | "int"
  | "float"
  | "text"
  | "bool"
  | "ints"
  | "maybe"
  | "point"
  | "callback"
  | "statement"
  | "declaration";

/** A program as a tree: text, with the pieces that it is made of in between. */
export interface Piece {
  readonly kind: PieceKind;
  readonly parts: readonly (string | Piece)[];
}

/** Makes a piece of a kind from a template: piece("int")`${a} + ${b}`. */
export function piece(kind: PieceKind) {
  return (
    texts: TemplateStringsArray,
    ...values: readonly (string | number | Piece | readonly Piece[])[]
  ): Piece => {
    const parts: (string | Piece)[] = [];
    texts.forEach((text, i) => {
      if (text !== "") parts.push(text);
      const value = values[i];
      if (value === undefined) return;
      if (typeof value === "string" || typeof value === "number") parts.push(String(value));
      else if ("kind" in value) parts.push(value);
      else parts.push(...value);
    });
    return { kind, parts };
  };
}

export function render(node: Piece): string {
  return node.parts.map((part) => (typeof part === "string" ? part : render(part))).join("");
}

/** How many pieces a tree has. */
export function sizeOf(node: Piece): number {
  return node.parts.reduce((sum, part) => sum + (typeof part === "string" ? 0 : sizeOf(part)), 1);
}

/** Values that nothing smaller stands for. */
const smallest: Readonly<Partial<Record<PieceKind, string>>> = {
  int: "1",
  float: "0.5",
  text: '"t"',
  bool: "true",
  ints: "[1]",
  point: "{ x: 1, y: 2 }",
  maybe: "undefined",
  statement: "",
  declaration: "",
};

/** Smaller trees of the same kind: a piece left out, or in its place a part of itself; the largest cuts first. */
export function* smaller(root: Piece): Generator<Piece> {
  const cuts = [...replacements(root)].sort((a, b) => b.saved - a.saved);
  for (const { make } of cuts) yield make();
}

interface Cut {
  readonly saved: number;
  readonly make: () => Piece;
}

function* replacements(node: Piece): Generator<Cut> {
  const size = sizeOf(node);
  const simple = smallest[node.kind];
  if (simple !== undefined && render(node) !== simple) {
    yield { saved: size, make: () => ({ kind: node.kind, parts: [simple] }) };
  }
  for (const inner of descendants(node)) {
    if (inner.kind === node.kind) yield { saved: size - sizeOf(inner), make: () => inner };
  }
  for (const [i, part] of node.parts.entries()) {
    if (typeof part === "string") continue;
    for (const { saved, make } of replacements(part)) {
      yield {
        saved,
        make: () => ({ ...node, parts: node.parts.map((p, at) => (at === i ? make() : p)) }),
      };
    }
  }
}

function* descendants(node: Piece): Generator<Piece> {
  for (const part of node.parts) {
    if (typeof part === "string") continue;
    yield part;
    yield* descendants(part);
  }
}

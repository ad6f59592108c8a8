import { ts } from "ts-morph";
import { stubRoot } from "../project/programHost.ts";

/** What the comment of a stub's declaration says about where the name exists. */
export interface BoardMark {
  /** The first MicroPython that has it: `@since 1.26`. */
  readonly since?: string;
  /** It exists on a Pyboard only; the text says what an RP2 has instead. */
  readonly pyboard?: string;
}

const none: BoardMark = {};
/** Stubs are parsed once for the life of the process, so their marks are read once. */
const known = new WeakMap<ts.Node, BoardMark>();

/**
 * The mark of a declaration. Stubs are parsed without their comments, so the text before the node is
 * read. An overload without a comment of its own goes with the one before it.
 */
export function boardMark(declaration: ts.Node): BoardMark {
  const found = known.get(declaration);
  if (found) return found;
  const mark = readMark(declaration);
  known.set(declaration, mark);
  return mark;
}

function readMark(declaration: ts.Node): BoardMark {
  if (!isOfStub(declaration)) return none;
  const text = commentOf(declaration);
  if (text === undefined) return markBefore(ownerOf(declaration));
  const since = /@since\s+(\d+\.\d+)/.exec(text)?.[1];
  const pyboard = /@pyboard\s+([^\n]+?)\s*(?:\*\/|\n)/.exec(text)?.[1];
  if (since === undefined && pyboard === undefined) return none;
  return {
    ...(since === undefined ? {} : { since }),
    ...(pyboard === undefined ? {} : { pyboard }),
  };
}

/** From and to, both included. */
export interface NumberRange {
  readonly lo: number;
  readonly hi: number;
}

/**
 * What the comment of a stub's property says about its numbers, or the comment of a function about
 * those of a parameter: `@range 0 7`, `@range timeout 1 8388`. A chip may stand behind.
 */
export function rangeMark(
  declaration: ts.Node,
  chip: string,
  parameter?: string,
): NumberRange | undefined {
  const all = rangesOf(declaration);
  const fits = all.filter(({ of, on }) => of === parameter && (on === undefined || on === chip));
  return fits.find(({ on }) => on !== undefined) ?? fits[0];
}

interface MarkedRange extends NumberRange {
  readonly of?: string | undefined;
  readonly on?: string | undefined;
}

const knownRanges = new WeakMap<ts.Node, readonly MarkedRange[]>();

function rangesOf(declaration: ts.Node): readonly MarkedRange[] {
  const found = knownRanges.get(declaration);
  if (found) return found;
  const text = isOfStub(declaration) ? (commentOf(declaration) ?? "") : "";
  const ranges = [
    ...text.matchAll(/@range (?:([a-z]\w*) )?(-?[\d.]+) (-?[\d.]+)(?: (rp\d+))?/g),
  ].map(([, of, lo, hi, on]) => ({ of, lo: Number(lo), hi: Number(hi), on }));
  knownRanges.set(declaration, ranges);
  return ranges;
}

/** `{ hard: true }`: the option that a stub declares, in each of the sets of options that it may belong to. */
export function keywordDeclarations(
  checker: ts.TypeChecker,
  { parent, name }: ts.PropertyAssignment,
): readonly ts.Declaration[] {
  const type = checker.getContextualType(parent);
  const options = type && checker.getNonNullableType(type);
  const symbol = options && checker.getPropertyOfType(options, name.getText());
  return symbol?.declarations ?? [];
}

function isOfStub(declaration: ts.Node): boolean {
  return declaration.getSourceFile().fileName.startsWith(stubRoot);
}

/** The comment before a declaration, which for a variable stands before its statement. */
function commentOf(declaration: ts.Node): string | undefined {
  const { text } = declaration.getSourceFile();
  const [comment] = (ts.getLeadingCommentRanges(text, ownerOf(declaration).pos) ?? []).slice(-1);
  return comment && text.slice(comment.pos, comment.end);
}

function ownerOf(declaration: ts.Node): ts.Node {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

function markBefore(declaration: ts.Node): BoardMark {
  const name = nameOf(declaration);
  const { parent } = declaration;
  const isList =
    ts.isSourceFile(parent) || ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent);
  if (name === undefined || !isList) return none;
  const siblings: readonly ts.Node[] = ts.isSourceFile(parent) ? parent.statements : parent.members;
  const before = siblings[siblings.indexOf(declaration) - 1];
  return before && nameOf(before) === name ? boardMark(before) : none;
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  return "name" in node && node.name ? (node.name as ts.Node).getText() : undefined;
}

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
  const file = declaration.getSourceFile();
  if (!file.fileName.startsWith(stubRoot)) return none;
  const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const [comment] = (ts.getLeadingCommentRanges(file.text, owner.pos) ?? []).slice(-1);
  if (!comment) return markBefore(owner);
  const text = file.text.slice(comment.pos, comment.end);
  const since = /@since\s+(\d+\.\d+)/.exec(text)?.[1];
  const pyboard = /@pyboard\s+([^\n]+?)\s*(?:\*\/|\n)/.exec(text)?.[1];
  if (since === undefined && pyboard === undefined) return none;
  return {
    ...(since === undefined ? {} : { since }),
    ...(pyboard === undefined ? {} : { pyboard }),
  };
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

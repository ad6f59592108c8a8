import { ts } from "ts-morph";
import type { Binding, BindingFacts } from "../facts/bindings.ts";
import { isScopeNode, type ScopeNode } from "../facts/scopes.ts";
import { attributeName, isReservedName, legalIdentifier } from "../python/reservedNames.ts";

/**
 * The Python names of one module's variables. Python has one scope per function where TypeScript has
 * blocks, so a variable is renamed where it would hide another one that its function mentions.
 */
export class Names {
  readonly #bindings: BindingFacts;
  readonly #names = new Map<Binding, string>();
  /** Every identifier of the file: a made-up name must differ from all. */
  readonly #words: ReadonlySet<string>;
  readonly #madeUp = new Set<string>();
  readonly #assigned = new Set<string>();
  readonly #given = new Set<string>();
  /** Names of local variables that were made up: no module-level name may hide behind one. */
  readonly #temporaries = new Set<string>();

  constructor(bindings: BindingFacts, words: ReadonlySet<string>) {
    this.#bindings = bindings;
    this.#words = words;
  }

  of(binding: Binding): string {
    const known = this.#names.get(binding);
    if (known !== undefined) return known;
    this.#nameScope(binding.scope);
    return this.#names.get(binding) ?? legalIdentifier(binding.symbol.name);
  }

  /** Gives a binding a name that something else has decided, such as `self`. */
  fix(binding: Binding, name: string): void {
    this.#names.set(binding, name);
  }

  /** Says that generated code assigns a name again and again, such as the accumulator of a loop. */
  noteAssigned(name: string): void {
    this.#assigned.add(name);
  }

  /** Is a Python name held only by variables that are never assigned again? */
  isFixed(name: string): boolean {
    if (this.#assigned.has(name)) return false;
    let found = this.#madeUp.has(name);
    for (const [binding, held] of this.#names) {
      if (held !== name) continue;
      if (binding.writes.length > 0) return false;
      found = true;
    }
    return found;
  }

  /** A module-level name that nothing else in the file has: `hint`, `hint_1`, ... */
  fresh(hint: string): string {
    const name = this.unused(hint, (name) => this.#temporaries.has(name));
    this.#madeUp.add(name);
    return name;
  }

  /** Has a variable of the file a name? */
  isWord(name: string): boolean {
    return this.#words.has(name);
  }

  /** Says that a made-up name is a local variable of some function. */
  noteTemporary(name: string): void {
    this.#temporaries.add(name);
  }

  /** `hint` itself, where a function mentions no such name and nothing that is made up has it. */
  freeInside(hint: string, words: ReadonlySet<string>): string | undefined {
    const name = legalIdentifier(hint);
    const isTaken = words.has(name) || this.#madeUp.has(name) || isReservedName(name);
    return isTaken ? undefined : name;
  }

  /** A name that no variable of the file has, and that is not taken otherwise. */
  unused(hint: string, isTaken: (name: string) => boolean): string {
    const base = legalIdentifier(hint);
    for (let i = 0; ; i++) {
      const name = i === 0 ? base : `${base}_${i}`;
      if (this.#words.has(name) || this.#madeUp.has(name) || isReservedName(name)) continue;
      if (this.#given.has(name)) continue;
      if (!isTaken(name)) return name;
    }
  }

  #nameScope(scope: ScopeNode): void {
    const outer = new Set<string>();
    for (const mentioned of this.#bindings.mentionedIn(scope)) {
      if (isAround(mentioned.scope, scope)) outer.add(this.of(mentioned));
    }
    const holders = new Map<string, Binding[]>();
    const hold = (name: string, binding: Binding) => {
      const list = holders.get(name);
      if (list) list.push(binding);
      else holders.set(name, [binding]);
      this.#names.set(binding, name);
      this.#given.add(name);
    };
    const all = this.#bindings.declaredIn(scope);
    // Variables of functions that are lowered in place come last: the scope's own keep their names.
    const declared = [...all.filter(isOwn), ...all.filter((binding) => !isOwn(binding))];
    for (const binding of declared) {
      const fixed = this.#names.get(binding);
      if (fixed !== undefined) hold(fixed, binding);
    }
    for (const binding of declared) {
      if (this.#names.has(binding)) continue;
      const isFree = (name: string) =>
        !outer.has(name) &&
        !isMemberAround(binding, name) &&
        (holders.get(name) ?? []).every((other) => canShareName(binding, other));
      hold(this.#choose(legalIdentifier(binding.symbol.name), isFree), binding);
    }
  }

  #choose(wanted: string, isFree: (name: string) => boolean): string {
    const base = isReservedName(wanted) ? `${wanted}_` : wanted;
    if (isFree(base)) return base;
    for (let i = 1; ; i++) {
      const name = `${base.replace(/_$/, "")}_${i}`;
      if (isFree(name) && !this.#words.has(name)) return name;
    }
  }
}

/**
 * Is a variable of a function used inside of a class of that function that has a member of the name?
 * MicroPython takes the member for what a method of the class means.
 */
function isMemberAround({ scope, capturedBy }: Binding, name: string): boolean {
  if (ts.isSourceFile(scope)) return false;
  for (const user of capturedBy) {
    for (let node: ts.Node = user; node !== scope && node.parent; node = node.parent) {
      if (!ts.isClassLike(node)) continue;
      const names = node.members.map((member) => member.name?.getText().replace(/^#/, ""));
      if (names.some((member) => member !== undefined && attributeName(member) === name))
        return true;
    }
  }
  return false;
}

/** Is a scope one of those around another? */
function isAround(outer: ScopeNode, inner: ScopeNode): boolean {
  return (
    outer !== inner &&
    outer.pos <= inner.pos &&
    inner.end <= outer.end &&
    outer.getSourceFile() === inner.getSourceFile()
  );
}

/** Is a variable declared by its scope itself, not by a function that is lowered in place there? */
function isOwn({ declaration, scope }: Binding): boolean {
  for (let { parent } = declaration; parent !== scope; { parent } = parent) {
    if (ts.isFunctionLike(parent) || ts.isSourceFile(parent)) return false;
  }
  return true;
}

/** Variables of blocks that do not overlap can have one name, unless a closure keeps one of them. */
function canShareName(a: Binding, b: Binding): boolean {
  if (a.capturedBy.size > 0 || b.capturedBy.size > 0) return false;
  const x = blockOf(a);
  const y = blockOf(b);
  return x.end <= y.pos || y.end <= x.pos;
}

/** The node in which a variable is visible. */
function blockOf(binding: Binding): ts.Node {
  const { declaration, scope } = binding;
  if (declaration === scope) return scope;
  const list = declaration.parent;
  if (ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.BlockScoped) === 0) {
    return scope;
  }
  let current: ts.Node = declaration;
  do current = current.parent;
  while (current !== scope && !isBlockLike(current));
  // A field initialiser is no part of the constructor that runs it.
  return current.pos < scope.pos || current.end > scope.end ? scope : current;
}

function isBlockLike(node: ts.Node): boolean {
  return (
    ts.isBlock(node) ||
    ts.isIterationStatement(node, false) ||
    ts.isCaseBlock(node) ||
    ts.isCatchClause(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node)
  );
}

/** The names of all variables of a file: made-up names keep clear of them. */
export function wordsOf(bindings: BindingFacts, sourceFile: ts.SourceFile): Set<string> {
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isScopeNode(node)) {
      for (const binding of bindings.declaredIn(node))
        words.add(legalIdentifier(binding.symbol.name));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return words;
}

import { ts } from "ts-morph";
import type { TypeFacts } from "../typeFacts.ts";

/** Says whether keys are texts and numbers, also where their type is a parameter of a class. */
export class KeyTypes {
  readonly #checker: ts.TypeChecker;
  readonly #types: TypeFacts;
  readonly #files: readonly ts.SourceFile[];
  readonly #parameters = new Map<ts.Symbol, boolean>();

  constructor(checker: ts.TypeChecker, types: TypeFacts, files: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#types = types;
    this.#files = files;
  }

  isTextOrNumber(type: ts.Type): boolean {
    const symbol = type.getSymbol();
    if (!(type.flags & ts.TypeFlags.TypeParameter) || !symbol) {
      return this.#types.isOnly(this.#checker.getNonNullableType(type), "string", "number");
    }
    let known = this.#parameters.get(symbol);
    if (known === undefined) {
      this.#parameters.set(symbol, false);
      known = this.#isParameterTextOrNumber(symbol);
      this.#parameters.set(symbol, known);
    }
    return known;
  }

  /** Are all arguments for a class's type parameter texts or numbers? */
  #isParameterTextOrNumber(symbol: ts.Symbol): boolean {
    const declaration = symbol.declarations?.[0];
    const owner = declaration?.parent;
    if (!declaration || !owner || !ts.isClassDeclaration(owner) || !owner.name) return false;
    const index = owner.typeParameters?.indexOf(declaration as ts.TypeParameterDeclaration) ?? -1;
    const target = this.#checker.getSymbolAtLocation(owner.name);
    let isKnown = true;
    const visit = (node: ts.Node): void => {
      const isMade = ts.isNewExpression(node) || ts.isExpressionWithTypeArguments(node);
      if (isMade) {
        const type = this.#checker.getTypeAtLocation(node);
        if (type.getSymbol() === target) isKnown &&= this.#isArgument(type, index);
      }
      if (isKnown) ts.forEachChild(node, visit);
    };
    for (const file of this.#files) visit(file);
    return isKnown;
  }

  #isArgument(type: ts.Type, index: number): boolean {
    const argument = this.#checker.getTypeArguments(type as ts.TypeReference)[index];
    return argument !== undefined && this.#types.isOnly(argument, "string", "number");
  }
}

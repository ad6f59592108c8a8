import type { ts } from "ts-morph";
import { anyNumber, isInt, type NumberFact, type NumberProofs } from "../numberFacts.ts";
import { type Analysis, analyze } from "./analysis.ts";
import { factOfElements } from "./elementFacts.ts";
import { cellOfDeclaration } from "./graph/declarations.ts";
import { isCharacter } from "./library/characters.ts";
import { fitsInt32 } from "./observe/modulo32.ts";
import { isNone } from "./values/lattice.ts";

/**
 * What is proven about the numbers of a program. Nothing is computed before the first question.
 * `entry` is the module that Python code may import: what it exports is called from out of sight.
 */
export function createNumberFacts(
  _program: ts.Program,
  checker: ts.TypeChecker,
  sources: readonly ts.SourceFile[],
  entry: ts.SourceFile,
): NumberProofs {
  let made: Analysis | undefined;
  const analysis = () => (made ??= analyze({ checker, sources, entry }));
  const of = cached((node: ts.Expression) => reached(analysis().solver.evaluate(node)));
  const rangeLoop = cached((node: ts.ForStatement) => analysis().loops.of(node));
  return {
    of,
    elementsOf: (list) => factOfElements(analysis(), list),
    ofDeclaration: (node) => factOfDeclaration(analysis(), node),
    arraysOf: (node) => analysis().builder.shapeOf(node),
    indexProof: cached((node) => analysis().indices.of(node)),
    isFilled: (node, list) => analysis().indices.isFilled(node, list),
    positionProof: (node, list, index) => analysis().indices.prove(node, list, index),
    isCharacter: (node) => isCharacter(analysis().builder, node),
    rangeLoop,
    countedLoop: (node) => {
      const loop = rangeLoop(node);
      if (!loop?.boundIsInt || loop.alsoDeclared.length > 0) return undefined;
      const { variable, start, bound, inclusive, step } = loop;
      return typeof step === "number" ? { variable, start, bound, inclusive, step } : undefined;
    },
    isNonZero: (node) => isNonZero(of(node)),
    fitsInt32: (node) => fitsInt32(of(node)),
    isFinite: (node) => isFiniteNumber(of(node)),
    residue: cached((node) => analysis().residues.of(node)),
    givesUnsigned: (node) => analysis().residues.givesUnsigned(node),
    keptUnsigned: (node) => analysis().residues.isKeptUnsigned(node),
    zeroSignObserved: cached((node) => analysis().signs.isObserved(node)),
  };
}

function cached<N extends ts.Node, R>(compute: (node: N) => R): (node: N) => R {
  const known = new Map<N, R>();
  return (node) => {
    if (!known.has(node)) known.set(node, compute(node));
    return known.get(node) as R;
  };
}

/** Code that is never reached gives no number; nobody need know. */
function reached(fact: NumberFact): NumberFact {
  return isNone(fact) ? anyNumber : fact;
}

export function isNonZero(fact: NumberFact): boolean {
  return !fact.nan && (fact.lo > 0 || fact.hi < 0);
}

function isFiniteNumber(fact: NumberFact): boolean {
  return isInt(fact) || (!fact.nan && !fact.infinite);
}

function factOfDeclaration(analysis: Analysis, node: ts.Declaration): NumberFact {
  const cell = cellOfDeclaration(analysis.builder, node);
  return cell ? reached(analysis.solver.read(cell)) : anyNumber;
}

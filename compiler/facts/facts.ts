import type { ts } from "ts-morph";
import type { TypedProgram } from "../project/typedProgram.ts";
import { type AccessorFacts, createAccessorFacts } from "./accessors.ts";
import { ArrayChangeFacts } from "./arrayChanges.ts";
import { createHoleFacts, type HoleFacts } from "./arrayHoles.ts";
import { type BindingFacts, createBindingFacts } from "./bindings.ts";
import { type CallFacts, createCallFacts } from "./calls.ts";
import { mayBeConcurrent } from "./contexts/concurrentImports.ts";
import { type ContextFacts, createContextFacts } from "./contexts/contexts.ts";
import { createThreadStarts, type ThreadStarts } from "./contexts/threadStarts.ts";
import { createDictionaryFacts, type DictionaryFacts } from "./dictionaries.ts";
import { createOrderFacts, type OrderFacts } from "./evaluationOrder.ts";
import { createFunctionObjects, type FunctionObjects } from "./functionObjects.ts";
import { createImportCycles, type ImportCycles } from "./importCycles.ts";
import { findInlinedCallbacks, type InlinedCallbacks } from "./inlinedCallbacks.ts";
import { createInliningFacts, type InliningFacts, noInlining } from "./inlining/simpleFunctions.ts";
import { closesIterators } from "./iteratorClosing.ts";
import { createKeyLoopFacts } from "./keyLoops.ts";
import { createLoopLoads, type LoopLoads } from "./loopLoads.ts";
import { createMapValues } from "./maps/mapValues.ts";
import { createPlainMaps, type PlainMaps } from "./maps/plainMaps.ts";
import { createMissingReadFacts, type MissingReadFacts } from "./missingReads.ts";
import { createModuleConstants, type ModuleConstants } from "./moduleConstants.ts";
import type { NumberProofs } from "./numberFacts.ts";
import { createNumberFacts } from "./numbers/createNumberFacts.ts";
import { createObjectFacts, type ObjectFacts } from "./objectFacts.ts";
import { noteUsesOfThis } from "./ownThis.ts";
import { createPercentFacts } from "./percentSigns.ts";
import { createPromiseFlows, type PromiseFlows } from "./promiseFlows.ts";
import { createResultUses } from "./resultUses.ts";
import { createReturnedTuples, type ReturnedTuples } from "./returnedTuples.ts";
import { addsToErrors, setsErrorMessage, throwsValues } from "./thrownValues.ts";
import { TypeFacts } from "./typeFacts.ts";
import { createUnicodeFacts } from "./unicodeTexts.ts";

/** All that is proven about one program; lowerings and checks ask, they never prove. */
export interface Facts {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly sourceFiles: readonly ts.SourceFile[];
  readonly types: TypeFacts;
  readonly bindings: BindingFacts;
  readonly numbers: NumberProofs;
  readonly calls: CallFacts;
  readonly accessors: AccessorFacts;
  readonly objects: ObjectFacts;
  /** Which objects Python code takes and gives as dicts. */
  readonly dictionaries: DictionaryFacts;
  /** Functions that have properties of their own. */
  readonly functionObjects: FunctionObjects;
  readonly order: OrderFacts;
  /** Whole numbers that a module keeps to itself. */
  readonly constants: ModuleConstants;
  /** What loops read again and again. */
  readonly loopLoads: LoopLoads;
  /** Reads that find nothing. */
  readonly missing: MissingReadFacts;
  /** May some text of the program have a percent sign in it? */
  readonly mayHavePercent: () => boolean;
  /** May some text of the program have characters that are not ASCII? */
  readonly mayHaveUnicode: () => boolean;
  /** Which arrays change while some code runs. */
  readonly arrays: ArrayChangeFacts;
  /** Which arrays may have places that nothing was put into. */
  readonly holes: HoleFacts;
  /** The function literals that are lowered in place, as the body of a loop. */
  readonly inlined: InlinedCallbacks;
  /** Calls that can be replaced by what they compute. */
  readonly inlining: InliningFacts;
  /** Which collections can be Python's own. */
  readonly maps: PlainMaps;
  /** Is what a Map gives undefined for a missing key only? */
  readonly mapValuesArePresent: () => boolean;
  /** Results that can be tuples. */
  readonly tuples: ReturnedTuples;
  readonly cycles: ImportCycles;
  readonly nulls: NullFacts;
  /** Where each function can run. */
  readonly contexts: () => ContextFacts;
  readonly threadStarts: ThreadStarts;
  /** What becomes of promises. */
  readonly promises: PromiseFlows;
  /** Do objects of the program say what they are in a sum? */
  readonly convertsObjects: boolean;
  /** Does `console.group` indent what the program prints? */
  readonly groupsConsole: boolean;
  /** Does the program throw values that are no errors? Then `catch` has to unwrap. */
  readonly throwsValues: boolean;
  /** Does the program put a `message` of its own on an error? */
  readonly setsErrorMessage: boolean;
  /** Does the program put properties on errors of the built-in classes? */
  readonly addsToErrors: boolean;
  /** Can the program see that an iterator is ended early? Then loops end theirs. */
  readonly closesIterators: boolean;
}

/** What null is in Python: None, as undefined is, or where the program tells the two apart an object. */
export interface NullFacts {
  readonly areObjects: boolean;
  /** Python's own modules give and take None for null: a program that imports some must not tell. */
  readonly canBeObjects: boolean;
}

/** How a program is to be lowered. */
interface FactOptions {
  /** False: every call stays a call, so that a traceback shows every function. */
  readonly inlines?: boolean;
  readonly nullsAreObjects?: boolean;
}

export function createFacts(
  typed: TypedProgram,
  entry: ts.SourceFile,
  { inlines = true, nullsAreObjects = false }: FactOptions = {},
): Facts {
  const sourceFiles = typed.sourceFiles.filter((file) => !file.isDeclarationFile);
  noteUsesOfThis(typed.checker, sourceFiles);
  const types = new TypeFacts(typed.checker);
  const inlined = findInlinedCallbacks(typed.checker, sourceFiles);
  const bindings = createBindingFacts(typed.checker, sourceFiles, inlined);
  const objects = createObjectFacts(typed.checker, sourceFiles);
  const accessors = createAccessorFacts(typed.checker, sourceFiles, objects.isKnownToAny);
  const numbers = createNumberFacts(typed.program, typed.checker, sourceFiles, entry);
  const holes = createHoleFacts({ checker: typed.checker, types, numbers, bindings, sourceFiles });
  const arrays = new ArrayChangeFacts(typed.checker, types, bindings, numbers, sourceFiles);
  let contexts: ContextFacts | undefined;
  const contextsOnce = () => (contexts ??= createContextFacts(typed.checker, sourceFiles));
  return {
    program: typed.program,
    checker: typed.checker,
    sourceFiles,
    types,
    bindings,
    inlined,
    mapValuesArePresent: createMapValues(typed.checker, sourceFiles),
    tuples: createReturnedTuples(typed.checker, bindings),
    arrays,
    closesIterators: closesIterators(sourceFiles),
    cycles: createImportCycles(typed.checker, sourceFiles),
    nulls: {
      areObjects: nullsAreObjects,
      canBeObjects: typed.program
        .getSourceFiles()
        .every((file) => !file.isDeclarationFile || file.fileName.endsWith("/lib.tsmp.d.ts")),
    },
    contexts: contextsOnce,
    threadStarts: createThreadStarts(sourceFiles, contextsOnce),
    promises: createPromiseFlows(typed.checker, sourceFiles, entry, inlined),
    addsToErrors: addsToErrors(typed.checker, sourceFiles),
    setsErrorMessage: setsErrorMessage(typed.checker, sourceFiles),
    convertsObjects: sourceFiles.some((file) => /\b(valueOf|toPrimitive)\b/.test(file.text)),
    groupsConsole: sourceFiles.some((file) => /\bconsole\s*\.\s*group/.test(file.text)),
    throwsValues: throwsValues(typed.checker, sourceFiles),
    accessors,
    inlining: inlines ? createInliningFacts(typed.checker, accessors, sourceFiles) : noInlining,
    objects,
    dictionaries: createDictionaryFacts(typed.checker, objects),
    functionObjects: createFunctionObjects(typed.checker, sourceFiles),
    constants: createModuleConstants(typed.checker, bindings, sourceFiles),
    loopLoads: createLoopLoads({
      checker: typed.checker,
      types,
      bindings,
      arrays,
      isShared: () => sourceFiles.some(mayBeConcurrent) && contextsOnce().hasForeignCode,
      sourceFiles,
    }),
    order: createOrderFacts(types, bindings, sourceFiles),
    missing: createMissingReadFacts({
      checker: typed.checker,
      types,
      bindings,
      objects,
      holes,
      numbers,
      isKeyRead: createKeyLoopFacts(typed.checker, bindings, sourceFiles),
      results: createResultUses(typed.checker, sourceFiles),
    }),
    mayHaveUnicode: createUnicodeFacts({
      checker: typed.checker,
      types,
      numbers,
      sourceFiles,
      entry,
    }),
    mayHavePercent: createPercentFacts(typed.checker, types, sourceFiles),
    calls: createCallFacts(typed.checker, types, bindings, sourceFiles),
    numbers,
    holes,
    maps: createPlainMaps(typed.checker, types, numbers, sourceFiles),
  };
}

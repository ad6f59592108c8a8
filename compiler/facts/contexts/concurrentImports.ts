import type { ts } from "ts-morph";

/** Only what these modules declare starts a thread, sets an interrupt or guards anything. */
const concurrentModules =
  /^u?(_thread|asyncio|threadsafe|apploop|machine|pyb|rp2|micropython|bluetooth|primitives|asyn|socket)$/;

/** These block whoever calls them, which may be a timer or an async function. */
const blockingModules = /^u?(time|requests|ntptime)$/;
const callbacks = /\b(async|setTimeout|setInterval)\b/;

/** Can there be more than the main program? */
export function mayBeConcurrent(file: ts.SourceFile): boolean {
  const names = importsOf(file);
  if (names.some((name) => concurrentModules.test(name))) return true;
  return names.some((name) => blockingModules.test(name)) && callbacks.test(file.text);
}

/** The modules that a file imports. */
export function importsOf(file: ts.SourceFile): readonly string[] {
  return file.statements.flatMap((statement) =>
    "moduleSpecifier" in statement && statement.moduleSpecifier
      ? [(statement.moduleSpecifier as ts.StringLiteral).text]
      : [],
  );
}

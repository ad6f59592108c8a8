import { join } from "node:path";
import ts from "typescript";

/** What the stubs of all examples are read from, once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What `tsc --noEmit -p FOLDER` says of a project, as its text; empty where nothing is wrong. */
export function plainTypeScript(folder: string): string {
  const read = ts.getParsedCommandLineOfConfigFile(
    join(folder, "tsconfig.json"),
    { noEmit: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (!read) return `no tsconfig.json in ${folder}`;
  const program = ts.createProgram({
    rootNames: read.fileNames,
    options: read.options,
    configFileParsingDiagnostics: read.errors,
    host: cachingHost(read.options),
  });
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), formatHost);
}

function cachingHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile(path, ...how) {
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, ...how));
      return parsed.get(path);
    },
  };
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getCanonicalFileName: (path) => path,
  getNewLine: () => "\n",
};

function fail(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.formatDiagnostics([diagnostic], formatHost));
}

/** The public API of tsmp. */
export { type CompileInput, type CompileOptions, type CompileResult, compile } from "./compile.ts";
export { type CompileProjectResult, compileProject } from "./compileProject.ts";
export type { Category, Diagnostic, Fix, FixEdit } from "./diagnostics/diagnostic.ts";

import type ts from "typescript";
import { findingsIn } from "./checker.ts";
import type { CheckRequest, Finding } from "./protocol.ts";

/**
 * The plugin of a TypeScript server: shows in the editor, while typing, what `tsmp check` would say,
 * with the quick fixes that come along. `tsmp` is the name of the plugin in a tsconfig; the boards'
 * configurations have it.
 */
function init(modules: { typescript: typeof ts }): ts.server.PluginModule {
  return { create: (info) => create(modules.typescript, info) };
}

function create(typescript: typeof ts, info: ts.server.PluginCreateInfo): ts.LanguageService {
  const { project, languageService } = info;
  const tsconfig = project.getProjectName();
  // Only a project with a tsconfig is one of tsmp; a server for syntax alone does not check.
  if (project.projectKind !== typescript.server.ProjectKind.Configured) return languageService;
  if (project.projectService.serverMode !== typescript.LanguageServiceMode.Semantic) {
    return languageService;
  }

  const findings = (file: string): readonly Finding[] =>
    findingsIn(file, {
      tsconfig,
      version: project.getProjectVersion(),
      request: () => requestFor(project),
      whenDone: () => {
        if (!project.isClosed()) project.refreshDiagnostics();
      },
    });

  return {
    ...languageService,
    getSemanticDiagnostics(file: string): ts.Diagnostic[] {
      const known = languageService.getSemanticDiagnostics(file);
      const source = languageService.getProgram()?.getSourceFile(file);
      if (!source) return known;
      return [...known, ...findings(file).map((one) => diagnosticOf(typescript, one, source))];
    },
    getSupportedCodeFixes(file?: string): string[] {
      const own = file === undefined ? [] : findings(file).filter(({ fix }) => fix);
      return [...languageService.getSupportedCodeFixes(file), ...own.map(({ code }) => `${code}`)];
    },
    getCodeFixesAtPosition(
      ...[file, start, end, codes, format, preferences]: Parameters<
        ts.LanguageService["getCodeFixesAtPosition"]
      >
    ): readonly ts.CodeFixAction[] {
      const own = findings(file).filter(
        (one) => one.start === start && one.start + one.length === end && codes.includes(one.code),
      );
      // A number of ours may be one of TypeScript's as well, which offers something else for it.
      const others = codes.filter((code) => !own.some((one) => one.code === code));
      const known =
        others.length === 0
          ? []
          : languageService.getCodeFixesAtPosition(file, start, end, others, format, preferences);
      return [...known, ...own.flatMap((one) => fixOf(file, one))];
    },
  };
}

function requestFor(project: ts.server.Project): CheckRequest {
  const texts = new Map<string, string>();
  for (const file of project.getFileNames()) {
    const script = project.getScriptInfo(file);
    const text = script?.isScriptOpen() ? script.getSnapshot() : undefined;
    if (text) texts.set(file, text.getText(0, text.getLength()));
  }
  return { tsconfig: project.getProjectName(), texts };
}

function diagnosticOf(
  typescript: typeof ts,
  { code, category, text, start, length }: Finding,
  file: ts.SourceFile,
): ts.Diagnostic {
  const { Error: error, Warning: warning, Message: message } = typescript.DiagnosticCategory;
  const begin = Math.min(start, file.text.length);
  return {
    source: "tsmp",
    code,
    category: category === "error" ? error : category === "warning" ? warning : message,
    messageText: text,
    file,
    start: begin,
    length: Math.min(length, file.text.length - begin),
  };
}

function fixOf(fileName: string, { fix }: Finding): readonly ts.CodeFixAction[] {
  if (!fix) return [];
  const textChanges = fix.edits.map(({ start, end, text }) => ({
    span: { start, length: end - start },
    newText: text,
  }));
  return [
    {
      fixName: "tsmp",
      description: fix.description,
      changes: [{ fileName, textChanges }],
    },
  ];
}

export default init;

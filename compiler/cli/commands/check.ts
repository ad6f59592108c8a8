import { InvalidArgumentError } from "commander";
import type { DescribedLine, SourceLine } from "../../describeFacts.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { inOrder } from "../../diagnostics/renderDiagnostics.ts";
import type { CommandDefinition } from "../command.ts";
import { exitCodeFor, exitCodes } from "../exitCodes.ts";
import { addSettingOptions, type SettingOptions, settingsOf } from "../settingOptions.ts";
import type { Terminal } from "../terminal.ts";

interface CheckOptions extends SettingOptions {
  readonly facts?: SourceLine;
}

/** `tsmp check [entry|folder]` */
export const defineCheck: CommandDefinition = (program, { run, terminal }) => {
  addSettingOptions(program.command("check"))
    .summary("report what is wrong in a project")
    .description("Report everything that `tsmp build` would, and write nothing.")
    .option("--facts <file:line>", "show what is proven about a line instead", readPlace)
    .action(
      run((path: string, options: CheckOptions) =>
        options.facts
          ? showFacts(path, options, options.facts, terminal)
          : check(path, options, terminal),
      ),
    );
};

async function check(path: string, options: SettingOptions, terminal: Terminal): Promise<number> {
  const { buildProject } = await import("../../rememberedBuild.ts");
  const result = await buildProject(path, settingsOf(options));
  const { root } = result;
  const diagnostics = inOrder(result.diagnostics);
  const ok = !hasErrors(diagnostics);
  terminal.diagnostics(diagnostics, root);
  terminal.document({ ok, root, diagnostics });
  if (diagnostics.length === 0) terminal.print("Nothing to report.");
  return exitCodeFor(diagnostics);
}

/** `src/main.ts:12` */
function readPlace(text: string): SourceLine {
  const match = /^(.+):([1-9]\d*)$/.exec(text);
  if (!match) {
    throw new InvalidArgumentError("A file and a line are needed, such as src/main.ts:12.");
  }
  return { file: match[1]!, line: Number(match[2]) };
}

async function showFacts(
  path: string,
  options: SettingOptions,
  place: SourceLine,
  terminal: Terminal,
): Promise<number> {
  const { describeFacts } = await import("../../describeFacts.ts");
  const named = path === "." ? undefined : path;
  const described = describeFacts(named, settingsOf(options), place);
  const { root, text, nodes, diagnostics } = described;
  const ok = !hasErrors(diagnostics);
  terminal.diagnostics(diagnostics, root);
  terminal.document({ ok, root, ...place, text, nodes, diagnostics });
  if (ok) print(described, terminal);
  const isWrongPlace = diagnostics.some(({ code }) => placeCodes.has(code));
  return isWrongPlace ? exitCodes.usage : exitCodeFor(diagnostics);
}

/** The place that was named does not exist. */
const placeCodes: ReadonlySet<string> = new Set(["TSMP1106", "TSMP1107"]);

function print({ text, nodes }: DescribedLine, terminal: Terminal): void {
  terminal.print(terminal.style.bold(text.trim()));
  if (nodes.length === 0) terminal.print("No names or expressions begin on this line.");
  for (const { code, kinds, truth, facts } of nodes) {
    const parts = [
      kinds.join(" or "),
      truth === undefined ? "" : truth ? "always true" : "always false",
      ...facts,
    ];
    terminal.print(`  ${code}: ${parts.filter((part) => part !== "").join("; ")}`);
  }
}

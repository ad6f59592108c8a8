import { typescriptCode, unknownCode } from "../../diagnostics/catalogue/cli.ts";
import { helpUrlOf, type Problem } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/didYouMean.ts";
import { diagnosticAt, nowhere } from "../../diagnostics/place.ts";
import type { CommandDefinition } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { codesWithPage, readHelpPage } from "../helpPages.ts";
import { renderMarkdown } from "../renderMarkdown.ts";
import type { Terminal } from "../terminal.ts";

/** `tsmp explain [CODE]` */
export const defineExplain: CommandDefinition = (program, { run, terminal }) => {
  program
    .command("explain")
    .summary("show the help page of a diagnostic")
    .description(
      "Show what a diagnostic means and what to write instead; without a code, list all.",
    )
    .argument("[code]", "such as TSMP1001")
    .action(run(async (code?: string) => explain(code, terminal)));
};

/** Lines longer than this are hard to read, however wide the terminal. */
const readableWidth = 90;

function explain(wanted: string | undefined, terminal: Terminal): number {
  const codes = codesWithPage();
  if (wanted === undefined) return listAll(codes, terminal);
  const code = wanted.toUpperCase().replace(/^(?=\d{4}$)/, "TSMP");
  if (!codes.includes(code)) return refuse(code, codes, terminal);
  const page = readHelpPage(code);
  terminal.print(
    renderMarkdown(page.markdown, terminal.style, Math.min(terminal.width, readableWidth)),
  );
  terminal.document(page);
  return exitCodes.ok;
}

function listAll(codes: readonly string[], terminal: Terminal): number {
  const pages = codes.map(readHelpPage);
  for (const { code, title } of pages) terminal.print(`${terminal.style.bold(code)}  ${title}`);
  terminal.document(pages.map(({ code, title }) => ({ code, title })));
  return exitCodes.ok;
}

function refuse(code: string, codes: readonly string[], terminal: Terminal): number {
  const problem: Problem = /^TS\d+$/.test(code)
    ? typescriptCode(code, helpUrlOf(code))
    : unknownCode(code, didYouMean(code, codes));
  const diagnostic = diagnosticAt(nowhere, problem);
  terminal.diagnostics([diagnostic], process.cwd(), "err");
  terminal.document({ ok: false, diagnostics: [diagnostic] });
  return exitCodes.usage;
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../project/installedTsmp.ts";

/** The help page of one diagnostic code: docs/diagnostics/CODE.md. */
export interface HelpPage {
  readonly code: string;
  /** The heading without its code. */
  readonly title: string;
  readonly markdown: string;
}

const folder = join(packageFolder, "docs", "diagnostics");

/** Every code that has a page. A test holds that this is every code of the catalogue. */
export function codesWithPage(): string[] {
  return readdirSync(folder)
    .filter((name) => /^TSMP\d{4}\.md$/.test(name))
    .map((name) => name.slice(0, -".md".length))
    .sort();
}

export function readHelpPage(code: string): HelpPage {
  const markdown = readFileSync(join(folder, `${code}.md`), "utf8");
  const heading = /^# +(?:TSMP\d{4}\b:? *)?(.*)$/m.exec(markdown)?.[1] ?? "";
  return { code, title: heading.replaceAll("`", ""), markdown };
}

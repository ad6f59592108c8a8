/**
 * Writes the table at the end of docs/helpers.md from the helpers themselves:
 *
 *     node test/helpers/writeHelperTable.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = join(root, "docs/helpers.md");
const title = "## All helpers\n";

const helpers = readdirSync(join(root, "runtime-py/tsmp"))
  .filter((file) => file.endsWith(".py"))
  .map((file) => ({
    name: basename(file, ".py"),
    text: readFileSync(join(root, "runtime-py/tsmp", file), "utf8"),
  }));
const lowerings = readdirSync(join(root, "compiler"), { recursive: true })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({
    name: basename(file, ".ts"),
    text: readFileSync(join(root, "compiler", file), "utf8"),
  }));

const rows = helpers.map(
  ({ name, text }) =>
    `| ${[`\`${signatureOf(name, text)}\``, meaningOf(text), usersOf(name)].map(inCell).join(" | ")} |\n`,
);
const before = readFileSync(page, "utf8").split(title)[0];
writeFileSync(
  page,
  `${before}${title}\n| helper | meaning | used by |\n|---|---|---|\n${rows.join("")}`,
);

function meaningOf(text) {
  return text.slice(2, text.indexOf("\n"));
}

function signatureOf(name, text) {
  const isClass = new RegExp(`^class ${name}\\b`, "m").test(text);
  const [, parameters] =
    text.match(
      isClass
        ? /^ {4}def __init__\(self(?:, )?(.*)\):$/m
        : new RegExp(`^(?:async )?def ${name}\\((.*)\\):$`, "m"),
    ) ?? [];
  return parameters === undefined ? name : `${name}(${parameters})`;
}

/** The lowerings that name a helper, and the helpers that import it. */
function usersOf(name) {
  const word = new RegExp(`["\`]${name}["\`]`);
  const users = lowerings.filter(({ text }) => word.test(text)).map((file) => file.name);
  const importers = helpers
    .filter(({ text }) => text.includes(`from tsmp.${name} import`))
    .map((file) => `\`${file.name}\``);
  return [...users, ...importers].join(", ");
}

function inCell(text) {
  return text.replace(/\|/g, "\\|");
}

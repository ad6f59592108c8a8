import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "../../compiler/project/installedTsmp.ts";

/** What people read must not name what is gone. */

const pages = [
  "README.md",
  ...readdirSync(join(packageFolder, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
];

const isThere = (path: string): boolean => existsSync(join(packageFolder, path));

test.each(pages)("%s: its links lead somewhere", (page) => {
  const text = readFileSync(join(packageFolder, page), "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, to]) => to!);
  expect(links.filter((to) => !isThere(join(dirname(page), to)))).toEqual([]);
});

test.each(pages)("%s: the files of the project that it names exist", (page) => {
  const text = readFileSync(join(packageFolder, page), "utf8");
  const named = [
    ...text.matchAll(/`((?:compiler|runtime-py|stdlib-types|examples|test|docs)\/[\w./-]*\w\/?)`/g),
  ];
  // A word in capitals stands for a name: docs/diagnostics/CODE.md.
  const paths = named.map(([, path]) => path!).filter((path) => !/\b[A-Z]{4,}\b/.test(path));
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

import type { FileResult, TestResult } from "./runTests.ts";

/** The results as JUnit's XML, which build servers read: a suite per file, times in seconds. */
export function junit(results: readonly FileResult[]): string {
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites>`,
    ...results.flatMap(suite),
    `</testsuites>`,
    "",
  ].join("\n");
}

function suite({ file, passed, tests, output, diagnostics }: FileResult): string[] {
  const failures = tests.filter((test) => !test.passed).length;
  const wrong = [...diagnostics.map(({ code, message }) => `${code}: ${message}`), output]
    .join("\n")
    .trim();
  // A file that fails without a failing test has failed as a whole.
  const asAWhole = passed || failures > 0 ? [] : [failure("the file", file, 0, "error", wrong)];
  return [
    `  <testsuite name="${escaped(file)}" tests="${tests.length + asAWhole.length}" failures="${failures}" errors="${asAWhole.length}">`,
    ...tests.map((test) => testCase(test, file)),
    ...asAWhole,
    `  </testsuite>`,
  ];
}

function testCase({ name, passed, milliseconds, output }: TestResult, file: string): string {
  if (!passed) return failure(name, file, milliseconds, "failure", output.trim());
  return `    <testcase classname="${escaped(file)}" name="${escaped(name)}" time="${milliseconds / 1000}"/>`;
}

function failure(
  name: string,
  file: string,
  milliseconds: number,
  kind: "failure" | "error",
  text: string,
): string {
  const message = text.split("\n").at(-1) ?? "";
  return [
    `    <testcase classname="${escaped(file)}" name="${escaped(name)}" time="${milliseconds / 1000}">`,
    `      <${kind} message="${escaped(message)}">${escaped(text)}</${kind}>`,
    `    </testcase>`,
  ].join("\n");
}

/** XML 1.0 has no way to write most control characters. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

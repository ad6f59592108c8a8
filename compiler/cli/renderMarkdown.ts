import { displayWidth } from "../diagnostics/renderCells.ts";
import type { Style } from "../diagnostics/renderStyle.ts";

/** Help pages on a terminal: headings bold, code indented, paragraphs wrapped to `width`. */
export function renderMarkdown(markdown: string, style: Style, width: number): string {
  const lines: string[] = [];
  for (const block of blocksOf(markdown)) {
    if (lines.length > 0) lines.push("");
    lines.push(...renderBlock(block, style, width));
  }
  return lines.join("\n");
}

interface Block {
  readonly kind: "code" | "heading" | "list" | "table" | "text";
  readonly lines: readonly string[];
}

/** Splits a page at blank lines, headings and fences; a fence is one block with what is in it. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let text: string[] = [];
  const flush = () => {
    if (text.length > 0) blocks.push({ kind: kindOf(text[0]!), lines: text });
    text = [];
  };
  const lines = markdown.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.startsWith("```")) {
      flush();
      const end = lines.indexOf("```", i + 1);
      const last = end === -1 ? lines.length : end;
      blocks.push({ kind: "code", lines: lines.slice(i + 1, last) });
      i = last;
    } else if (line.trim() === "" || line.startsWith("#")) {
      flush();
      if (line.startsWith("#")) blocks.push({ kind: "heading", lines: [line] });
    } else {
      text.push(line);
    }
  }
  flush();
  return blocks;
}

function kindOf(firstLine: string): Block["kind"] {
  if (/^ *([-*]|\d+\.) /.test(firstLine)) return "list";
  return firstLine.startsWith("|") ? "table" : "text";
}

function renderBlock({ kind, lines }: Block, style: Style, width: number): string[] {
  switch (kind) {
    case "heading":
      return [style.bold(withoutMarks(lines[0]!.replace(/^#+ */, "")))];
    case "code":
      return lines.map((line) => (line === "" ? "" : `    ${style.cyan(line)}`));
    case "table":
      return lines.map(withoutMarks);
    case "list":
      return itemsOf(lines).flatMap(([bullet, text]) => {
        const wrapped = wrap(withoutMarks(text), width - bullet.length);
        return wrapped.map((line, i) => (i === 0 ? bullet : " ".repeat(bullet.length)) + line);
      });
    case "text":
      return wrap(withoutMarks(lines.join(" ")), width);
  }
}

/** List items with their bullet; the lines that continue an item belong to it. */
function itemsOf(lines: readonly string[]): [bullet: string, text: string][] {
  const items: [string, string][] = [];
  for (const line of lines) {
    const start = /^( *(?:[-*]|\d+\.) +)(.*)$/.exec(line);
    if (start) items.push([start[1]!, start[2]!]);
    else items.at(-1)![1] += ` ${line.trim()}`;
  }
  return items;
}

/** Inline code keeps its backticks: they tell code from words where there is no colour. */
function withoutMarks(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith("`")
        ? part
        : part
            .replaceAll(/\*\*([^*]+)\*\*/g, "$1")
            .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 ($2)"),
    )
    .join("");
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

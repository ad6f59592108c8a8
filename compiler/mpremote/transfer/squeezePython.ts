/**
 * Makes Python shorter for the line: no comments, no blank lines, one space per level, and names of
 * one or two letters for what the file itself defines. Attributes, keyword arguments and texts stay.
 * Made for the files of `runtime-py/deploy`, which keep to what this understands: no text over
 * several lines, no f-strings, no line that goes on after an open bracket but in literals.
 */
export function squeezePython(source: string): string {
  const lines = source.split("\n").flatMap((line) => {
    const code = tokens(line).filter((token) => !token.startsWith("#"));
    const text = code.join("").trimEnd();
    if (text.trim() === "") return [];
    const indent = /^ */.exec(text)![0].length;
    return [" ".repeat(indent / 4) + tight(text.trim())];
  });
  return shortNames(lines.join("\n"));
}

/** Texts and comments as one token each, so that nothing inside of them is touched. */
function tokens(line: string): string[] {
  return line.match(/"(?:\\.|[^"\\])*"|#.*|[A-Za-z_]\w*|[^"#A-Za-z_]+/g) ?? [];
}

/** No spaces around what is neither a name nor a number. */
function tight(line: string): string {
  return tokens(line)
    .map((token) => (token.startsWith('"') ? token : token.replace(/ *([^\w\s"]+) */g, "$1")))
    .join("")
    .replace(/(?<=[:,=(]) (?=")/g, "");
}

const defining =
  /^ *(?:def (\w+)\(([\w, ]*)\)|for (\w+) in|with .* as (\w+):|([\w]+(?:=[\w]+)*)=(?!=))/gm;

/** The names that the text gives values to, and the short ones that they get. */
function shortNames(text: string): string {
  const defined = new Map<string, number>();
  for (const match of text.matchAll(defining)) {
    for (const name of match.slice(1).flatMap((names) => names?.split(/[=, ]+/) ?? [])) {
      if (/^[A-Za-z]\w\w*$/.test(name)) defined.set(name, 0);
    }
  }
  for (const [, names] of text.matchAll(/^ *import (.*)$/gm)) {
    for (const name of names!.split(",")) defined.delete(name);
  }
  const taken = new Set(text.match(/[A-Za-z_]\w*/g));
  const short = freeNames(taken);
  const renamed = new Map([...defined.keys()].map((name) => [name, short()]));
  return text
    .split("\n")
    .map((line) => renameIn(line, renamed))
    .join("\n");
}

function renameIn(line: string, renamed: ReadonlyMap<string, string>): string {
  let last = "";
  return tokens(line)
    .map((token) => {
      const attribute = last.endsWith(".");
      last = token;
      return attribute ? token : (renamed.get(token) ?? token);
    })
    .join("");
}

function freeNames(taken: ReadonlySet<string>): () => string {
  const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = [...letters, ...letters.flatMap((first) => letters.map((next) => first + next))];
  let at = 0;
  return () => {
    while (taken.has(names[at]!)) at++;
    return names[at++]!;
  };
}

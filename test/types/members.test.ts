import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { StubService } from "./support/stubProgram.ts";

/** What completion offers after a value, each called or read once. */
const uses: Readonly<Record<string, string>> = {
  '"x"': `at(0) charAt(0) charCodeAt(0) codePointAt(0) concat("a") endsWith("a") includes("a") indexOf("a")
lastIndexOf("a") length localeCompare("a") match(/a/) matchAll(/a/g) normalize() padEnd(2) padStart(2) repeat(2)
replace("a","b") replaceAll("a","b") search(/a/) slice(1) split(",") startsWith("a") substr(1) substring(1)
toLocaleLowerCase() toLocaleUpperCase() toLowerCase() toString() toUpperCase() trim() trimEnd() trimStart() valueOf()
isWellFormed() toWellFormed() encode() format(1)`,
  "[3,1]": `at(0) concat([1]) copyWithin(0,1) entries() every((x)=>x>0) fill(0) filter((x)=>x>0) find((x)=>x>0)
findIndex((x)=>x>0) findLast((x)=>x>0) findLastIndex((x)=>x>0) flat() flatMap((x)=>[x]) forEach((x)=>print(x))
includes(1) indexOf(1) join(",") keys() lastIndexOf(1) length map((x)=>x+1) pop() push(1) reduce((a,b)=>a+b)
reduceRight((a,b)=>a+b) reverse() shift() slice(1) some((x)=>x>0) sort() splice(0,1) toReversed() toSorted()
toSpliced(0,1) toString() unshift(1) values() with(0,1)`,
  "new Map<string,number>()": `clear() delete("a") entries() forEach((v,k)=>print(k,v)) get("a") has("a") keys()
set("a",1) size values()`,
  "new Set<number>()": `add(1) clear() delete(1) difference(other) entries() forEach((v)=>print(v)) has(1)
intersection(other) isDisjointFrom(other) isSubsetOf(other) isSupersetOf(other) keys() size
symmetricDifference(other) union(other) values()`,
  "(1)": "toExponential() toFixed(1) toLocaleString() toPrecision(2) toString() valueOf()",
  "(5n)": "toString() valueOf()",
  true: "toString() valueOf()",
  "Symbol('x')": "description toString() valueOf()",
  "/a/":
    "dotAll exec('a') flags global hasIndices ignoreCase lastIndex multiline source sticky test('a') toString() unicode",
  "Promise.resolve(1)": "catch(()=>2) finally(()=>{}) then((x)=>x)",
  JSON: "parse('1') stringify([1])",
  "new Uint8Array(2)": `at(0) buffer byteLength byteOffset BYTES_PER_ELEMENT copyWithin(0,1) entries() every((x)=>x>0)
fill(0) filter((x)=>x>0) find((x)=>x>0) findIndex((x)=>x>0) findLast((x)=>x>0) findLastIndex((x)=>x>0)
forEach((x)=>print(x)) includes(1) indexOf(1) join(",") keys() lastIndexOf(1) length map((x)=>x+1) reduce((a,b)=>a+b)
reduceRight((a,b)=>a+b) reverse() set([1]) slice(1) some((x)=>x>0) sort() subarray(1) toReversed() toSorted() toString()
values() with(0,1)`,
  "new Error('x')": "cause message name stack",
};

/** `at(0)` as "at". */
function nameOf(use: string): string {
  return /^\w+/.exec(use)![0];
}

describe("members of built-in objects", () => {
  const service = new StubService();

  test.each(Object.entries(uses))(
    "after `%s.` nothing is offered that is refused",
    (value, text) => {
      const offered = new Set(service.completions(`${value}.|`));
      const used = text.split(/\s+/).filter((use) => offered.has(nameOf(use)));
      expect([...offered].filter((name) => !used.some((use) => nameOf(use) === name))).toEqual([]);
      const lines = used.map(
        (use, at) => `const v${at} = ${value}.${use}; print(v${at} === undefined);`,
      );
      const { diagnostics } = compile({
        files: { "main.ts": `const other = new Set([1]);${lines.join("\n")}` },
      });
      const refused = diagnostics.filter(({ category }) => category === "error");
      expect(refused.map(({ line, message }) => `${used[line - 1]}: ${message}`)).toEqual([]);
    },
  );
});

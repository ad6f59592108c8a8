/** Programs with regular expressions. */
export const regexpPrograms: Readonly<Record<string, string>> = {
  "exec, test, match, replace, split, lastIndex": `const re = /(\\d+)-(\\d+)/;
const m = re.exec("a 12-34 b");
console.log(m);
if (m) { console.log(m[0], m[1], m[2], m.index, m.length, m.input); }
console.log(re.test("x"), /a/i.test("A"), "abc".search(/c/));
console.log("a1b22c".replace(/\\d+/g, "<$&>"), "a1b22c".replace(/\\d+/, (d) => String(Number(d) * 2)));
console.log("a1b22c".split(/\\d+/), "a1b2".split(/(\\d)/));
console.log("x1y2".match(/\\d/g), "q".match(/\\d/g), "x1".match(/\\d/));
for (const k of "k1=v1;k2=v2".matchAll(/(\\w+)=(\\w+)/g)) console.log(k[1], k[2], k.index);
console.log([..."a1b2".matchAll(/[a-z](\\d)/g)].map((x) => x[1]));
console.log(re, String(re), \`\${re}\`, re.source, re.flags, re.global);
const g = /o/g;
console.log(g.test("foo"), g.lastIndex, g.test("foo"), g.lastIndex, g.test("foo"), g.lastIndex);
g.lastIndex = 1; console.log(g.exec("oo"));`,
  "named groups": `const d = /(?<year>\\d{4})-(?<month>\\d\\d)(?<rest>x)?/.exec("on 2024-05");
console.log(d);
console.log(d!.groups!.year, d!.groups!["month"], d!.groups);
console.log(d?.groups?.year);
const { year, month } = d!.groups!;
console.log(year, month);
console.log("2024-05".replace(/(?<y>\\d+)-(?<m>\\d+)/, "$<m>/$<y>"));
console.log("2024-05".replace(/(\\d+)-(\\d+)/, (all, y, m, at, s) => \`\${m}.\${y}.\${at}.\${s}\`));`,
  "groups that took no part": `const m2 = /(a)|(b)/.exec("b")!;
console.log(m2[1], m2[2], m2[1] === undefined, m2[1] ?? "none", \`\${m2[1]}\`);
const one = m2[1];
console.log(one, one === undefined);
const [, x, y] = m2;
console.log(x, y);
console.log("ab".replace(/(a)|(b)/g, (all, p, q) => \`[\${p},\${q}]\`));
console.log("ab".replace(/(a)|(b)/g, (all: string, p: string, q: string) => \`[\${p},\${q}]\`));
console.log("ab".replace(/(a)|(b)/g, "[$1|$2]"));`,
  "patterns from constants": `const rx = new RegExp("a+" + "b", "g");
console.log("aab ab".replace(rx, "X"), rx instanceof RegExp, typeof rx);
const r2 = RegExp("[/]");
console.log(r2.source, new RegExp("/").source, new RegExp("").source);
console.log("a.b.c".split(/\\./), "abc".split(/(?:)/), "".split(/x/), "".split(/(?:)/), "a,b,c".split(/,/, 2));`,
  "looking ahead and behind, references": `console.log("price 100 EUR".match(/\\d+(?= EUR)/)![0], "a1b2".replace(/(?<=a)\\d/, "#"), "foobar".match(/foo(?!baz)/)![0]);
console.log(/(['"]).*?\\1/.exec("say 'hi' now")![0]);
console.log("1234567.89".replace(/\\B(?=(\\d{3})+(?!\\d))/g, ","));
console.log("helloWorldFoo".replace(/([A-Z])/g, "_$1").toLowerCase(), "hello world".replace(/\\b\\w/g, (c) => c.toUpperCase()));
console.log("  a b ".replace(/^\\s+|\\s+$/g, ""), /^[\\w.+-]+@\\w+\\.\\w{2,}$/.test("foo.bar@baz.com"));
let mm; const word = /\\w+/g; const out: string[] = [];
while ((mm = word.exec("the quick fox")) !== null) out.push(mm[0] + mm.index);
console.log(out);`,
  "template parse": `function parse(line: string): { key: string; value: string } | null {
  const match = line.match(/^\\s*(\\w+)\\s*=\\s*(.*?)\\s*$/);
  if (!match) return null;
  return { key: match[1], value: match[2] };
}
console.log(parse("a = 1 "), parse("nothing"), parse("x="));`,
  "strict access": `const time = "12:34:56".match(/(\\d+):(\\d+):(\\d+)/)!.slice(1).map(Number);
console.log(time, time[0]! + time[1]!);
const [h, mi] = "7:30".split(":").map(Number);
console.log(h * 60 + mi);`,
  tokenizer: `const tokens: string[] = [];
const re = /\\s*(?:(\\d+\\.?\\d*)|(.))/y;
const text = "12 + 3.5*(x-1)";
let m: RegExpExecArray | null;
while ((m = re.exec(text)) !== null) tokens.push(m[1] ? \`num:\${m[1]}\` : \`op:\${m[2]}\`);
console.log(tokens.join(" "));`,
  "replaceAll and functions": `function up(s: string): string { return s.toUpperCase(); }
console.log("abcabc".replaceAll(/b/g, up), "abc".replaceAll("b", "[$&]"), "aXbX".replace(/x/gi, () => "-"));
const esc = (s: string) => s.replace(/[.*+?^\${}()|[\\]\\\\]/g, "\\\\$&");
console.log(esc("a.b*c"));
console.log("camelCaseString".replace(/[A-Z]/g, (c) => "-" + c.toLowerCase()));
console.log("kebab-case-string".replace(/-(\\w)/g, (_, c) => c.toUpperCase()));
console.log("kebab-case-string".replace(/-(\\w)/g, (_, c: string) => c.toUpperCase()));
console.log("aaa".replace(/a/g, (m, offset: number) => String(offset)));`,
  filters: `const words = ["apple", "bob", "level", "x1"];
console.log(words.filter((w) => /^[a-z]+$/.test(w)), words.map((w) => w.replace(/[aeiou]/g, "")), words.some((w) => /\\d/.test(w)));
const vowels = "hello world".match(/[aeiou]/g)?.length ?? 0;
console.log(vowels, ("xyz".match(/[aeiou]/g) || []).length);
console.log("The quick  brown".split(/\\s+/).length, "a, b;c".split(/[,;]\\s*/));`,
  "class field": `class Lexer { private readonly word = /[a-z]+/g; constructor(private text: string) {}
  *all(): Generator<string> { for (const m of this.text.matchAll(this.word)) yield m[0]; } }
console.log([...new Lexer("ab cd").all()]);
const table: { name: string; re: RegExp }[] = [{ name: "num", re: /^\\d+/ }, { name: "id", re: /^[a-z]+/i }];
for (const t of table) console.log(t.name, t.re.test("9a"), t.re);
console.log(table);`,
  "no match": `const r = /x/.exec("y");
console.log(r, r === null, r?.[0], r?.index);
const n = "abc".match(/z/);
console.log(n ? n[0] : "none");`,
  unicode: `console.log("naïve café".match(/\\w+/g), "ÀÉ".replace(/[à-é]/gi, "x"), /^\\p{L}+$/u.test("été"), "a😀b".replace(/./gu, "x"));
console.log("x\\u2028y".match(/^y/m)?.index, /[^\\x00-\\x7f]/.test("é"));`,
  "groups with default": `const { a = "?", b = "?" } = /(?<a>x)|(?<b>y)/.exec("y")!.groups!;
console.log(a, b);
for (const [k, v] of Object.entries(/(?<p>\\d)(?<q>\\d)/.exec("12")!.groups!)) console.log(k, v);`,
  date: `const iso = /^(\\d{4})-(\\d{2})-(\\d{2})(?:T(\\d{2}):(\\d{2}))?$/;
for (const s of ["2024-01-02", "2024-01-02T10:20", "bad"]) {
  const m = iso.exec(s);
  if (m === null) { console.log("no"); continue; }
  const [, y, mo, d, hh = "00", mm = "00"] = m;
  console.log(Number(y), Number(mo), Number(d), hh, mm);
}`,
  "alternation of lengths": `console.log("foobar".match(/foo|foobar/)![0], "xaaay".match(/a*?y/)![0], /(?:ab)+/.exec("ababx")![0], /(a|ab)(c|bcd)(d*)/.exec("abcd"));
console.log(/(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac"));
console.log(/(a*)*/.exec("b"), /(?=(a+))a*b\\1/.exec("baaabac"), /(.*?)a(?!(a+)b\\2c)\\2(.*)/.exec("baaabaac"));`,
  "toString in template": `const pats = [/a/g, /b/i];
console.log(\`\${pats[0]} and \${String(pats[1])}\`, pats.map((p) => p.toString()), pats.map((p) => p.source).join("|"));`,
  "string arg": `console.log("a.b".match("b")?.index, "a+b".search("b"), "aXbX".replaceAll("X", "$$"));`,
  "trim all": `console.log("  x ".replace(/^\\s+/, "").replace(/\\s+$/, "") + "|", "a\\r\\nb\\nc".split(/\\r?\\n/));
console.log("x".padStart(3).replace(/ /g, "0"), "#ff8800".match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i)!.slice(1).map((x) => parseInt(x, 16)));`,
  "const in function": `function isHex(s: string): boolean { const re = /^[\\da-f]+$/i; return re.test(s); }
console.log(isHex("beef"), isHex("xyz"));
const isPal = (s: string) => { const c = s.toLowerCase().replace(/[^a-z0-9]/g, ""); return c === c.split("").reverse().join(""); };
console.log(isPal("A man, a plan, a canal: Panama"));`,
  "dollar edge": `console.log("abc".replace(/(b)/, "$0$1$2$10$01$$1$\`$'"), "abc".replace(/b/, "$1"), "abc".replace(/(?<n>b)/, "$<n>$<x>|$<"), "abc".replace(/(b)/, "$<n>"));`,
  "missing strings": `const [p, q] = "x".split(",");
console.log(\`\${q}\`, p + q, q === undefined);`,
  indices: `const dm = /a(?<n>b)?/d.exec("xab")!;
console.log(dm.indices![0], dm.indices);`,
  reuse: `const shared = /o/g;
function has(s: string) { return shared.test(s); }
console.log(has("foo"), has("foo"), has("foo"), has("foo"));`,
  "string replacers": `let n = 0;
console.log("abab".replace("b", (_) => "x"), "abab".replaceAll("b", () => String(++n)), "abab".replaceAll("b", (m, at: number) => \`\${m}\${at}\`));
function rep(part: string, at: number): string { return part + at; }
console.log("abab".replaceAll("b", rep), "abab".replace(/(a)(b)/g, (...args) => String(args.length)));
const keep = (s: string, t = "d") => s + t;
console.log("ab".replace("b", keep));`,
};

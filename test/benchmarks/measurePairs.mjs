/**
 * What the pairs of `test/fixtures/pairs` weigh, compiled against written by hand:
 *
 *     npm run build && TSMP_MICROPYTHON=micropython node test/benchmarks/measurePairs.mjs [NAME ...]
 *
 * heap: what the import leaves allocated; bytes: the Python files that were loaded once `bench(3)` has run.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "../../dist/api/index.js";

const pairs = join(import.meta.dirname, "../fixtures/pairs");
const names = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(pairs);
const driver = `
import gc, sys
sys.path.insert(0, ".")
gc.collect()
before = gc.mem_alloc()
import main
gc.collect()
print(gc.mem_alloc() - before)
main.bench(3)
print(*[getattr(m, "__file__", "") for m in sys.modules.values()])
`;

function weigh(files) {
  const folder = mkdtempSync(join(tmpdir(), "tsmp-pairs-"));
  try {
    for (const { path, text } of [...files, { path: "run.py", text: driver }]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const micropython = process.env.TSMP_MICROPYTHON ?? "micropython";
    const { stdout, stderr } = spawnSync(micropython, ["run.py"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (stderr) throw new Error(stderr);
    const [heap, loaded] = stdout.trim().split("\n");
    const isLoaded = ({ path }) =>
      loaded.split(" ").some((name) => name.replace("./", "") === path);
    const bytes = files
      .filter(isLoaded)
      .reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    return { heap: Number(heap), bytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rows = names.map((name) => {
  const source = readFileSync(join(pairs, name, "main.ts"), "utf8");
  const hand = readFileSync(join(pairs, name, "hand.py"), "utf8");
  const made = weigh(compile({ files: { "main.ts": source } }).files);
  const byHand = weigh([{ path: "main.py", text: hand }]);
  return { name, heap: made.heap / byHand.heap, bytes: made.bytes / byHand.bytes };
});
const mean = (key) =>
  Math.exp(rows.reduce((sum, row) => sum + Math.log(row[key]), 0) / rows.length);
for (const row of [...rows, { name: "mean", heap: mean("heap"), bytes: mean("bytes") }]) {
  console.log(`${row.name.padEnd(16)} heap ${row.heap.toFixed(2)}  bytes ${row.bytes.toFixed(2)}`);
}

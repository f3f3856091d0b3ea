// What the release build weighs: node www/build/sizes.mjs [DIST]. Exit code 1 over budget.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

// Bytes of brotli. Servers that compress by themselves may compress a little less.
const BUDGETS = [
  { name: "first readable (page, style, theme)", bytes: 60_000, has: (file) => /^(index\.html|app-.*\.css|theme-.*\.js)$/.test(file) },
  // A lesson is fetched when it is opened. The engine has all of IAM, STS and what surrounds them in it, both languages,
  // practice, import and the ways in from outside. The aim is 900 kB. What can come later: service models and managed
  // policies, and, with the Wasm in two parts, all that the first screen does not run: practice, import, most
  // operations, one of the two languages.
  { name: "all interactive (all but lessons)", bytes: 1_620_000, has: (file) => !file.startsWith("lessons/") },
];

const dist = process.argv[2] ?? fileURLToPath(new URL("../../dist", import.meta.url));
let names;
try {
  names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1));
} catch {
  console.error("sizes: there is no dist/: run ./sandbox build");
  process.exit(1);
}

const files = names.sort().map((name) => {
  const data = readFileSync(join(dist, name));
  const brotli = brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  });
  return { name, raw: data.length, gzip: gzipSync(data, { level: 9 }).length, brotli: brotli.length };
});

const number = (bytes) => bytes.toLocaleString("en").padStart(11);
const row = (name, { raw, gzip, brotli }, note = "") =>
  console.log(`${name.padEnd(46)}${number(raw)}${number(gzip)}${number(brotli)}  ${note}`.trimEnd());

console.log(`${"bytes".padEnd(46)}${["raw", "gzip", "brotli"].map((head) => head.padStart(11)).join("")}`);
for (const file of files) row(file.name, file);
let over = false;
for (const budget of BUDGETS) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files.filter((each) => budget.has(each.name))) {
    for (const column of Object.keys(total)) total[column] += file[column];
  }
  const isOver = total.brotli > budget.bytes;
  over ||= isOver;
  row(budget.name, total, `${isOver ? "OVER" : "within"} ${budget.bytes / 1000} kB of brotli`);
}
process.exit(over ? 1 : 0);

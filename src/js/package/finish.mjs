// The last step of `./sandbox package`: makes the Wasm smaller, adds the files written by hand, and weighs all.
// node src/js/package/finish.mjs FOLDER, which holds what wasm-bindgen made. Exit code 1 over budget.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

// The evaluator alone was a third of it; with worlds come all operations, the command line and what they rest on.
const BUDGET = 950_000;
// Higher levels put more functions into their callers: no faster by `./sandbox bench`, and 11 kB more to fetch.
const OPTIONS = ["-O1", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];
OPTIONS.push("--enable-mutable-globals", "--enable-multivalue", "--enable-reference-types");

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = process.argv[2];
const wasm = join(folder, "engine_bg.wasm");
execFileSync(process.execPath, [join(root, "node_modules/binaryen/bin/wasm-opt"), ...OPTIONS, wasm, "-o", `${wasm}.small`]);
renameSync(`${wasm}.small`, wasm);

for (const name of ["index.js", "index.d.ts", "README.md"]) copyFileSync(join(root, "src/js/package", name), join(folder, name));
for (const name of ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"]) copyFileSync(join(root, name), join(folder, name));
const manifest = JSON.parse(readFileSync(join(root, "src/js/package/package.json"), "utf8"));
manifest.version = /^version = "(.*)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
let total = 0;
for (const name of readdirSync(folder).sort()) {
  const data = readFileSync(join(folder, name));
  const brotli = brotliCompressSync(data, quality).length;
  total += brotli;
  console.log(`${name.padEnd(20)}${data.length.toLocaleString("en").padStart(11)}${brotli.toLocaleString("en").padStart(11)} brotli`);
}
const isOver = total > BUDGET;
console.log(`${"all".padEnd(31)}${total.toLocaleString("en").padStart(11)} brotli, ${isOver ? "OVER" : "within"} ${BUDGET / 1000} kB`);
process.exit(isOver ? 1 : 0);

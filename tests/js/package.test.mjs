// The package in Node: its contract, its files, its types, and what its readme shows.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import init, * as iam from "../../pkg/index.js";
import { collected } from "./check.mjs";
import contract from "./contract.mjs";
import errors from "./errors.mjs";
import { fuzz } from "./fuzz.mjs";
import golden from "./golden.mjs";
import world from "./world.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = join(ROOT, "pkg");
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");
const read = (name) => readFileSync(join(PACKAGE, name), "utf8");
const fails = (error, kind, text) => error instanceof kind && error.message.includes(text);

test("nothing works before init, and says so", () => {
  for (const call of [() => iam.evaluate({}, {}), () => new iam.PolicySet({}), () => new iam.RequestBatch([]), () => iam.validatePolicy("", "identity")]) {
    assert.throws(call, (error) => fails(error, iam.RequestError, "init()") && error.name === "RequestError");
  }
});

test("init says what it could not load, and may be tried again", async () => {
  for (const source of [() => new Uint8Array([1, 2, 3]), () => new URL("nowhere.wasm", import.meta.url), () => Promise.reject(new Error("no luck"))]) {
    await assert.rejects(init(source()), (error) => fails(error, iam.RequestError, "source"));
  }
  await init();
});

for (const [what, source] of [
  ["bytes", () => readFileSync(join(PACKAGE, "engine_bg.wasm"))],
  ["a module", () => new WebAssembly.Module(readFileSync(join(PACKAGE, "engine_bg.wasm")))],
  ["a response", () => new Response(readFileSync(join(PACKAGE, "engine_bg.wasm")), { headers: { "Content-Type": "application/wasm" } })],
  ["a promise", async () => readFileSync(join(PACKAGE, "engine_bg.wasm"))],
  ["a file's URL", () => new URL("../../pkg/engine_bg.wasm", import.meta.url)],
]) {
  test(`init takes ${what}`, async () => {
    // Another address is another instance of the module.
    const other = await import(`../../pkg/index.js?${encodeURIComponent(what)}`);
    await other.default(source());
    assert.equal(other.evaluate({ principal: "*", action: "s3:GetObject", resource: "*" }, {}).decision, "implicitDeny");
  });
}

golden(iam, JSON.parse(readFileSync(new URL("../golden/cases.json", import.meta.url), "utf8")));
contract({ default: init, ...iam });
errors({ default: init, ...iam });
world(iam);
for (const { name, body } of collected) test(name, body);

test("cases made by chance: typed errors, and all ways of asking agree", () => {
  const { failures, tally } = fuzz(iam, 1, (done) => done >= 1_500);
  assert.deepEqual(failures, []);
  for (const result of ["error", "allowed", "explicitDeny", "implicitDeny", "cannotSay"]) assert.ok(tally[result] > 0, result);
});

test("the package has the files that its manifest names, and exports what its types declare", () => {
  const manifest = JSON.parse(read("package.json"));
  assert.deepEqual([...manifest.files, "package.json"].sort(), readdirSync(PACKAGE).sort());
  assert.equal(manifest.version, /^version = "(.*)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"))[1]);
  const declared = [...read("index.d.ts").matchAll(/^export (?:default )?(?:class|function) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual([...new Set(declared)].map((name) => (name === "init" ? "default" : name)).sort(), Object.keys({ ...iam }).sort());
  for (const [, kind, body] of read("index.d.ts").matchAll(/^export class (\w+)[^{]*\{\n(.*?)^\}/gms)) {
    for (const [, name] of body.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)) {
      const isThere = name === "constructor" || name === "findings" || name in iam[kind].prototype;
      assert.ok(isThere, `${kind}.${name}`);
    }
  }
});

/** Runs `body` in a folder where the package is installed. */
function installed(body) {
  const folder = mkdtempSync(join(tmpdir(), "iam-sandbox-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(PACKAGE, join(folder, "node_modules", "iam-sandbox"));
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
    body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the examples of the readme run, and print what they say", () => {
  const examples = [...read("README.md").matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
  assert.equal(examples.length, 3);
  installed((folder) => {
    for (const code of examples) {
      writeFileSync(join(folder, "example.js"), code);
      const printed = execFileSync(process.execPath, [join(folder, "example.js")], { encoding: "utf8" });
      const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
      assert.deepEqual(printed.trim().split("\n"), promised);
    }
  });
});

test("the types compile under strict, and take and refuse what the contract takes and refuses", { timeout: 120_000 }, () => {
  installed((folder) => {
    writeFileSync(join(folder, "use.ts"), readFileSync(new URL("use.ts", import.meta.url)));
    for (const [module, moduleResolution] of [["node16", "node16"], ["esnext", "bundler"]]) {
      const compilerOptions = {
        strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false,
        target: "es2022", lib: ["es2022", "dom"], types: [], module, moduleResolution,
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
      try {
        execFileSync(process.execPath, [TSC, "-p", "tsconfig.json"], { cwd: folder, encoding: "utf8" });
      } catch (error) {
        assert.fail(error.stdout);
      }
    }
  });
});

// The package in Chromium: the cases of package.test.mjs, loaded from a web server as the files they are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { test } from "node:test";
import { launch } from "../e2e/harness.mjs";

const ROOT = new URL("../../", import.meta.url);
const TYPES = { ".html": "text/html", ".mjs": "text/javascript", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
// As strict as a page with a Wasm may be.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

function answer(request, response) {
  const path = new URL(request.url, "http://localhost").pathname.slice(1);
  const isServed = /^(pkg|tests\/js|tests\/golden)\/[\w.-]+$/.test(path);
  try {
    const body = path === "" ? "<!doctype html><meta charset=utf-8><title>Package</title>" : isServed && readFileSync(new URL(path, ROOT));
    response.writeHead(body ? 200 : 404, { "Content-Type": TYPES[extname(path) || ".html"], "Content-Security-Policy": POLICY });
    response.end(body || "");
  } catch {
    response.writeHead(404).end();
  }
}

test("the package keeps its contract in a browser", { timeout: 300_000 }, async () => {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const result = await page.evaluate(async () => {
      const { default: init, ...rest } = await import("/pkg/index.js");
      const iam = { default: init, ...rest };
      const files = ["golden", "contract", "errors", "fuzz", "check"].map((name) => import(`/tests/js/${name}.mjs`));
      const [golden, contract, errors, { fuzz }, { run }] = await Promise.all(files);
      await init();
      golden.default(iam, await (await fetch("/tests/golden/cases.json")).json());
      contract.default(iam);
      errors.default(iam);
      const { failures } = fuzz(iam, 2, (done) => done >= 300);
      const cases = await run();
      return { n: cases.n, failures: [...cases.failures, ...failures] };
    });
    assert.deepEqual(result.failures, []);
    assert.ok(result.n > 280, `${result.n} cases`);
    assert.deepEqual(problems, [], "the page was not quiet");
  } finally {
    await browser.close();
    server.close();
  }
});

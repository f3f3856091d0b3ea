// The release build in a real browser. A test file says:
//
//   import { e2e } from "./harness.mjs";
//   e2e("what holds", async ({ open, axe }) => {
//     const page = await open({ width: 390, path: "#/ask" });
//   });
//
// A test fails by itself if any page it opened logged a warning or an error, broke the policy, got no answer for
// a request or asked another origin for anything.
import assert from "node:assert/strict";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../www/build/serve.mjs";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
// Not at the root of the server: the build must not care where it lies.
const PREFIX = "/some/where/";
const SECONDS = 1000;

// No sandbox: Chromium as root has none, and the pages are our own.
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"];
ARGUMENTS.push("--disable-background-networking", "--disable-component-update", "--disable-sync");

let site;
let browser;

async function start() {
  assert.ok(existsSync(join(DIST, "index.html")), "there is no dist/: run ./sandbox build");
  site ??= await serve(DIST, 0, PREFIX);
  browser ??= await launch();
}

/** A browser of its own, for those who close it themselves. */
export function launch() {
  return chromium.launch({ executablePath: browserPath(), args: ARGUMENTS });
}

after(async () => {
  await browser?.close();
  await site?.close();
});

function browserPath() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  throw new Error("no Chromium found: set CHROME_PATH");
}

/** One browser test. `options` are those of node:test, for example { skip: "why" }. */
export function e2e(name, options, body) {
  if (typeof options === "function") [options, body] = [{}, options];
  test(name, { timeout: 120 * SECONDS, ...options }, async (t) => {
    await start();
    const problems = [];
    const contexts = [];
    try {
      await body({ t, site, axe, problems, open: (how) => open(how ?? {}, problems, contexts) });
      assert.deepEqual(problems, [], "the page was not quiet");
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  });
}

/**
 * A page in a browser context of its own (no storage from before).
 * path: what follows the site's address ("?lang=es#/ask"); ready: false does not wait for the app;
 * prepare: gets the page before it goes anywhere.
 */
async function open(how, problems, contexts) {
  const { width = 1280, height = 800, colorScheme = "light", locale = "en-GB", javaScriptEnabled = true, ...rest } = how;
  const { path = "", ready = javaScriptEnabled, storage, prepare, ...others } = rest;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    javaScriptEnabled,
    // What a test does to requests is done to the page's own.
    serviceWorkers: "block",
    ...others,
  });
  contexts.push(context);
  context.setDefaultTimeout(30 * SECONDS);
  // Preferences of an earlier visit.
  if (storage) {
    await context.addInitScript((items) => {
      for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value);
    }, storage);
  }
  const page = await context.newPage();
  watch(page, javaScriptEnabled, problems);
  await prepare?.(page);
  await page.goto(site.url + path, { waitUntil: ready ? "load" : "commit" });
  if (ready) await page.waitForSelector("html[data-ready]", { state: "attached" });
  return page;
}

function watch(page, javaScriptEnabled, problems) {
  const origin = new URL(site.url).origin;
  page.on("console", (message) => {
    // Without JavaScript the preloaded Wasm is rightly unused, and Chromium says so.
    if (message.type() === "warning" && !javaScriptEnabled) return;
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("crash", () => problems.push("the page crashed"));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) problems.push(`foreign request: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // Switched-off JavaScript is reported as a policy that forbids the preloaded script.
    if (reason === "csp" && !javaScriptEnabled) return;
    problems.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core objects to, one line for each rule; `options` are axe.run's, `within` a selector. */
export async function axe(page, options = {}, within = undefined) {
  // By the debugger and not by a script element, which the page's policy rightly forbids.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async ([scope, how]) => (await globalThis.axe.run(scope ?? document, how)).violations,
    [within, options],
  );
  return violations.map(({ id, impact, help, nodes }) => {
    const where = nodes.slice(0, 5).map((node) => node.target.join(" "));
    return `${id} (${impact}): ${help}: ${nodes.length} × ${where.join(", ")}`;
  });
}

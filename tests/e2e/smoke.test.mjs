// The release build stands on its own: under any path, within its policy, readable before and without the app.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const NO_FIRST_SCREEN = process.env.IAM_ALLOW_EMPTY_FIRST_SCREEN === "1" && "built without a first screen";

e2e("the page loads under a sub-path, quietly", async ({ open, site }) => {
  const page = await open();
  assert.equal(await page.title(), "IAM Sandbox");
  assert.ok((await page.locator("#root").innerText()).trim().length > 0);
  // A redirect from the folder without its slash leads to the same page.
  const response = await page.goto(site.url.slice(0, -1));
  assert.equal(response.url(), site.url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  // Chromium complains of preloaded files that nobody used only some seconds after loading.
  await page.waitForTimeout(6000);
});

e2e("the policy is in force", async ({ open, problems }) => {
  const page = await open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /^default-src 'none';/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  const before = await page.evaluate(() => {
    const policyElement = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    return [...document.querySelectorAll("script, link, style")].filter(
      (element) => policyElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING,
    ).length;
  });
  assert.equal(before, 0, "something stands before the policy");
  assert.deepEqual(problems, []);
  // It refuses what it should: an inline script and another origin.
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineScriptRan = true";
    document.head.append(script);
    const answer = await fetch("https://example.org/").then(() => "answered", () => "refused");
    return [globalThis.inlineScriptRan === true, answer];
  });
  assert.deepEqual(ran, [false, "refused"]);
  // The refusals were logged, as they should; closed, the page logs nothing more.
  await page.context().close();
  assert.notEqual(problems.length, 0);
  problems.length = 0;
});

e2e("the first screen is readable without JavaScript", { skip: NO_FIRST_SCREEN }, async ({ open }) => {
  const page = await open({ javaScriptEnabled: false });
  const text = await page.locator("#root").innerText();
  assert.ok(text.trim().length > 10, `the first screen says only: ${text}`);
  assert.doesNotMatch(text, /^Loading/);
  assert.equal(await page.locator("#root h1").count(), 1);
  assert.ok(await page.locator("noscript").innerText());
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    e2e(`axe has no objections (${colorScheme}, ${width} pixels)`, async ({ open, axe }) => {
      assert.deepEqual(await axe(await open({ colorScheme, width })), []);
    });
  }
}

e2e("theme and language come from the address, then from storage, before the app", async ({ open }) => {
  const state = (page) => page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.lang]);
  const preferences = { "iam-sandbox.preferences": JSON.stringify({ theme: "dark", language: "es" }) };
  assert.deepEqual(await state(await open({ storage: preferences })), ["dark", "es"]);
  assert.deepEqual(await state(await open({ storage: preferences, path: "?theme=light&lang=en" })), ["light", "en"]);
  const spoilt = { "iam-sandbox.preferences": "{" };
  assert.deepEqual(await state(await open({ storage: spoilt, path: "?theme=loud&lang=xx" })), [undefined, "en"]);
});

// The rule behind a station, and the rule book.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const stopped = '.station[data-outcome="stopped"] > .rule-code';
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id);

e2e("a station's code opens its rule, and Esc gives the focus back", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  const code = await page.locator(stopped).innerText();
  await page.locator(stopped).click();
  const sheet = page.getByRole("dialog", { name: `Rule ${code}` });
  assert.match(await sheet.innerText(), /documented/);
  const source = sheet.locator("a.source");
  assert.match(await source.getAttribute("href"), /^https:\/\/docs\.aws\.amazon\.com\//);
  assert.equal(await source.getAttribute("target"), "_blank");
  assert.match(await source.getAttribute("rel"), /noopener/);
  await page.keyboard.press("Escape");
  assert.equal(await sheet.count(), 0);
  assert.equal(await focused(page), `Rule ${code}`);
  assert.equal(new URL(page.url()).hash, "", "the sheet is no place to go back to");
});

e2e("by keyboard from the sheet to the book and back", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  const code = await page.locator(stopped).innerText();
  await page.locator(stopped).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const book = page.locator(".book");
  await book.waitFor();
  assert.equal(new URL(page.url()).hash, `#/rules/${code}`);
  assert.equal(await focused(page), `rule-${code}`);
  // What lies under the book does not hear its keys.
  await page.keyboard.press("u");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await book.waitFor({ state: "detached" });
  await page.waitForFunction(() => location.hash === "");
  assert.equal(await page.locator(".station[data-step]").count(), 0);
  await page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, `Rule ${code}`);
});

e2e("the book is found by its address, searched by word and code, and left by the browser's way back", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/rules/C-13" });
  assert.ok(await page.locator("#rule-C-13").isVisible());
  assert.equal(await page.locator(".book-rule[data-chosen]").count(), 1);
  const search = page.getByRole("searchbox");
  const rules = () => page.locator(".book-rule").count();
  const all = await rules();
  await search.fill("c-14");
  assert.equal(await rules(), 1);
  await search.fill("boundary");
  assert.ok((await rules()) > 1 && (await rules()) < all);
  await search.fill("no rule says this");
  assert.match(await page.locator(".book-body").innerText(), /No rule has/);
  await search.press("Escape");
  assert.equal(await rules(), all, "the first Esc empties the search");
  await search.press("Escape");
  assert.equal(await page.locator(".book").count(), 0);
  assert.equal(new URL(page.url()).hash, "");

  await page.keyboard.press("?");
  await page.locator("#help").getByRole("link", { name: "Reference" }).click();
  await page.locator(".book").getByRole("link", { name: "Rules" }).click();
  await page.locator(".book-rule").first().waitFor();
  await page.goBack();
  await page.locator(".page-station").first().waitFor();
  await page.goBack();
  await page.locator(".book").waitFor({ state: "detached" });
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied/);
});

e2e("what a quick key opens after the book is left stays open", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/rules/C-13" });
  await page.locator("#rule-C-13").waitFor();
  // Both keys come before the page gives the focus back, as when it is slow.
  await page.evaluate(async () => {
    const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    press("Escape");
    for (let n = 0; n < 1000 && document.querySelector(".book"); n += 1) await null;
    press("?");
    await new Promise((resume) => setTimeout(resume, 100));
  });
  assert.ok(await page.locator("#help").isVisible());
});

e2e("disputed rules say what is disputed, in both languages", async ({ open }) => {
  const page = await open({ path: "#/rules/C-23" });
  assert.match(await page.locator(".book-rule[data-chosen]").innerText(), /In dispute:[\s\S]*disputed/);
  const spanish = await open({ path: "?lang=es#/rules/C-23" });
  assert.match(await spanish.locator(".book-rule[data-chosen]").innerText(), /En disputa:/);
  assert.match(await spanish.locator(".book-sections [aria-current]").innerText(), /Reglas/);
});

e2e("on a phone the rule comes up as a sheet and nothing scrolls sideways", async ({ open }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true });
  await page.locator(stopped).tap();
  const box = await page.locator(".rule-sheet").boundingBox();
  assert.ok(box.width >= 380 && Math.abs(box.y + box.height - 844) < 2, JSON.stringify(box));
  await page.locator(".rule-sheet").getByRole("link", { name: "In the rule book" }).tap();
  await page.locator(".book").waitFor();
  const overflow = await page.locator(".book-body").evaluate((body) => body.scrollWidth - body.clientWidth);
  assert.equal(overflow, 0);
});

for (const colorScheme of ["light", "dark"]) {
  e2e(`axe has no objections to the rules (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ width: 1440, height: 900, colorScheme });
    await page.locator(stopped).click();
    await page.locator(".rule-sheet").waitFor();
    assert.deepEqual(await axe(page), []);
    const book = await open({ width: 390, height: 844, colorScheme, path: "#/rules" });
    await book.locator(".book").waitFor();
    assert.deepEqual(await axe(book), []);
  });
}

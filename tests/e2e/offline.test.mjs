// Without a network: what was opened once opens again, with lessons that were never opened.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { serve } from "../../www/build/serve.mjs";
import { e2e, launch } from "./harness.mjs";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

e2e("after one visit the page and every lesson open without a server", async () => {
  const site = await serve(DIST, 0, "/elsewhere/");
  const browser = await launch();
  let isServed = true;
  try {
    const page = await (await browser.newContext()).newPage();
    const isReady = () => page.waitForSelector("html[data-ready]", { state: "attached" });
    await page.goto(site.url);
    await isReady();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await site.close();
    isServed = false;

    await page.reload();
    await isReady();
    assert.match(await page.locator(".verdict-pill").first().innerText(), /Denied/);
    await page.goto(`${site.url}#/learn`);
    await page.locator('.lesson-link[href="#/learn/L15"]').click();
    await page.locator(".promise").first().waitFor();
    assert.match(page.url(), /#\/learn\/L15$/);
    for (const [address, shown] of [["#/cards", ".myth"], ["#/glossary", ".book-rule"], ["#/reference/order", ".page-station"]]) {
      await page.goto(site.url + address);
      await page.locator(shown).first().waitFor();
    }
  } finally {
    await browser.close();
    if (isServed) await site.close();
  }
});

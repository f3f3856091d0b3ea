// Nothing is lost: reloads, links, files, and what to do with broken ones.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { e2e } from "./harness.mjs";

const verdict = (page) => page.locator(".verdict-pill").innerText();
const join = (page) => page.getByRole("button", { name: "Apply: alice joins Readers" }).click();

async function reload(page) {
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
}

/** The link that the Share panel offers. */
async function link(page) {
  await page.keyboard.press("Escape");
  await page.locator(".button.share").click();
  return page.locator("#share input[readonly], #share textarea[readonly]").inputValue();
}

e2e("a reload brings back world, sentence and history", async ({ open }) => {
  const page = await open();
  await join(page);
  await page.keyboard.press("/");
  await page.keyboard.type("s3:ListBucket");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
  await reload(page);
  assert.match(await page.locator(".chip-action").innerText(), /s3:ListBucket/);
  assert.match(await page.locator(".world").innerText(), /ReadPayroll/);
  await page.keyboard.press("u");
  await page.keyboard.press("a");
  await page.keyboard.press("Escape");
  assert.match(await verdict(page), /Denied/);
});

e2e("language and theme are remembered", async ({ open }) => {
  const page = await open();
  await page.getByRole("button", { name: "Español" }).first().click();
  assert.match(await verdict(page), /Denegado: nada lo permite/);
  await page.waitForTimeout(100);
  await reload(page);
  assert.match(await verdict(page), /Denegado: nada lo permite/);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
});

e2e("a link restores world, sentence and open station in a browser that knows nothing", async ({ open }) => {
  const page = await open();
  await join(page);
  await page.locator(".station-head", { hasText: "Resource policy" }).click();
  const address = await link(page);
  assert.ok(address.includes("#/open/1/"), address);
  assert.ok(address.length < 8192, `${address.length} characters`);
  const other = await open({ path: address.slice(address.indexOf("#")) });
  assert.match(await verdict(other), /Allowed/);
  await reload(other);
  assert.match(await verdict(other), /Allowed/, "a reload keeps the link's world");
  await other.keyboard.press("Escape");
  await other.keyboard.press("a");
  await other.keyboard.type("dana");
  await other.keyboard.press("Enter");
  await other.waitForTimeout(300);
  assert.equal(new URL(other.url()).hash, "", "once changed, the world is kept here and not in the address");
  await reload(other);
  assert.match(await other.locator(".chip-who").innerText(), /dana/);
});

e2e("a link opened over a world of one's own leaves a way back", async ({ open }) => {
  const page = await open();
  const address = await link(page);
  await page.keyboard.press("Escape");
  await join(page);
  await page.waitForTimeout(300);
  // The fragment alone is not a navigation: the page is left first.
  await page.goto("about:blank");
  await page.goto(address);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  assert.match(await verdict(page), /Denied/);
  await page.getByRole("button", { name: "Back to my own" }).click();
  assert.match(await verdict(page), /Allowed/);
});

e2e("a broken link opens the start world, says so and keeps the data", async ({ open }) => {
  const page = await open({ path: "#/open/1/not-a-world" });
  assert.match(await verdict(page), /Denied: nothing allows it/);
  const notice = page.locator(".notice");
  assert.match(await notice.innerText(), /link/i);
  const download = page.waitForEvent("download");
  await notice.getByRole("button", { name: /download/i }).click();
  const file = await readFile(await (await download).path(), "utf8");
  assert.equal(file, "#/open/1/not-a-world");
});

e2e("a broken save opens the start world, says so and keeps the data", async ({ open }) => {
  const page = await open();
  await join(page);
  await page.waitForTimeout(300);
  await page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open("iam-sandbox", 1);
    request.onerror = reject;
    request.onsuccess = () => {
      const transaction = request.result.transaction("saves", "readwrite");
      transaction.objectStore("saves").put("{ broken", "current");
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  }));
  await reload(page);
  assert.match(await verdict(page), /Denied: nothing allows it/);
  const download = page.waitForEvent("download");
  await page.locator(".notice").getByRole("button", { name: /download/i }).click();
  assert.equal(await readFile(await (await download).path(), "utf8"), "{ broken");
});

e2e("refused storage is said once and the page works on", async ({ open }) => {
  const prepare = (page) =>
    page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no", "SecurityError");
      };
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException("no", "SecurityError");
      };
    });
  const page = await open({ prepare });
  await join(page);
  assert.match(await page.locator(".notice").innerText(), /keeps no data/);
  assert.match(await verdict(page), /Allowed/);
  await page.locator(".notice .close").click();
  await page.keyboard.press("u");
  await page.waitForTimeout(200);
  assert.equal(await page.locator(".notice").count(), 0, "said twice");
  assert.match(await verdict(page), /Denied/);
});

e2e("the first screen is replaced without moving the reader", async ({ open }) => {
  let letThrough;
  const gate = new Promise((resolve) => (letThrough = resolve));
  const prepare = (page) =>
    page.route("**/*.wasm", async (route) => {
      await gate;
      await route.continue();
    });
  const page = await open({ ready: false, prepare, width: 1440, height: 700 });
  const where = () =>
    page.evaluate(() => ({
      focus: document.activeElement.getAttribute("aria-label"),
      scrolled: document.querySelector(".zone.why").scrollTop,
      boxes: [".verdict-pill", ".ask-send", ".rail", ".answer", ".clock"].map((selector) => {
        const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
        return [selector, x, y, width, height].join(" ");
      }),
    }));
  await page.locator(".clock").waitFor();
  await page.locator(".zone.why").evaluate((zone) => (zone.scrollTop = 60));
  await page.getByRole("button", { name: "Apply: alice joins Readers" }).focus();
  const before = await where();
  assert.equal(before.focus, "Apply: alice joins Readers");
  assert.ok(before.scrolled > 0, "nothing to scroll, so nothing is tested");
  letThrough();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  assert.deepEqual(await where(), before);
});

for (const [format, who, what] of [
  [1, "alice", /Allowed/],
  [2, "sns.amazonaws.com", /the trust policy does not allow it/],
]) {
  e2e(`a link of format ${format} opens`, async ({ open }) => {
    const address = await readFile(new URL(`../saves/format-${format}.link`, import.meta.url), "utf8");
    const page = await open({ width: 1440, height: 900, path: address.trim() });
    assert.match(await page.locator(".chip-who").innerText(), new RegExp(`^${who}`));
    assert.match(await page.locator(".verdict-pill").innerText(), what);
  });
}

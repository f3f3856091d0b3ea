// The first minute of a learner: by mouse, and again with the keyboard alone.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const verdict = (page) => page.locator(".verdict-pill").innerText();
const station = (page, outcome) => page.locator(`.rail > .station[data-outcome="${outcome}"]:not(.station-fold)`);

/** Presses Tab until the focus is on something that fits the selector. */
async function tabTo(page, selector, key = "Tab") {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never came to ${selector}`);
}

e2e("by mouse: a denial explained, changed, asked again, and a session that ends", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  assert.match(await verdict(page), /Denied: nothing allows it/);
  assert.equal(await page.locator(".rail > .station:not(.station-fold)").count(), 8);
  assert.match(await station(page, "stopped").innerText(), /Identity policies/);
  assert.match(await page.locator(".answer").innerText(), /An error occurred \(AccessDenied\) when calling the GetObject/);

  await page.getByRole("button", { name: /Step through/ }).click();
  assert.match(await page.locator('.station[data-step="current"]').innerText(), /Authentication/);
  for (let step = 1; step < 6; step += 1) await page.getByRole("button", { name: /^Next/ }).click();
  assert.match(await page.locator('.station[data-step="current"]').innerText(), /Identity policies/);
  await page.getByRole("button", { name: /^End/ }).click();

  await page.getByRole("button", { name: "also becomes possible: 2" }).click();
  assert.match(await page.locator(".flip-body").innerText(), /s3:ListBucket payroll/);
  await page.getByRole("button", { name: "Apply: alice joins Readers" }).click();
  assert.match(await verdict(page), /Allowed/);
  assert.match(await station(page, "granted").innerText(), /alice ← Readers ← ReadPayroll ← statement Read/);
  assert.match(await page.locator(".world").innerText(), /alice, bob · 1 policy|2 users · 1 policy|alice · bob/);
  assert.match(await page.locator(".code-line[data-lit]").first().innerText(), /\{/);

  await page.getByRole("button", { name: "as a session of report-editor" }).click();
  assert.match(await page.locator(".chip-who").innerText(), /report-editor/);
  assert.match(await verdict(page), /Denied: nothing allows it/);
  await page.getByRole("button", { name: "one hour later" }).click();
  assert.match(await verdict(page), /Not authenticated: expired/);
  assert.match(await station(page, "stopped").innerText(), /Authentication/);
  assert.equal(await station(page, "notreached").count(), 7);
  await page.getByRole("button", { name: "assume report-editor again" }).click();
  assert.match(await page.locator(".chip-who").innerText(), /report-editor.*15 min left/s);
});

e2e("by keyboard alone: the same minute", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
  const current = (name) => page.locator('.station[data-step="current"]', { hasText: name }).waitFor();
  await current("Identity policies");
  await page.keyboard.press("ArrowLeft");
  await current("Resource policy");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".station[data-step]").count(), 0);

  await page.keyboard.press("f");
  await tabTo(page, 'button[aria-label="Apply: alice joins Readers"]');
  await page.keyboard.press("Enter");
  assert.match(await verdict(page), /Allowed/);
  await page.keyboard.press("u");
  assert.match(await verdict(page), /Denied/);
  await page.keyboard.press("Shift+U");
  assert.match(await verdict(page), /Allowed/);

  // Another action, typed into the sentence.
  await page.keyboard.press("/");
  await page.keyboard.type("s3:PutObject");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".chip-action").innerText(), /s3:PutObject/);
  assert.match(await verdict(page), /Denied: nothing allows it/);

  // Another asker, chosen from the list.
  await page.keyboard.press("a");
  await page.keyboard.type("dana");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".chip-who").innerText(), /dana/);
  assert.match(await verdict(page), /the resource policy does not allow it/);

  // Back to alice, a session of the role, and its end.
  await page.keyboard.press("a");
  await page.keyboard.type("alice");
  await page.keyboard.press("Enter");
  await tabTo(page, ".next-item");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /as a session of report-editor/);
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".chip-who").innerText(), /report-editor/);
  await page.keyboard.press("Shift+Period");
  assert.match(await verdict(page), /Not authenticated: expired/);
});

e2e("on a phone: the answer, a flip, the evidence sheet and the other tabs", async ({ open }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true });
  assert.match(await verdict(page), /Denied/);
  await page.getByRole("button", { name: "Apply: alice joins Readers" }).tap();
  assert.match(await verdict(page), /Allowed/);
  await page.locator(".cell-open").first().tap();
  await page.locator(".page[data-sheet=open]").waitFor();
  assert.ok(await page.locator(".evidence .editor").isVisible());
  await page.locator(".sheet-close").tap();
  assert.equal(await page.locator(".page[data-sheet=open]").count(), 0);
  await page.locator(".dock").getByRole("button", { name: "World" }).tap();
  assert.ok(await page.locator(".world .tree-row").first().isVisible());
  await page.locator(".dock").getByRole("button", { name: "Time" }).tap();
  await page.getByRole("button", { name: "+15 m" }).tap();
  assert.match(await page.locator(".clock").innerText(), /10:17/);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, "the page scrolls sideways");
});

e2e("the verdict is announced once, in words that say where it stopped", async ({ open }) => {
  const page = await open();
  const status = page.locator(".verdict[role=status]");
  const text = await status.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  });
  assert.match(text, /Denied: nothing allows it\. Stopped at station 5 of 7, Identity policies\./);
  assert.equal(text.match(/Denied/g).length, 1, text);
});

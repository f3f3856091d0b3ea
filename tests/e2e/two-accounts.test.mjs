// A request across accounts: two rails with an end each, evidence of both sides, and one rail at a time on a phone.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const verdict = (page) => page.locator(".verdict-pill").innerText();
const side = (page, name) => page.locator(`.side[data-side="${name}"]`);

// On a phone the sentence folds again once it was asked, so the chip is there and not in sight.
async function ask(page, who) {
  await page.keyboard.press("a");
  await page.keyboard.type(who);
  await page.keyboard.press("Enter");
  await page.locator(".chip-who", { hasText: who }).waitFor({ state: "attached" });
}

async function askFor(page, resource) {
  await page.locator(".chip-resource").click();
  await page.keyboard.type(resource);
  await page.keyboard.press("Enter");
  await page.locator(".chip-resource", { hasText: resource }).waitFor();
}

e2e("each side comes to its own end, and a grant of the owner joins them", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  assert.equal(await page.locator(".sides").count(), 0, "within one account there is one rail");
  await ask(page, "dana");
  assert.match(await side(page, "caller").innerText(), /Caller B · dev[\s\S]*B · dev says yes/);
  assert.match(await side(page, "resource").innerText(), /Resource A · prod[\s\S]*A · prod does not say yes/);
  assert.match(await page.locator(".joined").innerText(), /the resource policy does not allow it.*both must say yes/s);
  assert.equal(await page.locator(".rails .station:not(.station-fold)").count(), 8);
  assert.match(await page.locator(".flip-group").nth(0).innerText(), /B · dev[\s\S]*Nothing that B · dev can do alone/);

  await page.getByRole("button", { name: "Apply: payroll’s policy names dana" }).click();
  assert.match(await verdict(page), /Allowed/);
  assert.match(await side(page, "resource").innerText(), /A · prod says yes/);
  assert.equal(await page.locator('.side .station[data-tone="allow"]').count(), 2);
  const evidence = await page.locator(".evidence").innerText();
  assert.match(evidence, /B · dev says yes[\s\S]*AdministratorAccess[\s\S]*A · prod says yes[\s\S]*bucket policy of payroll/);
  assert.equal(await page.locator(".evidence .editor").count(), 2);
});

e2e("where both accounts are silent the verdict names both", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await askFor(page, "dev-scratch/notes.txt");
  assert.match(await verdict(page), /neither account allows it/);
  assert.match(await side(page, "caller").innerText(), /stops here[\s\S]*A · prod does not say yes/);
  assert.match(await side(page, "resource").innerText(), /stops here[\s\S]*B · dev does not say yes/);
  const status = await page.locator(".verdict[role=status]").innerText();
  assert.match(status, /across accounts both must/);

  assert.match(await page.locator(".zone-meta", { hasText: "proven together" }).innerText(), /2/);
  const [caller, resource] = [page.locator(".flip-group").nth(0), page.locator(".flip-group").nth(1)];
  assert.match(await caller.innerText(), /only together with: dev-scratch’s policy names alice/);
  assert.match(await resource.innerText(), /only together with: A statement for alice/);
  await caller.getByRole("button", { name: /^Apply/ }).click();
  await resource.getByRole("button", { name: /^Apply/ }).click();
  assert.match(await verdict(page), /Allowed/);
});

e2e("the keys step through both rails in the order of the stations", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await ask(page, "dana");
  await page.keyboard.press("Escape");
  const seen = [];
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press("ArrowRight");
    const current = page.locator('.station[data-step="current"]');
    const name = await current.evaluate((station) => station.closest(".side")?.dataset.side ?? "both");
    seen.push(`${await current.locator(".station-mark").innerText()} ${name}`);
  }
  const expected = ["0 both", "1 both", "2 resource", "3 caller", "4 resource", "5 caller", "6 caller", "7 caller"];
  assert.deepEqual(seen, expected);
});

e2e("on a phone one side is shown, with a line on the other", async ({ open }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true });
  await page.locator(".dock").getByRole("button", { name: "Ask" }).tap();
  await page.locator(".chip-who").tap();
  await page.locator(".option", { hasText: "dana" }).tap();
  await page.locator(".dock").getByRole("button", { name: "Why" }).tap();
  assert.ok(await side(page, "resource").isVisible(), "the side that stops is shown first");
  assert.ok(!(await side(page, "caller").isVisible()));
  assert.match(await side(page, "resource").locator(".side-other").innerText(), /Caller B · dev says yes/);
  await page.getByRole("tab", { name: "Caller B · dev" }).tap();
  assert.ok(await side(page, "caller").isVisible());
  assert.match(await side(page, "caller").locator(".side-other").innerText(), /Resource A · prod does not say yes/);
  const small = await page.locator(".side-tabs .tab").evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().height));
  assert.ok(small.every((height) => height >= 44), `${small}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, "the page scrolls sideways");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390]) {
    e2e(`axe has no objections to two rails (${colorScheme}, ${width} pixels)`, async ({ open, axe }) => {
      const page = await open({ width, height: 900, colorScheme });
      await ask(page, "dana");
      assert.deepEqual(await axe(page), []);
      await page.getByRole("button", { name: "Apply: payroll’s policy names dana" }).click();
      await page.locator(".verdict-pill", { hasText: "Allowed" }).waitFor();
      assert.deepEqual(await axe(page), []);
    });
  }
}

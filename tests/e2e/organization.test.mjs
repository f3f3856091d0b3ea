// Organizations: built in the world, asked about in the sentence, read on the rail.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const verdict = (page) => page.locator(".verdict-pill").innerText();
const world = (page) => page.locator(".world");
const row = (page, name) => world(page).locator(".organization .tree-row", { hasText: name });
const within = (page, name) => world(page).getByRole("button", { name });

/** Takes the second world from the share panel. */
async function openOrganization(page) {
  await page.locator(".button.share").click();
  await page.getByRole("button", { name: "Organization of three" }).click();
  await row(page, /^Organization/).waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
}

e2e("an organization is made, and an SCP stops alice at the level that lacks an Allow", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  // bob's group lets alice in, so that only the organization can stand in the way.
  await page.locator(".flip .button", { hasText: "Apply" }).first().click();
  assert.match(await verdict(page), /Allowed/);
  await within(page, "Create organization…").click();
  await world(page).locator("select").selectOption({ label: "dev · 444455556666" });
  await world(page).locator(".popover").getByRole("button", { name: "Create organization" }).click();

  await row(page, /^Root/).click();
  await within(page, "Invite account…").click();
  await world(page).locator(".popover").getByRole("button", { name: "Invite" }).click();
  await row(page, /^prod/).waitFor();
  assert.match(await verdict(page), /Allowed/);

  await within(page, "New SCP").click();
  await world(page).locator(".popover input").fill("OnlyEc2");
  await page.keyboard.press("Enter");
  const editor = page.locator(".editor-text");
  const text = await editor.inputValue();
  assert.match(text, /"Effect": "Deny"/);
  await editor.fill(text.replace('"Deny"', '"Allow"').replace("s3:GetObject", "ec2:*"));
  await page.getByRole("button", { name: "Save", exact: true }).click();

  await row(page, /^prod/).click();
  await within(page, "Attach policy…").click();
  await world(page).locator(".popover select").selectOption({ label: "OnlyEc2 · SCP" });
  await world(page).locator(".popover").getByRole("button", { name: /^Attach/ }).click();
  assert.match(await verdict(page), /Allowed/);
  await within(page, /^Detach.*FullAWSAccess/).click();
  assert.match(await verdict(page), /Denied/);

  const station = page.locator(".station", { hasText: "SCP" });
  assert.match(await station.innerText(), /no SCP at prod allows it/);
  assert.deepEqual(await station.locator(".rung").evaluateAll((rungs) => rungs.map((rung) => rung.dataset.outcome)), [
    "allows",
    "silent",
  ]);
  assert.deepEqual(await axe(page), []);

  // What is left cannot be taken off: AWS says so, and nothing changes.
  await within(page, /^Detach.*OnlyEc2/).click();
  assert.match(await page.locator(".notice").innerText(), /cannot remove the last policy/);
  await within(page, "Attach policy…").click();
  await world(page).locator(".popover select").selectOption({ label: "FullAWSAccess · SCP" });
  await world(page).locator(".popover").getByRole("button", { name: /^Attach/ }).click();
  assert.match(await verdict(page), /Allowed/);
});

e2e("an SCP is written and attached by keyboard alone", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await openOrganization(page);
  await within(page, "New SCP").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("NoAssuming");
  await page.keyboard.press("Enter");
  await row(page, /^NoAssuming/).waitFor();
  await within(page, "Attach to…").focus();
  await page.keyboard.press("Enter");
  await page.locator(".popover select:focus").waitFor();
  const chosen = () => page.evaluate(() => document.activeElement.value);
  for (let tries = 0; !(await chosen()).endsWith("/ Development") && tries < 20; tries += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".world .detail", { hasText: "Development" }).waitFor();
  assert.match(await verdict(page), /Denied/);
  const rungs = page.locator('.rung[data-outcome="denies"]');
  assert.match(await rungs.first().innerText(), /Development/);
  // The document of the level opens in Evidence, and undo takes the attachment back.
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  assert.equal(await page.locator('.rung[data-outcome="denies"]').count(), 0);
});

e2e("the second world asks across accounts, in both themes without objections", async ({ open, axe }) => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open({ width: 1440, height: 900, colorScheme });
    await openOrganization(page);
    assert.match(await page.locator(".chip-who").innerText(), /alice/);
    assert.match(await page.locator(".chip-action").innerText(), /AssumeRole/);
    assert.match(await verdict(page), /Denied/);
    await row(page, /^Workloads/).click();
    assert.deepEqual(await axe(page), []);
    await row(page, /^OnlyEurope/).click();
    await world(page).locator(".organization .detail").getByRole("button", { name: /^Open/ }).click();
    assert.match(await page.locator(".editor-text").inputValue(), /DenyOutsideEurope/);
    assert.deepEqual(await axe(page), []);
  }
});

e2e("on a phone the organization is read and an account moved", async ({ open, axe }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true });
  await openOrganization(page);
  await page.locator(".dock").getByRole("button", { name: "World" }).click();
  await row(page, /^dev/).click();
  assert.deepEqual(await axe(page), []);
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(widest <= 390, `${widest} px wide`);
  await within(page, "Move to…").click();
  await world(page).locator(".popover select").selectOption({ label: "Root / Workloads / Production" });
  await world(page).locator(".popover").getByRole("button", { name: "Move" }).click();
  const branch = world(page).locator(".organization-branch ul[aria-label='Production']");
  assert.match(await branch.innerText(), /dev/);
});

e2e("the organization speaks Spanish", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "?lang=es" });
  await page.locator(".button.share").click();
  await page.getByRole("button", { name: "Organización de tres" }).click();
  assert.match(await world(page).innerText(), /Raíz, unidades y cuentas/);
});

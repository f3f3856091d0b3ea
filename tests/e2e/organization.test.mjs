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

e2e("an account shows every level that applies to it, in order, and which of them are inherited", async ({ open, axe }) => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open({ width: 1440, height: 900, colorScheme });
    await openOrganization(page);
    await row(page, /^dev/).click();
    const detail = world(page).locator(".organization-tree .detail");
    const titles = await detail.locator(".levels-title").allInnerTexts();
    assert.match(titles[0], /SCPs by level/);
    const levels = detail.locator(".levels").first().locator(".level");
    const names = await levels.locator(".level-name > :first-child").allInnerTexts();
    assert.deepEqual([names[0], names.at(-1)], ["Root", "dev"]);
    assert.ok(names.length > 2, "there are units between");
    const places = await levels.locator(".level-name > :last-child").allInnerTexts();
    assert.deepEqual(new Set(places.slice(0, -1)), new Set(["inherited"]));
    assert.equal(places.at(-1), "here");
    // What is inherited is opened here and detached where it hangs.
    assert.equal(await levels.first().getByRole("button", { name: /^Detach/ }).count(), 0);
    assert.ok((await levels.last().getByRole("button", { name: /^Detach/ }).count()) > 0);
    assert.deepEqual(await axe(page), []);
  }
});

e2e("a member administers a service, root access is central, and tags hang on a unit", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await openOrganization(page);
  const features = world(page).locator(".organization > ul > li").last();
  const submit = () => world(page).locator(".popover button[type=submit]").click();
  await features.getByRole("button", { name: "Turn on: Root sessions in members" }).click();
  assert.match(await page.locator(".notice").innerText(), /trusted access is not enabled for IAM/);
  await features.getByRole("button", { name: "Add: Trusted access" }).click();
  await submit();
  assert.match(await features.innerText(), /iam\.amazonaws\.com/);
  await features.getByRole("button", { name: "Turn on: Root sessions in members" }).click();
  assert.match(await features.innerText(), /Root sessions in members\s+on/);
  assert.deepEqual(await axe(page), []);

  await row(page, /^dev/).click();
  await within(page, "Delegate…").click();
  await submit();
  assert.match(await row(page, /^dev/).innerText(), /delegated/);
  const detail = world(page).locator(".organization-tree .detail");
  assert.match(await detail.innerText(), /Administers\s+iam\.amazonaws\.com/);
  await within(page, "Remove from organization").click();
  assert.match(await page.locator(".notice").innerText(), /delegated administrator/);
  await detail.getByRole("button", { name: "Remove: iam.amazonaws.com" }).click();
  assert.doesNotMatch(await row(page, /^dev/).innerText(), /delegated/);

  await row(page, /^Workloads/).click();
  await detail.getByRole("button", { name: /: Tags$/ }).click();
  await world(page).locator(".popover").getByLabel("Key").fill("stage");
  await world(page).locator(".popover").getByLabel("Value").fill("live");
  await page.keyboard.press("Enter");
  assert.match(await detail.innerText(), /stage=live/);
  await within(page, "Rename…").first().click();
  await world(page).locator(".popover input").fill("Products");
  await page.keyboard.press("Enter");
  await row(page, /^Products/).waitFor();
  assert.equal(await row(page, /^Workloads/).count(), 0);
});

e2e("an invitation is declined, taken back and accepted, by who may", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await within(page, "Create organization…").click();
  await world(page).locator("select").selectOption({ label: "prod · 111122223333" });
  await world(page).locator(".popover").getByRole("button", { name: "Create organization" }).click();
  const invite = async () => {
    await page.locator("#tab-terminal").click();
    const n_entries = await page.locator(".terminal-entry").count();
    await page.locator(".terminal input").fill("aws organizations invite-account-to-organization --target Id=444455556666,Type=ACCOUNT --profile owner");
    await page.keyboard.press("Enter");
    await page.locator(".terminal-entry").nth(n_entries).waitFor();
  };
  const invited = world(page).locator(".organization-invited");
  await invite();
  assert.match(await invited.innerText(), /dev[\s\S]*waits until 2026-12-06/);
  await within(page, "Decline as dev").click();
  assert.match(await invited.innerText(), /declined/);
  await invite();
  await within(page, "Cancel invitation").click();
  assert.match(await invited.last().innerText() + (await invited.first().innerText()), /canceled/);
  await invite();
  await within(page, "Accept as dev").click();
  await row(page, /^dev/).waitFor();
});

e2e("the organization speaks Spanish", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "?lang=es" });
  await page.locator(".button.share").click();
  await page.getByRole("button", { name: "Organización de tres" }).click();
  assert.match(await world(page).innerText(), /Raíz, unidades y cuentas/);
});

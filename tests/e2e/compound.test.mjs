// One request that asks for several permissions: a stack of verdicts, and the rail for the one that is chosen.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const check = (page, action) => page.locator(".why .check", { hasText: action });
const chosen = (page) => page.locator('.why .check[aria-pressed="true"]');

async function terminal(page, ...lines) {
  await page.getByRole("tab", { name: "Terminal" }).click();
  for (const line of lines) {
    const n_entries = await page.locator(".terminal-entry").count();
    await page.locator(".terminal input").fill(line);
    await page.keyboard.press("Enter");
    await page.locator(".terminal-entry").nth(n_entries).waitFor();
  }
}

const allow = (action, resource) =>
  JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: action, Resource: resource } });

/** The object that alice asks for lies under a key of that owner's; she may do these things herself. */
async function underKey(page, owner = "owner", actions = "s3:GetObject") {
  await terminal(
    page,
    `KEY=$(aws kms create-key --query KeyMetadata.Arn --output text --profile ${owner})`,
    "aws s3api put-object --bucket payroll --key may.csv --server-side-encryption aws:kms --ssekms-key-id $KEY --profile owner",
    `aws iam put-user-policy --user-name alice --policy-name Read --policy-document '${allow(actions, "*")}' --profile owner`,
  );
}

e2e("an object under a key asks for two permissions, and the rail tells of either", async ({ open, axe }) => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open({ width: 1440, height: 900, colorScheme });
    assert.equal(await page.locator(".why .check").count(), 0, "one permission needs no stack");
    await underKey(page);
    await page.locator(".chip-who", { hasText: "alice" }).waitFor();
    assert.equal(await page.locator(".why .check").count(), 2);
    assert.match(await check(page, "s3:GetObject").innerText(), /payroll\/may\.csv[\s\S]*Allowed/);
    assert.match(await check(page, "kms:Decrypt").innerText(), /Denied[\s\S]*this decides/);
    assert.match(await chosen(page).innerText(), /kms:Decrypt/);
    assert.match(await page.locator(".verdict-pill").first().innerText(), /Denied/);

    await check(page, "s3:GetObject").click();
    assert.match(await chosen(page).innerText(), /s3:GetObject/);
    assert.equal(await page.locator('.why .station[data-tone="allow"]').count(), 1);
    assert.match(await page.locator(".evidence").innerText(), /Read/);
    // The answer of the whole stays what it is.
    assert.match(await page.locator(".verdict-pill").first().innerText(), /Denied/);
    assert.deepEqual(await axe(page), []);
  }
});

e2e("a call that passes a role shows both checks, chosen by keyboard", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await terminal(
    page,
    "aws iam create-instance-profile --instance-profile-name web --profile owner",
    "aws iam add-role-to-instance-profile --instance-profile-name web --role-name report-editor --profile owner",
    `aws iam put-user-policy --user-name alice --policy-name Launch --policy-document '${allow("ec2:RunInstances", "*")}' --profile owner`,
    "aws ec2 run-instances --image-id ami-0abcdef1234567890 --instance-type t3.micro --iam-instance-profile Name=web --profile alice",
  );
  await page.getByRole("tab", { name: /^Events/ }).click();
  await page.locator(".events button").first().click();
  const last = page.locator(".why .check").last();
  assert.match(await last.innerText(), /iam:PassRole[\s\S]*role\/report-editor[\s\S]*this decides/);
  const first = page.locator(".why .check").first();
  await first.focus();
  await page.keyboard.press("Enter");
  assert.match(await chosen(page).innerText(), /ec2:RunInstances[\s\S]*Allowed/);
  assert.match(await page.locator(".evidence").innerText(), /Launch/);
});

e2e("a key of another account is asked for on two rails", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await underKey(page, "owner@dev", ["s3:GetObject", "kms:Decrypt"]);
  await check(page, "kms:Decrypt").waitFor();
  assert.match(await page.locator('.side[data-side="caller"]').innerText(), /A · prod says yes/);
  assert.match(await page.locator('.side[data-side="resource"]').innerText(), /B · dev does not say yes/);
  await check(page, "s3:GetObject").click();
  assert.equal(await page.locator(".sides").count(), 0);
});

e2e("on a phone in Spanish the stack is read and chosen", async ({ open, axe }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true, path: "?lang=es" });
  await page.locator(".dock").getByRole("button", { name: "Tiempo" }).tap();
  await underKey(page);
  await page.locator(".dock").getByRole("button", { name: "Por qué" }).tap();
  assert.match(await page.locator(".why .checks").innerText(), /Una solicitud, 2 permisos/);
  await check(page, "s3:GetObject").tap();
  assert.match(await chosen(page).innerText(), /Permitido/);
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(widest <= 390, `${widest} px wide`);
  assert.deepEqual(await axe(page), []);
});

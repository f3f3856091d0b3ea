// What is built around access: boundaries, keys, endpoints, public access, sessions of a user.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const verdict = (page) => page.locator(".verdict-pill").innerText();
const row = (page, name) => page.locator(".world .tree-row").filter({ has: page.locator(".tree-name", { hasText: new RegExp(`^${name}`) }) }).first();
const more = (page) => page.locator(".world .more-actions > summary").first().click();
const station = (page, name) => page.locator(".station", { hasText: name });

e2e("a boundary limits a user and is taken away again", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Apply: A statement for alice that names payroll/may.csv" }).click();
  assert.match(await verdict(page), /Allowed/);
  await row(page, "alice").click();
  await more(page);
  await page.getByRole("button", { name: "Set boundary…" }).click();
  const form = page.getByRole("group", { name: "Permissions boundary of alice" });
  await form.getByRole("combobox").selectOption("ReadPayroll");
  await form.getByRole("button", { name: "Set boundary" }).click();
  assert.match(await page.locator(".world .detail").innerText(), /ReadPayroll/);
  assert.match(await verdict(page), /Allowed/);
  await page.locator(".chip-action").click();
  await page.keyboard.type("s3:PutObject");
  await page.keyboard.press("Enter");
  assert.match(await station(page, "Permissions boundary").getAttribute("data-outcome"), /stopped|notreached/);
  await page.getByRole("button", { name: "Remove boundary" }).click();
  assert.match(await station(page, "Permissions boundary").getAttribute("data-outcome"), /na|notreached/);
});

e2e("a KMS key is made, asked for, and its policy edited", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "New KMS key in prod" }).click();
  await page.keyboard.type("payroll-key");
  await page.keyboard.press("Enter");
  await row(page, "payroll-key").waitFor();
  await page.getByRole("button", { name: "Key policy" }).click();
  assert.match(await page.locator(".evidence .document-note").innerText(), /key policy/);
  assert.match(await page.locator(".editor-text").inputValue(), /kms:\*/);
  await page.locator(".editor-text").fill('{ "Version": "2012-10-17", "Statement": [{ "Effect": "allow" }] }');
  assert.ok((await page.locator(".problem").count()) > 0);
  await page.keyboard.press("Escape");
  await page.locator(".chip-action").click();
  await page.keyboard.type("kms:Decrypt");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".chip-resource").innerText(), /^key\//);
  assert.match(await verdict(page), /Denied/);
});

e2e("a request goes through an endpoint, whose gate has no number", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Apply: A statement for alice that names payroll/may.csv" }).click();
  assert.equal(await page.locator(".station-gate").count(), 0);
  await page.getByRole("button", { name: "New VPC endpoint in prod" }).click();
  await page.getByRole("group", { name: "New VPC endpoint" }).getByRole("button", { name: "Create" }).click();
  await row(page, "vpce-").click();
  await page.getByRole("button", { name: "Ask through it" }).click();
  assert.match(await page.locator(".chip-context").innerText(), /through vpce-/);
  assert.match(await page.locator(".station-gate").innerText(), /lets the call through/);
  assert.match(await verdict(page), /Allowed/);
  await page.getByRole("button", { name: "Endpoint policy" }).click();
  const closed = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:ListBucket", Resource: "*" }] };
  await page.locator(".editor-text").fill(JSON.stringify(closed));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  assert.match(await verdict(page), /Denied: the VPC endpoint policy does not allow it/);
  assert.match(await page.locator(".station-gate").innerText(), /stops here/);
  await page.locator(".chip-context").click();
  await page.locator("#ask-endpoint").selectOption("");
  assert.match(await verdict(page), /Allowed/);
});

e2e("public access is switched at the bucket", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "payroll").click();
  assert.match(await page.locator(".world .detail").innerText(), /Public access\s+blocked/);
  await page.getByRole("button", { name: "Unblock public access" }).click();
  assert.match(await page.locator(".world .detail").innerText(), /Public access\s+not blocked/);
  await page.getByRole("button", { name: "Block public access", exact: true }).click();
  assert.match(await page.locator(".world .detail").innerText(), /Public access\s+blocked/);
});

e2e("a user takes a session token, and a federation token with a policy", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.keyboard.press("a");
  await page.keyboard.type("dana");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await row(page, "dana").click();
  await more(page);
  await page.getByRole("button", { name: "Federation token…" }).click();
  const form = page.getByRole("group", { name: /federated user/ });
  await form.getByLabel("Name").fill("guest");
  await form.getByLabel("Session policy").fill('{ "Version": "2012-10-17", "Statement": [{ "Effect": "allow" }] }');
  assert.ok((await form.locator(".form-error").count()) > 0);
  const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] };
  await form.getByLabel("Session policy").fill(JSON.stringify(policy));
  await form.getByRole("button", { name: "Get the session" }).click();
  assert.match(await page.locator(".chip-who").innerText(), /guest/);
  assert.match(await page.locator(".station", { hasText: "Authentication" }).first().innerText(), /session token valid/);
});

for (const colorScheme of ["light", "dark"]) {
  e2e(`axe has no objections to what is built (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ width: 1440, height: 900, colorScheme });
    await row(page, "alice").click();
    await more(page);
    await page.getByRole("button", { name: "Set boundary…" }).click();
    assert.deepEqual(await axe(page), []);
    await page.getByRole("button", { name: "Federation token…" }).click();
    assert.deepEqual(await axe(page), []);
    const phone = await open({ width: 390, height: 844, colorScheme });
    await phone.locator(".dock").getByRole("button", { name: "World" }).click();
    await phone.getByRole("button", { name: "New VPC endpoint in prod" }).click();
    assert.deepEqual(await axe(phone), []);
  });
}

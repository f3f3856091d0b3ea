// Policies are read and written in Evidence.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const verdict = (page) => page.locator(".verdict-pill").innerText();
const editor = (page) => page.locator(".editor-text");

e2e("malformed JSON keeps the text, marks the place and cannot be saved", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Write the missing statement" }).click();
  const template = await editor(page).inputValue();
  assert.match(template, /"Action": "s3:GetObject"/);
  const broken = template.replace('"Effect": "Allow",', '"Effect": "allow"');
  await editor(page).fill(broken);
  assert.equal(await editor(page).inputValue(), broken);
  const problems = await page.locator(".problem").allInnerTexts();
  assert.equal(problems.length, 2, problems.join("\n"));
  assert.match(problems.join("\n"), /`?allow`? is no effect/);
  assert.match(problems.join("\n"), /comma is missing/i);
  assert.ok((await page.locator(".mark-error").count()) >= 1);
  // What AWS would refuse may be sent; it is refused, and stays a draft.
  await page.getByRole("button", { name: "Send it anyway" }).click();
  assert.match(await page.locator(".notice").innerText(), /MalformedPolicyDocument/);
  assert.equal(await editor(page).inputValue(), broken);
  await page.getByRole("button", { name: "Go to" }).first().click();
  const selected = await editor(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(selected, '"allow"');
  // Looking elsewhere and coming back loses nothing.
  await page.getByRole("button", { name: "Back to the answer" }).click();
  await page.getByRole("button", { name: "Write the missing statement" }).waitFor();
});

e2e("a statement written in Evidence is saved and changes the answer", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Write the missing statement" }).click();
  const template = await editor(page).inputValue();
  await editor(page).fill(template.replace("payroll/may.csv", "payroll/*"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  assert.match(await verdict(page), /Allowed/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  assert.match(await verdict(page), /Denied/);
});

e2e("ReadOnlyAccess is attached by name and opens with its deciding statement lit", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator(".world .tree-row", { hasText: "alice" }).click();
  await page.locator(".world").getByRole("button", { name: /Attach policy/ }).first().click();
  await page.keyboard.type("ReadOnlyAcc");
  const name = page.locator(".option-name", { hasText: /^ReadOnlyAccess$/ });
  await page.locator(".world [role=option]").filter({ has: name }).click();
  await page.getByRole("button", { name: "Attach ReadOnlyAccess" }).click();
  assert.match(await verdict(page), /Allowed/);
  const text = await editor(page).inputValue();
  assert.ok(text.length > 90_000, `${text.length} characters`);
  assert.match(await page.locator(".lit").first().innerText(), /"Effect": "Allow"/);
});

e2e("a text that whoever acts may not save stays a draft", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Write the missing statement" }).click();
  const text = (await editor(page).inputValue()).replace("payroll/may.csv", "payroll/*");
  await page.locator(".world .zone-meta button").click();
  await editor(page).fill(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  assert.match(await page.locator(".notice").innerText(), /not authorized to perform: iam:PutUserPolicy/);
  assert.equal(await editor(page).inputValue(), text);
});

e2e("the documents of a station stay beside each other", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator("#tab-terminal").click();
  const line = page.locator(".time").getByRole("textbox");
  for (const name of ["ReadOnlyAccess", "SecurityAudit"]) {
    await line.fill(`aws iam attach-user-policy --user-name alice --policy-arn arn:aws:iam::aws:policy/${name} --profile owner`);
    await page.keyboard.press("Enter");
  }
  const tabs = page.locator(".evidence .document > .tabs .tab");
  assert.equal(await tabs.count(), 2);
  await tabs.nth(1).click();
  assert.equal(await tabs.count(), 2);
  await tabs.nth(0).click();
  assert.equal(await tabs.nth(0).getAttribute("aria-selected"), "true");
});

// Everybody who can ask, and what is not known of a request.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const verdict = (page) => page.locator(".verdict-pill").innerText();
const who = (page) => page.locator(".chip-who").innerText();

async function type(page, text) {
  await page.keyboard.press("a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

e2e("a whole ARN chooses somebody who is there, a role asks only in a session", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await type(page, "arn:aws:iam::111122223333:user/bob");
  assert.match(await who(page), /bob/);
  await type(page, "arn:aws:iam::111122223333:root");
  assert.match(await who(page), /root\s+root user · A · prod/);
  assert.match(await verdict(page), /Allowed/);
  await page.keyboard.press("a");
  await page.keyboard.type("arn:aws:iam::111122223333:role/report-editor");
  assert.match(await page.locator(".options-foot").innerText(), /only in a session/);
});

e2e("a service asks for a resource, and a link carries it", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator(".chip-who").click();
  await page.locator(".option", { hasText: "a service…" }).click();
  await page.waitForFunction(() => document.activeElement.id === "ask-caller-name");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".form-error").innerText(), /name\.amazonaws\.com/);
  await page.keyboard.type("cloudtrail.amazonaws.com");
  await page.getByLabel("Source ARN").fill("arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit");
  await page.keyboard.press("Enter");
  assert.match(await who(page), /cloudtrail\.amazonaws\.com\s+service · for trail\/audit/);
  assert.match(await verdict(page), /Denied/);
  await page.keyboard.press("Escape");
  await page.locator(".button.share").click();
  const address = await page.locator("#share input[readonly], #share textarea[readonly]").inputValue();
  const other = await open({ path: address.slice(address.indexOf("#")) });
  assert.match(await who(other), /cloudtrail\.amazonaws\.com/);
});

e2e("somebody with a token asks to become a session, and nobody signs", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator(".chip-who").click();
  await page.locator(".option", { hasText: "a token of a provider" }).click();
  await page.waitForFunction(() => document.activeElement.id === "ask-caller-name");
  await page.keyboard.type("accounts.google.com");
  await page.getByLabel("sub", { exact: true }).fill("1234");
  await page.keyboard.press("Enter");
  assert.match(await who(page), /accounts\.google\.com\s+token · 1234/);
  assert.match(await page.locator(".chip-action").innerText(), /sts:AssumeRoleWithWebIdentity/);
  assert.match(await page.locator(".chip-resource").innerText(), /role\//);
  assert.match(await verdict(page), /Denied/);

  await type(page, "anyone");
  assert.match(await who(page), /anyone\s+nobody signs/);
});

e2e("in Spanish the sentence reads for everybody", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "?lang=es" });
  await page.locator(".chip-who").click();
  await page.locator(".option", { hasText: "cualquiera" }).click();
  assert.match(await page.locator(".sentence").innerText(), /cualquiera\s+nadie firma\s+pide\s+s3:GetObject/);
});

e2e("what is not known can be said, and the answer names it", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Write the missing statement" }).click();
  const text = JSON.stringify({
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::payroll/may.csv",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    },
  });
  await page.locator(".editor-text").fill(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  assert.match(await verdict(page), /Denied: nothing allows it/);
  await page.locator(".chip-context").click();
  const row = page.locator(".context tr", { hasText: "aws:MultiFactorAuthPresent" });
  await row.getByText("unknown").click();
  assert.match(await verdict(page), /Cannot say/);
  assert.match(await page.locator(".verdict-why").innerText(), /aws:MultiFactorAuthPresent/);
  assert.match(await page.locator(".chip-context").innerText(), /MFA not known/);
  assert.equal(await page.locator('.verdict-pill .lamp[data-tone="unknown"]').count(), 1);
  await page.keyboard.press("Escape");
  assert.ok((await page.locator('.station[data-outcome="notmodelled"]').count()) > 0, "no station says that it is not known");
});

e2e("Enter takes what was typed, also before it is drawn", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator(".chip-who").click();
  // In one task of the browser, so that nothing can be drawn in between.
  await page.locator(".chip-who input").evaluate((input) => {
    input.value = "dana";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  });
  await page.locator(".chip-who", { hasText: "dana" }).waitFor({ timeout: 5000 });
  assert.equal(await page.locator(".chip-who input").count(), 0, "the field is still open");
});

e2e("the forms on a phone", async ({ open, axe }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true });
  await page.locator(".dock").getByRole("button", { name: "Ask" }).tap();
  await page.locator(".chip-who").tap();
  await page.locator(".option", { hasText: "a service…" }).tap();
  await page.getByLabel("Service", { exact: true }).fill("sns.amazonaws.com");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, "the page scrolls sideways");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Ask as this one" }).tap();
  assert.match(await who(page), /sns\.amazonaws\.com/);
});

for (const colorScheme of ["light", "dark"]) {
  e2e(`axe has no objections to who asks (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ width: 1440, height: 900, colorScheme });
    await page.locator(".chip-who").click();
    await page.locator(".option", { hasText: "a token of a provider" }).click();
    await page.locator("#ask-caller").waitFor();
    assert.deepEqual(await axe(page), []);
  });
}

e2e("a resource is written as in the terminal, and what is none asks nothing", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator(".chip-resource").click();
  await page.keyboard.type("ec2:instance/*");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".chip-resource").innerText(), /^instance\/\*$/);
  await page.locator(".chip-resource").click();
  await page.keyboard.type("no resource");
  await page.locator(".ask-send").click();
  assert.equal(await page.locator("#tab-events").innerText(), "Events 0");
  assert.equal(await page.locator(".chip-resource input").inputValue(), "no resource");
  await page.keyboard.press("Escape");
  await page.locator(".ask-send").click();
  assert.equal(await page.locator("#tab-events").innerText(), "Events 1");
});

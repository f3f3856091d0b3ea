// What users sign in with and sign with: passwords, keys, devices, and who then asks.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const who = (page) => page.locator(".chip-who").innerText();
const row = (page, name) => page.locator(".world .tree-row").filter({ has: page.locator(".tree-name", { hasText: new RegExp(`^${name}$`) }) }).first();
const detail = (page) => page.locator(".world .detail").first();
const form = (page) => page.locator(".world .popover");
const button = (within, name) => within.getByRole("button", { name });
const more = (page) => detail(page).locator(".more-actions > summary").click();
const PASSWORD = "Correct-horse-7";

/** Gives alice a password that need not be replaced. */
async function givePassword(page) {
  await button(detail(page), "Set…: Console password").click();
  await form(page).getByLabel("Console password").fill(PASSWORD);
  await form(page).getByLabel("Must be replaced at the next sign-in").uncheck();
  await page.keyboard.press("Enter");
  await form(page).waitFor({ state: "detached" });
}

/** Gives alice a device, with two codes between which the clock moves. */
async function giveDevice(page) {
  await button(detail(page), "Add…: MFA device").click();
  await page.keyboard.press("Enter");
  const take = (index) => button(form(page), /^Take \d{6} from the authenticator/).nth(index);
  const before = await take(0).innerText();
  await take(0).click();
  await button(form(page), /^Wait \d+ s for the next code/).click();
  assert.notEqual(await take(1).innerText(), before, "the authenticator stands still");
  await take(1).click();
  await button(form(page), "Send the codes").click();
  await form(page).waitFor({ state: "detached" });
}

e2e("a wrong password is told in words, and the right one with a code opens the console", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "alice").click();
  await more(page);
  await givePassword(page);
  await giveDevice(page);
  assert.match(await detail(page).innerText(), /alice \d{6} \d+ s left/);

  await button(detail(page), "Sign in…").click();
  await form(page).getByLabel("Console password").fill("Wrong-horse-7");
  await button(form(page), "Sign in").click();
  assert.match(await form(page).locator(".form-error").innerText(), /The password is another one/);
  assert.match(await form(page).locator(".form-error").innerText(), /Your authentication information is incorrect/);
  assert.match(await who(page), /alice\s+user/);

  // What was typed is still there; only the password is another one now. The code is missing.
  assert.equal(await form(page).getByLabel("User name").inputValue(), "alice");
  await form(page).getByLabel("Console password").fill(PASSWORD);
  await button(form(page), "Sign in").click();
  assert.match(await form(page).locator(".form-error").innerText(), /a code of an MFA device must come with it/);
  // The codes that enabled the device are spent, and not offered.
  assert.equal(await button(form(page), /^Take \d{6}/).count(), 0);
  const spent = await detail(page).locator(".mfa-code").first().innerText();
  await form(page).getByLabel("MFA code").fill(spent);
  await button(form(page), "Sign in").click();
  assert.match(await form(page).locator(".form-error").innerText(), /or it was used before/);
  assert.equal(await form(page).getByLabel("MFA code").inputValue(), "");
  assert.deepEqual(await axe(page), []);
  await button(form(page), /^Wait \d+ s/).click();
  await button(form(page), /^Take \d{6}/).click();
  await button(form(page), "Sign in").click();
  await form(page).waitFor({ state: "detached" });
  assert.match(await who(page), /alice\s+console · ASIA··\S+ · 12 h left/);
});

e2e("a key shows its secret once, and once it is off it opens nothing", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "alice").click();
  await more(page);
  await button(detail(page), "Create access key").click();
  const secret = await form(page).locator(".credential-facts dd").nth(1).locator("code").innerText();
  assert.match(secret, /^[A-Za-z0-9+/]{40}$/);
  assert.match(await form(page).locator("pre").innerText(), /export AWS_SECRET_ACCESS_KEY=/);
  await form(page).getByText("credential_process").click();
  assert.equal(JSON.parse(await form(page).locator("pre").innerText()).SecretAccessKey, secret);
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator(".world").innerText()).includes(secret), "the secret is still there");

  await button(detail(page), /^Deactivate: AKIA/).last().click();
  assert.match(await detail(page).innerText(), /inactive, created 2026-11-21, never used/);
  await button(detail(page), /^Act with it: AKIA/).last().click();
  assert.match(await who(page), /alice\s+user · key ··\S+ · inactive/);
  assert.match(await page.locator(".verdict-pill").innerText(), /Not authenticated/);
  await page.locator(".ask-send").click();
  assert.match(await page.locator(".evidence").innerText(), /InvalidClientTokenId/);

  // Two are the most.
  await button(detail(page), "Create access key").click();
  assert.match(await page.locator(".notice").innerText(), /LimitExceeded/);
});

e2e("the secret that is shown stays while a third key is refused", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "alice").click();
  await detail(page).locator(".more-actions > summary").focus();
  await page.keyboard.press("Enter");
  await button(detail(page), "Create access key").click();
  const secret = form(page).locator(".credential-facts dd").nth(1).locator("code");
  const shown = await secret.innerText();
  await button(detail(page), "Create access key").click();
  assert.match(await page.locator(".notice").innerText(), /LimitExceeded/);
  assert.equal(await secret.innerText(), shown);
});

e2e("a device that was never enabled is found at its user, and root has its password in caller mode, too", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "alice").click();
  await button(detail(page), "Add…: MFA device").click();
  await page.keyboard.type("my-phone");
  await page.keyboard.press("Enter");
  await form(page).getByLabel("First code").waitFor();
  await page.keyboard.press("Escape");
  assert.match(await detail(page).innerText(), /my-phone \d{6} \d+ s left, not enabled: two codes in a row/);
  await button(detail(page), "Enable…: my-phone").click();
  await form(page).getByLabel("First code").waitFor();
  await page.locator(".world > .zone-head").getByRole("button").first().click();
  await row(page, "root").click();
  assert.doesNotMatch(await detail(page).locator(".facts").innerText(), /password\s+none/i);
});

e2e("of the policies nothing is chosen until somebody chooses", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "alice").click();
  await button(detail(page), "Attach policy…").click();
  const chosen = form(page).locator("[role=option][aria-selected=true]");
  assert.equal(await chosen.count(), 0);
  assert.equal(await form(page).locator(".button.primary").count(), 0);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#tab-events").innerText(), "Events 0");
  await page.keyboard.press("ArrowDown");
  assert.equal(await chosen.count(), 1);
  await page.keyboard.type("ReadOnlyAccess");
  await page.keyboard.press("Enter");
  await form(page).waitFor({ state: "detached" });
  assert.match(await detail(page).innerText(), /ReadOnlyAccess/);
});

e2e("whoever sits before the console switches role and back, and a role's sessions are revoked", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "alice").click();
  await more(page);
  await givePassword(page);
  await button(detail(page), "Sign in…").click();
  await button(form(page), "Take the password").click();
  await button(form(page), "Sign in").click();
  await row(page, "console").click();
  await button(detail(page), "Switch role…").click();
  await form(page).getByLabel("Role, with its path").fill("report-editor");
  await button(form(page), "Switch role").click();
  assert.match(await who(page), /report-editor\s+console role of alice/);
  await row(page, "report-editor").click();
  await button(detail(page), "Revoke older sessions").click();
  assert.match(await detail(page).innerText(), /AWSRevokeOlderSessions/);
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied/);
  await row(page, "of alice").click();
  await button(detail(page), "Switch back to alice").click();
  assert.match(await who(page), /alice\s+console/);
});

e2e("a user who still has something is not deleted, and a rename takes the row along", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "bob").click();
  await more(page);
  await button(detail(page), "Delete").last().click();
  assert.match(await page.locator(".notice").innerText(), /DeleteConflict/);
  await button(detail(page), "Rename…").click();
  await page.keyboard.type("robert");
  await page.keyboard.press("Enter");
  await row(page, "robert").waitFor();
  assert.equal(await row(page, "robert").getAttribute("aria-expanded"), "true");
});

for (const colorScheme of ["light", "dark"]) {
  e2e(`the forms of an account hold on a phone, in Spanish (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ width: 390, height: 844, colorScheme, path: "?lang=es" });
    await page.locator(".dock").getByRole("button", { name: "Mundo" }).click();
    const narrow = async () => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "it scrolls");
      assert.deepEqual(await axe(page), []);
    };
    await row(page, "Ajustes de la cuenta").click();
    await narrow();
    await button(detail(page), "Política de contraseñas…").click();
    await form(page).getByLabel("Longitud mínima").fill("14");
    await narrow();
    await button(form(page), "Guardar").click();
    assert.match(await detail(page).innerText(), /14 caracteres o más/);
    await button(detail(page), "Informe de credenciales").click();
    assert.match(await form(page).innerText(), /<root_account>[^]*mfa_active/);
    await narrow();
    await row(page, "root").click();
    await narrow();
    await button(detail(page), "Crear clave de acceso").click();
    await form(page).waitFor();
    await narrow();
  });
}
e2e("the root user signs in by keyboard alone, from the sentence", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.keyboard.press("a");
  await page.keyboard.type("sign in");
  await page.keyboard.press("Enter");
  const popover = page.locator(".slot .popover");
  await popover.waitFor();
  assert.deepEqual(await axe(page), []);
  // The close button, then the kind of user, of which the arrow takes the other.
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await popover.getByLabel("E-mail").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "ask-sign-in-Email");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match(await popover.getByLabel("Console password").inputValue(), /.{8}/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await popover.waitFor({ state: "detached" });
  assert.match(await who(page), /root\s+console/);
  await page.waitForFunction(() => document.activeElement.classList.contains("chip-who"));
});


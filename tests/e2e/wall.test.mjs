// A clock that runs with the one on the wall, and a phone whose codes are taken then.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { e2e } from "./harness.mjs";

const SECOND = 1000;
const clock = (page) => page.locator(".time-head .clock");
const wall = (page) => page.getByRole("button", { name: "Wall clock", exact: true });
const events = (page) => page.locator("#tab-events").innerText();
const row = (page, name) => page.locator(".world .tree-row").filter({ has: page.locator(".tree-name", { hasText: new RegExp(`^${name}$`) }) }).first();
const detail = (page) => page.locator(".world .detail").first();
const form = (page) => page.locator(".world .popover");
const button = (within, name) => within.getByRole("button", { name });
const at = (time) => ({ prepare: (page) => page.clock.install({ time: new Date(time) }) });

/** RFC 6238 with a secret in base 32: what an app on a phone shows. */
function code(secret, milliseconds) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** What the phone shows on the next half minute, once that has come. */
async function nextCode(page, secret) {
  const now = await page.evaluate(() => Date.now());
  await page.clock.runFor(30 * SECOND - (now % (30 * SECOND)) + SECOND);
  return code(secret, await page.evaluate(() => Date.now()));
}

e2e("the clock goes with the wall, and a second is no event", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900, ...at("2026-12-01T09:00:00Z") });
  await wall(page).click();
  assert.match(await clock(page).innerText(), /^2026-12-01 09:00:\d\dZ$/);
  assert.equal(await wall(page).getAttribute("aria-pressed"), "true");
  const before = await clock(page).innerText();
  const n = await events(page);
  await page.clock.runFor(10 * SECOND);
  assert.notEqual(await clock(page).innerText(), before);
  assert.equal(await events(page), n);
  await page.clock.runFor(180 * SECOND);
  assert.equal(await events(page), n, "moves in a row are one entry");
  await button(page, /^Ask/).first().click();
  await page.locator("#tab-events").click();
  const newest = await page.locator(".time table tbody tr").first().innerText();
  assert.match(newest, /09:03:\d\d/);
  assert.deepEqual(await axe(page), []);
  // Who moves the clock takes it off the wall.
  await button(page, /^\+1 h/).click();
  assert.equal(await wall(page).getAttribute("aria-pressed"), "false");
  assert.match(await page.locator(".time-head").innerText(), /frozen/);
});

e2e("the clock does not go back to an earlier wall", async ({ open }) => {
  const page = await open({ width: 390, height: 844, path: "?lang=en", ...at("2020-01-01T00:00:00Z") });
  await page.locator(".dock").getByRole("button", { name: "Time" }).click();
  const before = await clock(page).innerText();
  await wall(page).click();
  await page.getByText("The clock cannot go back").waitFor();
  assert.equal(await clock(page).innerText(), before);
});

e2e("a phone reads the QR code, and its codes open the console and give a session", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900, ...at("2026-12-01T09:00:00Z") });
  await row(page, "alice").click();
  await button(detail(page), "Set…: Console password").click();
  await form(page).getByLabel("Console password").fill("Correct-horse-7");
  await form(page).getByLabel("Must be replaced at the next sign-in").uncheck();
  await page.keyboard.press("Enter");
  await form(page).waitFor({ state: "detached" });
  await button(detail(page), "Add…: MFA device").click();
  await page.keyboard.press("Enter");
  await form(page).getByText("On a phone").click();
  assert.match(await form(page).innerText(), /the clock here stands still/);
  await button(form(page), "Run with the wall clock").click();
  await form(page).getByRole("img", { name: /^QR code of alice/ }).waitFor();
  assert.deepEqual(await axe(page), []);
  const secret = await form(page).locator(".fact-phone code").innerText();
  assert.match(secret, /^[A-Z2-7]{32,}$/);

  await form(page).getByLabel("First code").fill(await nextCode(page, secret));
  await form(page).getByLabel("Second code").fill(await nextCode(page, secret));
  await button(form(page), "Send the codes").click();
  await form(page).waitFor({ state: "detached" });

  await detail(page).locator(".more-actions > summary").click();
  await button(detail(page), "Sign in…").click();
  await form(page).getByLabel("Console password").fill("Correct-horse-7");
  // The second of the two is spent, and not offered any more.
  assert.equal(await button(form(page), /^Take \d{6}/).count(), 0);
  assert.match(await form(page).innerText(), /each is taken once/);
  await form(page).getByLabel("MFA code").fill("000000");
  await button(form(page), "Sign in").click();
  await form(page).locator(".form-error").waitFor();
  assert.equal(await form(page).getByLabel("MFA code").inputValue(), "", "the code that was refused still stands there");
  await form(page).getByLabel("MFA code").fill(await nextCode(page, secret));
  await button(form(page), "Sign in").click();
  await form(page).waitFor({ state: "detached" });
  assert.match(await page.locator(".chip-who").innerText(), /alice\s+console/);

  await page.locator("#tab-terminal").click();
  const line = page.locator(".time").getByRole("textbox");
  const serial = "arn:aws:iam::111122223333:mfa/alice";
  await line.fill(`aws sts get-session-token --profile alice --serial-number ${serial} --token-code ${await nextCode(page, secret)}`);
  await page.keyboard.press("Enter");
  await page.getByText(/"SessionToken"/).first().waitFor();
});

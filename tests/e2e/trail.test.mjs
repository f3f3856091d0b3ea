// What happened: events looked up and opened, the records of CloudTrail, credentials as lanes, changes on their way.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const WIDE = { width: 1440, height: 900 };
const tab = (page, name) => page.getByRole("tab", { name });
const event = (page, text) => page.locator(".events tbody tr", { hasText: text });
const lane = (page, name) => page.locator(".lane-head", { hasText: name });
const detail = (page) => page.locator("#event-detail");

async function run(page, ...lines) {
  await tab(page, "Terminal").click();
  for (const line of lines) {
    await page.locator(".terminal input").fill(line);
    await page.keyboard.press("Enter");
    await page.locator(".terminal-line", { hasText: line }).last().waitFor();
  }
}

const trust = (principal) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }],
  });
const createRole = (name, principal) =>
  `aws iam create-role --role-name ${name} --assume-role-policy-document '${trust(principal)}' --profile owner`;
const assume = (role, session, profile) =>
  `aws sts assume-role --role-arn arn:aws:iam::111122223333:role/${role} --role-session-name ${session} --profile ${profile}`;

e2e("both accounts have a record of a role assumed across them", async ({ open }) => {
  const page = await open(WIDE);
  await run(page, createRole("visitor", "444455556666"), assume("visitor", "dana-visits", "dana"));
  await tab(page, "Events").click();
  await event(page, "sts:AssumeRole").getByRole("button").click();
  const text = await detail(page).innerText();
  assert.match(text, /Each of these accounts has a record of its own: .*A · prod/);
  assert.match(text, /Record in B · dev[\s\S]*In the event history/);
  assert.match(text, /New: session ASIA/);
  const records = (await detail(page).locator(".document-text").allInnerTexts()).map((json) => JSON.parse(json));
  assert.deepEqual(new Set(records.map((it) => it.recipientAccountId)), new Set(["111122223333", "444455556666"]));
  assert.equal(records[0].sharedEventID, records[1].sharedEventID);
  // The account of the role is told who came by number only.
  assert.equal(records.find((it) => it.recipientAccountId === "111122223333").userIdentity.type, "AWSAccount");
  await page.getByRole("button", { name: "Close the event" }).click();
  assert.equal(await detail(page).count(), 0);
});

e2e("an event without a record says why", async ({ open }) => {
  const page = await open(WIDE);
  await page.locator(".ask-send").click();
  await run(page, "aws iam create-group --group-name Auditors --profile owner");
  await page.getByRole("button", { name: "+15 m" }).click();
  await tab(page, "Events").click();
  await event(page, "s3:GetObject").getByRole("button").click();
  assert.match(await detail(page).innerText(), /this is a data event/);
  await event(page, "iam:CreateGroup").getByRole("button").click();
  assert.match(await detail(page).innerText(), /New: group Auditors[\s\S]*the owner of this sandbox did it/);
  await event(page, "Moved on").getByRole("button").click();
  assert.match(await detail(page).innerText(), /Nothing: the world is as it was[\s\S]*AWS was not called/);
});

e2e("events are looked up by who, what, how and when, and what was looked for is kept", async ({ open }) => {
  const page = await open(WIDE);
  await page.locator(".ask-send").click();
  await run(page, "aws s3api list-objects-v2 --bucket payroll --profile bob", "aws sts get-caller-identity --profile bob");
  await tab(page, "Events").click();
  await page.getByRole("button", { name: "Look up…" }).click();
  const hits = page.locator(".look-up [role=status]");
  await page.getByLabel("Who").fill("bob");
  assert.match(await hits.innerText(), /^2 events/);
  await page.getByLabel("Action").fill("ListBucket");
  assert.match(await hits.innerText(), /^1 event:/);
  await tab(page, "Credentials").click();
  await tab(page, "Events").click();
  assert.match(await hits.innerText(), /^1 event:/);
  await page.getByLabel("Outcome").selectOption("Denied");
  assert.match(await hits.innerText(), /No event fits: Who “bob” · Action “ListBucket” · Denied/);
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await page.locator(".events tbody tr").count(), 3);
  await page.getByLabel("Until").fill("10:02");
  assert.match(await hits.innerText(), /^1 event:/);
});

e2e("a change is on its way, and the clock goes to where it is seen", async ({ open }) => {
  const page = await open(WIDE);
  await page.getByLabel("IAM changes seen").selectOption("after 30 s");
  await page.getByRole("button", { name: "Apply: alice joins Readers" }).click();
  assert.match(await page.locator(".in-flight").innerText(), /On its way: .*(alice|Readers).*10:02:30/);
  assert.match(await page.locator(".verdict").innerText(), /Denied[\s\S]*10:02:30/);
  await page.getByRole("button", { name: /^Next 10:02: changes are seen/ }).click();
  assert.match(await page.locator(".verdict").innerText(), /Allowed/);
  assert.equal((await page.locator(".in-flight").innerText()).trim(), "");
});

e2e("a chain of sessions is a tree of lanes, and revoking a role cuts its lane", async ({ open }) => {
  const page = await open(WIDE);
  const editor = "arn:aws:iam::111122223333:role/report-editor";
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }],
  });
  await run(
    page,
    createRole("archive", editor),
    `aws iam put-role-policy --role-name report-editor --policy-name Go --policy-document '${policy}' --profile owner`,
    assume("report-editor", "one", "alice"),
    assume("archive", "two", "report-editor/one"),
  );
  await tab(page, "Credentials").click();
  const depth = (name) => page.locator(".lane", { has: lane(page, name) }).first().getAttribute("data-depth");
  assert.deepEqual([await depth("alice"), await depth("report-editor"), await depth("archive")], ["0", "1", "2"]);
  await lane(page, "archive").click();
  const card = page.locator("#lane-card");
  assert.match(await card.innerText(), /archive\/two · Session of a role[\s\S]*by report-editor from 203\.0\.113\.9/);
  await card.getByRole("button", { name: "report-editor (one)" }).click();
  assert.match(await card.innerText(), /report-editor\/one · Session of a role[\s\S]*archive \(two\)/);
  await card.getByRole("button", { name: "Revoke sessions of report-editor" }).click();
  assert.match(await lane(page, "report-editor").innerText(), /revoked 10:02/);
  assert.match(await lane(page, "archive").innerText(), /left/);
  assert.doesNotMatch(await lane(page, "archive").innerText(), /revoked/);
  await card.getByRole("button", { name: "Ask with it" }).click();
  assert.match(await page.locator(".chip-who").innerText(), /report-editor/);
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied/);
});

e2e("what happened by itself is folded under the clock, and a sign-in says why it failed", async ({ open, axe }) => {
  const page = await open(WIDE);
  const read = "'aws s3api get-object --bucket payroll --key may.csv out'";
  await run(page, `deploy copier --profile alice --every 1m ${read}`, "clock +10m", "signin alice --password wrong");
  await tab(page, "Events").click();
  // Once a minute for ten minutes, and alice may not read it.
  const group = page.locator(".events-group button");
  assert.match(await group.innerText(), /By itself: 10 requests of the application copier, 10 refused/);
  assert.equal(await page.locator(".events-nested").count(), 0);
  await group.click();
  assert.equal(await page.locator(".events-nested").count(), 10);
  assert.match(await page.locator(".events-nested").first().innerText(), /10:12:00\s+copier of alice\s+203\.0\.113\.9\s+s3:GetObject/);
  assert.deepEqual(await axe(page, {}, "#time"), []);
  await event(page, "Not signed in").getByRole("button").click();
  assert.match(await detail(page).innerText(), /Record in A · prod/);
  const record = JSON.parse(await detail(page).locator(".document-text").innerText());
  assert.equal(record.responseElements.ConsoleLogin, "Failure");
});

e2e("a line that failed stays to be put right, and one that went through does not", async ({ open }) => {
  const page = await open(WIDE);
  const field = page.locator(".terminal input");
  await run(page, "aws iam creat-user --user-name carol");
  assert.equal(await field.inputValue(), "aws iam creat-user --user-name carol");
  await tab(page, "Events").click();
  await tab(page, "Terminal").click();
  assert.equal(await field.inputValue(), "aws iam creat-user --user-name carol");
  await run(page, "aws iam create-user --user-name carol --profile owner");
  assert.equal(await field.inputValue(), "");
});

e2e("by the keyboard alone: an event is opened and left, and the focus is back", async ({ open }) => {
  const page = await open(WIDE);
  await page.locator(".ask-send").click();
  await tab(page, "Credentials").focus();
  await page.keyboard.press("ArrowRight");
  const row = page.locator(".events-open").first();
  for (let n = 0; n < 6 && !(await row.evaluate((it) => it === document.activeElement)); n++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await detail(page).waitFor();
  assert.ok(await row.evaluate((it) => it === document.activeElement), "the focus left the row");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Close the event");
  await page.keyboard.press("Enter");
  await detail(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.matches(".events-open"));
});

for (const colorScheme of ["light", "dark"]) {
  e2e(`on a phone, in Spanish, an event and a credential take the place of their lists (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ width: 390, height: 844, hasTouch: true, locale: "es-ES", colorScheme });
    await page.locator(".dock").getByRole("button", { name: "Preguntar" }).tap();
    await page.locator(".ask-send").tap();
    await page.locator(".dock").getByRole("button", { name: "Tiempo" }).tap();
    await page.getByRole("tab", { name: "Sucesos" }).tap();
    await page.getByRole("button", { name: "Buscar…" }).tap();
    await page.getByLabel("Quién").fill("alice");
    assert.match(await page.locator(".look-up [role=status]").innerText(), /^1 suceso/);
    assert.deepEqual(await axe(page, {}, "#time"), []);
    await page.locator(".events-open").first().tap();
    assert.match(await detail(page).innerText(), /Ningún registro: es un evento de datos/);
    assert.equal(await page.locator(".events-list").isVisible(), false);
    assert.deepEqual(await axe(page, {}, "#time"), []);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0, "the page scrolls sideways");
    await page.getByRole("button", { name: "Cerrar el suceso" }).tap();
    assert.equal(await page.locator(".events-list").isVisible(), true);
    await page.getByRole("tab", { name: "Credenciales" }).tap();
    await page.locator(".lane-head").first().tap();
    assert.match(await page.locator("#lane-card").innerText(), /Clave de acceso de un usuario/);
    assert.deepEqual(await axe(page, {}, "#time"), []);
    assert.equal(await overflow(), 0, "the page scrolls sideways");
  });

  e2e(`axe has no objections to an event and a card beside their lists (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ ...WIDE, colorScheme });
    await run(page, "aws sts get-caller-identity --profile bob");
    await tab(page, "Events").click();
    await page.locator(".events-open").first().click();
    await detail(page).locator(".document-text").first().waitFor();
    assert.deepEqual(await axe(page, {}, "#time"), []);
    await tab(page, "Credentials").click();
    await lane(page, "alice").click();
    assert.deepEqual(await axe(page, {}, "#time"), []);
  });
}

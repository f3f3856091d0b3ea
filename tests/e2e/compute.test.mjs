// What runs, and what has a policy of its own: instance profiles, instances and their metadata service, functions,
// applications, queues and the like; versions of managed policies.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const named = (name) => new RegExp(`^${name}`);
const row = (page, name) => page.locator(".world .tree-row").filter({ has: page.locator(".tree-name", { hasText: named(name) }) }).first();
const instance = (page) => page.locator('.world .tree-row:has(.glyph[data-kind="instance"])').first();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const clock = (page, by) => page.locator(".time button").filter({ hasText: by }).first().click();
const detail = (page) => page.locator(".world .detail").innerText();
const width = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function terminal(page, ...lines) {
  await page.getByRole("tab", { name: "Terminal" }).click();
  for (const line of lines) {
    await page.locator(".terminal input").fill(line);
    await page.keyboard.press("Enter");
  }
}

/** A bucket, a role for EC2 with its profile as the console makes it, and an instance that has it. */
async function launched(page) {
  await button(page, "New bucket in prod").click();
  await page.getByRole("group", { name: "New bucket" }).getByLabel("Name").fill("mybucket");
  await page.keyboard.press("Enter");
  await button(page, "New role in prod").click();
  const role = page.getByRole("group", { name: "New role" });
  await role.getByLabel("Name").fill("mybucket-access");
  await role.getByLabel("Trusts").selectOption({ label: "EC2" });
  await role.getByLabel("Instance profile").selectOption({ label: "same name, as by the console" });
  await role.getByRole("button", { name: "Create" }).click();
  await button(page, "Launch an instance in prod").click();
  const launch = page.getByRole("group", { name: "Launch an instance" });
  await launch.getByLabel("Instance profile").selectOption("mybucket-access");
  await launch.getByRole("button", { name: "Launch" }).click();
  await instance(page).waitFor();
}

e2e("an application writes into mybucket with the role of its instance, until that is taken away", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await launched(page);
  await button(page, "Deploy an application in prod").click();
  const deploy = page.getByRole("group", { name: "Deploy an application" });
  await deploy.getByLabel("Name").fill("writer");
  await deploy.getByLabel("Calls").selectOption({ label: "s3:PutObject mybucket/log.txt" });
  await deploy.getByRole("button", { name: "Deploy" }).click();
  assert.match(await detail(page), /the role of the instance, by the metadata service/);
  await clock(page, "+15 m");
  assert.match(await row(page, "writer").innerText(), /AccessDenied/);
  // What would let it: a statement for its role.
  await page.locator(".world .detail").getByRole("button", { name: "Show why" }).click();
  assert.match(await page.locator(".verdict-pill, .why").first().innerText(), /nothing allows it|says yes/i);
  await instance(page).click();
  await page.locator(".world .detail").getByRole("button", { name: "Act as the instance" }).click();
  await page.locator(".chip-action").click();
  await page.keyboard.type("s3:PutObject");
  await page.keyboard.press("Enter");
  await page.locator(".chip-resource").click();
  await page.keyboard.type("mybucket/log.txt");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Apply: A statement for mybucket-access that names mybucket/log.txt" }).click();
  await clock(page, "+15 m");
  assert.match(await row(page, "writer").innerText(), /done/);

  await page.locator(".world .detail").getByRole("button", { name: "Take profile off" }).click();
  await clock(page, "+15 m");
  assert.match(await row(page, "writer").innerText(), /done/, "what it holds lasts a while");
  for (let hour = 0; hour < 12; hour += 1) await clock(page, "+1 h");
  assert.match(await row(page, "writer").innerText(), /NoCredentials/);
});

e2e("who may launch but not pass the role is refused, and the trace says so", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  const allowed = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "ec2:*", Resource: "*" }] });
  const trust = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] });
  await page.locator(".world").getByRole("button", { name: /owner mode/ }).waitFor();
  await terminal(
    page,
    `aws iam put-user-policy --user-name alice --policy-name Launch --policy-document '${allowed}' --profile owner`,
    `aws iam create-role --role-name app --assume-role-policy-document '${trust}' --profile owner`,
    "aws iam create-instance-profile --instance-profile-name app --profile owner",
    "aws iam add-role-to-instance-profile --instance-profile-name app --role-name app --profile owner",
  );
  await row(page, "app").waitFor();
  await page.locator(".world").getByRole("button", { name: /owner mode/ }).click();
  await button(page, "Launch an instance in prod").click();
  const launch = page.getByRole("group", { name: "Launch an instance" });
  await launch.getByLabel("Instance profile").selectOption("app");
  await launch.getByLabel("Hop limit").fill("1");
  await launch.getByRole("button", { name: "Launch" }).click();
  assert.match(await launch.locator(".form-error").innerText(), /iam:PassRole/);
  assert.equal(await launch.getByLabel("Hop limit").inputValue(), "1", "what was filled in stays");
  await page.locator(".notices").getByRole("button", { name: "Show why" }).click();
  assert.match(await page.locator(".evidence .answer").innerText(), /iam:PassRole/);
});

e2e("the metadata service is asked by version 1 and 2, from the instance and from a container", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await launched(page);
  await clock(page, "+1 m");
  await instance(page).click();
  await button(page, "Metadata service…").click();
  const panel = page.getByRole("group", { name: /^Metadata service of i-/ });
  const answer = panel.locator(".metadata-exchange");
  const ask = (name) => panel.getByRole("button", { name, exact: true }).click();
  await panel.getByText("none (v1)").click();
  await ask("Name of the role");
  assert.match(await answer.innerText(), /HTTP 401[\s\S]*get a token first/);
  await ask("Get a token");
  assert.match(await answer.innerText(), /curl -X PUT .*X-aws-ec2-metadata-token-ttl-seconds: 21600[\s\S]*HTTP 200/);
  await panel.getByText("send it (v2)").click();
  await ask("Name of the role");
  assert.match(await answer.innerText(), /HTTP 200\s+mybucket-access/);
  await ask("Its credentials");
  assert.match(await answer.innerText(), /"Code": "Success"[\s\S]*"Expiration"/);
  await ask("Identity document");
  assert.match(await answer.innerText(), /"accountId": "111122223333"/);

  await panel.getByRole("button", { name: "Close" }).click();
  await button(page, "Metadata options…").click();
  const options = page.getByRole("group", { name: /^Metadata options of/ });
  await options.getByLabel("Metadata").selectOption("optional");
  await options.getByLabel("Hop limit").fill("1");
  await options.getByRole("button", { name: "Change" }).click();
  await button(page, "Metadata service…").click();
  await panel.getByText("none (v1)").click();
  await ask("Name of the role");
  assert.match(await answer.innerText(), /HTTP 200\s+mybucket-access/);
  await panel.getByText("container", { exact: true }).click();
  await ask("Get a token");
  assert.match(await answer.innerText(), /No answer\.[\s\S]*never arrives/);
  await panel.getByText("instance", { exact: true }).click();
  await ask("Its credentials");
  await panel.getByRole("button", { name: "Act as the instance" }).click();
  assert.match(await page.locator(".chip-who").innerText(), /mybucket-access/);
});

e2e("a function needs a role that Lambda may assume, and is invoked by whom its policy lets in", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await button(page, "New function in prod").click();
  const form = page.getByRole("group", { name: "New function" });
  await form.getByLabel("Name").fill("orders");
  await form.getByRole("button", { name: "Create" }).click();
  assert.match(await form.locator(".form-error").innerText(), /cannot be assumed by Lambda/);
  assert.equal(await form.getByLabel("Name").inputValue(), "orders");
  await page.keyboard.press("Escape");
  await button(page, "New role in prod").click();
  const role = page.getByRole("group", { name: "New role" });
  await role.getByLabel("Name").fill("orders-role");
  await role.getByLabel("Trusts").selectOption({ label: "Lambda" });
  await role.getByRole("button", { name: "Create" }).click();
  await button(page, "New function in prod").click();
  await form.getByLabel("Name").fill("orders");
  await form.getByLabel("Role").selectOption({ label: "orders-role" });
  await form.getByRole("button", { name: "Create" }).click();
  await page.locator('.tree-row:has(.glyph[data-kind="function"])').click();
  await button(page, "Let invoke…").click();
  await page.getByRole("group", { name: "Who may invoke orders" }).getByRole("button", { name: "Add permission" }).click();
  assert.match(await page.locator(".world .detail-list").innerText(), /s3\.amazonaws\.com/);
  await page.locator(".world .detail").getByRole("button", { name: "Invoke", exact: true }).click();
  assert.match(await detail(page), /Last invoked\s+2026-11-21/);
  await page.locator(".world .detail").getByRole("button", { name: "Ask about it" }).click();
  assert.match(await page.locator(".chip-action").innerText(), /lambda:InvokeFunction/);
});

e2e("a queue gets a policy in the editor, and is asked about", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await button(page, "New queue, topic, table or secret in prod").click();
  const form = page.getByRole("group", { name: "New queue, topic, table or secret" });
  await form.getByLabel("Name").fill("jobs");
  await form.getByRole("button", { name: "Create" }).click();
  await row(page, "jobs").click();
  await page.locator(".world .detail").getByRole("button", { name: "Ask about it" }).click();
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied/);
  await page.locator(".world .detail").getByRole("button", { name: "Write policy" }).click();
  const queue = "arn:aws:sqs:us-east-1:111122223333:jobs";
  const statement = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:user/alice" }, Action: "sqs:SendMessage", Resource: queue };
  await page.locator(".editor-text").fill(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  assert.match(await page.locator(".verdict-pill").innerText(), /Allowed/);
  assert.match(await row(page, "jobs").innerText(), /decides/);
  await page.locator(".world .detail").getByRole("button", { name: "Delete policy" }).click();
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied/);
});

e2e("an older version of a policy is compared, and given effect", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await row(page, "ReadPayroll").click();
  await page.locator(".world .detail").getByRole("button", { name: "Open", exact: true }).click();
  const statement = { Effect: "Allow", Action: "s3:PutObject", Resource: "*" };
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
  for (let number = 2; number <= 5; number += 1) {
    await page.locator(".editor-text").fill(text.replace("PutObject", `PutObject${"*".repeat(number - 2)}`));
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".world .detail-list").getByText(`v${number}`, { exact: true }).waitFor();
  }
  await page.getByRole("button", { name: "View: ReadPayroll v1" }).click();
  const panel = page.getByRole("group", { name: "ReadPayroll, v1" });
  assert.match((await panel.locator("del").allInnerTexts()).join(""), /GetObject/);
  assert.match((await panel.locator("ins").allInnerTexts()).join(""), /PutObject/);
  await page.locator(".editor-text").fill(text.replace("PutObject", "DeleteObject"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  assert.match(await page.locator(".notices, .form-error").allInnerTexts().then((all) => all.join(" ")), /LimitExceeded/);
  assert.match(await page.locator(".editor-text").inputValue(), /DeleteObject/, "what was typed stays");
  await page.getByRole("button", { name: "Set as default: ReadPayroll v1" }).click();
  assert.match(await row(page, "ReadPayroll").innerText(), /v1/);
  await page.getByRole("button", { name: "Delete: ReadPayroll v3" }).click();
  assert.equal(await page.getByRole("button", { name: "Delete: ReadPayroll v3" }).count(), 0);
});

e2e("launching goes by the keyboard alone, and the focus comes back", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await button(page, "Launch an instance in prod").focus();
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.activeElement.id), /-profile$/);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "instance");
  await page.keyboard.press("Enter");
  for (let field = 0; field < 3; field += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await instance(page).waitFor();
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
});

e2e("on a phone and in Spanish nothing is wider than the screen", async ({ open }) => {
  const page = await open({ width: 390, height: 844, locale: "es-ES" });
  await page.locator(".dock").getByRole("button", { name: "Mundo" }).click();
  await button(page, "Lanzar una instancia en prod").click();
  const launch = page.getByRole("group", { name: "Lanzar una instancia" });
  await launch.getByRole("button", { name: "Lanzar" }).click();
  await instance(page).click();
  await button(page, "Servicio de metadatos…").click();
  const panel = page.getByRole("group", { name: /^Servicio de metadatos de i-/ });
  await panel.getByRole("button", { name: "Obtener un token" }).click();
  await panel.getByRole("button", { name: "Nombre del rol" }).click();
  assert.match(await panel.innerText(), /HTTP 404[\s\S]*no tiene perfil de instancia/);
  assert.equal(await width(page), 0);
  await panel.getByRole("button", { name: "Cerrar" }).click();
  await button(page, "Desplegar una aplicación en prod").click();
  assert.equal(await width(page), 0);
});

for (const colorScheme of ["light", "dark"]) {
  e2e(`axe has no objections to what runs (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ width: 1440, height: 900, colorScheme });
    await launched(page);
    await clock(page, "+1 m");
    await instance(page).click();
    await button(page, "Metadata service…").click();
    const panel = page.getByRole("group", { name: /^Metadata service of i-/ });
    await panel.getByRole("button", { name: "Get a token" }).click();
    await panel.getByRole("button", { name: "Its credentials" }).click();
    assert.deepEqual(await axe(page), []);
    await button(page, "Deploy an application in prod").click();
    assert.deepEqual(await axe(page), []);
    const phone = await open({ width: 390, height: 844, colorScheme });
    await phone.locator(".dock").getByRole("button", { name: "World" }).click();
    await button(phone, "New function in prod").click();
    assert.deepEqual(await axe(phone), []);
  });
}

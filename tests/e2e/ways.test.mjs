// The ways in beside identity providers: Roles Anywhere, identity pools, Identity Center; and who is told of what.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const ACCOUNT = "111122223333";
const world = (page) => page.locator(".world");
const form = (page) => world(page).locator(".popover");
const detail = (page) => world(page).locator(".detail");
const walk = (page) => page.locator("#walk");
const step = (page, number) => walk(page).locator(".walk > .station").nth(number - 1);
const row = (page, name) => world(page).locator(".tree-row", { hasText: name });
const fails = (page) => step(page, 4).locator('li[data-outcome="fails"]').innerText();
const text = (locator) => locator.innerText();
const press = (scope, name) => scope.getByRole("button", { name }).first().click();
const submit = (page) => form(page).locator("button[type=submit]").click();

async function terminal(page, ...lines) {
  await page.locator("#tab-terminal").click();
  for (const line of lines) {
    const n_entries = await page.locator(".terminal-entry").count();
    await page.locator(".terminal input").fill(line);
    await page.keyboard.press("Enter");
    await page.locator(".terminal-entry").nth(n_entries).waitFor();
  }
}

function role(name, principal, action, condition = undefined) {
  const statement = { Effect: "Allow", Principal: principal, Action: action, Condition: condition };
  const trust = JSON.stringify({ Version: "2012-10-17", Statement: statement });
  return `aws iam create-role --role-name ${name} --assume-role-policy-document '${trust}' --profile owner`;
}

/** The role of the user guide's example: certificates of one kind of machine. */
const TELEMETRY = role(
  "telemetry",
  { Service: "rolesanywhere.amazonaws.com" },
  ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
  { StringLike: { "aws:PrincipalTag/x509Subject/CN": "factory-*" } },
);

e2e("a server comes in by its certificate, and each check that fails is told at its step", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await terminal(page, TELEMETRY);
  await press(world(page), /New trust anchor or profile/);
  await form(page).getByLabel("Name", { exact: true }).fill("plant");
  assert.match(await text(form(page).locator(".cli-lines")), /^aws rolesanywhere create-trust-anchor --name plant --source/);
  await submit(page);
  await row(page, "plant").waitFor();
  await press(world(page), /New trust anchor or profile/);
  await form(page).getByLabel("Kind", { exact: true }).selectOption("profile");
  await form(page).getByLabel("Name", { exact: true }).fill("machines");
  await form(page).getByLabel("Roles").fill(`arn:aws:iam::${ACCOUNT}:role/telemetry`);
  assert.match(await text(form(page).locator(".cli-lines")), /create-profile --name machines .*--role-arns arn:aws:iam::111122223333:role\/telemetry/);
  assert.deepEqual(await axe(page), []);
  await submit(page);
  await row(page, "machines").waitFor();

  await row(page, "plant").click();
  await press(detail(page), "Sign in there…");
  assert.match(await text(walk(page)), /From plant-ca to a session/);
  await press(walk(page), "Have a certificate issued");
  const said = await text(step(page, 2).locator(".walk-claims"));
  assert.match(said, /Subject CN[\s\S]*factory-07[\s\S]*aws:PrincipalTag\/x509Subject\/CN[\s\S]*sts:SourceIdentity/);
  assert.equal(await step(page, 4).locator('li[data-outcome="holds"]').count(), 12);
  assert.match(await text(step(page, 5)), /Allowed/);
  assert.deepEqual(await axe(page), []);

  assert.match(await text(step(page, 4)), /sts:RoleSessionName[\s\S]*sts:SourceIdentity[\s\S]*factory-07/i);

  // Another machine's key, another authority, a name that the profile does not let one choose.
  await step(page, 3).getByLabel("Signed with the private key of (CN)").fill("factory-08");
  assert.match(await fails(page), /Its private key signed the request/);
  assert.match(await text(step(page, 4)), /AccessDeniedException: Invalid signature/);
  await step(page, 3).getByLabel("Signed with the private key of (CN)").fill("");
  await step(page, 3).getByLabel("Session name").fill("line-3");
  assert.match(await fails(page), /lets the session be named/);
  await step(page, 3).getByLabel("Session name").fill("");
  await step(page, 1).getByLabel("Certificate authority").fill("evil-ca");
  await press(walk(page), "Have a certificate issued");
  assert.match(await fails(page), /authority signed the certificate/);
  assert.match(await text(step(page, 5)), /not reached/);

  // A good certificate of somebody whom the trust policy does not let in.
  await step(page, 1).getByLabel("Certificate authority").fill("plant-ca");
  await step(page, 1).getByLabel("Whose (CN)").fill("laptop-1");
  await press(walk(page), "Have a certificate issued");
  assert.equal(await step(page, 4).locator('li[data-outcome="holds"]').count(), 12);
  assert.match(await text(step(page, 5)), /Denied[\s\S]*stops here/);

  await step(page, 1).getByLabel("Whose (CN)").fill("factory-07");
  await press(walk(page), "Have a certificate issued");
  const serial = await walk(page).locator(".walk-claims tr", { hasText: "Serial Number" }).locator("code").nth(1).innerText();
  await press(walk(page), "Take the session and act as it");
  assert.match(await text(step(page, 6)), /You act as assumed-role\/telemetry\//);

  // What the authority takes back lets nobody in any more.
  await press(detail(page), "Revoke certificates…");
  await form(page).getByLabel("Serial numbers").fill(serial);
  await submit(page);
  assert.match(await text(detail(page)), new RegExp(serial));
  await press(walk(page), "Show the same once more");
  assert.match(await fails(page), /has not revoked it/);
  await press(detail(page), "Disable");
  assert.match(await fails(page), /trust anchor is enabled/);
});

e2e("a guest and somebody who signed in come to an app, by both flows and by keyboard", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900, colorScheme: "dark" });
  const trusts = (name) =>
    role(name, { Federated: "cognito-identity.amazonaws.com" }, "sts:AssumeRoleWithWebIdentity", {
      "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": name === "guest" ? "unauthenticated" : "authenticated" },
    });
  await terminal(page, trusts("guest"), trusts("member"));
  await world(page).getByRole("button", { name: /New identity pool/ }).first().focus();
  await page.keyboard.press("Enter");
  await form(page).locator("input:focus").waitFor();
  await page.keyboard.press("Enter");
  await row(page, "app").waitFor();
  await row(page, "app").focus();
  await page.keyboard.press("Enter");
  await detail(page).getByRole("button", { name: "Sign in there…" }).focus();
  await page.keyboard.press("Enter");
  await walk(page).getByRole("button", { name: "Come to the app" }).focus();
  await page.keyboard.press("Enter");
  assert.match(await text(step(page, 2)), /A guest shows nothing/);
  assert.match(await fails(page), /has a role for such identities/);
  // What nobody showed, nobody looks at.
  assert.equal(await step(page, 4).locator(".walk-checks li").count(), 5);

  await press(detail(page), "Set roles…");
  await form(page).getByLabel("Role of those signed in").selectOption({ label: "member" });
  await form(page).getByLabel("Role of guests").selectOption({ label: "guest" });
  assert.match(await text(form(page).locator(".cli-lines")), /set-identity-pool-roles .*"unauthenticated":"arn:aws:iam::111122223333:role\/guest"/);
  await submit(page);
  assert.match(await text(step(page, 4)), /What the service then says to STS[\s\S]*:amr[\s\S]*unauthenticated/);
  assert.match(await text(step(page, 6)), /It would be assumed-role\/guest\/CognitoIdentityCredentials/);
  assert.deepEqual(await axe(page), []);
  await press(walk(page), "Take the session and act as it");
  assert.match(await text(step(page, 6)), /You act as assumed-role\/guest/);
  // The identity was made by that.
  assert.match(await text(detail(page)), /Identities\s+us-east-1:/);

  // By a token, for another app first.
  await step(page, 1).getByLabel("Comes by").selectOption("cognito-idp.us-east-1.amazonaws.com/us-east-1_app");
  await step(page, 1).getByLabel("For whom (audience)").fill("another");
  await press(walk(page), "Come to the app");
  assert.match(await fails(page), /It is for the app that the pool names/);
  await step(page, 1).getByLabel("For whom (audience)").fill("app");
  await press(walk(page), "Come to the app");
  assert.match(await text(step(page, 6)), /assumed-role\/member\/CognitoIdentityCredentials/);
  await step(page, 3).getByLabel("Flow").selectOption("basic");
  assert.match(await fails(page), /has the basic flow/);
  await step(page, 1).getByLabel("Comes by").selectOption("idp.example.com");
  await press(walk(page), "Come to the app");
  assert.match(await fails(page), /The pool has the provider/);
});

e2e("people come in by permission sets that are made, assigned and provisioned in the page", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  // The organization has details of its own.
  const detail = () => world(page).locator(".detail", { hasText: "arn:aws:sso:" });
  await terminal(page, "aws organizations create-organization --profile owner");
  await press(world(page), /Enable IAM Identity Center/);
  assert.match(await text(form(page).locator(".cli-lines")), /identity-center enable/);
  await submit(page);
  await row(page, "Access portal").click();
  await press(detail(page), "New user…");
  for (const [label, value] of [["User name", "ana"], ["Display name", "Ana Paz"], ["Given name", "Ana"], ["Family name", "Paz"]]) {
    await form(page).getByLabel(label).fill(value);
  }
  await submit(page);
  assert.match(await text(detail(page)), /ana \(Ana Paz\)/);
  await press(detail(page), "New permission set…");
  await form(page).getByLabel("Name", { exact: true }).fill("Audit");
  await submit(page);
  await press(detail(page), "Sign in there…");
  await press(walk(page), "Sign in at the portal");
  assert.match(await text(step(page, 2)), /nothing is assigned/);
  assert.match(await fails(page), /An assignment gives this permission set/);

  await row(page, "Audit").click();
  await press(detail(page), "Attach a policy…");
  await submit(page);
  // Twice is refused in AWS's words, and nothing is lost.
  await press(detail(page), "Attach a policy…");
  await submit(page);
  assert.match(await text(form(page)), /ManagedPolicy is already attached/);
  assert.equal(await form(page).getByLabel("ARN of a policy of AWS").inputValue(), "arn:aws:iam::aws:policy/ReadOnlyAccess");
  await press(detail(page), "Assign…");
  await submit(page);
  assert.match(await text(detail(page)), /Assigned\s+ana · /);
  assert.deepEqual(await axe(page), []);
  assert.match(await text(step(page, 2)), /111122223333[\s\S]*Audit/);
  assert.match(await text(step(page, 4)), /saml:sub[\s\S]*ana/);
  await press(walk(page), "Take the session and act as it");
  assert.match(await text(step(page, 6)), /You act as assumed-role\/AWSReservedSSO_Audit_[0-9a-f]+\/ana/);
  await detail(page).getByRole("button", { name: /^Remove: ana/ }).click();
  await press(walk(page), "Show the same once more");
  assert.match(await fails(page), /An assignment gives/);
});

e2e("grants, subscriptions and notifications are made and taken away in the page", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  const named = { Service: "s3.amazonaws.com" };
  const policy = JSON.stringify({ Statement: { Effect: "Allow", Principal: named, Action: "sqs:SendMessage", Resource: "*" } });
  const bucket = world(page).locator('.tree-row:has([data-kind="bucket"])').first();
  await bucket.click();
  await press(detail(page), "Notify…");
  assert.match(await text(form(page)), /nothing to choose from yet/);
  await page.keyboard.press("Escape");
  await terminal(
    page,
    "aws sns create-topic --name news --profile owner",
    "aws sqs create-queue --queue-name jobs --profile owner",
    "aws kms create-key --profile owner",
  );
  await world(page).locator('.tree-row:has([data-kind="key"])').first().waitFor();
  await row(page, "news").click();
  await press(detail(page), "Subscribe…");
  assert.match(await text(form(page).locator(".cli-lines")), /aws sns subscribe --topic-arn \S+:news --protocol sqs --notification-endpoint arn:aws:sqs:\S+:jobs/);
  await submit(page);
  assert.match(await text(detail(page)), /sqs arn:aws:sqs:\S+:jobs/);
  await press(detail(page), "Publish…");
  await form(page).getByLabel("Message").fill("it rains");
  await submit(page);
  assert.equal(await form(page).count(), 0);
  await detail(page).getByRole("button", { name: /^Remove: sqs/ }).click();
  assert.doesNotMatch(await text(detail(page)), /sqs arn/);

  // S3 asks whether it may, and may not until the queue says so.
  await bucket.click();
  await press(detail(page), "Notify…");
  await form(page).getByLabel("Queue, topic or function").selectOption({ label: "jobs · sqs" });
  await submit(page);
  assert.match(await text(form(page)), /Unable to validate the following destination configurations/);
  await terminal(page, `aws sqs set-queue-attributes --queue-url https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/jobs --attributes '${JSON.stringify({ Policy: policy })}' --profile owner`);
  if ((await form(page).count()) === 0) await press(detail(page), "Notify…");
  await form(page).getByLabel("Queue, topic or function").selectOption({ label: "jobs · sqs" });
  await form(page).getByLabel("Keys begin with").fill("in/");
  await submit(page);
  assert.match(await text(detail(page)), /jobs: ObjectCreated:\* in\/\*/);
  assert.deepEqual(await axe(page), []);
  await detail(page).getByRole("button", { name: /^Remove: jobs/ }).click();
  assert.doesNotMatch(await text(detail(page)), /jobs:/);

  await world(page).locator('.tree-row:has([data-kind="key"])').first().click();
  await press(detail(page), "New grant…");
  await form(page).getByLabel("Operations").fill("Decrypt, Encrypt");
  await submit(page);
  assert.match(await text(detail(page)), /Decrypt, Encrypt/);
  await detail(page).getByRole("button", { name: /^Remove: .*Decrypt/ }).click();
  assert.doesNotMatch(await text(detail(page)), /Decrypt, Encrypt/);
});

e2e("on a phone in Spanish a server comes in", async ({ open, axe }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true, path: "?lang=es" });
  const tab = (name) => page.locator(".dock").getByRole("button", { name }).tap();
  await tab("Tiempo");
  await terminal(page, TELEMETRY);
  await tab("Mundo");
  await world(page).getByRole("button", { name: /Nueva ancla de confianza/ }).first().tap();
  await form(page).getByLabel("Nombre", { exact: true }).fill("planta");
  await form(page).locator("button[type=submit]").tap();
  await row(page, "planta").tap();
  await world(page).getByRole("button", { name: "Iniciar sesión allí…" }).tap();
  await walk(page).getByRole("button", { name: "Pedir un certificado" }).tap();
  assert.match(await fails(page), /tiene el ancla de confianza y el perfil/);
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(widest <= 390, `${widest} px wide`);
  assert.deepEqual(await axe(page), []);
});

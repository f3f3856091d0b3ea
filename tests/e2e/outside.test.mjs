// Who comes from outside: providers that an account trusts, and the walk from one of them to a session.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const world = (page) => page.locator(".world");
const form = (page) => world(page).locator(".popover");
const walk = (page) => page.locator("#walk");
const step = (page, number) => walk(page).locator(".walk > .station").nth(number - 1);
const row = (page, name) => world(page).locator(".tree-row", { hasText: name });
const text = (locator) => locator.innerText();
const GITHUB = "token.actions.githubusercontent.com";

async function terminal(page, ...lines) {
  await page.locator("#tab-terminal").click();
  for (const line of lines) {
    const n_entries = await page.locator(".terminal-entry").count();
    await page.locator(".terminal input").fill(line);
    await page.keyboard.press("Enter");
    await page.locator(".terminal-entry").nth(n_entries).waitFor();
  }
}

/** A role that one repository may assume, from its main branch: the example of AWS's guide. */
async function deployRole(page) {
  const provider = `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`;
  const trust = {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: { Federated: provider },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          [`${GITHUB}:aud`]: "sts.amazonaws.com",
          [`${GITHUB}:sub`]: "repo:octo-org/octo-repo:ref:refs/heads/main",
        },
      },
    },
  };
  await terminal(page, `aws iam create-role --role-name deploy --assume-role-policy-document '${JSON.stringify(trust)}' --profile owner`);
}

async function createGithub(page, button = /New identity provider/) {
  await world(page).getByRole("button", { name: button }).first().click();
  await form(page).locator("button[type=submit]").click();
  await row(page, GITHUB).waitFor();
}

e2e("a workflow comes in by a token, and each check that fails is told at its step", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await createGithub(page);
  await deployRole(page);
  const detail = world(page).locator(".detail");
  assert.match(await text(detail), /oidc-provider\/token\.actions[\s\S]*sts\.amazonaws\.com/);
  await detail.getByRole("button", { name: "Sign in there…" }).click();
  assert.match(await text(walk(page)), /From token\.actions\.githubusercontent\.com to a session/);
  assert.equal(await page.locator(".why > .rail").count(), 0);
  assert.match(await text(step(page, 4)), /not reached/);

  // What is said, and what it becomes.
  await walk(page).getByRole("button", { name: "Have a token issued" }).click();
  const claim = (name) => walk(page).locator(".walk-claims tr").filter({ has: page.locator("th", { hasText: new RegExp(`^${name}$`) }) });
  assert.match(await text(claim("sub")), /repo:octo-org\/octo-repo:ref:refs\/heads\/main[\s\S]*githubusercontent\.com:sub/);
  assert.match(await text(claim("repository")), /octo-org\/octo-repo[\s\S]*githubusercontent\.com:repository/);
  assert.match(await text(claim("iss")), /none/);
  assert.equal(await step(page, 3).getByLabel("Role", { exact: true }).locator("option:checked").innerText(), "deploy");
  assert.equal(await step(page, 4).locator('li[data-outcome="holds"]').count(), 5);
  assert.match(await text(step(page, 5)), /Allowed/);
  assert.deepEqual(await axe(page), []);

  // Another repository has a good token and is not let in: the trust policy says so, on a rail.
  await step(page, 1).getByLabel("Who (subject)").fill("repo:evil-org/evil-repo:ref:refs/heads/main");
  await walk(page).getByRole("button", { name: "Have a token issued" }).click();
  assert.equal(await step(page, 4).locator('li[data-outcome="holds"]').count(), 5);
  assert.match(await text(step(page, 5)), /Denied[\s\S]*stops here/);
  assert.match(await text(step(page, 6)), /not reached/);
  await walk(page).getByRole("button", { name: "Send it all the same" }).click();
  assert.match(await text(page.locator(".notice")), /Not authorized to perform sts:AssumeRoleWithWebIdentity/);

  // For whom it is, is AWS's own check; no policy is read.
  await step(page, 1).getByLabel("For whom (audience)").fill("somebody-else");
  await walk(page).getByRole("button", { name: "Have a token issued" }).click();
  assert.match(await text(step(page, 4).locator('li[data-outcome="fails"]')), /It is for one of the provider’s client ids/);
  assert.match(await text(step(page, 4)), /InvalidIdentityToken: Incorrect token audience/);
  assert.match(await text(step(page, 5)), /not reached/);

  // Who changes a letter of it breaks the signature.
  await step(page, 2).getByText("As it is sent").click();
  const raw = step(page, 2).locator("textarea");
  const token = await raw.inputValue();
  await raw.fill(`${token.slice(0, -4)}AAAA`);
  assert.match(await text(step(page, 4).locator('li[data-outcome="fails"]')), /Its issuer signed exactly this/);
  await raw.fill("nothing of a token");
  assert.match(await text(step(page, 2)), /Nothing can be read in it/);
  assert.match(await text(step(page, 4).locator('li[data-outcome="fails"]')), /shape of a token/);

  // The right one again: the session is whoever acts.
  await step(page, 1).getByLabel("Who (subject)").fill("repo:octo-org/octo-repo:ref:refs/heads/main");
  await step(page, 1).getByLabel("For whom (audience)").fill("sts.amazonaws.com");
  await walk(page).getByRole("button", { name: "Have a token issued" }).click();
  await walk(page).getByRole("button", { name: "Take the session and act as it" }).click();
  assert.match(await text(step(page, 6)), /You act as assumed-role\/deploy\/build-77/);
  assert.match(await text(page.locator(".chip-who")), /deploy/);
  // A token is good until it ends.
  await page.locator(".time").getByRole("button", { name: /\+15 m/ }).click();
  await walk(page).getByRole("button", { name: "Show the same once more" }).click();
  assert.match(await text(step(page, 4).locator('li[data-outcome="fails"]')), /It has not ended/);
  assert.match(await text(step(page, 2)), /ended 2026-11-21/);
});

e2e("an employee comes in by an assertion, by keyboard, and it is taken once", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900, colorScheme: "dark" });
  await world(page).getByRole("button", { name: /New identity provider/ }).first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".world .popover select:focus").waitFor();
  await page.keyboard.press("ArrowDown");
  await form(page).getByLabel("Name", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await row(page, "corp").waitFor();
  const trust = {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/corp" },
      Action: "sts:AssumeRoleWithSAML",
      Condition: { StringEquals: { "saml:aud": "https://signin.aws.amazon.com/saml" } },
    },
  };
  await terminal(page, `aws iam create-role --role-name staff --assume-role-policy-document '${JSON.stringify(trust)}' --profile owner`);
  await world(page).getByRole("button", { name: "Sign in there…" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#walk input:focus").waitFor();
  await page.keyboard.press("Enter");
  assert.match(await text(walk(page).locator(".walk-claims")), /NameID[\s\S]*carmen[\s\S]*saml:sub/);
  assert.match(await text(walk(page).locator(".walk-claims")), /RoleSessionName[\s\S]*carmen@example\.com[\s\S]*sts:RoleSessionName/);
  assert.equal(await step(page, 4).locator('li[data-outcome="holds"]').count(), 9);
  assert.deepEqual(await axe(page), []);
  await walk(page).getByRole("button", { name: "Take the session and act as it" }).focus();
  await page.keyboard.press("Enter");
  assert.match(await text(step(page, 6)), /You act as assumed-role\/staff\/carmen@example\.com/);
  await walk(page).getByRole("button", { name: "Show the same once more" }).focus();
  await page.keyboard.press("Enter");
  assert.match(await text(step(page, 4).locator('li[data-outcome="fails"]')), /It was not handed in before/);
  // Another role than those that the assertion names.
  await step(page, 3).getByLabel("Role", { exact: true }).selectOption({ label: "report-editor" });
  assert.match(await text(step(page, 4).locator('li[data-outcome="fails"]')), /It names this role/);
  await page.keyboard.press("Escape");
  assert.equal(await walk(page).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Sign in there…");
});

e2e("a provider is changed and deleted, and what AWS refuses loses nothing", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await createGithub(page);
  const detail = world(page).locator(".detail");
  await detail.getByRole("button", { name: "Add: Client ids (audiences)" }).click();
  await form(page).locator("input").fill("my-app");
  await page.keyboard.press("Enter");
  assert.match(await text(detail), /my-app/);
  await detail.getByRole("button", { name: "Remove: my-app" }).click();
  assert.doesNotMatch(await text(detail), /my-app/);
  await detail.getByRole("button", { name: "Add…: Tags" }).click();
  await form(page).getByLabel("Key").fill("team");
  await form(page).getByLabel("Value").fill("red");
  await page.keyboard.press("Enter");
  assert.match(await text(detail), /team=red/);
  assert.deepEqual(await axe(page), []);
  // The same issuer twice.
  await world(page).getByRole("button", { name: /New identity provider/ }).first().click();
  await form(page).locator("button[type=submit]").click();
  assert.match(await text(form(page)), /already exists/);
  assert.equal(await form(page).getByLabel("Issuer URL").inputValue(), `https://${GITHUB}`);
  await page.keyboard.press("Escape");
  await row(page, GITHUB).waitFor();
  if ((await detail.count()) === 0) await row(page, GITHUB).click();
  await detail.getByRole("button", { name: "Sign in there…" }).click();
  await detail.getByRole("button", { name: "Delete", exact: true }).click();
  assert.equal(await row(page, GITHUB).count(), 0);
  assert.equal(await walk(page).count(), 0, "a walk ends where its provider does");
});

e2e("on a phone in Spanish somebody comes in", async ({ open, axe }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true, path: "?lang=es" });
  const tab = (name) => page.locator(".dock").getByRole("button", { name }).tap();
  await tab("Mundo");
  await createGithub(page, /Nuevo proveedor de identidad/);
  await tab("Tiempo");
  await deployRole(page);
  await tab("Mundo");
  await world(page).getByRole("button", { name: "Iniciar sesión allí…" }).tap();
  await walk(page).getByRole("button", { name: "Pedir un token" }).tap();
  assert.match(await text(step(page, 2)), /Clave de condición[\s\S]*githubusercontent\.com:sub/);
  assert.match(await text(step(page, 5)), /Permitido/);
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(widest <= 390, `${widest} px wide`);
  assert.deepEqual(await axe(page), []);
  await walk(page).getByRole("button", { name: "Tomar la sesión y actuar con ella" }).tap();
  assert.match(await text(step(page, 6)), /Actúas como assumed-role\/deploy\/build-77/);
});

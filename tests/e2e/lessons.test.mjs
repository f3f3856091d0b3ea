// Lessons: opened from the list, solved, helped through, left and found again.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const statuses = (page) => page.locator(".promise").evaluateAll((items) => items.map((item) => item.dataset.status));
const bar = (page, name) => page.locator(".lesson-bar").getByRole("button", { name });

async function openFirst(page) {
  await page.getByRole("link", { name: "Lessons" }).first().click();
  await page.locator(".lesson-link", { hasText: "Your first request" }).click();
  await page.locator(".promise").first().waitFor();
}

/** Waits until the goals stand like that. */
async function standsAt(page, expected) {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll(".promise")].map((item) => item.dataset.status).join() === wanted,
    expected.join(),
  );
}

e2e("the first lesson is solved from its list, and is there after a reload", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("link", { name: "Lessons" }).first().click();
  await page.locator(".lesson-link").first().waitFor();
  assert.ok((await page.locator(".lesson-link").count()) >= 15, "fifteen lessons are listed");
  assert.deepEqual(await axe(page), []);
  await page.locator(".lesson-link", { hasText: "Your first request" }).click();
  await page.locator(".promise").first().waitFor();
  assert.deepEqual(await statuses(page), ["notmet", "notmet", "notmet", "notmet"]);
  assert.deepEqual(await axe(page), []);

  await page.locator(".ask-send").click();
  await standsAt(page, ["met", "notmet", "notmet", "notmet"]);
  const picks = page.locator(".promise select");
  await picks.nth(0).selectOption("deny");
  assert.match(await page.locator(".promise").nth(1).innerText(), /no Deny statement exists/, "a wrong pick gets a reply");
  await picks.nth(0).selectOption("identity");
  await picks.nth(1).selectOption("who");
  await standsAt(page, ["met", "met", "notmet", "notmet"]);
  await page.locator(".chip-who").click();
  await page.keyboard.type("bob");
  await page.keyboard.press("Enter");
  await page.locator(".chip-who", { hasText: "bob" }).waitFor();
  await page.locator(".ask-send").click();
  await standsAt(page, ["met", "met", "met", "met"]);
  assert.match(await page.locator(".done").innerText(), /^Solved/);

  await page.reload();
  await page.locator(".promise").first().waitFor();
  await standsAt(page, ["met", "met", "met", "met"]);
  await page.getByRole("link", { name: "Lessons" }).first().click();
  assert.match(await page.locator(".lesson-item").first().innerText(), /solved/);
});

e2e("hints come one rung at a time, and a shown solution is seen, not solved", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await openFirst(page);
  await page.keyboard.press("Escape");
  for (const rung of [1, 2, 3]) {
    await page.keyboard.press("h");
    await page.locator(".hint", { hasText: `Hint ${rung} of 3` }).waitFor();
  }
  for (const step of ["Show solution", /Next step \(2/, /Next step \(3/, /Next step \(4/]) await bar(page, step).click();
  await standsAt(page, ["met", "met", "met", "met"]);
  assert.match(await page.locator(".done").innerText(), /counts as seen/);
  await bar(page, "Start over").click();
  await standsAt(page, ["notmet", "notmet", "notmet", "notmet"]);
  assert.equal(await page.locator(".done").count(), 0);
});

e2e("an answer is hidden until it is predicted, and the world of one's own waits", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator(".flip .button", { hasText: "Apply" }).first().click();
  await page.locator(".verdict-pill", { hasText: "Allowed" }).waitFor();
  await openFirst(page);
  await bar(page, "Predict first").click();
  assert.equal(await page.locator(".verdict-pill, .station").count(), 0, "nothing tells the answer");
  await page.getByRole("button", { name: "Denied: nothing allows it" }).click();
  await page.getByText("As predicted.").waitFor();
  await page.getByRole("button", { name: "Back to your world" }).click();
  await page.locator(".verdict-pill", { hasText: "Allowed" }).waitFor();
  assert.equal(await page.locator(".promise").count(), 0);
});

e2e("the terminal takes AWS CLI lines and answers as the CLI does", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("tab", { name: "Terminal" }).click();
  const run = async (line) => {
    await page.locator(".terminal input").fill(line);
    await page.keyboard.press("Enter");
    await page.locator(".terminal-line", { hasText: line }).waitFor();
    return page.locator(".terminal-entry").last().innerText();
  };
  assert.match(await run("aws sts get-caller-identity"), /"Arn": "arn:aws:iam::111122223333:user\/alice"/);
  assert.match(await run("aws iam create-user --user-name carol"), /An error occurred \(AccessDenied\)/);
  assert.match(await run("aws iam create-user --user-name carol --profile owner"), /"UserName": "carol"/);
  await page.locator(".world .tree-row", { hasText: "carol" }).waitFor();
  assert.match(await run("aws iam creat-user"), /Invalid choice|invalid choice/);
  assert.match(await run("rm -rf ."), /`rm` is not known here/);
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.locator(".terminal input").inputValue(), "rm -rf .");
  assert.deepEqual(await axe(page), []);
});

e2e("a lesson opened by its address, on a phone, in Spanish, in the dark", async ({ open, axe }) => {
  const how = { width: 390, height: 844, hasTouch: true, locale: "es-ES", colorScheme: "dark", path: "#/learn/L08" };
  const page = await open(how);
  await page.locator(".promise").first().waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(overflow, 0, "the page scrolls sideways");
  assert.deepEqual(await axe(page), []);
  await page.locator(".dock").getByRole("button", { name: "Por qué" }).tap();
  assert.equal(await page.locator(".goal").isVisible(), false);
  await page.locator(".dock").getByRole("button", { name: "Meta" }).tap();
  assert.ok(await page.locator(".goal").isVisible());
});

e2e("a lesson may open with somebody of another account", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/L23" });
  await page.locator(".promise").first().waitFor();
  assert.match(await page.locator(".chip-who").innerText(), /^alice[\s\S]*dev/);
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied/);
});

e2e("a lesson that is not there says so and leaves the page as it is", async ({ open, problems }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/L99" });
  await page.getByText("not on the server").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".verdict-pill").waitFor();
  assert.deepEqual(problems, []);
});

e2e("a promise shows its request, seen or not, and the page leaves the answers to the learner", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/L01" });
  await page.locator(".promise").first().waitFor();
  const show = (index) => page.locator(".promise").nth(index).getByRole("button", { name: "Show this request" });
  await show(2).click();
  await page.locator(".chip-who", { hasText: "bob" }).waitFor();
  await show(0).click();
  await page.locator(".chip-who", { hasText: "alice" }).waitFor();
  await page.locator(".ask-send").click();
  await page.locator('.promise[data-status="met"]').first().waitFor();
  assert.equal(await show(0).count(), 1, "what holds can still be looked at");
  assert.equal(await page.getByRole("button", { name: /^Apply/ }).count(), 0);
  assert.equal(await page.getByRole("button", { name: "Write the missing statement" }).count(), 0, "nothing is built here");

  // The way past the page's head does not lead out of the lesson.
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#\/learn\/L01$/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "why");

  await page.keyboard.press("h");
  await page.locator(".hint").waitFor();
  const isInView = await page.locator(".hint p").last().evaluate((hint) => {
    const { top, bottom } = hint.getBoundingClientRect();
    return top >= 0 && document.elementFromPoint(hint.getBoundingClientRect().left + 5, (top + bottom) / 2) !== null && bottom <= innerHeight;
  });
  assert.ok(isInView, "the hint is where one sees it");
});

e2e("what AWS refuses may be sent, and counts as seen", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/L02" });
  await page.locator(".promise").first().waitFor();
  const refusal = page.locator(".promise").last();
  assert.equal(await refusal.getAttribute("data-status"), "notmet");
  await page.getByRole("tab", { name: "World" }).first().click();
  await page.locator(".world .tree-row", { hasText: "reports-prod" }).click();
  await page.locator(".world").getByRole("button", { name: /Write bucket policy/ }).click();
  const text = {
    Version: "2012-10-17",
    Statement: [{
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:group/Admins" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::reports-prod/*",
    }],
  };
  await page.locator(".editor-text").fill(JSON.stringify(text, null, 2));
  await page.getByRole("button", { name: "Send it anyway" }).click();
  assert.match(await page.locator(".notice").innerText(), /MalformedPolicy/);
  await page.getByRole("tab", { name: "Goal" }).first().click();
  await page.waitForFunction(() => [...document.querySelectorAll(".promise")].at(-1).dataset.status === "met");
});

e2e("a question with answers to pick from has room for its words, also on a phone", async ({ open }) => {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    const page = await open({ width, height, path: "#/learn/L15" });
    await page.locator(".promise select").first().waitFor();
    const promise = page.locator(".promise", { has: page.locator("select") }).first();
    await promise.locator("select").selectOption({ index: 1 });
    await promise.getByRole("button", { name: "Hint" }).click();
    for (const part of [".promise-text", "select", ".hint"]) {
      const box = await promise.locator(part).first().boundingBox();
      assert.ok(box.width > 150, `${part} is ${box.width} px wide at ${width}`);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

e2e("the solution of every lesson, step by step in the page, makes every promise true", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn" });
  await page.locator(".lesson-link").first().waitFor();
  const links = await page.locator('.lesson-link[href^="#/learn/L"]').evaluateAll((all) => all.map((link) => link.hash));
  assert.ok(links.length >= 15);
  for (const link of links) {
    await page.evaluate((hash) => { location.hash = hash; }, link);
    await page.locator(".lesson-name", { hasText: link.slice("#/learn/".length) }).waitFor();
    const step = page.locator(".lesson-bar").getByRole("button", { name: /^(Show solution|Next step)/ });
    for (let acts = 0; acts < 40 && (await step.isEnabled()); acts += 1) await step.click();
    await page.locator(".lesson-count[data-done]").waitFor();
  }
});

e2e("what is on its way is waited for, and what was mended before it was shown is told so", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/L14" });
  const run = async (line) => {
    await page.getByRole("tab", { name: "Terminal" }).click();
    await page.locator(".terminal input").fill(line);
    await page.keyboard.press("Enter");
    await page.locator(".terminal-line", { hasText: line.slice(0, 30) }).waitFor();
  };
  const statement = '{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}';
  const policy = (statements) => `'{"Version":"2012-10-17","Statement":[${statements}]}' --profile owner`;
  const reads = page.locator(".promise", { hasText: "in Virginia, now" });
  await reads.waitFor();
  await run(`aws iam put-user-policy --user-name alice --policy-name Tickets --policy-document ${policy(statement)}`);
  await reads.getByText(/This is still denied, and allowed from 10:03:\d\d on\./).waitFor();
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: /^Wait until 10:03/ }).click();
  await page.locator('.promise[data-status="met"]', { hasText: "in Virginia, now" }).waitFor();

  await page.goto(page.url().replace("L14", "X06"));
  const shown = page.locator(".promise", { hasText: "mallory, who belongs to no organization" });
  await shown.waitFor();
  assert.equal(await shown.getByText("As things stand this is denied.").count(), 0);
  const ours = '{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-jrbup23szk"}}}';
  await run(`aws iam update-assume-role-policy --role-name shared --policy-document ${policy(ours)}`);
  await shown.getByText("As things stand this is denied.").waitFor();
});

e2e("several answers are ticked, and an event is picked from those before one came", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/X10" });
  const which = page.locator(".promise").filter({ has: page.locator("input[type=checkbox]") });
  await which.waitFor();
  const box = (label) => which.getByRole("checkbox", { name: label });
  // The keyboard alone reaches and ticks them.
  await box("backup, federated by alice").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await box(/night/).isChecked(), true);
  assert.equal(await which.getAttribute("data-status"), "notmet", "two of three are not all");
  await which.getByText("Right so far, and not all.").waitFor();
  await box(/deployer/).check();
  await page.locator('.promise[data-status="met"] input[type=checkbox]').first().waitFor();
  await box(/probe/).check();
  await page.locator('.promise[data-status="notmet"] input[type=checkbox]').first().waitFor();
  await which.getByText("probe was asked for 15 minutes").waitFor();
  assert.deepEqual(await axe(page), []);

  await page.goto(page.url().replace("X10", "L35"));
  const culprit = page.locator(".promise", { hasText: "which event" }).locator("select");
  await culprit.waitFor();
  await page.getByRole("tab", { name: "Events" }).click();
  await page.locator(".events-before", { hasText: "Before you came" }).waitFor();
  assert.match(await page.locator(".events tbody tr").first().innerText(), /Before you came/, "nothing was done since");
  const deletion = page.locator(".events tbody tr", { hasText: "DeleteBucketPolicy" });
  const at = (await deletion.locator("time").innerText()).trim();
  const option = culprit.locator("option", { hasText: at });
  assert.match(await option.innerText(), /s3:DeleteBucketPolicy reports-prod/);
  await culprit.selectOption(await option.getAttribute("value"));
  await page.locator('.promise[data-status="met"]', { hasText: "which event" }).waitFor();
  assert.deepEqual(await axe(page), []);
});

e2e("the promises are as far down as they were left, and on a phone the sentence folds", async ({ open }) => {
  const page = await open({ width: 390, height: 844, hasTouch: true, path: "?lang=en#/learn/L08" });
  const tab = (name) => page.locator(".dock").getByRole("button", { name });
  await page.locator("#goal .promise").first().waitFor();
  // A lesson takes the focus when it opens.
  await page.waitForFunction(() => document.activeElement.id === "goal");
  await page.evaluate(() => scrollTo(0, 400));
  await page.waitForFunction(() => scrollY === 400);
  await tab("World").tap();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.ok((await page.locator(".ask-brief").boundingBox()).height < 60);
  assert.equal(await page.locator(".sentence").isVisible(), false);
  await tab("Goal").tap();
  await page.waitForFunction(() => scrollY === 400);
  await tab("World").tap();
  await page.getByRole("button", { name: "Edit", exact: true }).tap();
  await page.waitForFunction(() => document.activeElement.classList.contains("chip-who"));

  const wide = await open({ width: 1440, height: 700, path: "?lang=en#/learn/L08" });
  await wide.locator("#goal .promise").first().waitFor();
  await wide.waitForFunction(() => document.activeElement.id === "goal");
  await wide.locator("#goal").evaluate((goal) => { goal.scrollTop = 120; });
  await wide.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await wide.locator("#left-world-in-goal").click();
  await wide.locator("#left-goal-in-world").click();
  await wide.waitForFunction(() => document.querySelector("#goal").scrollTop === 120);
});

/** Opens a lesson with the world beside it. */
async function worldOf(open, path) {
  const page = await open({ width: 1440, height: 900, path });
  await page.locator(".promise").first().waitFor();
  await page.getByRole("tab", { name: "World" }).first().click();
  return page;
}

e2e("of two organizations only the one whose button is pressed opens its form", async ({ open }) => {
  const page = await worldOf(open, "#/learn/L33");
  const openers = page.locator(".world").getByRole("button", { name: "New RCP" });
  assert.equal(await openers.count(), 2);
  await openers.first().click();
  assert.equal(await page.locator(".world .popover").count(), 1);
  assert.deepEqual(await openers.evaluateAll((all) => all.map((one) => one.ariaExpanded)), ["true", "false"]);
});

e2e("the world tells whose boundary a policy is, and a bucket's policy is taken away by keyboard", async ({ open }) => {
  const page = await worldOf(open, "#/learn/X08");
  const world = page.locator(".world");
  const row = (name) => world.locator(".tree-row", { hasText: name });
  await row("only-ec2").click();
  assert.match(await world.innerText(), /Boundary of\s+henry, helper/);
  await row("for-henry").click();
  await world.getByRole("button", { name: "Delete bucket policy" }).focus();
  await page.keyboard.press("Enter");
  await world.getByRole("button", { name: "Write bucket policy" }).waitFor();
});

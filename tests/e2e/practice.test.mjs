// Practice: a set is chosen, answered by mouse and by keyboard alone, reviewed, kept, and graded anew from its file.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { e2e } from "./harness.mjs";

const prompt = (page) => page.locator("#practice-prompt");
const review = (page) => page.locator("#practice-review");
const numbers = (page) => page.locator(".practice-number");
const button = (page, name) => page.locator(".practice").getByRole("button", { name, exact: false });
const focused = (page) => page.evaluate(() => document.activeElement?.id);

/** Picks the first of every group and hands it in. */
async function answer(page) {
  await prompt(page).waitFor();
  for (const group of await page.locator(".practice-group:not([data-group=sureness])").all()) {
    await group.locator("input").first().check();
  }
  await button(page, "Submit").click();
  await review(page).waitFor();
}

e2e("one topic without end, by mouse: nothing is told before the answer, everything after it", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.getByRole("link", { name: "Practice" }).first().click();
  await page.locator(".practice-topics .lesson-link", { hasText: "L22" }).click();
  await prompt(page).waitFor();
  assert.match(page.url(), /#\/practice\/L22\?seed=[0-9a-f]{4}&edition=2$/);
  assert.equal(await page.locator(".practice .rail, .practice .verdict").count(), 0, "no trace before the answer");
  assert.deepEqual(await axe(page), []);

  await button(page, "Submit").click();
  await page.locator(".practice [role=alert]", { hasText: "Choose a verdict" }).waitFor();
  assert.equal(await review(page).count(), 0);
  await answer(page);
  assert.match(await review(page).innerText(), /(Right|Partly right|Wrong) · \d+ of 100 points/);
  assert.equal(await page.locator(".practice .rail > .station:not(.station-fold)").count(), 8);
  assert.equal(await page.locator(".practice").getByRole("link", { name: "Lesson L22" }).getAttribute("href"), "#/learn/L22");
  assert.deepEqual(await axe(page), []);

  const before = await prompt(page).innerText();
  await button(page, "Next").click();
  await page.waitForFunction((text) => document.querySelector("#practice-prompt").innerText !== text, before);
  assert.equal(await numbers(page).count(), 2);
});

e2e("the same seed is the same question for everybody", async ({ open }) => {
  const texts = [];
  for (const locale of ["en-GB", "en-US"]) {
    const page = await open({ locale, path: "#/practice/L08?seed=7f3a" });
    await prompt(page).waitFor();
    texts.push(await page.locator(".practice-item").innerText());
  }
  assert.equal(texts[0], texts[1]);
  const page = await open({ path: "#/practice" });
  await page.locator("#practice-seed").fill("zz");
  assert.equal(await page.locator("#practice-seed").getAttribute("aria-invalid"), "true");
  await page.locator("#practice-seed").fill("7f3a");
  await page.locator(".practice-topics .lesson-link", { hasText: "L08" }).click();
  await prompt(page).waitFor();
  assert.equal(await page.locator(".practice-item").innerText(), texts[0]);
});

e2e("ten questions by keyboard alone, from the first key to the score", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/practice/ten?seed=5&topics=L07,L08" });
  await prompt(page).waitFor();
  assert.equal(await numbers(page).count(), 10);
  for (let index = 0; index < 10; index += 1) {
    await page.waitForFunction(() => document.activeElement?.id === "practice-prompt");
    await page.keyboard.press("1");
    await page.keyboard.press("6");
    await page.locator("[data-group=place] input:checked").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "practice-review");
    assert.match(await page.locator(".practice .vh[role=status]").textContent(), /right|wrong/i);
    await page.keyboard.press("Enter");
  }
  await page.waitForFunction(() => document.activeElement?.id === "practice-score");
  assert.match(await page.locator("#practice-score").innerText(), /^Score: \d+ of 1000 points, \d+%$/);
  assert.equal(await page.locator(".practice-row").count(), 10);
  await page.keyboard.press("Escape");
  await page.locator(".practice").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.id === "why");
});

e2e("arrow keys choose and Enter in a group hands in", async ({ open }) => {
  const page = await open({ path: "#/practice/L01?seed=1" });
  await prompt(page).waitFor();
  await page.locator("[data-group=verdict] input").first().focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("[data-group=verdict] input").nth(1).isChecked(), true);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.name === "practice-place");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await review(page).waitFor();
  assert.equal(await focused(page), "practice-review");
});

e2e("who may: each principal has a trace", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900, path: "#/practice/L02?seed=3" });
  await answer(page);
  const rows = await page.locator(".practice-parts tbody tr").count();
  assert.ok(rows > 1);
  const choice = page.locator(".practice-trace .choice label");
  assert.equal(await choice.count(), rows);
  const sentences = new Set();
  for (const one of await choice.all()) {
    await one.click();
    await page.waitForTimeout(50);
    sentences.add(await page.locator(".practice-trace .verdict").innerText());
  }
  assert.ok(sentences.size > 1, "some may and some may not");
  assert.deepEqual(await axe(page), []);
});

e2e("skip, flag, come back; a reload brings the sitting again", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/practice/ten?seed=2a" });
  await prompt(page).waitFor();
  await button(page, "Flag").click();
  await button(page, "Skip").click();
  await numbers(page).nth(1).and(page.locator("[aria-current]")).waitFor();
  await answer(page);
  await page.reload();
  await review(page).waitFor();
  assert.equal(await numbers(page).nth(0).getAttribute("data-flagged"), "");
  assert.ok(await numbers(page).nth(1).getAttribute("data-tone"));
  await numbers(page).nth(0).click();
  await page.locator(".practice-group").first().waitFor();
  await page.locator(".practice").getByRole("link", { name: "All practice" }).click();
  await page.locator(".practice-card", { hasText: "1 of 10 answered" }).getByRole("link", { name: "Go on" }).click();
  await prompt(page).waitFor();
  assert.ok(await numbers(page).nth(1).getAttribute("data-tone"), "still answered");
});

e2e("results go out as a file and come back with their score, unless they were changed", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/practice/ten?seed=11&topics=L07" });
  await answer(page);
  await button(page, "Finish").click();
  const score = (await page.locator("#practice-score").innerText()).replace("Score: ", "");
  assert.match(score, /^\d+ of 1000 points/);
  const waiting = page.waitForEvent("download");
  await button(page, "Download results").click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "iam-sandbox-practice-0011.json");
  const text = await readFile(await download.path(), "utf8");
  assert.ok(!/score|percent/i.test(text));

  const good = join(tmpdir(), "practice-good.json");
  const edited = join(tmpdir(), "practice-edited.json");
  const cut = join(tmpdir(), "practice-cut.json");
  await writeFile(good, text);
  await writeFile(edited, text.replace('"seed": "0000000000000011"', '"seed": "0000000000000012"'));
  await writeFile(cut, text.slice(0, text.length / 2));
  const other = await open({ width: 1440, height: 900, path: "#/practice" });
  await other.locator(".practice-files input[type=file]").setInputFiles([good, edited, cut]);
  await other.locator(".practice-file-row").nth(2).waitFor();
  const row = (name) => other.locator(".practice-file-row", { hasText: name }).innerText();
  assert.ok((await row("practice-good")).includes(score), `${await row("practice-good")} has ${score}`);
  assert.match(await row("practice-edited"), /changed after it was written/);
  assert.match(await row("practice-cut"), /cut off|end is missing/);
});

e2e("the world of a question opens in the sandbox, and one's own is kept", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/practice/L13?seed=4" });
  const own = "alice";
  await answer(page);
  await button(page, "Open in the sandbox").click();
  await page.locator(".practice").waitFor({ state: "detached" });
  await page.locator(".notice", { hasText: "Your own is kept" }).waitFor();
  await page.goBack();
  await review(page).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".notice").getByRole("button", { name: "Back to my own" }).click();
  await page.locator(".chip-who", { hasText: own }).waitFor();
  await page.locator(".chip-resource", { hasText: "payroll" }).waitFor();
});

e2e("a lesson leads to practice on its topic", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/L08" });
  await page.locator(".lesson-bar").getByRole("link", { name: "Practise this" }).click();
  await prompt(page).waitFor();
  assert.match(page.url(), /#\/practice\/L08\?seed=/);
  await page.keyboard.press("Escape");
  await page.locator(".promise").first().waitFor();
  assert.match(page.url(), /#\/learn\/L08$/);
});

e2e("the clock is off until it is wanted, and ends nothing", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/practice/L01?seed=1" });
  await prompt(page).waitFor();
  assert.equal(await page.locator("[role=timer]").count(), 0);
  await page.locator(".practice-clock summary").click();
  await page.locator(".practice-clock .choice label").nth(2).click();
  await page.locator("[role=timer]").waitFor();
  await page.locator(".practice-clock input[type=number]").fill("30");
  await page.locator(".practice-clock input[type=number]").press("Tab");
  await page.locator("[role=timer]", { hasText: /^(30:00|29:\d\d)$/ }).waitFor();
  await answer(page);
});

for (const colorScheme of ["light", "dark"]) {
  e2e(`practice on a phone (${colorScheme})`, async ({ open, axe }) => {
    const page = await open({ width: 390, height: 844, colorScheme, path: "#/practice", locale: "es-ES" });
    await page.locator(".practice-topics .lesson-link").first().waitFor();
    const isWide = () => page.evaluate(() => document.querySelector(".practice .book-body").scrollWidth > innerWidth);
    assert.equal(await isWide(), false);
    assert.deepEqual(await axe(page), []);
    await page.locator(".practice-topics .lesson-link", { hasText: "L24" }).click();
    await prompt(page).waitFor();
    assert.equal(await isWide(), false);
    assert.deepEqual(await axe(page), []);
    for (const group of await page.locator(".practice-group:not([data-group=sureness])").all()) {
      await group.locator("input").first().check();
    }
    await button(page, "Enviar").click();
    await review(page).waitFor();
    assert.equal(await isWide(), false);
    assert.deepEqual(await axe(page), []);
    await button(page, "Terminar").first().click();
    await page.locator("#practice-score").waitFor();
    assert.equal(await isWide(), false);
    assert.deepEqual(await axe(page), []);
  });
}

e2e("credentials that do not hold end the trace before any policy, on a phone", async ({ open, axe }) => {
  const page = await open({ width: 390, height: 844, path: "#/practice/L04?seed=1&edition=2" });
  await answer(page);
  const verdicts = [];
  for (const one of await page.locator("input[name=practice-trace-of]").all()) {
    await one.check({ force: true });
    verdicts.push(await page.locator(".practice .verdict-pill").innerText());
  }
  assert.equal(verdicts.length, 4);
  assert.ok(verdicts.some((it) => it.includes("Not authenticated")), verdicts.join(", "));
  assert.ok(verdicts.some((it) => it.includes("Allowed")), verdicts.join(", "));
  assert.equal(await page.evaluate(() => document.querySelector(".practice .book-body").scrollWidth), 390);
  assert.deepEqual(await axe(page), []);
});

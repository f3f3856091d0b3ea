// What one looks up: the order of evaluation, the myth cards, the glossary; and the paths through the lessons.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.id);
const section = (page, name) => page.locator(".book-sections").getByRole("link", { name, exact: true });
const hash = (page) => page.evaluate(() => location.hash);
const overflow = (page) =>
  page.evaluate(() => {
    const body = document.querySelector(".book-body");
    return Math.max(body.scrollWidth - body.clientWidth, document.documentElement.scrollWidth - innerWidth);
  });

e2e("from the help through all sections and out again, to where it was opened", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.keyboard.press("?");
  await page.locator("#help").getByRole("link", { name: "Reference" }).click();
  await page.locator(".page-station").first().waitFor();
  assert.equal(await hash(page), "#/reference/order");
  assert.equal(await page.locator(".page-station").count(), 8);
  await section(page, "Myths").click();
  await page.locator(".myth").first().waitFor();
  await section(page, "Glossary").click();
  await page.locator(".term").first().waitFor();
  await section(page, "Rules").click();
  await page.getByRole("searchbox").waitFor();
  assert.equal(await hash(page), "#/rules");
  await page.goBack();
  await page.locator(".term").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".book").waitFor({ state: "detached" });
  await page.waitForFunction(() => location.hash === "");
  await page.locator(".verdict-pill").waitFor();
});

e2e("every piece of the order names rules, and a code leads to its rule", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/reference" });
  await page.locator(".page-station").first().waitFor();
  const pieces = ".page-station .prose > p, .page-section .prose > p, .page-section .prose > ul > li, .said tbody tr";
  const counts = await page.locator(pieces).evaluateAll((all) => all.map((one) => one.querySelectorAll(".rule-code").length));
  assert.ok(counts.length > 30 && counts.every((count) => count > 0), counts.join());
  await page.locator(".page-station").nth(3).locator(".rule-code", { hasText: "C-13" }).click();
  await page.locator("#rule-C-13").waitFor();
  assert.equal(await focused(page), "rule-C-13");
  await page.goBack();
  await page.locator(".page-station").first().waitFor();
});

e2e("a card is bet on before it turns, and its request is sent without touching one's own world", async ({ open }) => {
  const page = await open({ width: 1440, height: 900 });
  await page.locator(".flip .button", { hasText: "Apply" }).first().click();
  await page.locator(".verdict-pill", { hasText: "Allowed" }).waitFor();
  await page.evaluate(() => {
    location.hash = "#/cards/K14";
  });
  const card = page.locator(".myth[data-chosen]");
  await card.waitFor();
  assert.equal(await focused(page), "card-K14");
  assert.doesNotMatch(await card.innerText(), /What holds/i);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match(await card.locator(".myth-reply").innerText(), /^No: it is false/);
  assert.match(await card.locator(".myth-verdict").innerText(), /boundary/);
  assert.match(await card.innerText(), /What holds/i);
  await card.getByRole("button", { name: "False" }).click();
  assert.match(await card.locator(".myth-reply").innerText(), /^Right: it is false/);
  const link = card.getByRole("link", { name: /Try it yourself/ });
  assert.match(await link.getAttribute("href"), /^#\/open\/1\//);
  const [other] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  // The printed first screen says Denied, too.
  await other.waitForSelector("html[data-ready]", { state: "attached" });
  await other.locator(".verdict-pill", { hasText: "Denied" }).waitFor();
  assert.match(await other.locator(".chip-who").innerText(), /bob/);
  await other.close();
  await page.keyboard.press("Escape");
  await page.locator(".book").waitFor({ state: "detached" });
  assert.match(await page.locator(".verdict-pill").innerText(), /Allowed/);
});

// What no request can settle is told: prices, quotas, habits.
const TOLD = ["K7", "K15", "K19", "K23", "K24", "K25", "K26"];

e2e("every card turns and shows what settles it", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/cards" });
  await page.locator(".myth").first().waitFor();
  const count = await page.locator(".myth").count();
  assert.ok(count >= 17, `${count} cards`);
  for (let index = 0; index < count; index += 1) {
    const card = page.locator(".myth").nth(index);
    await card.getByRole("button", { name: "It depends" }).click();
    const id = await card.locator(".rule-code").first().innerText();
    const shown = await card.locator(".myth-verdict, .myth-output").count();
    assert.equal(shown, TOLD.includes(id) ? 0 : 1, id);
  }
  await page.getByRole("searchbox").fill("boundary");
  assert.ok((await page.locator(".myth").count()) < count);
  await page.getByRole("searchbox").press("Escape");
  assert.equal(await page.locator(".myth").count(), count, "the first Esc empties the search");
});

e2e("a solved lesson leads to its cards, and the way out leads back to the lesson", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn/L01" });
  await page.locator(".promise").first().waitFor();
  assert.equal(await page.locator('.goal a[href^="#/cards/"]').count(), 0, "not before it is solved");
  for (const step of ["Show solution", /Next step \(2/, /Next step \(3/, /Next step \(4/]) {
    await page.locator(".lesson-bar").getByRole("button", { name: step }).click();
  }
  await page.locator('.goal a[href="#/cards/K9"]').click();
  await page.locator(".myth[data-chosen]").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".book").waitFor({ state: "detached" });
  await page.locator(".promise").first().waitFor();
  assert.equal(await hash(page), "#/learn/L01");
  await page.locator(".lesson-bar").getByRole("link", { name: "Lessons", exact: true }).click();
  await page.locator(".lesson-item").first().waitFor();
  assert.equal(await page.locator('.lesson-item a[href="#/cards/K9"]').count(), 1);
  assert.equal(await page.locator('.lesson-item a[href="#/cards/K10"]').count(), 0, "not of a lesson that was not done");
});

e2e("words lead to each other, and are found without accents", async ({ open }) => {
  const page = await open({ locale: "es-ES", path: "#/glossary/trust-policy" });
  const chosen = page.locator(".term[data-chosen]");
  await chosen.waitFor();
  assert.match(await chosen.innerText(), /^trust policy\s+política de confianza/);
  await chosen.getByRole("link", { name: "rol", exact: true }).click();
  await page.locator('.term[data-chosen] [id="term-role"]').waitFor();
  assert.equal(await focused(page), "term-role");
  await page.getByRole("searchbox").fill("sesion rol");
  const names = await page.locator(".term-name a").allInnerTexts();
  assert.ok(names.includes("role chaining") && names.length < 10, names.join());
});

e2e("lessons follow the path that was chosen, also after a reload", async ({ open }) => {
  const page = await open({ width: 1440, height: 900, path: "#/learn" });
  await page.locator(".lesson-item").first().waitFor();
  const all = await page.locator(".lesson-item").count();
  await page.getByLabel("Order of lessons").selectOption({ label: "Solutions Architect Associate" });
  assert.equal(await hash(page), "#/learn?path=solutions-architect");
  const ids = await page.locator(".lesson-id").allInnerTexts();
  assert.ok(ids.length < all, "only those of the path");
  assert.equal(await page.locator(".to-come").count(), 0, "nothing is still to come");
  const index = ids.indexOf("L08");
  await page.locator(".lesson-link").nth(index).click();
  await page.locator(".promise").first().waitFor();
  const next = () => page.locator(".lesson-bar").getByRole("link", { name: "Next lesson" }).getAttribute("href");
  assert.equal(await next(), `#/learn/${ids[index + 1]}`);
  await page.reload();
  await page.locator(".promise").first().waitFor();
  assert.equal(await next(), `#/learn/${ids[index + 1]}`);
  await page.evaluate(() => {
    location.hash = "#/learn?path=all";
  });
  await page.locator(".lesson-item").nth(all - 1).waitFor();
});

for (const [colorScheme, locale] of [
  ["light", "en-GB"],
  ["dark", "es-ES"],
]) {
  e2e(`on a phone nothing scrolls sideways, and axe has no objections (${colorScheme})`, async ({ open, axe }) => {
    const how = { width: 390, height: 844, hasTouch: true, colorScheme, locale };
    for (const path of ["#/reference/order", "#/cards/K30", "#/glossary/role", "#/learn?path=class"]) {
      const page = await open({ ...how, path });
      await page.locator(".page-section, .myth, .term, .lesson-item").first().waitFor();
      if (path.startsWith("#/cards")) {
        await page.locator(".myth[data-chosen] .myth-bets .button").first().tap();
        await page.locator(".myth-output").waitFor();
      }
      assert.equal(await overflow(page), 0, path);
      assert.deepEqual(await axe(page), [], path);
    }
  });
}

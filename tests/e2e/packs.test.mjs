// Lessons of one's own, packed by the command that teachers use; and progress as a file.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before } from "node:test";
import { fileURLToPath } from "node:url";
import { e2e } from "./harness.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
let pack;

before(() => {
  const root = mkdtempSync(join(tmpdir(), "iam-sandbox-"));
  const folder = join(root, "week-3");
  mkdirSync(join(folder, "lessons"), { recursive: true });
  for (const name of ["L01-your-first-request", "L08-three-answers-not-two"]) {
    cpSync(join(repository, "www/lessons", name), join(folder, "lessons", name), { recursive: true });
  }
  const command = ["run", "--quiet", "--locked", "--features", "prerender", "--", "pack", folder, join(repository, "www")];
  const run = spawnSync("cargo", command, { cwd: repository, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  pack = readFileSync(join(folder, "week-3.json"), "utf8");
  rmSync(root, { recursive: true });
});

const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
const section = (page, heading) => page.locator("section", { has: page.locator(`#${heading}`) }).last();

async function openList(page) {
  await page.getByRole("link", { name: "Lessons" }).first().click();
  await page.locator(".lesson-link").first().waitFor();
}

async function choose(page, heading, chosen) {
  await section(page, heading).locator("input[type=file]").setInputFiles(chosen);
}

/** In the page: whether this is what is kept of packs. */
function keptPacks(wanted) {
  return new Promise((resolve) => {
    const request = indexedDB.open("iam-sandbox", 1);
    request.onsuccess = () => {
      const get = request.result.transaction("saves").objectStore("saves").get("packs");
      get.onsuccess = () => {
        request.result.close();
        resolve(get.result === wanted);
      };
    };
  });
}

e2e("a pack from a file is checked, opens, is there after a reload and goes when it is removed", async ({ open, axe }) => {
  const page = await open({ width: 1440, height: 900 });
  await openList(page);
  const own = section(page, "own-lessons");

  await choose(page, "own-lessons", file("notes.json", '{"notes": 1}'));
  await own.getByRole("alert").waitFor();
  assert.match(await own.getByRole("alert").innerText(), /notes\.json was not opened.*missing field format/s);

  const broken = JSON.parse(pack);
  broken.lessons[0].solution = "clock +1s";
  await choose(page, "own-lessons", file("broken.json", JSON.stringify(broken)));
  await own.getByText("broken.json was not opened").waitFor();
  assert.match(await own.getByRole("alert").innerText(), /L01: The solution leaves the goal/);
  assert.equal(await own.locator(".lesson-link").count(), 0);

  await choose(page, "own-lessons", file("week-3.json", pack));
  await own.getByText("week-3 is open: 2 lessons.").waitFor();
  assert.equal(await own.getByRole("alert").count(), 0, "what was said of the broken pack is over");
  assert.deepEqual(await axe(page), []);
  await own.locator(".lesson-link").first().click();
  await page.locator(".promise").first().waitFor();
  assert.match(page.url(), /#\/learn\/week-3\/L01$/);
  await page.locator(".ask-send").click();
  await page.locator('.promise[data-status="met"]').first().waitFor();
  assert.match(await page.locator(".lesson-bar").getByRole("link", { name: "Next lesson" }).getAttribute("href"), /week-3\/L08$/);

  await page.reload();
  await page.locator('.promise[data-status="met"]').first().waitFor();
  await openList(page);
  await own.getByRole("button", { name: "Remove week-3 from the list" }).click();
  await own.locator(".lesson-link").first().waitFor({ state: "detached" });
  // The list is drawn before the browser has written it down.
  await page.waitForFunction(keptPacks, "[]");
  await page.reload();
  await page.locator(".lesson-link").first().waitFor();
  assert.equal(await own.locator(".lesson-link").count(), 0);
});

e2e("one link opens a lesson of a pack that lies beside the page, and no pack from elsewhere", async ({ open, problems }) => {
  const prepare = (page) => page.route("**/packs/week-3.json", (route) => route.fulfill({ contentType: "application/json", body: pack }));
  const page = await open({ width: 390, height: 844, path: "#/learn/week-3/L01?pack=packs/week-3.json", prepare });
  await page.locator(".promise").first().waitFor();
  assert.match(await page.locator(".lesson-name").innerText(), /week-3\/L01/);

  await page.evaluate(() => { location.hash = "#/learn/other/L01?pack=https://example.com/other.json"; });
  await page.getByText("A link opens packs only from the server that this page comes from.").waitFor();
  await page.evaluate(() => { location.hash = "#/learn/other/L01?pack=packs/none.json"; });
  await page.getByText("There is no such file on the server.").waitFor();
  // The browser says so itself, too.
  assert.equal(problems.splice(0).every((problem) => /404|none\.json/.test(problem)), true);
});

e2e("progress goes to a file and into another browser, and is never lost without a word", async ({ open }) => {
  const here = await open({ width: 1440, height: 900, path: "#/learn/L01" });
  await here.locator(".promise").first().waitFor();
  await here.locator(".ask-send").click();
  await here.locator('.promise[data-status="met"]').first().waitFor();
  await openList(here);
  const download = here.waitForEvent("download");
  await here.getByRole("button", { name: "Save as a file" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");

  const there = await open({ width: 390, height: 844, storage: { "iam-sandbox.progress": "{not json" } });
  await openList(there);
  await there.getByText("could not be read, so it begins anew").waitFor();
  await choose(there, "own-progress", file("x.json", "{}"));
  await there.getByText("The file is no saved progress").waitFor();
  await choose(there, "own-progress", file("progress.json", saved));
  await there.getByText("1 lesson was taken over from the file.").waitFor();
  assert.match(await there.locator(".lesson-item").first().innerText(), /begun/);
  await choose(there, "own-progress", file("progress.json", saved));
  await there.getByText("Nothing in the file is further along").waitFor();
  const unreadable = there.waitForEvent("download");
  await there.getByRole("button", { name: "Download the unreadable data" }).click();
  assert.equal(readFileSync(await (await unreadable).path(), "utf8"), "{not json");
  await there.getByRole("button", { name: "Forget it" }).click();
  assert.equal(await there.getByText("could not be read, so it begins anew").count(), 0);
});

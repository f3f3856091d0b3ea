// An account of AWS from a file: read, looked at, opened, searched, handed out again; a broken one changes nothing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { e2e } from "./harness.mjs";

const allow = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const arn = (what) => `arn:aws:iam::123456789012:${what}`;
const numbers = (n) => Array.from({ length: n }, (_, index) => String(index).padStart(4, "0"));

/** So many users and as many roles. */
function account(n) {
  return {
    UserDetailList: numbers(n).map((index) => ({
      UserName: `user-${index}`,
      Arn: arn(`user/user-${index}`),
      UserPolicyList: [{ PolicyName: "all", PolicyDocument: allow }],
    })),
    GroupDetailList: [],
    RoleDetailList: numbers(n).map((index) => ({
      RoleName: `role-${index}`,
      Arn: arn(`role/role-${index}`),
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
    })),
    Policies: [],
  };
}

const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

async function choose(page, ...files) {
  await page.keyboard.press("Escape");
  await page.locator(".button.share").click();
  await page.getByRole("button", { name: "An account of AWS…" }).click();
  await page.locator("#import input[type=file]").setInputFiles(files);
}

e2e("an account of a thousand is imported from two pages, searched and acted in", async ({ open }) => {
  const page = await open();
  const { UserDetailList, ...rest } = account(500);
  const pages = [JSON.stringify({ UserDetailList, IsTruncated: true, Marker: "x" }), JSON.stringify(rest)];
  await choose(page, file("1.json", pages[0]), file("2.json", pages[1]));
  const ready = page.getByRole("button", { name: "Open in place of this world" });
  await page.getByText("500 users, 0 groups, 500 roles").waitFor({ timeout: 60_000 });
  assert.match(await page.locator("#import").innerText(), /SCPs and RCPs/);
  await ready.click();
  await page.locator("#world").getByText("The first 50 of 500").first().waitFor();
  assert.ok((await page.locator("#world .tree-row").count()) < 150);
  await page.locator("#world input[type=search]").fill("user-0321");
  await page.locator("#world .tree-row", { hasText: "user-0321" }).waitFor();
  // Escape empties the field, and leaves the way back where it is.
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#world input[type=search]").inputValue(), "");
  await page.getByRole("button", { name: "Back to my own" }).waitFor();
  await page.locator(".chip-who").click();
  await page.keyboard.type("user-0321");
  await page.keyboard.press("Enter");
  assert.match(await page.locator(".chip-who").innerText(), /user-0321/);
  assert.match(await page.locator(".verdict-pill").innerText(), /Cannot say/);
  await page.getByRole("button", { name: "Back to my own" }).click();
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied: nothing allows it/);
  // Who says that there is nothing more gets an answer.
  await choose(page, file("1.json", pages[0]), file("2.json", pages[1]));
  await page.getByRole("checkbox", { name: /as if there were no more/ }).check();
  await page.getByText("500 users, 0 groups, 500 roles").waitFor({ timeout: 60_000 });
  await ready.click();
  assert.match(await page.locator(".verdict-pill").innerText(), /Allowed/);
  // Undo goes back across the import, and redo comes again.
  await page.getByRole("button", { name: "Undo" }).click();
  assert.match(await page.locator(".verdict-pill").innerText(), /Denied: nothing allows it/);
  await page.getByRole("button", { name: "Redo" }).click();
  assert.match(await page.locator(".chip-who").innerText(), /user-0000/);
});

e2e("a broken file says where and changes nothing", async ({ open }) => {
  const page = await open();
  const before = await page.locator("#world").innerText();
  await choose(page, file("broken.json", '{\n "UserDetailList": [\n  {"UserName": }\n ]\n}'));
  const alert = page.locator("#import [role=alert]");
  assert.match(await alert.innerText(), /broken\.json is not valid JSON: line 3/);
  assert.equal(await page.locator("#world").innerText(), before);
});

e2e("an account is handed out and comes in again", async ({ open }) => {
  const page = await open();
  await page.locator("#world").getByRole("button", { name: "Import an account…" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /as JSON/ }).first().click();
  const text = await readFile(await (await download).path(), "utf8");
  assert.ok(JSON.parse(text).UserDetailList.some((user) => user.UserName === "alice"));
  await choose(page, file("again.json", text));
  await page.getByRole("button", { name: "Open in place of this world" }).click();
  assert.match(await page.locator("#world").innerText(), /alice/);
});

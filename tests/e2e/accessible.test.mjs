// axe has no objections on any screen, in either theme.
import assert from "node:assert/strict";
import { e2e } from "./harness.mjs";

const click = (selector, options) => (page) => page.locator(selector, options).first().click();
const SCREENS = {
  "the answer": [],
  "an allowed answer with its statements": [click(".flip .button", { hasText: "Apply" })],
  "stepping through": [click(".zone.why .zone-head .button")],
  "an expired session": [click(".next-item", { hasText: "session" }), click(".next-item", { hasText: "hour" })],
  "the editor with a problem": [
    click(".card .button.primary"),
    (page) => page.locator(".editor-text").fill('{ "Statement": [{ "Effect": "allow" }] }'),
  ],
  "who asks": [click(".chip-who")],
  "which action": [click(".chip-action")],
  "which resource": [click(".chip-resource")],
  "the circumstances": [click(".chip-context")],
  "the link": [click(".button.share")],
  "a user in the world": [click(".world .tree-row", { hasText: "alice" })],
  "a role in the world": [click(".world .tree-row", { hasText: "report-editor" })],
  "the events": [click(".ask-send"), click(".tab", { hasText: "Events" })],
};

for (const colorScheme of ["light", "dark"]) {
  for (const [name, steps] of Object.entries(SCREENS)) {
    e2e(`${name} (${colorScheme})`, async ({ open, axe }) => {
      const page = await open({ width: 1440, height: 900, colorScheme });
      for (const step of steps) await step(page);
      assert.deepEqual(await axe(page), []);
    });
  }
}

for (const tab of ["Ask", "World", "Time"]) {
  e2e(`the phone's tab ${tab}`, async ({ open, axe }) => {
    const page = await open({ width: 390, height: 844 });
    await page.locator(".dock").getByRole("button", { name: tab }).click();
    assert.deepEqual(await axe(page), []);
  });
}

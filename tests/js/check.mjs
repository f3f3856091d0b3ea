// A test runner so small that it runs in a browser as well: `test` collects, `run` runs, `equal` and `throws` check.
const tests = [];

export function test(name, body) {
  tests.push({ name, body });
}

/** Runs what was collected; the failures as a list of texts, and how many tests there were. */
export async function run() {
  const failures = [];
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      failures.push(`${name}: ${error?.stack ?? error}`);
    }
  }
  return { n: tests.length, failures };
}

/** The tests that were collected. */
export const collected = tests;

const shown = (value) =>
  JSON.stringify(value, (_, each) => (each === undefined ? "undefined" : typeof each === "bigint" ? `${each}n` : each), 1);

/** Same value, members in any order; a member that is `undefined` is a member. */
export function equal(found, expected, what = "") {
  if (!same(found, expected)) throw new Error(`${what} expected ${shown(expected)}, found ${shown(found)}`);
}

function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
}

export function ok(value, what = "expected something true") {
  if (!value) throw new Error(what);
}

/** Runs `body`, which must throw an error of that name with a message that holds `text`, and returns the error. */
export function throws(body, name, text) {
  let result;
  try {
    result = body();
  } catch (error) {
    ok(error instanceof Error, `threw something that is no Error: ${String(error)}`);
    equal(error.name, name, error.message);
    ok(error.message.includes(text), `expected "${text}" in "${error.message}"`);
    return error;
  }
  throw new Error(`expected ${name} with "${text}", but it returned ${shown(result)}`);
}

// The package's face: loads the engine, throws typed errors, and keeps one broken call from spoiling the next.
// What it promises is written in index.d.ts; the engine itself is engine.js with engine_bg.wasm.
import * as engine from "./engine.js";

const DECISIONS = ["allowed", "explicitDeny", "implicitDeny", "cannotSay"];

/** A policy, or the set of them, is not as expected. */
export class PolicyError extends Error {
  constructor(message, findings = [], options = undefined) {
    super(message, options);
    this.findings = findings;
  }
}

/** A request, or another argument, is not as expected. */
export class RequestError extends Error {}

/** A snapshot cannot be restored. */
export class SnapshotError extends Error {}

/** The engine itself failed. It was started afresh: what was made with it before is lost. */
export class EngineError extends Error {}

// By hand, because a minifier may rename the classes.
const KINDS = { PolicyError, RequestError, SnapshotError, EngineError };
for (const [name, kind] of Object.entries(KINDS)) {
  Object.defineProperty(kind.prototype, "name", { value: name, configurable: true, writable: true });
}

let loading;
let isReady = false;
// How many calls are under way, why the engine has to be started afresh, and how often it was.
let depth = 0;
let failure;
let generation = 0;
let language = "en";

export default async function init(source = undefined, options = undefined) {
  if (options === undefined && isOptions(source)) [source, options] = [undefined, source];
  const wanted = languageOf(options);
  if (source !== undefined && source !== null && !isSource(await settled(source))) {
    throw new RequestError("source: expected a URL, a Response, the bytes of the Wasm, or a WebAssembly.Module");
  }
  loading ??= start(source).catch((cause) => {
    loading = undefined;
    throw new RequestError(`source: the engine could not be loaded: ${messageOf(cause)}`, { cause });
  });
  await loading;
  if (wanted !== undefined) {
    language = wanted;
    run(() => engine.setLanguage(language));
  }
}

function isOptions(value) {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype && "lang" in value;
}

function languageOf(options) {
  if (options === undefined || options === null) return undefined;
  if (typeof options !== "object") throw new RequestError("options: expected an object such as { lang: \"es\" }");
  const { lang } = options;
  if (lang === undefined || lang === "en" || lang === "es") return lang;
  throw new RequestError("options.lang: expected \"en\" or \"es\"");
}

async function settled(source) {
  try {
    return await source;
  } catch (cause) {
    throw new RequestError(`source: the engine could not be loaded: ${messageOf(cause)}`, { cause });
  }
}

function isSource(value) {
  const kinds = [globalThis.URL, globalThis.Response, globalThis.Request, ArrayBuffer, WebAssembly.Module];
  return typeof value === "string" || ArrayBuffer.isView(value) || kinds.some((kind) => kind && value instanceof kind);
}

async function start(source) {
  let found = (await source) ?? new URL("engine_bg.wasm", import.meta.url);
  if (found instanceof URL && found.protocol === "file:") found = await readFile(found);
  await engine.default({ module_or_path: found });
  isReady = true;
}

/** Node fetches no files. The module has a name that bundlers do not follow: it is Node's own. */
async function readFile(url) {
  const node = "node:fs/promises";
  const files = await import(/* webpackIgnore: true */ /* @vite-ignore */ node);
  return files.readFile(url);
}

function messageOf(cause) {
  try {
    return String(cause?.message ?? cause);
  } catch {
    return "unknown reason";
  }
}

/**
 * Calls the engine. It throws what it means to throw as a list of name, message, findings and cause.
 *
 * After anything else, a trap or the end of the stack in the middle of a call, nothing in its memory can be relied on: it
 * is started afresh, but not before the calls have ended from which this one was made, by a getter of the caller's.
 */
function run(call) {
  if (!isReady) throw new RequestError("the engine is not loaded: call init() and await it first");
  if (failure !== undefined) restart();
  depth += 1;
  try {
    const result = call();
    if (failure === undefined) return result;
  } catch (thrown) {
    if (failure === undefined && Array.isArray(thrown)) throw typed(thrown);
    failure ??= { cause: thrown };
  } finally {
    depth -= 1;
  }
  throw failed();
}

function failed() {
  const { cause } = failure;
  return new EngineError(`the engine failed and starts afresh: ${messageOf(cause)}`, { cause });
}

function restart() {
  if (depth > 0) throw failed();
  try {
    engine.__wbg_reset_state();
    engine.setLanguage(language);
  } catch {
    // Still at the end of the stack, or of the memory: the next call tries again.
    throw failed();
  }
  generation += 1;
  failure = undefined;
}

function typed([name, message, findings, ...causes]) {
  const options = causes.length > 0 ? { cause: causes[0] } : undefined;
  return name === "PolicyError"
    ? new PolicyError(message, JSON.parse(findings), options)
    : new KINDS[name](message, options);
}

/** What stands behind a PolicySet or a RequestBatch, until it is freed or lost. */
class Handle {
  #what;
  #Failure;
  #inner;
  #generation;
  #users = 0;
  #isFreed = false;

  constructor(what, Failure, make) {
    this.#what = what;
    this.#Failure = Failure;
    this.#inner = run(make);
    this.#generation = generation;
  }

  /** Lends out what stands behind. Freed meanwhile, by a getter of the caller's, it goes when all are done with it. */
  use(call) {
    if (this.#isFreed) throw new this.#Failure(`${this.#what} was freed: make a new one`);
    if (failure !== undefined && depth === 0) run(() => {});
    if (this.#generation !== generation) throw new this.#Failure(`${this.#what} was lost when the engine failed: make a new one`);
    this.#users += 1;
    try {
      return call(this.#inner);
    } finally {
      this.#users -= 1;
      this.#release();
    }
  }

  free() {
    this.#isFreed = true;
    this.#release();
  }

  #release() {
    if (!this.#isFreed || this.#users > 0 || this.#inner === undefined) return;
    const inner = this.#inner;
    this.#inner = undefined;
    if (failure === undefined && this.#generation === generation) run(() => inner.free());
  }
}

export function evaluate(request, policies) {
  return JSON.parse(run(() => engine.evaluate(request, policies)));
}

export function validatePolicy(document, type) {
  return JSON.parse(run(() => engine.validatePolicy(document, type)));
}

// Handles are kept beside the objects, so that nobody else can reach or forge them.
const sets = new WeakMap();
const batches = new WeakMap();

function setOf(object) {
  const handle = sets.get(object);
  if (handle === undefined) throw new PolicyError("this: expected a PolicySet");
  return handle;
}

function batchOf(object, name) {
  const handle = batches.get(object);
  if (handle === undefined) throw new RequestError(`${name}: expected a RequestBatch`);
  return handle;
}

export class RequestBatch {
  constructor(requests) {
    batches.set(this, new Handle("this RequestBatch", RequestError, () => new engine.RequestBatch(requests)));
  }

  get length() {
    return batchOf(this, "this").use((inner) => run(() => inner.length));
  }

  free() {
    batchOf(this, "this").free();
  }
}

export class PolicySet {
  constructor(policies) {
    sets.set(this, new Handle("this PolicySet", PolicyError, () => new engine.PolicySet(policies)));
  }

  decide(request) {
    return setOf(this).use((inner) => DECISIONS[run(() => inner.decide(request))]);
  }

  decideMany(requests) {
    return setOf(this).use((inner) => batchOf(requests, "requests").use((batch) => run(() => inner.decideMany(batch))));
  }

  explain(request) {
    return setOf(this).use((inner) => JSON.parse(run(() => inner.explain(request))));
  }

  free() {
    setOf(this).free();
  }
}

/** JSON of an argument. What a caller's own code throws on the way is told as the cause. */
function written(name, value) {
  let text;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw new RequestError(`${name}: cannot be written as JSON: ${messageOf(cause)}`, { cause });
  }
  if (text === undefined) throw new RequestError(`${name}: expected an object`);
  return text;
}

function textOf(name, value) {
  if (typeof value !== "string") throw new RequestError(`${name}: expected a string`);
  return value;
}

const worlds = new WeakMap();
// Lets `restore` make a Sandbox of what stands behind one already.
const restored = Symbol("restored");

function worldOf(object) {
  const handle = worlds.get(object);
  if (handle === undefined) throw new RequestError("this: expected a Sandbox");
  return handle;
}

export class Sandbox {
  constructor(options = {}, handle = undefined) {
    if (options === restored && handle instanceof Handle) {
      worlds.set(this, handle);
      return;
    }
    if (typeof options !== "object" || options === null) throw new RequestError("options: expected an object");
    const text = written("options", options);
    worlds.set(this, new Handle("this Sandbox", RequestError, () => new engine.Sandbox(text)));
  }

  static restore(snapshot) {
    if (typeof snapshot !== "string") throw new SnapshotError("snapshot: expected a string");
    return new Sandbox(restored, new Handle("this Sandbox", RequestError, () => engine.Sandbox.restore(snapshot)));
  }

  call(call) {
    const text = written("call", call);
    return worldOf(this).use((inner) => JSON.parse(run(() => inner.call(text))));
  }

  cli(line, files = {}) {
    const [command, drawer] = [textOf("line", line), written("files", files)];
    return worldOf(this).use((inner) => JSON.parse(run(() => inner.cli(command, drawer))));
  }

  advance(seconds) {
    if (typeof seconds !== "number") throw new RequestError("seconds: expected a whole number from 0 to 4294967295");
    worldOf(this).use((inner) => run(() => inner.advance(seconds)));
  }

  get now() {
    return worldOf(this).use((inner) => run(() => inner.now));
  }

  events() {
    return worldOf(this).use((inner) => JSON.parse(run(() => inner.events())));
  }

  snapshot() {
    return worldOf(this).use((inner) => run(() => inner.snapshot()));
  }

  undo() {
    return worldOf(this).use((inner) => run(() => inner.undo()));
  }

  redo() {
    return worldOf(this).use((inner) => run(() => inner.redo()));
  }

  free() {
    worldOf(this).free();
  }
}

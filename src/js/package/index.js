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

/** The engine itself failed. It was started afresh: what was made with it before is lost. */
export class EngineError extends Error {}

// By hand, because a minifier may rename the classes.
for (const [kind, name] of [[PolicyError, "PolicyError"], [RequestError, "RequestError"], [EngineError, "EngineError"]]) {
  Object.defineProperty(kind.prototype, "name", { value: name, configurable: true, writable: true });
}

let loading;
let isReady = false;
// How often the engine was started afresh.
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

/** Calls the engine. It throws what it means to throw as a list of name, message, findings and cause. */
function run(call) {
  if (!isReady) throw new RequestError("the engine is not loaded: call init() and await it first");
  try {
    return call();
  } catch (thrown) {
    if (Array.isArray(thrown)) throw typed(thrown);
    throw restarted(thrown);
  }
}

function typed([name, message, findings, ...causes]) {
  const options = causes.length > 0 ? { cause: causes[0] } : undefined;
  return name === "PolicyError"
    ? new PolicyError(message, JSON.parse(findings), options)
    : new RequestError(message, options);
}

/** After a trap, or when the stack ends in the middle of a call, nothing in the engine's memory can be relied on. */
function restarted(cause) {
  generation += 1;
  isReady = false;
  try {
    engine.__wbg_reset_state();
    isReady = true;
    engine.setLanguage(language);
  } catch {
    // No memory, or still at the end of the stack: only init() can help.
    loading = isReady ? loading : undefined;
  }
  return new EngineError(`the engine failed and was started afresh: ${messageOf(cause)}`, { cause });
}

/** What stands behind a PolicySet or a RequestBatch, until it is freed or lost. */
class Handle {
  constructor(inner) {
    this.inner = inner;
    this.generation = generation;
  }

  get(what, Failure) {
    if (this.inner === undefined) throw new Failure(`${what} was freed: make a new one`);
    if (this.generation !== generation) throw new Failure(`${what} was lost when the engine failed: make a new one`);
    return this.inner;
  }

  free() {
    const { inner } = this;
    this.inner = undefined;
    if (inner !== undefined && this.generation === generation) run(() => inner.free());
  }
}

export function evaluate(request, policies) {
  return JSON.parse(run(() => engine.evaluate(request, policies)));
}

export function validatePolicy(document, type) {
  return JSON.parse(run(() => engine.validatePolicy(document, type)));
}

export class RequestBatch {
  #handle;

  constructor(requests) {
    this.#handle = new Handle(run(() => new engine.RequestBatch(requests)));
  }

  get length() {
    const inner = this.#handle.get("this RequestBatch", RequestError);
    return run(() => inner.length);
  }

  free() {
    this.#handle.free();
  }

  static within(value) {
    if (typeof value !== "object" || value === null || !(#handle in value)) {
      throw new RequestError("requests: expected a RequestBatch");
    }
    return value.#handle.get("requests: this RequestBatch", RequestError);
  }
}

const within = RequestBatch.within;
delete RequestBatch.within;

export class PolicySet {
  #handle;

  constructor(policies) {
    this.#handle = new Handle(run(() => new engine.PolicySet(policies)));
  }

  decide(request) {
    const inner = this.#handle.get("this PolicySet", PolicyError);
    return DECISIONS[run(() => inner.decide(request))];
  }

  decideMany(requests) {
    const inner = this.#handle.get("this PolicySet", PolicyError);
    const batch = within(requests);
    return run(() => inner.decideMany(batch));
  }

  explain(request) {
    const inner = this.#handle.get("this PolicySet", PolicyError);
    return JSON.parse(run(() => inner.explain(request)));
  }

  free() {
    this.#handle.free();
  }
}

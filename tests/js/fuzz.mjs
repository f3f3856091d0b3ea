// A seeded generator for the package's boundary: requests and policies that are nearly valid, or hostile.
//
//   node tests/js/fuzz.mjs [--seed N] [--minutes M | --cases N]
//
// A case is made from (seed, number) alone, so a failure names all that is needed to see it again:
// `--seed S --first N --cases 1`. What must hold is in `check`; it knows no expected decision, only what relates decisions.
import { strange } from "./errors.mjs";

/** Mulberry32: small, seeded, and the same everywhere. */
function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound) => Math.floor(next() * bound);
  const pick = (list) => list[below(list.length)];
  const chance = (probability) => next() < probability;
  const some = (make, most) => Array.from({ length: below(most + 1) }, make);
  return { below, pick, chance, some };
}

const ACCOUNTS = ["111122223333", "444455556666"];
const PRINCIPALS = [
  ...ACCOUNTS.flatMap((account) => [
    `arn:aws:iam::${account}:user/alice`, `arn:aws:iam::${account}:user/team/alice`, `arn:aws:iam::${account}:root`,
    `arn:aws:sts::${account}:assumed-role/reader/alice`, `arn:aws:sts::${account}:federated-user/bob`,
    { kind: "AssumedRole", arn: `arn:aws:sts::${account}:assumed-role/reader/alice`, roleArn: `arn:aws:iam::${account}:role/team/reader` },
    { kind: "AssumedRole", arn: `arn:aws:sts::${account}:assumed-role/reader/alice`, serviceLinkedRole: true },
    { kind: "FederatedUser", arn: `arn:aws:sts::${account}:federated-user/bob`, userArn: `arn:aws:iam::${account}:user/alice` },
    { kind: "User", arn: `arn:aws:iam::${account}:user/alice`, managementAccount: true }, { kind: "Root", account },
  ]),
  "ec2.amazonaws.com", { kind: "AWSService", service: "s3.amazonaws.com" }, "*", { kind: "Anonymous" },
  "arn:aws:iam::111122223333:oidc-provider/token.example.com",
];
const ACTIONS = ["s3:GetObject", "s3:PutObject", "S3:getobject", "s3:ListBucket", "sts:AssumeRole", "sts:GetCallerIdentity", "kms:Decrypt", "kms:RetireGrant", "ec2:RunInstances", "sts:AssumeRoleWithWebIdentity", "iam:PassRole", "s3:PutBucketPolicy", "sqs:SendMessage"];
const RESOURCES = ["arn:aws:s3:::bucket/key", "arn:aws:s3:::bucket/alice/é", "arn:aws:s3:::bucket", "*", "arn:aws:iam::111122223333:role/reader", "arn:aws:iam::444455556666:role/team/reader", "arn:aws:kms:us-east-1:111122223333:key/1234", "arn:aws:sqs:us-east-1:444455556666:queue", "arn:aws:s3:::bucket/${aws:username}", "arn:aws:s3:::bucket/*"];
const KEYS = ["aws:SourceIp", "AWS:SOURCEIP", "aws:username", "aws:PrincipalArn", "aws:userid", "aws:TagKeys", "aws:CurrentTime", "aws:EpochTime", "aws:MultiFactorAuthPresent", "s3:max-keys", "aws:PrincipalTag/team", "aws:SourceVpce", "aws:SourceArn", "aws:SecureTransport"];
const VALUES = ["203.0.113.9", "203.0.113.0/24", "2001:db8::1", "::/0", "alice", "bob", "*", "a*e", "", "true", "FALSE", "2026-11-21T10:02:00Z", "1795255320", "10", "10.0", "-3", "1e3", "99999999999999999999", "${aws:username}", "${aws:SourceIp, 'alice'}", "${*}", "${", "arn:aws:s3:::bucket/key", "arn:aws:s3:*", "é", "QUJD", "vpce-1"];
const OPERATORS = ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringLike", "StringNotLike", "NumericLessThan", "NumericEquals", "NumericNotEquals", "DateGreaterThan", "DateEquals", "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnLike", "ArnNotEquals", "Null"];
const LAYERS = ["identity", "permissionsBoundary", "session", "vpcEndpoint"];
const LEVELS = ["scps", "rcps"];
const TYPES = ["identity", "resource", "trust", "key", "permissionsBoundary", "session", "scp", "rcp", "vpcEndpoint"];

function makeRequest(r) {
  const context = {};
  for (let n = r.below(5); n > 0; n -= 1) {
    const scalar = () => (r.chance(0.1) ? r.below(100) / 4 : r.chance(0.1) ? r.chance(0.5) : r.pick(VALUES));
    const key = r.pick(KEYS);
    if (Object.keys(context).some((other) => other.toLowerCase() === key.toLowerCase())) continue;
    context[key] = r.chance(0.3) ? r.some(scalar, 3) : r.chance(0.08) ? { unknown: true } : scalar();
  }
  const request = { principal: r.pick(PRINCIPALS), action: r.pick(ACTIONS), resource: r.pick(RESOURCES), context };
  if (r.chance(0.3)) request.resourceAccount = r.pick(ACCOUNTS);
  if (r.chance(0.1)) request.resourceInManagementAccount = r.chance(0.5);
  return request;
}

function makeStatement(r, layer) {
  const isResource = ["resource", "trust", "rcps", "vpcEndpoint"].includes(layer);
  const onlyDeny = layer === "rcps";
  const statement = { Effect: onlyDeny || r.chance(0.3) ? "Deny" : "Allow" };
  if (r.chance(0.2)) statement.Sid = `S${r.below(1_000_000)}`;
  const list = (make) => (r.chance(0.5) ? make() : [make(), ...r.some(make, 2)]);
  const covered = ["s3:GetObject", "S3:getobject", "s3:*", "s3:Get*", "sts:*", "kms:*", "sqs:SendMessage"];
  const action = () => onlyDeny ? r.pick(covered) : r.pick([...ACTIONS, "s3:*", "s3:Get*", "*:*", "s3:?etObject", "*", "sts:*", "kms:*"]);
  statement[r.chance(0.15) && !onlyDeny ? "NotAction" : "Action"] = list(action);
  const resource = () => r.pick([...RESOURCES, "*", "*", "arn:aws:s3:::bucket/*", "arn:aws:s3:::*", "arn:*:s3:*:*:*", "arn:aws:iam::*:role/*"]);
  if (layer !== "trust") statement[r.chance(0.1) ? "NotResource" : "Resource"] = list(resource);
  if (isResource) {
    const named = () => r.pick([...PRINCIPALS.filter((each) => typeof each === "string" && each.startsWith("arn:aws:")), ...ACCOUNTS, "*", "arn:aws:iam::111122223333:role/reader", "arn:aws:iam::111122223333:role/team/reader"]).replace(/^.*oidc-provider.*$/, "*");
    const principal = onlyDeny || r.chance(0.3) ? "*" : r.chance(0.15) ? { Service: "ec2.amazonaws.com" } : { AWS: list(named) };
    statement[r.chance(0.1) && statement.Effect === "Deny" && layer !== "trust" && !onlyDeny && principal !== "*" ? "NotPrincipal" : "Principal"] = principal;
  }
  if (r.chance(0.4)) {
    statement.Condition = {};
    for (let n = 1 + r.below(2); n > 0; n -= 1) {
      const name = r.pick(OPERATORS);
      const operator = (r.chance(0.25) ? r.pick(["ForAllValues:", "ForAnyValue:"]) : "") + name + (r.chance(0.2) && name !== "Null" ? "IfExists" : "");
      const values = name === "Null" || name === "Bool" ? r.pick(["true", "false", true]) : list(() => r.pick(VALUES));
      statement.Condition[operator] = { [r.pick(KEYS)]: values };
    }
  }
  return statement;
}

const makeDocument = (r, layer) => ({
  Version: layer === "scps" || layer === "rcps" || r.chance(0.9) ? "2012-10-17" : "2008-10-17",
  Statement: r.chance(0.1) ? makeStatement(r, layer) : [makeStatement(r, layer), ...r.some(() => makeStatement(r, layer), 2)],
});

function makePolicies(r) {
  const given = (layer) => {
    const document = makeDocument(r, layer);
    const shown = r.chance(0.4) ? JSON.stringify(document, null, r.below(3)) : document;
    return r.chance(0.3) ? { name: `policy ${r.below(100)}`, document: shown } : shown;
  };
  const policies = {};
  for (const layer of LAYERS) {
    if (r.chance(layer === "identity" ? 0.8 : 0.15)) policies[layer] = r.some(() => given(layer), 2);
    if (r.chance(0.03)) policies[layer] = "unknown";
  }
  for (const layer of LEVELS) {
    if (r.chance(0.15)) policies[layer] = r.some(() => r.some(() => given(layer), 2), 3);
    if (r.chance(0.02)) policies[layer] = "unknown";
  }
  if (r.chance(0.4)) policies.resource = given(r.chance(0.15) ? "trust" : "resource");
  if (r.chance(0.03)) policies.resource = "unknown";
  if (r.chance(0.1)) policies.resourcePolicyType = r.pick(["resource", "trust", "key"]);
  return policies;
}

/** Puts something strange somewhere into a value. */
function spoil(r, value) {
  const odd = () => r.pick(strange());
  if (typeof value === "string") {
    const at = r.below(value.length + 1);
    return r.pick([odd, () => value.slice(0, at), () => value.slice(0, at) + r.pick(['"', "}", "\\", "\0", "😀", ",", "{", "*"]) + value.slice(at)])();
  }
  if (typeof value !== "object" || value === null) return odd();
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const names = Object.keys(copy);
  if (names.length === 0 || r.chance(0.1)) return odd();
  const name = r.pick(names);
  if (r.chance(0.15)) delete copy[name];
  else if (r.chance(0.15)) Object.defineProperty(copy, name, { enumerable: true, get: () => { throw new Error("a getter"); } });
  else copy[name] = spoil(r, copy[name]);
  return copy;
}

/** What a call came to: a value, or the name of a typed error. Anything else is a failure. */
function outcome(iam, body) {
  try {
    return { value: body() };
  } catch (error) {
    const isTyped = error instanceof iam.PolicyError || error instanceof iam.RequestError;
    if (!isTyped || typeof error.message !== "string" || error.message === "") throw new Error(`untyped: ${error?.stack ?? error}`);
    return { error: error.name };
  }
}

const same = (a, b, what) => {
  if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error(`${what}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
};
const must = (value, what) => {
  if (!value) throw new Error(what);
};

/** Whatever comes in: typed errors, and all ways of asking agree. Returns the answer, if there was one. */
function checkAny(iam, request, policies) {
  const asked = outcome(iam, () => iam.evaluate(request, policies));
  const throughSet = outcome(iam, () => {
    const set = new iam.PolicySet(policies);
    try {
      const explained = outcome(iam, () => set.explain(request));
      const decided = outcome(iam, () => set.decide(request));
      const batch = outcome(iam, () => new iam.RequestBatch([request, request]));
      const many = "error" in batch ? batch : outcome(iam, () => [...set.decideMany(batch.value)]);
      if ("value" in batch) batch.value.free();
      same(explained.error, decided.error, "explain and decide fail alike");
      same(decided.error, many.error, "decide and decideMany fail alike");
      if ("value" in decided) {
        const number = ["allowed", "explicitDeny", "implicitDeny", "cannotSay"].indexOf(decided.value);
        same(decided.value, explained.value.decision, "decide and explain");
        same(many.value, [number, number], "decide and decideMany");
        return explained.value;
      }
      return explained;
    } finally {
      set.free();
    }
  });
  const found = throughSet.value !== undefined && "error" in throughSet.value ? throughSet.value : throughSet;
  // Where both arguments are wrong, either may be told first.
  if ("error" in asked || "error" in found) must("error" in asked && "error" in found, `evaluate ${JSON.stringify(asked)}, PolicySet ${JSON.stringify(found)}`);
  else same(asked.value, found.value, "evaluate and explain");
  return asked.value;
}

function checkAnswer(found, isKnown) {
  const denies = found.matchedStatements.some(({ effect }) => effect === "Deny");
  const stops = found.stations.filter(({ outcome }) => outcome === "stopped").length;
  must(found.stations.filter(({ gate }) => !gate).map(({ number }) => number).join("") === "01234567", "stations 0 to 7");
  same("message" in found, found.decision === "explicitDeny" || found.decision === "implicitDeny", "a denial has a message");
  if (isKnown || found.decision === "cannotSay") same(found.decidedBy === null, found.decision === "cannotSay", "cannotSay has no layer");
  same(found.unknown.length > 0, found.decision === "cannotSay", "cannotSay says what is missing");
  if (found.decision === "allowed") must(found.decidedBy === "exempt" || (!denies && stops === 0), "allowed although something denies or stops");
  if (found.decision === "implicitDeny" || found.decision === "cannotSay") must(!denies, `${found.decision} although something denies`);
  if (found.decision === "explicitDeny") must(denies || !isKnown, "an explicit deny without a Deny that matches");
  if (isKnown) same(stops > 0, found.decision !== "allowed", "a denial stops somewhere");
  const matching = found.stations.flatMap(({ statements }) => statements).filter(({ matched }) => matched);
  same(matching.length, found.matchedStatements.length, "each statement stands at one station");
  for (const station of found.stations) {
    for (const { at, matched, cells } of station.statements) {
      const isDecided = isKnown || !cells.some((cell) => cell.matched === null && cell.reason !== undefined);
      if (isDecided) same(matched, cells.every((cell) => cell.matched !== false), "a statement matches if its cells do");
      if (matched) must(cells.every((cell) => cell.matched !== false), "a statement matches although a cell does not");
      if (matched) must(found.matchedStatements.some((other) => JSON.stringify(other) === JSON.stringify(at)), "matched statements are listed");
      for (const cell of cells) must(cell.differsAt === undefined || (cell.differsAt >= 0 && cell.differsAt <= cell.requestValue.length), "differsAt lies in the value");
    }
  }
}

/** Whether every fact is known, as far as a look at values that may be hostile tells. */
function isComplete(request, policies) {
  try {
    return !JSON.stringify([request, policies]).includes("unknown");
  } catch {
    return false;
  }
}

/** Whether a decision under facts that are not known holds for what is decided when one of them is. */
const isCompletion = (unknown, known) =>
  unknown === "cannotSay" || unknown === known || (unknown === "implicitDeny" && known === "explicitDeny");

// What a key of AWS's own can hold. Of a key that is not known other values are not thought of, so nothing
// follows from what is decided under them.
const PROPER = [
  [/^aws:(SecureTransport|MultiFactorAuthPresent|ViaAWSService|PrincipalIsAWSService)$/i, /^(true|false)$/],
  [/^(aws:MultiFactorAuthAge|aws:EpochTime|s3:max-keys)$/i, /^\d{1,10}$/],
  [/^aws:(CurrentTime|TokenIssueTime)$/i, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  [/^aws:(SourceIp|VpcSourceIp)$/i, /^\d+\.\d+\.\d+\.\d+$/],
  [/(^|:)[^/]*Arn$/i, /^arn:/],
];
const isProper = (key, value) =>
  typeof value === "string" && value !== "" && PROPER.every(([keys, values]) => !keys.test(key) || values.test(value));

/** What relates the answers to two questions. */
function checkRelations(iam, r, request, policies, found) {
  const decide = (changed) => iam.evaluate(request, { ...policies, ...changed }).decision;
  const isOfAccount = /iam::\d+:user|assumed-role|federated-user/.test(JSON.stringify(request.principal));
  if (isOfAccount && found.decidedBy !== "exempt" && policies.identity !== "unknown") {
    const deny = { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*" } };
    same(decide({ identity: [...(policies.identity ?? []), deny] }), "explicitDeny", "with a Deny for everything");
  }
  const layers = Object.keys(policies).filter((layer) => layer !== "resourcePolicyType" && policies[layer] !== "unknown");
  if (layers.length > 0) {
    const layer = r.pick(layers);
    const unknown = decide({ [layer]: "unknown" });
    must(isCompletion(unknown, found.decision), `${layer} unknown is ${unknown}, known it is ${found.decision}`);
  }
  const keys = Object.keys(request.context).filter((key) => isProper(key, request.context[key]));
  if (keys.length > 0) {
    const context = { ...request.context, [r.pick(keys)]: { unknown: true } };
    const unknown = iam.evaluate({ ...request, context }, policies).decision;
    must(isCompletion(unknown, found.decision), `a key of ${JSON.stringify(context)} unknown is ${unknown}, known it is ${found.decision}`);
  }
  if (Array.isArray(policies.identity)) same(decide({ identity: [...policies.identity].reverse() }), found.decision, "order of policies");
}

/** Runs the case of that number; throws what does not hold. `show` gets what is asked. */
export function fuzzCase(iam, seed, number, show = () => {}) {
  const r = random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number, 0x85ebca6b));
  let request = makeRequest(r);
  let policies = makePolicies(r);
  const isHostile = r.chance(0.4);
  if (isHostile) {
    if (r.chance(0.6)) request = spoil(r, request);
    else policies = spoil(r, policies);
  }
  show(request, policies);
  if (r.chance(0.05)) {
    const text = spoil(r, JSON.stringify(makeDocument(r, "resource")));
    const findings = outcome(iam, () => iam.validatePolicy(text, r.pick(TYPES)));
    same("error" in findings, typeof text !== "string", "validatePolicy takes every text");
  }
  const found = checkAny(iam, request, policies);
  if (found === undefined) {
    return "error";
  }
  checkAnswer(found, isComplete(request, policies));
  if (!isHostile) checkRelations(iam, r, request, policies, found);
  return found.decision;
}

/** Cases from `first` on, until `until` says so; the tally, and the failures. */
export function fuzz(iam, seed, until, first = 0) {
  const tally = {};
  const failures = [];
  let number = first;
  for (; !until(number - first, failures.length); number += 1) {
    try {
      const result = fuzzCase(iam, seed, number);
      tally[result] = (tally[result] ?? 0) + 1;
    } catch (error) {
      failures.push(`--seed ${seed} --first ${number} --cases 1: ${error?.stack ?? error}`);
    }
  }
  return { n: number - first, tally, failures };
}

async function main(parameters) {
  const option = (name, fallback) => {
    const at = parameters.indexOf(`--${name}`);
    return at < 0 ? fallback : Number(parameters[at + 1]);
  };
  const { default: init, ...iam } = await import("../../pkg/index.js");
  await init();
  const seed = option("seed", 1);
  const cases = option("cases", Infinity);
  const end = cases === Infinity ? Date.now() + option("minutes", 1) * 60_000 : Infinity;
  let slowest = 0;
  let last = Date.now();
  const { n, tally, failures } = fuzz(iam, seed, (done, failed) => {
    slowest = Math.max(slowest, Date.now() - last);
    last = Date.now();
    return done >= cases || last >= end || failed >= 20;
  }, option("first", 0));
  for (const failure of failures) console.error(failure);
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${n} cases, seed ${seed}: ${JSON.stringify(tally)}; slowest ${slowest} ms, ${megabytes} MB; ${failures.length} failures`);
  process.exit(failures.length > 0 ? 1 : 0);
}

if (globalThis.process?.argv[1]?.endsWith("fuzz.mjs")) await main(process.argv.slice(2));

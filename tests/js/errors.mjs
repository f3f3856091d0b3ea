// What comes in may be anything: each of these calls ends in a typed error that names the member, and the next call works.
import { equal, ok, test, throws } from "./check.mjs";
import { OBJECT, USER, allow, ask } from "./contract.mjs";

const LONG = "x".repeat(10_000);
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const thrower = (name) => ({
  get [name]() {
    throw new TypeError("a getter of the caller's own");
  },
});
const cyclic = () => {
  const value = {};
  value.Statement = [value];
  return value;
};
const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);
const deep = (depth) => {
  let value = {};
  for (let level = 0; level < depth; level += 1) value = { Statement: value };
  return value;
};

/** Values that are no request, no principal, no policy and no list. */
export const strange = () => [0, NaN, -1, 1n, true, "", "x", Symbol("s"), () => {}, [], [[]], new Date(0), /x/, revoked(), new Proxy({}, {}), Object.create(null), new Map(), "\ud800", "\0", LONG];

/** Whether a value looks like a list or like a plain object; what throws when it is looked at looks like neither. */
const isList = (value) => {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
};
const isPlain = (value) => {
  try {
    return typeof value === "object" && !Array.isArray(value);
  } catch {
    return false;
  }
};

export default function errors(iam) {
  const works = () => equal(iam.evaluate(ask(), { identity: [allow()] }).decision, "allowed");
  const fails = (body, name, text) => {
    const error = throws(body, name, text);
    const kind = iam[name];
    ok(error instanceof kind, `no ${name}`);
    if (name === "PolicyError") ok(Array.isArray(error.findings));
    works();
    return error;
  };
  /** By every way in. */
  const request = (given, text) => {
    fails(() => iam.evaluate(given, {}), "RequestError", text);
    const set = new iam.PolicySet({});
    fails(() => set.decide(given), "RequestError", text);
    fails(() => set.explain(given), "RequestError", text);
    set.free();
    fails(() => new iam.RequestBatch([ask(), given]), "RequestError", text.replace("request", "requests[1]"));
  };
  const policies = (given, text) => {
    fails(() => iam.evaluate(ask(), given), "PolicyError", text);
    return fails(() => new iam.PolicySet(given), "PolicyError", text);
  };

  test("a request is an object", () => {
    for (const given of [undefined, null, ...strange().filter((value) => typeof value !== "object")]) request(given, "request: expected an object");
    request([], "request: expected an object");
    request({}, "request.principal: expected");
    request(revoked(), "request");
  });
  test("a principal is one of the documented forms", () => {
    for (const given of [undefined, null, ...strange()]) request(ask({ principal: given }), "request.principal");
    const texts = ["alice", "111122223333", "arn:aws:iam::111122223333:role/reader", "arn:aws:iam::111122223333:group/g", "arn:aws:iam::111122223333:user/*", "arn:aws:iam::111122223333:user/", "arn:aws:iam:::user/alice", "arn:aws:sts::111122223333:assumed-role/reader", "arn:aws:s3:::b", "http://amazonaws.com", "Service:ec2"];
    for (const text of texts) request(ask({ principal: text }), "request.principal: expected the ARN of a user");
    const principal = (given, text) => request(ask({ principal: given }), text);
    principal({ kind: "Role" }, "request.principal.kind");
    principal({ kind: "user", arn: USER }, "request.principal.kind");
    principal({ kind: "User" }, "request.principal.arn");
    principal({ kind: "User", arn: 1 }, "request.principal.arn");
    principal({ kind: "User", arn: "arn:aws:iam::111122223333:root" }, "request.principal.arn");
    principal({ kind: "User", arn: USER, account: "1" }, "request.principal.account");
    principal({ kind: "User", arn: USER, account: "444455556666" }, "request.principal.account");
    principal({ kind: "User", arn: USER, managementAccount: "yes" }, "request.principal.managementAccount: expected true or false");
    principal({ kind: "AWSService" }, "request.principal.service");
    principal({ kind: "Root" }, "request.principal.arn");
    const session = "arn:aws:sts::111122223333:assumed-role/reader/alice";
    principal({ kind: "AssumedRole", arn: session, roleArn: "arn:aws:iam::111122223333:role/other" }, "request.principal.roleArn");
    principal({ kind: "AssumedRole", arn: session, roleArn: "arn:aws:iam::444455556666:role/reader" }, "request.principal.roleArn");
    principal({ kind: "AssumedRole", arn: session, serviceLinkedRole: 1 }, "request.principal.serviceLinkedRole");
    principal({ kind: "FederatedUser", arn: "arn:aws:sts::111122223333:federated-user/bob", userArn: session }, "request.principal.userArn");
    principal(thrower("kind"), "request.principal.kind");
  });
  test("action and resource are strings of their form", () => {
    for (const given of [undefined, null, ...strange(), "s3", "s3:*", "*", ":GetObject", "s3:", "s3:Get Object"]) request(ask({ action: given }), "request.action");
    for (const given of [undefined, null, ...strange(), "s3://bucket", "arn:aws:s3"]) request(ask({ resource: given }), "request.resource");
    request({ ...ask(), get action() { throw "not even an error"; } }, "request.action");
  });
  test("what is thrown while reading becomes the cause", () => {
    const own = fails(() => iam.evaluate(thrower("principal"), {}), "RequestError", "request.principal: reading it threw");
    equal(own.cause.message, "a getter of the caller's own");
  });
  test("the resource's account is twelve digits", () => {
    for (const given of [111122223333, "1", "", "11112222333x", [], {}]) request(ask({ resourceAccount: given }), "request.resourceAccount: expected an account id");
    request(ask({ resourceInManagementAccount: "no" }), "request.resourceInManagementAccount");
  });
  test("context values are scalars, lists of these, or unknown", () => {
    for (const given of [1, "x", true, Symbol("s"), 1n, [], () => {}, revoked()]) request(ask({ context: given }), "request.context");
    const values = [NaN, Infinity, 1n, Symbol("s"), () => {}, {}, { unknown: false }, { unknown: 1 }, [null], [undefined], [[1]], [{ unknown: true }], [NaN], [, 1], new Date(), revoked(), thrower("unknown"), "\ud800", LONG];
    for (const given of values) request(ask({ context: { "aws:SourceIp": given } }), 'request.context["aws:SourceIp"]');
    request(ask({ context: { "aws:SourceIp": "203.0.113.9", "AWS:sourceip": "203.0.113.9" } }), "each key once");
    request(ask({ context: thrower("aws:SourceIp") }), 'request.context["aws:SourceIp"]');
    request(ask({ context: new Proxy({}, { ownKeys: () => { throw new Error("no"); } }) }), "request.context");
    request(ask({ context: new Proxy([], { get: () => { throw new Error("no"); } }) }), "request.context");
    request(ask({ context: { k: new Proxy([1], { get: () => { throw new Error("no"); } }) } }), 'request.context["k"]');
    request(ask({ context: { k: new Proxy([1], { get: () => 1e9 }) } }), 'request.context["k"]: expected at most');
    request(ask({ context: Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`k:${index}`, "v"])) }), "request.context: expected at most");
    request(ask({ context: { k: Array(1_001).fill("v") } }), 'request.context["k"]: expected at most');
  });
  test("a batch is a list", () => {
    for (const given of [undefined, null, ask(), ...strange().filter((value) => !isList(value))]) fails(() => new iam.RequestBatch(given), "RequestError", "requests");
    fails(() => new iam.RequestBatch([, ask()]), "RequestError", "requests[0]");
    fails(() => new iam.RequestBatch(Array(1_000_001)), "RequestError", "requests: expected at most");
  });

  test("policies are an object of known layers", () => {
    for (const given of [undefined, null, ...strange().filter((value) => !isPlain(value))]) policies(given, "policies");
    policies({ boundary: [allow()] }, 'policies["boundary"]');
    policies(thrower("identity"), "policies.identity");
    for (const name of ["identity", "permissionsBoundary", "session", "scps", "rcps", "vpcEndpoint"]) {
      for (const given of [1, "x", "Unknown", allow(), () => {}, revoked(), new Map()]) policies({ [name]: given }, `policies.${name}`);
      policies({ [name]: Array(2_000) }, `policies.${name}: expected at most`);
    }
    for (const name of ["scps", "rcps"]) policies({ [name]: [allow()] }, `policies.${name}[0]: expected a list`);
    for (const given of [1, "kms", "Trust", {}]) policies({ resourcePolicyType: given }, "policies.resourcePolicyType");
  });
  test("documents that cannot be read are told by layer, name and finding", () => {
    for (const given of [undefined, null, ...strange()]) {
      policies({ identity: [given] }, "policies.identity[0]");
      policies({ scps: [[], [given]] }, "policies.scps[1][0]");
      policies({ identity: [{ name: "P", document: given }] }, "policies.identity[0]");
      if (given !== undefined && given !== null) policies({ resource: given }, "policies.resource");
    }
    policies({ identity: [cyclic()] }, "policies.identity[0]");
    policies({ identity: [{ Statement: 1n }] }, "policies.identity[0]");
    policies({ identity: [{ toJSON: () => undefined }] }, "policies.identity[0]");
    policies({ identity: [{ name: 7, document: allow() }] }, "policies.identity[0].name");
    policies({ identity: [{ document: allow() }] }, "policies.identity[0].name");
    const text = '{"Statement": {"Effect": "allow", "Action": "s3:*", "Resource": "*"}}';
    const error = policies({ identity: [allow(), { name: "Readers", document: text }] }, 'policies.identity[1] ("Readers")');
    equal(error.findings.map(({ rule, start }) => [rule, start]), [["A-17", { line: 1, column: 26 }]]);
    equal(policies({ resource: text }, "policies.resource").findings.length > 0, true);
  });
  test("hostile documents end in a finding", () => {
    for (const depth of [1_000, 60_000]) {
      policies({ identity: [nested(depth)] }, "policies.identity[0]");
      policies({ identity: [`{"Statement": ${nested(depth)}}`] }, "policies.identity[0]");
    }
    for (const depth of [1_000, 100_000]) policies({ identity: [deep(depth)] }, "policies.identity[0]");
    const stars = JSON.stringify(allow({ Resource: `arn:aws:s3:::${"*".repeat(1_000_000)}` }));
    const error = policies({ identity: [stars] }, "policies.identity[0]");
    equal(error.findings.map(({ rule }) => rule), ["A-9"]);
    equal(iam.validatePolicy(stars, "identity").map(({ rule }) => rule), ["A-9"]);
    const many = JSON.stringify({ Version: "2012-10-17", Statement: Array(100_000).fill({ Effect: "Deny", Action: "*", Resource: "*" }) });
    equal(policies({ identity: [many] }, "policies.identity[0]").findings.map(({ rule }) => rule), ["A-9"]);
    policies({ identity: ["x".repeat(50_000_000)] }, "policies.identity[0]");
  });
  test("a long document within the bounds is read and answered", () => {
    const statements = Array(1_500).fill({ Effect: "Allow", Action: "s3:GetObject*a*b*c*d", Resource: "*" });
    const found = iam.evaluate(ask({ resource: `arn:aws:s3:::${"a".repeat(8_000)}` }), { identity: [{ Version: "2012-10-17", Statement: statements }] });
    equal(found.decision, "implicitDeny");
    equal(found.stations[5].statements.length, 1_500);
  });

  test("validatePolicy wants a text and a type", () => {
    for (const given of [undefined, null, {}, allow(), 1, Symbol("s"), revoked()]) fails(() => iam.validatePolicy(given, "identity"), "PolicyError", "document");
    for (const given of [undefined, null, {}, "Identity", "kms", 1, Symbol("s"), revoked(), LONG.repeat(10_000)]) fails(() => iam.validatePolicy("{}", given), "PolicyError", "type");
    ok(iam.validatePolicy("\ud800", "identity").length > 0);
    ok(iam.validatePolicy('{"Statement": "\0😀"}', "identity").length > 0);
  });
  test("what was freed says so, and freeing twice does nothing", () => {
    const set = new iam.PolicySet({});
    const batch = new iam.RequestBatch([ask()]);
    const other = new iam.RequestBatch([ask()]);
    batch.free();
    batch.free();
    fails(() => batch.length, "RequestError", "freed");
    fails(() => set.decideMany(batch), "RequestError", "freed");
    set.free();
    set.free();
    for (const call of [() => set.decide(ask()), () => set.explain(ask()), () => set.decideMany(other)]) fails(call, "PolicyError", "freed");
    equal(other.length, 1);
  });
  test("only a RequestBatch is a batch", () => {
    const set = new iam.PolicySet({});
    for (const given of [undefined, null, [], [ask()], set, Object.create(iam.RequestBatch.prototype), ...strange()]) fails(() => set.decideMany(given), "RequestError", "requests: expected a RequestBatch");
  });
  test("methods of another object are not taken in by a stranger", () => {
    const set = new iam.PolicySet({});
    for (const given of [{}, null, undefined, Object.create(iam.PolicySet.prototype)]) {
      fails(() => set.decide.call(given, ask()), "PolicyError", "expected a PolicySet");
      fails(() => iam.RequestBatch.prototype.free.call(given), "RequestError", "expected a RequestBatch");
    }
  });
  test("a caller's getter may call the engine, and free what is in use", () => {
    const set = new iam.PolicySet({ identity: [allow()] });
    const nestedRequest = { ...ask(), get action() { equal(set.decide(ask()), "allowed"); works(); return "s3:GetObject"; } };
    equal(set.decide(Object.create(nestedRequest)), "allowed");
    const freeing = { principal: USER, resource: OBJECT, get action() { set.free(); return "s3:GetObject"; } };
    equal(set.decide(freeing), "allowed");
    fails(() => set.decide(ask()), "PolicyError", "freed");
  });
  test("init refuses what is no source and no language, and may be called again", async () => {
    for (const given of [1, true, {}, [], Symbol("s"), () => {}, Promise.resolve(1)]) await rejects(iam.default(given), "source");
    for (const given of [1, "es", { lang: "de" }, { lang: 1 }]) await rejects(iam.default(undefined, given), "options");
    await iam.default();
    await Promise.all([iam.default(), iam.default()]);
    works();
    async function rejects(promise, text) {
      const error = await promise.then(() => new Error("it did not reject"), (thrown) => thrown);
      ok(error instanceof iam.RequestError && error.message.includes(text), String(error));
    }
  });
  test("a call at the end of the stack fails with a typed error, and calls that follow work", () => {
    const found = new Set();
    let calls = 0;
    const dive = () => {
      try {
        dive();
      } catch {
        // Back up here there is a little more room each time.
      }
      if (calls++ < 300) {
        try {
          iam.evaluate(ask(), { identity: [allow()] });
          found.add("worked");
        } catch (error) {
          found.add(error?.name);
        }
      }
    };
    try {
      dive();
    } catch (error) {
      found.add(error?.name);
    }
    works();
    for (const name of found) ok(["worked", "RangeError", "EngineError", "RequestError", "PolicyError"].includes(name), name);
    const set = new iam.PolicySet({ identity: [allow()] });
    equal(set.decide(ask()), "allowed");
  });
}

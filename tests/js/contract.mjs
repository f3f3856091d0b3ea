// Every member of the package's contract, in cases from AWS's documentation. Rule ids are those of the rule book.
import { equal, ok, test, throws } from "./check.mjs";

export const USER = "arn:aws:iam::111122223333:user/alice";
export const SESSION = "arn:aws:sts::111122223333:assumed-role/reader/alice";
export const OBJECT = "arn:aws:s3:::amzn-s3-demo-bucket/file.txt";
const ROLE = "arn:aws:iam::111122223333:role/target";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

export const ask = (more = {}) => ({ principal: USER, action: "s3:GetObject", resource: OBJECT, ...more });
export const document = (...statements) => ({ Version: "2012-10-17", Statement: statements });
export const allow = (more = {}) => document({ Effect: "Allow", Action: "s3:*", Resource: "*", ...more });
export const deny = (more = {}) => document({ Effect: "Deny", Action: "s3:*", Resource: "*", ...more });
const everyone = (more = {}) => allow({ Principal: "*", ...more });
const names = (principal, more = {}) => allow({ Principal: { AWS: principal }, ...more });
const trust = (principal, more = {}) => document({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...more });
/** A policy that allows where a condition key has a value. */
const where = (key, value, operator = "StringEquals") => [allow({ Condition: { [operator]: { [key]: value } } })];

export default function contract(iam) {
  const { evaluate } = iam;
  const decides = (request, policies, decision, decidedBy) => {
    const found = evaluate(request, policies);
    equal([found.decision, found.decidedBy], [decision, decidedBy]);
    return found;
  };
  const holds = (request, key, value, operator) =>
    equal(evaluate(request, { identity: where(key, value, operator) }).decision, "allowed", `${key} is ${value}:`);
  const absent = (request, key) => holds(request, key, "true", "Null");

  test("without policies nothing is allowed (C-2)", () => {
    const found = decides(ask(), {}, "implicitDeny", "identity");
    equal(found.message, `User: ${USER} is not authorized to perform: s3:GetObject on resource: "${OBJECT}" because no identity-based policy allows the s3:GetObject action`);
  });
  test("an identity policy allows, and an allowed request has no message", () => {
    const found = decides(ask(), { identity: [allow()] }, "allowed", "identity");
    ok(!("message" in found));
    equal(found.unknown, []);
  });
  test("a Deny anywhere is final (C-2)", () => {
    decides(ask(), { identity: [allow(), deny()] }, "explicitDeny", "identity");
    decides(ask(), { identity: [allow()], resource: deny({ Principal: "*" }) }, "explicitDeny", "resource");
    decides(ask(), { identity: [allow()], scps: [[deny(), allow()]] }, "explicitDeny", "scp");
    decides(ask(), { identity: [allow()], session: [deny()] }, "explicitDeny", "session");
  });

  test("a user is its ARN, a name behind a path, an account", () => {
    const user = "arn:aws:iam::111122223333:user/team/alice";
    for (const principal of [user, { kind: "User", arn: user }, { kind: "User", arn: user, account: "111122223333" }]) {
      const request = ask({ principal });
      holds(request, "aws:username", "alice");
      holds(request, "aws:PrincipalArn", user);
      holds(request, "aws:PrincipalAccount", "111122223333");
      holds(request, "aws:PrincipalType", "User");
      holds(request, "aws:PrincipalIsAWSService", "false", "Bool");
      absent(request, "aws:userid");
      absent(request, "aws:PrincipalServiceName");
    }
  });
  test("a session carries its role's ARN, with the path only where it is told (B-42)", () => {
    const role = "arn:aws:iam::111122223333:role/team/reader";
    holds(ask({ principal: SESSION }), "aws:PrincipalArn", "arn:aws:iam::111122223333:role/reader");
    const request = ask({ principal: { kind: "AssumedRole", arn: SESSION, roleArn: role } });
    holds(request, "aws:PrincipalArn", role);
    holds(request, "aws:PrincipalType", "AssumedRole");
    absent(request, "aws:username");
    absent(request, "aws:userid");
    decides(request, { resource: names(role) }, "allowed", "resource");
    decides(ask({ principal: SESSION }), { resource: names(role) }, "implicitDeny", "identity");
    decides(ask({ principal: SESSION }), { resource: names(SESSION) }, "allowed", "resource");
  });
  test("a federated user is limited to its session policy (C-30), and known by account and name (B-36)", () => {
    const arn = "arn:aws:sts::111122223333:federated-user/bob";
    for (const principal of [arn, { kind: "FederatedUser", arn, userArn: USER }]) {
      const request = ask({ principal });
      decides(request, { identity: [allow()] }, "implicitDeny", "session");
      decides(request, { identity: [allow()], session: [allow()] }, "allowed", "identity");
      decides(request, { resource: names(arn) }, "allowed", "resource");
      const both = { session: [allow()] };
      for (const [key, value] of [["aws:userid", "111122223333:bob"], ["aws:PrincipalType", "FederatedUser"], ["aws:PrincipalArn", arn]]) {
        equal(evaluate(request, { ...both, identity: where(key, value) }).decision, "allowed", key);
      }
    }
    decides(ask({ principal: { kind: "FederatedUser", arn, userArn: USER } }), { resource: names(USER), session: [allow()] }, "allowed", "resource");
  });
  test("root has full access in its own account (C-2, C-53)", () => {
    for (const principal of ["arn:aws:iam::111122223333:root", { kind: "Root", account: "111122223333" }]) {
      decides(ask({ principal }), {}, "allowed", "root");
      const scp = (key, value) => ({ scps: [[deny({ Condition: { StringNotEquals: { [key]: value } } }), allow()]] });
      for (const [key, value] of [["aws:userid", "111122223333"], ["aws:PrincipalType", "Account"], ["aws:PrincipalArn", "arn:aws:iam::111122223333:root"]]) {
        equal(evaluate(ask({ principal }), scp(key, value)).decision, "allowed", key);
      }
    }
  });
  test("a service needs the resource's policy (C-52)", () => {
    const service = { Service: "cloudtrail.amazonaws.com" };
    for (const principal of ["cloudtrail.amazonaws.com", { kind: "AWSService", service: "cloudtrail.amazonaws.com" }]) {
      const request = ask({ principal, resourceAccount: "111122223333" });
      decides(request, { resource: allow({ Principal: service }) }, "allowed", "resource");
      decides(request, { identity: [allow()] }, "implicitDeny", "resource");
      const given = (operator, key, value) => ({ resource: allow({ Principal: service, Condition: { [operator]: { [key]: value } } }) });
      decides(request, given("Bool", "aws:PrincipalIsAWSService", "true"), "allowed", "resource");
      decides(request, given("StringEquals", "aws:PrincipalServiceName", "cloudtrail.amazonaws.com"), "allowed", "resource");
      decides(request, given("ForAnyValue:StringEquals", "aws:PrincipalServiceNamesList", "cloudtrail.amazonaws.com"), "allowed", "resource");
      decides(request, given("Null", "aws:PrincipalType", "true"), "allowed", "resource");
    }
  });
  test("nobody needs a policy for everyone (C-52)", () => {
    for (const principal of ["*", { kind: "Anonymous" }]) {
      const request = ask({ principal });
      decides(request, { resource: everyone() }, "allowed", "resource");
      const found = decides(request, { resource: names(USER) }, "implicitDeny", "resource");
      equal(found.message, "Access Denied");
      const given = (key, value) => ({ resource: everyone({ Condition: { StringEquals: { [key]: value } } }) });
      decides(request, given("aws:PrincipalAccount", "anonymous"), "allowed", "resource");
      decides(request, given("aws:PrincipalType", "Anonymous"), "allowed", "resource");
      decides(request, given("aws:userid", "anonymous"), "allowed", "resource");
      decides(request, { resource: everyone({ Condition: { Null: { "aws:PrincipalArn": "true" } } }) }, "allowed", "resource");
    }
  });
  test("SCPs spare the management account and service-linked roles (C-17)", () => {
    const policies = { identity: [allow()], scps: [[deny()]] };
    decides(ask(), policies, "explicitDeny", "scp");
    decides(ask({ principal: { kind: "User", arn: USER, managementAccount: true } }), policies, "allowed", "identity");
    decides(ask({ principal: { kind: "AssumedRole", arn: SESSION, serviceLinkedRole: true } }), policies, "allowed", "identity");
    const roleArn = "arn:aws:iam::111122223333:role/aws-service-role/example.amazonaws.com/reader";
    decides(ask({ principal: { kind: "AssumedRole", arn: SESSION, roleArn } }), policies, "allowed", "identity");
    const set = new iam.PolicySet(policies);
    equal(set.decide(ask()), "explicitDeny");
    equal(set.decide(ask({ principal: { kind: "User", arn: USER, managementAccount: true } })), "allowed");
  });
  test("RCPs spare resources of the management account (C-20), and grant nothing (C-21)", () => {
    const policies = { identity: [allow()], rcps: [[deny({ Principal: "*" })]] };
    decides(ask(), policies, "explicitDeny", "rcp");
    decides(ask({ resourceInManagementAccount: true }), policies, "allowed", "identity");
    decides(ask(), { rcps: [[]] }, "implicitDeny", "identity");
    decides(ask(), { identity: [allow()], rcps: [[], []] }, "allowed", "identity");
    const full = document({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" });
    decides(ask(), { identity: [allow()], rcps: [[full]] }, "allowed", "identity");
    throws(() => evaluate(ask(), { rcps: [[everyone()]] }), "PolicyError", "rcps[0][0]");
  });

  test("the resource is the caller's own unless its ARN or the request says otherwise", () => {
    decides(ask(), { resource: names(USER) }, "allowed", "resource");
    decides(ask({ resourceAccount: "444455556666" }), { resource: names(USER) }, "implicitDeny", "identity");
    decides(ask({ resourceAccount: "444455556666" }), { identity: [allow()], resource: names(USER) }, "allowed", "identity+resource");
    const queue = ask({ action: "sqs:SendMessage", resource: "arn:aws:sqs:us-east-1:444455556666:queue" });
    const send = (more) => document({ Effect: "Allow", Action: "sqs:SendMessage", Resource: "*", ...more });
    decides(queue, { identity: [send()] }, "implicitDeny", "resource");
    decides({ ...queue, resourceAccount: "111122223333" }, { identity: [send()] }, "allowed", "identity");
  });
  test("across accounts the stations stand on two sides (C-45)", () => {
    const sides = (request) => evaluate(request, { identity: [allow()], resource: names(USER) }).stations.map(({ side }) => side);
    equal(sides(ask()), Array(8).fill("both"));
    equal(sides(ask({ resourceAccount: "444455556666" })), ["both", "both", "resource", "caller", "resource", "caller", "caller", "caller"]);
  });

  test("keys have no case, whatever follows from the principal can be given, and absent keys are named", () => {
    holds(ask({ context: { "AWS:SOURCEIP": "203.0.113.9" } }), "aws:SourceIp", "203.0.113.9");
    holds(ask({ context: { "AWS:username": "carol" } }), "aws:username", "carol");
    holds(ask({ context: { "aws:userid": "AIDAEXAMPLE" } }), "aws:userid", "AIDAEXAMPLE");
    const found = evaluate(ask(), { identity: [...where("aws:SourceVpce", "vpce-1"), ...where("AWS:sourcevpce", "vpce-2"), ...where("aws:username", "alice")] });
    equal(found.missingContextKeys, ["aws:SourceVpce"]);
    const other = allow({ Action: "ec2:*", Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } });
    equal(evaluate(ask(), { identity: [other] }).missingContextKeys, []);
  });
  test("numbers and booleans are values", () => {
    holds(ask({ context: { "s3:max-keys": 10 } }), "s3:max-keys", "10", "NumericLessThanEquals");
    holds(ask({ context: { "x:big": 1e21 } }), "x:big", "1000000000000000000000");
    holds(ask({ context: { "x:small": 0.000001 } }), "x:small", "0.000001");
    holds(ask({ context: { "x:zero": -0 } }), "x:zero", "0");
    holds(ask({ context: { "aws:MultiFactorAuthPresent": true } }), "aws:MultiFactorAuthPresent", "true", "Bool");
  });
  test("a list is a multivalued key, also with one value or none (B-11, B-40)", () => {
    const all = where("aws:TagKeys", ["team", "cost"], "ForAllValues:StringEquals");
    const any = where("aws:TagKeys", ["team", "cost"], "ForAnyValue:StringEquals");
    const decision = (values, identity) => evaluate(ask({ context: { "aws:TagKeys": values } }), { identity }).decision;
    equal([["team"], ["team", "x"], []].map((values) => decision(values, all)), ["allowed", "implicitDeny", "allowed"]);
    equal([["team"], ["team", "x"], []].map((values) => decision(values, any)), ["allowed", "allowed", "implicitDeny"]);
    equal(decision([true, 1, "team"], any), "allowed");
  });
  test("members that are undefined or null are left out", () => {
    const request = { ...ask(), resourceAccount: undefined, resourceInManagementAccount: null, context: { "aws:SourceIp": undefined, "aws:Referer": null } };
    const none = { identity: [allow()], resource: undefined, resourcePolicyType: null, permissionsBoundary: undefined, session: null, scps: undefined, rcps: null, vpcEndpoint: undefined };
    decides(request, none, "allowed", "identity");
    decides(ask({ context: null }), none, "allowed", "identity");
  });
  test("an empty list is a layer left out, but a level without SCPs allows nothing (C-13)", () => {
    decides(ask(), { identity: [allow()], permissionsBoundary: [], session: [], scps: [], rcps: [], vpcEndpoint: [] }, "allowed", "identity");
    decides(ask(), { identity: [allow()], scps: [[]] }, "implicitDeny", "scp");
    decides(ask(), { identity: [allow()], scps: [[allow()], []] }, "implicitDeny", "scp");
    decides(ask(), { identity: [allow()], scps: [[allow()], [allow({ Action: "ec2:*" }), allow()]] }, "allowed", "identity");
  });
  test("all permissions boundaries must allow, one session policy is enough (C-10, C-26)", () => {
    const other = allow({ Action: "ec2:*" });
    decides(ask(), { identity: [allow()], permissionsBoundary: [allow()] }, "allowed", "identity");
    decides(ask(), { identity: [allow()], permissionsBoundary: [allow(), other] }, "implicitDeny", "permissionsBoundary");
    decides(ask({ principal: SESSION }), { identity: [allow()], session: [other, allow()] }, "allowed", "identity");
    decides(ask({ principal: SESSION }), { identity: [allow()], session: [other] }, "implicitDeny", "session");
  });
  test("the policy of a VPC endpoint is a gate after station 0 (C-59)", () => {
    const found = decides(ask(), { identity: [allow()], vpcEndpoint: [everyone()] }, "allowed", "identity");
    equal(found.stations.map(({ number, gate }) => gate ?? number), [0, "vpcEndpoint", 1, 2, 3, 4, 5, 6, 7]);
    equal(found.stations[1].number, 0);
    equal(found.stations[1].outcome, "passed");
    equal(found.stations[1].statements.length, 1);
    const stopped = decides(ask(), { identity: [allow()], vpcEndpoint: [everyone({ Action: "ec2:*" })] }, "implicitDeny", "vpcEndpoint");
    equal(stopped.stations[1].outcome, "stopped");
    equal(evaluate(ask(), {}).stations.length, 8);
  });

  test("a role to be assumed has a trust policy, a KMS key a key policy (C-37, C-40)", () => {
    const assume = ask({ action: "sts:AssumeRole", resource: ROLE });
    decides(assume, { resource: trust({ AWS: USER }) }, "allowed", "resource");
    const may = document({ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" });
    decides(assume, { identity: [may] }, "implicitDeny", "resource");
    decides(assume, { identity: [may], resource: trust({ AWS: "111122223333" }) }, "allowed", "identity");
    const decrypt = ask({ action: "kms:Decrypt", resource: KEY });
    const use = (more) => document({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
    decides(decrypt, { identity: [use()], resource: use({ Principal: { AWS: SESSION } }) }, "implicitDeny", "resource");
    decides(decrypt, { identity: [use()], resource: use({ Principal: { AWS: "111122223333" } }) }, "allowed", "identity");
    decides(decrypt, { identity: [use()], resource: use({ Principal: { AWS: SESSION } }), resourcePolicyType: "resource" }, "allowed", "identity");
    decides(ask(), { identity: [allow()], resource: names(SESSION), resourcePolicyType: "key" }, "implicitDeny", "resource");
  });
  test("the type of a matched statement's policy is the exact one, the deciding layer is the resource's", () => {
    const found = evaluate(ask({ action: "sts:AssumeRole", resource: ROLE }), { resource: trust({ AWS: USER }) });
    equal([found.decidedBy, found.matchedStatements[0].policyType], ["resource", "trust"]);
  });
  test("a service assumes a role that trusts it, a token its provider's", () => {
    const request = (principal, action) => ({ principal, action, resource: ROLE });
    decides(request("ec2.amazonaws.com", "sts:AssumeRole"), { resource: trust({ Service: "ec2.amazonaws.com" }) }, "allowed", "resource");
    const provider = "arn:aws:iam::111122223333:oidc-provider/token.example.com";
    const policy = trust({ Federated: provider }, { Action: "sts:AssumeRoleWithWebIdentity" });
    decides(request(provider, "sts:AssumeRoleWithWebIdentity"), { resource: policy }, "allowed", "resource");
  });
  test("a request for no resource asks no resource's policy, unless one is given", () => {
    const list = ask({ action: "ec2:DescribeInstances", resource: "*" });
    const found = decides(list, { identity: [document({ Effect: "Allow", Action: "ec2:*", Resource: "*" })] }, "allowed", "identity");
    equal(found.stations[4].outcome, "notApplicable");
    const any = document({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" });
    decides(list, { resource: any }, "allowed", "resource");
    equal(evaluate(ask(), { identity: [allow()] }).stations[4].outcome, "passed");
  });
  test("GetCallerIdentity works under a Deny (C-44)", () => {
    const request = ask({ action: "sts:GetCallerIdentity", resource: "*" });
    decides(request, { identity: [deny({ Action: "*" })] }, "allowed", "exempt");
  });

  test("a policy is text, a value, or either with a name", () => {
    for (const policy of [allow(), JSON.stringify(allow()), { name: "P", document: allow() }, { name: "P", document: JSON.stringify(allow()) }]) {
      const found = decides(ask(), { identity: [policy] }, "allowed", "identity");
      const [statement] = found.matchedStatements;
      equal(statement.policyName, policy.name);
      equal("policyName" in statement, policy.name !== undefined);
      equal("start" in statement, typeof policy === "string" || typeof policy.document === "string");
    }
  });
  test("matched statements say where they stand, in UTF-16 columns from 1", () => {
    const text = '{"Version": "2012-10-17",\n "Statement": [\n  {"Sid": "ö", "Effect": "Allow", "Action": "*", "Resource": "*"}'.replace("ö", "A") +
      ',\n  {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::é/*"}, {"Effect": "Allow", "Action": "*", "Resource": "*"}]}';
    const { matchedStatements } = evaluate(ask(), { identity: [{ name: "P", document: text }] });
    const [third, fourth] = text.split("\n").slice(2);
    const [first, last] = ['{"Sid"', '{"Effect": "Allow", "Action": "*"'].map((start, at) => [third, fourth][at].indexOf(start) + 1);
    equal(matchedStatements, [
      { policyType: "identity", policyName: "P", statementIndex: 0, sid: "A", effect: "Allow", start: { line: 3, column: first }, end: { line: 3, column: third.length } },
      { policyType: "identity", policyName: "P", statementIndex: 2, effect: "Allow", start: { line: 4, column: last }, end: { line: 4, column: fourth.length - 1 } },
    ]);
  });
  test("every statement that matches is listed, in any layer", () => {
    const policies = {
      identity: [allow(), deny()], resource: everyone(), permissionsBoundary: [allow()], session: [allow()], scps: [[allow()]],
      rcps: [[deny({ Principal: "*" })]], vpcEndpoint: [everyone()],
    };
    const types = evaluate(ask({ principal: SESSION }), policies).matchedStatements.map(({ policyType, effect }) => `${policyType} ${effect}`);
    equal(types.sort(), ["identity Allow", "identity Deny", "permissionsBoundary Allow", "rcp Deny", "resource Allow", "scp Allow", "session Allow", "vpcEndpoint Allow"]);
  });
  test("stations have numbers, outcomes, rules and sentences, and say which statements they looked at", () => {
    const found = evaluate(ask(), { identity: [allow({ Action: "s3:PutObject" }), deny({ Resource: "arn:aws:s3:::other/*" })] });
    equal(found.stations.map(({ outcome }) => outcome), ["passed", "passed", "notApplicable", "notApplicable", "passed", "stopped", "notReached", "notReached"]);
    for (const station of found.stations) {
      ok(/^[A-K]-\d+$/.test(station.rule), station.rule);
      ok(station.sentence.length > 0);
      equal("gate" in station, false);
    }
    equal(found.stations.map(({ statements }) => statements.map(({ at }) => at.effect)), [[], ["Deny"], [], [], [], ["Allow"], [], []]);
    const [{ matched, cells }] = found.stations[5].statements;
    equal(matched, false);
    equal(cells.map((cell) => [cell.element, cell.matched]), [["Effect", null], ["Action", false], ["Resource", true], ["Condition", null]]);
    const action = cells[1];
    equal([action.policyValue, action.requestValue, action.differsAt], ["s3:PutObject", "s3:GetObject", 3]);
  });
  test("cells show both strings, the first character that differs, and why a condition failed", () => {
    const policy = allow({ Resource: "arn:aws:s3:::amzn-s3-demo-bucket/ñ", Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" }, Bool: { "aws:SecureTransport": "true" } } });
    const resource = "arn:aws:s3:::amzn-s3-demo-bucket/ñandú";
    const found = evaluate(ask({ resource, context: { "aws:SecureTransport": "false" } }), { identity: [policy] });
    const cells = found.stations[5].statements[0].cells;
    equal(cells[2].differsAt, resource.indexOf("andú"));
    const [first, second] = cells.slice(3);
    equal([first.element, first.matched, first.requestValue, first.policyValue], ["Condition", false, null, "vpce-1"]);
    equal([second.matched, second.requestValue, second.policyValue], [false, "false", "true"]);
    ok(first.reason.includes("StringEquals aws:SourceVpce") && second.reason.includes("Bool aws:SecureTransport"));
    for (const cell of cells) ok(/^[A-K]-\d+$/.test(cell.rule), cell.rule);
  });
  test("a Principal cell stands where policies have principals, an implied resource has nothing to compare", () => {
    const found = evaluate(ask({ action: "sts:AssumeRole", resource: ROLE }), { resource: trust({ AWS: SESSION }) });
    const cells = found.stations[4].statements[0].cells;
    equal(cells.map((cell) => [cell.element, cell.matched]), [["Effect", null], ["Principal", false], ["Action", true], ["Resource", true], ["Condition", null]]);
    equal([cells[1].policyValue, cells[1].requestValue], [SESSION, USER]);
    equal("requestValue" in cells[3], false);
  });

  test("an unknown layer or key ends in cannotSay only where it matters", () => {
    const found = decides(ask(), { identity: [allow()], scps: "unknown" }, "cannotSay", null);
    equal(found.unknown.length, 1);
    ok(found.unknown[0].includes("scps"), found.unknown[0]);
    ok(!("message" in found));
    equal(found.stations[3].outcome, "notModelled");
    decides(ask(), { identity: [deny()], scps: "unknown", resource: "unknown" }, "explicitDeny", "identity");
    const key = ask({ context: { "aws:SourceIp": { unknown: true } } });
    const unknown = decides(key, { identity: where("aws:SourceIp", "203.0.113.0/24", "IpAddress") }, "cannotSay", null);
    equal(unknown.unknown.length, 1);
    ok(unknown.unknown[0].includes("aws:SourceIp"), unknown.unknown[0]);
    decides(key, { identity: [allow()] }, "allowed", "identity");
    for (const layer of ["identity", "resource", "permissionsBoundary", "session", "scps", "rcps", "vpcEndpoint"]) {
      const set = new iam.PolicySet({ identity: [allow()], [layer]: "unknown" });
      equal(set.decide(ask({ principal: SESSION })), "cannotSay", layer);
      const words = set.explain(ask({ principal: SESSION })).unknown;
      ok(words.length === 1 && words[0].includes(layer), `${layer}: ${words}`);
      set.free();
    }
  });

  test("a batch gives what single questions give, in its order", () => {
    const requests = [ask(), ask({ action: "ec2:RunInstances" }), ask({ action: "s3:PutObject" }), ask({ principal: { kind: "User", arn: USER, managementAccount: true }, action: "s3:PutObject" }), ask({ context: { "aws:SourceIp": { unknown: true } }, action: "s3:ListBucket" })];
    const list = document({ Effect: "Deny", Action: "s3:ListBucket", Resource: "*", Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } });
    const set = new iam.PolicySet({ identity: [allow(), list], scps: [[deny({ Action: "s3:PutObject" }), allow()]] });
    const batch = new iam.RequestBatch(requests);
    equal(batch.length, 5);
    const decisions = set.decideMany(batch);
    ok(decisions instanceof Uint8Array);
    equal([...decisions], [0, 2, 1, 0, 3]);
    const words = ["allowed", "explicitDeny", "implicitDeny", "cannotSay"];
    equal(requests.map((request) => set.decide(request)), [...decisions].map((number) => words[number]));
    equal([...set.decideMany(batch)], [...decisions]);
    equal([...set.decideMany(new iam.RequestBatch([]))], []);
    set.free();
    batch.free();
  });
  test("one set answers for buckets, roles and keys, each by its kind of policy", () => {
    const any = document({ Effect: "Allow", Principal: { AWS: USER }, Action: "*", Resource: "*" });
    const set = new iam.PolicySet({ resource: any });
    equal(set.decide(ask()), "allowed");
    equal(set.decide(ask({ action: "kms:Decrypt", resource: KEY })), "allowed");
    throws(() => set.decide(ask({ action: "sts:AssumeRole", resource: ROLE })), "PolicyError", "policies.resource");
    throws(() => set.decideMany(new iam.RequestBatch([ask(), ask({ action: "sts:AssumeRole", resource: ROLE })])), "PolicyError", "policies.resource");
    const roles = new iam.PolicySet({ resource: trust({ AWS: USER }) });
    equal(roles.decide(ask({ action: "sts:AssumeRole", resource: ROLE })), "allowed");
  });

  test("validatePolicy gives findings with rule, Access Analyzer's name and place", () => {
    equal(iam.validatePolicy(JSON.stringify(allow()), "identity"), []);
    const text = '{"Version": "2012-10-17",\n "Statement": [{"Effect": "allow", "Action": "s3:*", "Resource": "*"}]}';
    const [finding] = iam.validatePolicy(text, "identity");
    equal([finding.rule, finding.severity, finding.start, finding.end], ["A-17", "error", { line: 2, column: 27 }, { line: 2, column: 34 }]);
    equal(finding.id, "INVALID_EFFECT");
    ok(finding.message.length > 0);
    equal(iam.validatePolicy(JSON.stringify(everyone()), "resource").filter(({ severity }) => severity === "error"), []);
    for (const type of ["identity", "permissionsBoundary", "session", "scp"]) {
      ok(iam.validatePolicy(JSON.stringify(everyone()), type).some(({ severity }) => severity === "error"), type);
    }
    for (const type of ["identity", "resource", "trust", "key", "permissionsBoundary", "session", "scp", "rcp", "vpcEndpoint"]) {
      ok(iam.validatePolicy("", type).some(({ rule, severity }) => rule === "A-1" && severity === "error"), type);
    }
  });
  test("sentences and findings are in the language that init was given", async () => {
    const english = evaluate(ask(), {}).stations[5].sentence;
    await iam.default(undefined, { lang: "es" });
    const spanish = evaluate(ask(), {}).stations[5].sentence;
    const [finding] = iam.validatePolicy("", "identity");
    const message = evaluate(ask(), {}).message;
    await iam.default({ lang: "en" });
    ok(english !== spanish && /identidad/i.test(spanish), spanish);
    ok(message.startsWith("User: "));
    ok(finding.message !== iam.validatePolicy("", "identity")[0].message);
    equal(evaluate(ask(), {}).stations[5].sentence, english);
  });
}

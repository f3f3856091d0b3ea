// Worlds: calls, command lines, the clock, the trail, snapshots. What AWS answers is from the documentation of its APIs.
import { equal, ok, test, throws } from "./check.mjs";

const POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "s3:ListAllMyBuckets", Resource: "*" }],
});

export default function world(iam) {
  const { Sandbox } = iam;
  const owner = (sandbox, operation, input = {}) => sandbox.call({ credentials: "owner", service: "iam", operation, input });
  /** A user with a key, as a client holds it. */
  const user = (sandbox, name) => {
    owner(sandbox, "CreateUser", { UserName: name });
    const { AccessKeyId, SecretAccessKey } = owner(sandbox, "CreateAccessKey", { UserName: name }).output.AccessKey;
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey };
  };
  const whoami = (sandbox, credentials) => sandbox.call({ credentials, service: "sts", operation: "GetCallerIdentity" });

  test("a world without a scenario has one administrator, whose key the command line uses", () => {
    const sandbox = new Sandbox();
    const said = JSON.parse(sandbox.cli("aws sts get-caller-identity").stdout);
    equal(said.Arn, "arn:aws:iam::111122223333:user/admin");
    equal(sandbox.cli("aws iam create-user --user-name carla").exitCode, 0);
  });
  test("a call that is refused says why, with the whole decision, and changes nothing", () => {
    const sandbox = new Sandbox();
    const alice = user(sandbox, "alice");
    const before = sandbox.cli("aws s3api list-buckets").stdout;
    const result = sandbox.call({ credentials: alice, service: "s3", operation: "ListBuckets" });
    equal([result.ok, result.error.code, result.error.status], [false, "AccessDenied", 403]);
    const [evaluation] = result.evaluations;
    equal([evaluation.decision, evaluation.decidedBy], ["implicitDeny", "identity"]);
    equal(evaluation.stations.filter((station) => station.outcome === "stopped").map((station) => station.number), [5]);
    equal(sandbox.cli("aws s3api list-buckets").stdout, before);
  });
  test("a policy lets the same call through, and the statement has its place", () => {
    const sandbox = new Sandbox();
    const alice = user(sandbox, "alice");
    owner(sandbox, "PutUserPolicy", { UserName: "alice", PolicyName: "List", PolicyDocument: POLICY });
    const result = sandbox.call({ credentials: alice, service: "s3", operation: "ListBuckets" });
    ok(result.ok && Array.isArray(result.output.Buckets));
    const [statement] = result.evaluations[0].matchedStatements;
    equal([statement.policyName, statement.start], ["List", { line: 1, column: POLICY.indexOf('{"Effect') + 1 }]);
  });
  test("credentials are checked as AWS checks them", () => {
    const sandbox = new Sandbox();
    const alice = user(sandbox, "alice");
    equal(whoami(sandbox, alice).output.Arn, "arn:aws:iam::111122223333:user/alice");
    equal(whoami(sandbox, { ...alice, secretAccessKey: "wrong" }).error.code, "SignatureDoesNotMatch");
    equal(whoami(sandbox, { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "x" }).error.code, "InvalidClientTokenId");
    const { Credentials } = sandbox.call({ credentials: alice, service: "sts", operation: "GetSessionToken" }).output;
    const session = { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey };
    ok(whoami(sandbox, { ...session, sessionToken: Credentials.SessionToken }).ok);
    equal(whoami(sandbox, { ...session, sessionToken: "forged" }).error.code, "InvalidClientTokenId");
    equal(whoami(sandbox, session).error.code, "InvalidClientTokenId");
  });
  test("time moves by a second a call, and as it is told", () => {
    const sandbox = new Sandbox({ now: "2026-01-05T09:00:00Z" });
    equal(sandbox.now, "2026-01-05T09:00:00Z");
    owner(sandbox, "ListUsers");
    equal(sandbox.now, "2026-01-05T09:00:01Z");
    sandbox.advance(3_600);
    equal(sandbox.now, "2026-01-05T10:00:01Z");
    for (const given of [-1, 0.5, NaN, Infinity, 2 ** 32, "60", undefined]) throws(() => sandbox.advance(given), "RequestError", "seconds");
  });
  test("the trail holds what callers did, by the ids that calls gave", () => {
    const sandbox = new Sandbox();
    const alice = user(sandbox, "alice");
    const { eventId } = sandbox.call({ credentials: alice, service: "iam", operation: "ListUsers" });
    const record = sandbox.events().find((event) => event.eventID === eventId);
    equal([record.eventName, record.errorCode, record.userIdentity.userName], ["ListUsers", "AccessDenied", "alice"]);
  });
  test("undo, redo and snapshots", () => {
    const sandbox = new Sandbox({ seed: "one" });
    const names = (of) => owner(of, "ListUsers").output.Users.map((one) => one.UserName);
    owner(sandbox, "CreateUser", { UserName: "bob" });
    equal([sandbox.undo(), names(sandbox)], [true, ["admin"]]);
    equal(sandbox.redo(), false, "what was done since cannot be done again:");
    owner(sandbox, "CreateUser", { UserName: "carol" });
    const copy = Sandbox.restore(sandbox.snapshot());
    equal([names(copy), copy.now], [names(sandbox), sandbox.now]);
    equal(copy.snapshot(), sandbox.snapshot());
    for (const given of ["", "{}", "[]", '{"format":99}', undefined, 7]) throws(() => Sandbox.restore(given), "SnapshotError", "snapshot");
  });
  test("the same seed gives the same ids, another one others", () => {
    const id = (seed) => owner(new Sandbox({ seed }), "CreateUser", { UserName: "bob" }).output.User.UserId;
    equal(id("a"), id("a"));
    ok(id("a") !== id("b"));
  });
  test("lines are carried out as in a shell, with files and variables", () => {
    const sandbox = new Sandbox();
    const line = "aws iam create-policy --policy-name p --policy-document file://p.json && ARN=$(aws iam list-policies --scope Local --query Policies[0].Arn --output text)";
    equal(sandbox.cli(line, { "p.json": POLICY }).exitCode, 0);
    equal(sandbox.cli("aws iam attach-user-policy --user-name admin --policy-arn $ARN; aws iam get-policy --policy-arn $ARN --query Policy.AttachmentCount").stdout, "1\n");
    const failed = sandbox.cli("aws iam get-user --user-name nobody");
    equal([failed.exitCode, failed.stdout], [254, ""]);
    ok(failed.stderr.includes("An error occurred (NoSuchEntity) when calling the GetUser operation"));
    ok(sandbox.cli("ls").stderr.includes("ls"));
    throws(() => sandbox.cli(7), "RequestError", "line");
    throws(() => sandbox.cli("aws iam list-users", { "a.json": 7 }), "RequestError", "files");
  });
  test("what is no call is told by the member at fault", () => {
    const sandbox = new Sandbox();
    const call = { credentials: "owner", service: "iam", operation: "ListUsers" };
    throws(() => sandbox.call(), "RequestError", "call");
    throws(() => sandbox.call({ ...call, credentials: "root" }), "RequestError", "call.credentials");
    throws(() => sandbox.call({ ...call, credentials: {} }), "RequestError", "call");
    throws(() => sandbox.call({ ...call, service: undefined }), "RequestError", "service");
    throws(() => sandbox.call({ ...call, who: 1 }), "RequestError", "who");
    throws(() => sandbox.call({ get service() { throw new Error("mine"); } }), "RequestError", "mine");
    equal(owner(sandbox, "NoSuchThing").error.code, "InvalidAction");
    equal(owner(sandbox, "GetUser", { UserName: 7 }).error.code, "SerializationException");
    throws(() => new Sandbox({ seed: 7 }), "RequestError", "options");
    throws(() => new Sandbox({ now: "soon" }), "RequestError", "options");
    throws(() => new Sandbox({ scenario: {} }), "RequestError", "options.scenario");
    throws(() => new Sandbox(null), "RequestError", "options");
    throws(() => Sandbox.prototype.call.call({}, call), "RequestError", "expected a Sandbox");
  });
  test("what is freed is gone", () => {
    const sandbox = new Sandbox();
    sandbox.free();
    throws(() => sandbox.now, "RequestError", "freed");
  });
}

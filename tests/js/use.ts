// Compiled, not run: what the package's types take, and what they refuse.
import init, {
  EngineError, PolicyError, PolicySet, RequestBatch, RequestError, Sandbox, SnapshotError, evaluate, validatePolicy,
  type AuthorizationRequest, type CallResult, type CliResult, type Decision, type Evaluation, type Finding, type MatchedStatement, type Policies,
  type PolicyInput, type PolicyType, type Principal, type StatementTrace, type Station,
} from "iam-sandbox";

await init();
await init(new URL("engine_bg.wasm", import.meta.url), { lang: "es" });
await init(new Uint8Array(), {});
await init({ lang: "en" });
await init(fetch("engine_bg.wasm"));
// @ts-expect-error There is no German.
await init(undefined, { lang: "de" });

const principals: Principal[] = [
  "arn:aws:iam::111122223333:user/alice",
  { kind: "AssumedRole", arn: "arn:aws:sts::111122223333:assumed-role/r/s", roleArn: "arn:aws:iam::111122223333:role/r", serviceLinkedRole: true },
  { kind: "FederatedUser", arn: "arn:aws:sts::111122223333:federated-user/b", userArn: "arn:aws:iam::111122223333:user/a" },
  { kind: "AWSService", service: "sns.amazonaws.com" },
  { kind: "Root", account: "111122223333", managementAccount: true },
  { kind: "User", arn: "arn:aws:iam::111122223333:user/alice" },
  { kind: "Anonymous" },
];
// @ts-expect-error Roles act by their sessions.
const role: Principal = { kind: "Role" };
const request: AuthorizationRequest = {
  principal: principals[0]!,
  action: "s3:GetObject",
  resource: "*",
  resourceAccount: "111122223333",
  resourceInManagementAccount: false,
  context: { "aws:SourceIp": "203.0.113.9", "s3:max-keys": 10, "aws:SecureTransport": true, "aws:TagKeys": ["a", 1, false], "aws:userid": { unknown: true } },
};
// @ts-expect-error An action is needed.
const incomplete: AuthorizationRequest = { principal: "*", resource: "*" };
// @ts-expect-error A key is known or it is not.
const known: AuthorizationRequest = { ...request, context: { key: { unknown: false } } };

const inputs: PolicyInput[] = ["{}", { Version: "2012-10-17", Statement: [] }, { name: "P", document: "{}" }];
const policies: Policies = {
  identity: inputs, resource: inputs[0]!, resourcePolicyType: "trust", permissionsBoundary: [], session: "unknown", scps: [inputs, []], rcps: "unknown", vpcEndpoint: inputs,
};
// @ts-expect-error SCPs have levels.
const flat: Policies = { scps: ["{}"] };
// @ts-expect-error The member is called permissionsBoundary.
const misnamed: Policies = { boundary: [] };

const evaluation: Evaluation = evaluate(request, policies);
const decision: Decision = evaluation.decision;
const layer: PolicyType | "identity+resource" | "root" | "exempt" | null = evaluation.decidedBy;
const message: string | undefined = evaluation.message;
const words: string[] = [...evaluation.unknown, ...evaluation.missingContextKeys];
const station: Station | undefined = evaluation.stations.find(({ gate, side }) => gate === "vpcEndpoint" && side !== "both");
const trace: StatementTrace | undefined = station?.statements[0];
const requested: string | null | undefined = trace?.cells[0]?.requestValue;
const statement: MatchedStatement | undefined = trace?.at;
const line: number | undefined = statement?.start?.line;

const set = new PolicySet(policies);
const batch = new RequestBatch([request]);
const decisions: Uint8Array = set.decideMany(batch);
const same: Decision = set.decide(request);
const explained: Evaluation = set.explain(request);
// @ts-expect-error It cannot be set.
batch.length = 1;
// @ts-expect-error A list of requests is no batch.
set.decideMany([request]);
set.free();
batch.free();

const world = new Sandbox({ seed: "one", now: "2026-11-21T10:02:00Z" });
const made: CallResult = world.call({ credentials: "owner", service: "iam", operation: "CreateUser", input: { UserName: "bob" } });
const code: string | undefined = made.error?.code;
const { stdout, exitCode }: CliResult = world.cli("aws iam list-users", { "p.json": "{}" });
// @ts-expect-error Credentials are the owner's word or a key.
world.call({ credentials: "root", service: "iam", operation: "ListUsers" });
// @ts-expect-error Only the clock itself moves.
world.now = "2026-11-21T10:02:00Z";
const again: Sandbox = Sandbox.restore(world.snapshot());

const findings: Finding[] = validatePolicy("{}", "permissionsBoundary");
const place: number | undefined = findings[0]?.end.column;
// @ts-expect-error There is no such type of policy.
validatePolicy("{}", "kms");

try {
  evaluate(request, policies);
} catch (error) {
  if (error instanceof PolicyError) console.log(error.name, error.findings[0]?.message);
  if (error instanceof RequestError || error instanceof EngineError) console.log(error.message);
}
console.log(role, incomplete, known, flat, misnamed, decision, layer, message, words, requested, line, decisions, same, explained, place);

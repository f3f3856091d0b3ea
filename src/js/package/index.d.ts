/**
 * IAM Sandbox: who may do what, and why, by the rules of AWS IAM.
 *
 * Nothing leaves the program: the engine is a Wasm of its own, there is no server, and no AWS account is needed.
 * Names follow the AWS API where it has one. Not affiliated with or endorsed by Amazon Web Services.
 */

/** Where the Wasm comes from; also as a promise. A string is a URL. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

export interface InitOptions {
  /** The language of sentences, reasons and findings; `en` at first. AWS's own messages are English always. */
  lang?: 'en' | 'es';
}

/**
 * Loads the engine; everything else needs it. In Node, in bundlers and where the package lies on a web server as it is,
 * it may be called without an argument. Called again it only changes the language, if one is given.
 *
 * @throws RequestError if the source is none, or cannot be loaded
 */
export default function init(source?: Source | Promise<Source> | null, options?: InitOptions): Promise<void>;
export default function init(options: InitOptions): Promise<void>;

/** The first three are named as AWS's policy simulator names them. */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'cannotSay';

export type PolicyType =
  | 'identity'
  | 'resource'
  | 'trust'
  | 'key'
  | 'permissionsBoundary'
  | 'session'
  | 'scp'
  | 'rcp'
  | 'vpcEndpoint';

/** A principal in full. */
export interface PrincipalObject {
  kind: 'User' | 'AssumedRole' | 'FederatedUser' | 'Root' | 'AWSService' | 'Anonymous';
  /** Of the user, the role session, the federated user, the account root. */
  arn?: string;
  /** AWSService: its name, `sns.amazonaws.com`. */
  service?: string;
  /** Needed only for a root user without `arn`; else it must be the account in the ARN. */
  account?: string;
  /** AssumedRole: the role with its path. Left out, it is derived from `arn`, without a path. */
  roleArn?: string;
  /** FederatedUser: the IAM user who asked for the session, or the ARN of the account root. */
  userArn?: string;
  /** Whether the account is the organization's management account, which SCPs do not limit. */
  managementAccount?: boolean;
  /**
   * AssumedRole: whether the role is service-linked, which neither SCPs nor RCPs limit. A `roleArn` under the path
   * `/aws-service-role/` says so by itself.
   */
  serviceLinkedRole?: boolean;
}

/**
 * Who asks. As a string: the ARN of a user, of a role session (`arn:aws:sts::…:assumed-role/…`), of a federated user or
 * of an account root; a service principal, `ec2.amazonaws.com`; `*` for a request that is not signed. The ARN of an OIDC or
 * SAML provider stands for somebody who shows its token to become a session of a role.
 */
export type Principal = string | PrincipalObject;

export type ContextScalar = string | number | boolean;

/** A list is a multivalued key, also with one value or none. `{ unknown: true }`: whether the key is there is not known. */
export type ContextValue = ContextScalar | readonly ContextScalar[] | { readonly unknown: true };

export interface AuthorizationRequest {
  principal: Principal;
  /** One action, `s3:GetObject`. */
  action: string;
  /** An ARN, or `*` for actions without a resource. */
  resource: string;
  /**
   * The account that owns the resource. Left out, it is the account in the ARN, else the principal's. The ARNs of S3 hold
   * no account: a bucket counts as the caller's own unless it is said here whose it is.
   */
  resourceAccount?: string;
  /** Whether the resource belongs to the management account: RCPs do not apply. */
  resourceInManagementAccount?: boolean;
  /**
   * Condition keys, without regard to case. A key that is not listed is absent, but keys that follow from the principal are
   * filled in where they are not given: `aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:PrincipalType`,
   * `aws:PrincipalIsAWSService`, for users `aws:username`, for services `aws:PrincipalServiceName` and
   * `aws:PrincipalServiceNamesList`, and `aws:userid` for root users, federated users and the anonymous. The unique id of
   * a user or a role does not follow from an ARN.
   */
  context?: Readonly<Record<string, ContextValue | undefined>>;
}

/** A document as text, which keeps line and column, or as a value; with or without a name for answers to use. */
export type PolicyInput = string | object | { name: string; document: string | object };

/**
 * The policies by layer. A layer that is left out is absent; so is an empty list. A layer that is `'unknown'` exists, but
 * what it holds is not known: where it could turn a denial into an allow, the decision is `cannotSay`. A request that is
 * denied whatever the layer holds is denied, `explicitDeny` if a statement denies in every case.
 */
export interface Policies {
  /** Of the user and its groups, or of the role. */
  identity?: readonly PolicyInput[] | 'unknown';
  /** The policy on the resource. */
  resource?: PolicyInput | 'unknown';
  /** Left out: `key` for KMS keys, `trust` for `sts:AssumeRole…`, else `resource`. */
  resourcePolicyType?: 'resource' | 'trust' | 'key';
  /** All of them must allow. */
  permissionsBoundary?: readonly PolicyInput[] | 'unknown';
  /** The policies passed with the session. One of them must allow. */
  session?: readonly PolicyInput[] | 'unknown';
  /** One list for each level, root first. A level without policies allows nothing. */
  scps?: readonly (readonly PolicyInput[])[] | 'unknown';
  /** Likewise; `RCPFullAWSAccess` is implied at each level. */
  rcps?: readonly (readonly PolicyInput[])[] | 'unknown';
  /** Of the VPC endpoint that the call goes through; left out, it goes through none. */
  vpcEndpoint?: readonly PolicyInput[] | 'unknown';
}

/** Both counted from 1, columns in UTF-16 units, as editors and JavaScript count. */
export interface Position {
  line: number;
  column: number;
}

export interface MatchedStatement {
  policyType: PolicyType;
  /** If the policy was given one. */
  policyName?: string;
  /** Counted from 0. */
  statementIndex: number;
  sid?: string;
  effect: 'Allow' | 'Deny';
  /** Where the statement stands, if its policy was given as text. */
  start?: Position;
  end?: Position;
}

export interface Cell {
  element: 'Effect' | 'Principal' | 'Action' | 'Resource' | 'Condition';
  /** `null` where there is nothing to compare, or where that depends on something that is not known. */
  matched: boolean | null;
  rule: string;
  /** What the policy says: the pattern that matched, or the one that came nearest; of a `Not…` element all. */
  policyValue?: string;
  /** What the request says; `null` if it lacks the key, left out where nothing of it is compared. */
  requestValue?: string | null;
  /** Index in `requestValue` of the first character that does not fit. */
  differsAt?: number;
  /**
   * In words: for conditions operator and key, for `Not…` elements their name, then how the comparison came out,
   * and what the variables of the policy's value stand for.
   */
  reason?: string;
}

export interface StatementTrace {
  at: MatchedStatement;
  /** Whether it matches for sure; `false` also where that depends on something that is not known. */
  matched: boolean;
  cells: Cell[];
}

export interface Station {
  number: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** The policy of the VPC endpoint stands after station 0 and has no number of its own. */
  gate?: 'vpcEndpoint';
  /** Across accounts each station belongs to the caller's side or to the resource's. */
  side: 'both' | 'caller' | 'resource';
  outcome: 'passed' | 'granted' | 'stopped' | 'notApplicable' | 'notReached' | 'notModelled';
  /** An id of the rule book, `C-13`. */
  rule: string;
  sentence: string;
  statements: StatementTrace[];
}

export interface Evaluation {
  decision: Decision;
  /**
   * Denied explicitly: the layer where the Deny stands. Implicitly: the first layer without a needed Allow. Allowed: what
   * granted, `identity+resource` across accounts. `cannotSay`: null, and so for a
   * denial whose layer depends on something that is not known. Trust and key policies are the layer `resource`.
   */
  decidedBy: PolicyType | 'identity+resource' | 'root' | 'exempt' | null;
  /** What is missing, in words that name the layer or the key; empty unless the decision is `cannotSay`. */
  unknown: string[];
  /** AWS's AccessDenied text, when denied. The wording differs between services; this is typical. */
  message?: string;
  /** Every statement that matches, in any layer. */
  matchedStatements: MatchedStatement[];
  /** Keys that the request lacks and a condition asked for, in statements that are otherwise about the request. */
  missingContextKeys: string[];
  /** 0 to 7 in their order, and the gate of a VPC endpoint after 0 where the call goes through one. */
  stations: Station[];
}

export interface Finding {
  /** An id of the rule book. */
  rule: string;
  /** Access Analyzer's name, where it has one. */
  id?: string;
  severity: 'error' | 'securityWarning' | 'warning' | 'suggestion';
  message: string;
  /** For a document that was given as a value, places in its `JSON.stringify`. */
  start: Position;
  end: Position;
}

/** A policy cannot be read, or the policies are not in the shape of {@link Policies}. */
export class PolicyError extends Error {
  readonly name: 'PolicyError';
  /** What is wrong with the document; empty if no document is to blame. */
  readonly findings: readonly Finding[];
}

/** A request, or an argument other than policies, is not as expected. The message names the member and what was expected. */
export class RequestError extends Error {
  readonly name: 'RequestError';
}

/** A snapshot is none, or one of a newer version. */
export class SnapshotError extends Error {
  readonly name: 'SnapshotError';
}

/** The engine itself failed, as when the program's stack or memory has ended. It was started afresh; sets and batches made before are lost. */
export class EngineError extends Error {
  readonly name: 'EngineError';
}

/** @throws PolicyError @throws RequestError */
export function evaluate(request: AuthorizationRequest, policies: Policies): Evaluation;

/** Policies parsed and compiled once, kept inside the engine, for many requests. */
export class PolicySet {
  /**
   * Without `resourcePolicyType` the resource's policy may turn out to be of any type; it must be readable as one.
   *
   * @throws PolicyError
   */
  constructor(policies: Policies);
  /** Without a trace. */
  decide(request: AuthorizationRequest): Decision;
  /** 0 allowed, 1 explicitDeny, 2 implicitDeny, 3 cannotSay, in the order of the requests. */
  decideMany(requests: RequestBatch): Uint8Array;
  explain(request: AuthorizationRequest): Evaluation;
  /** Gives the memory back. Garbage collection does it too, at a time of its own choice. */
  free(): void;
}

/** Requests read once, so that a batch costs no crossing for each. */
export class RequestBatch {
  /** @throws RequestError */
  constructor(requests: readonly AuthorizationRequest[]);
  readonly length: number;
  free(): void;
}

/** What is wrong with a document, in the order of its text. @throws PolicyError if `type` is none or `document` is no string */
export function validatePolicy(document: string, type: PolicyType): Finding[];

/** The author of the world, who is free in its first account; or an access key, for a session with its token. */
export type Credentials = 'owner' | { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

export interface Call {
  credentials: Credentials;
  /** The prefix of its actions: `iam`, `sts`, `s3`. */
  service: string;
  /** `CreateUser` */
  operation: string;
  /** With AWS's names. Left out, an empty request. */
  input?: object;
}

export interface CallResult {
  /** Whether the call was carried out; also for operations that are only asked for their permissions. */
  ok: boolean;
  /** What the operation answers, with AWS's names; not there if it is not carried out here. */
  output?: object;
  /** What AWS answers in its place. */
  error?: { code: string; message: string; status: number };
  /** One for each permission that the call needs, in order, up to the first that is missing. None for the owner. */
  evaluations: Evaluation[];
  /** The `eventID` of its record in the trail. */
  eventId: string;
}

export interface SandboxOptions {
  /** What ids, keys and secrets follow from. */
  seed?: string;
  /** What the clock shows at first, `2026-11-21T10:02:00Z`. */
  now?: string;
  /** A world to begin with, in the form of the files under `www/worlds`. */
  scenario?: object;
}

export interface CliResult {
  stdout: string;
  stderr: string;
  /** Of the last command. */
  exitCode: number;
}

/**
 * A world of accounts with its clock. It does the same whenever it is made and used in the same way.
 *
 * Without a scenario it is one account, 111122223333, with its root user and one administrator, `admin`, whose access
 * key is the default profile of {@link Sandbox.cli}.
 */
export class Sandbox {
  /** @throws RequestError */
  constructor(options?: SandboxOptions);
  /** Makes a call. One that fails changes nothing. @throws RequestError if it is no call */
  call(call: Call): CallResult;
  /**
   * A line, or several, as typed in a shell: `aws ...`, `NAME=$(aws ...)`, `;`, `&&`. Variables last from line to line,
   * and so do `files`, which `file://name` reads.
   *
   * @throws RequestError if `line` is no string
   */
  cli(line: string, files?: Record<string, string>): CliResult;
  /** Moves the clock on. Nothing else moves it but calls, which take a second each. @throws RequestError */
  advance(seconds: number): void;
  /** What the clock shows: ISO 8601, UTC. */
  readonly now: string;
  /** What CloudTrail has on record, oldest first. */
  events(): object[];
  /** Everything there is, history included. */
  snapshot(): string;
  /** @throws SnapshotError */
  static restore(snapshot: string): Sandbox;
  /** Goes back to before the last change of the world or the clock. False if there is nothing to undo. */
  undo(): boolean;
  redo(): boolean;
  /** Gives the memory back. Garbage collection does it too, at a time of its own choice. */
  free(): void;
}

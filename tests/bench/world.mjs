// What a large world costs in Wasm: node tests/bench/world.mjs pkg/index.js. `./sandbox bench` builds the package first.
// Nearly 5,000 users, which are the most of an account, 500 policies, 2,000 events. Measured, never asserted.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const [N_USERS, N_POLICIES, N_EVENTS] = [4990, 500, 2000];

// The package shows nobody its memory, so it is noted where it is made.
let memory;
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...parts) => noted(await original.apply(WebAssembly, parts));
}
const Instance = WebAssembly.Instance;
WebAssembly.Instance = function (...parts) {
  return noted(new Instance(...parts));
};
WebAssembly.Instance.prototype = Instance.prototype;

function noted(made) {
  memory = (made.instance ?? made).exports.memory ?? memory;
  return made;
}

const megabytes = () => (memory.buffer.byteLength / 1e6).toFixed(1);

function timed(what, n, work) {
  let longest = 0;
  const start = performance.now();
  for (let index = 0; index < n; index += 1) {
    const one = performance.now();
    work(index);
    longest = Math.max(longest, performance.now() - one);
  }
  const mean = (performance.now() - start) / n;
  console.log(`${what.padEnd(24)} ${String(n).padStart(5)} times ${mean.toFixed(3).padStart(8)} ms each ${longest.toFixed(1).padStart(7)} ms at most ${megabytes().padStart(7)} MB`);
}

const iam = await import(pathToFileURL(resolve(process.argv[2])).href);
await iam.default();
const start = performance.now();
let sandbox = new iam.Sandbox();
console.log(`the first world ${(performance.now() - start).toFixed(1)} ms, ${megabytes()} MB`);

const owner = (operation, input) => {
  const result = sandbox.call({ credentials: "owner", service: "iam", operation, input });
  if (!result.ok) throw new Error(`${operation}: ${result.error.message}`);
  return result.output;
};
const document = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListBucket"],
      Resource: "arn:aws:s3:::payroll/*",
      Condition: { StringEquals: { "aws:PrincipalTag/team": "${aws:username}" } },
    },
    { Effect: "Allow", Action: "iam:Get*", Resource: "*" },
  ],
});
const arn = (index) => `arn:aws:iam::111122223333:policy/Policy${index % N_POLICIES}`;
timed("CreatePolicy", N_POLICIES, (index) => owner("CreatePolicy", { PolicyName: `Policy${index}`, PolicyDocument: document }));
timed("CreateUser", N_USERS, (index) => owner("CreateUser", { UserName: `user${index}` }));
timed("AttachUserPolicy", N_USERS, (index) => owner("AttachUserPolicy", { UserName: `user${index}`, PolicyArn: arn(index) }));
const keys = [];
timed("CreateAccessKey", N_USERS / 10, (index) => {
  const { AccessKeyId, SecretAccessKey } = owner("CreateAccessKey", { UserName: `user${index * 10}` }).AccessKey;
  keys.push({ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey });
});
console.log(`with its history of ${2 * N_USERS + N_POLICIES + keys.length} events ${megabytes()} MB`);

const call = (index) => ({
  credentials: keys[(index * 7) % keys.length],
  service: "s3",
  operation: "GetObject",
  input: { Bucket: "payroll", Key: "may.csv" },
});
timed("calls of users", N_EVENTS / 2, (index) => sandbox.call(call(index)));
timed("writes of the owner", N_EVENTS / 2, (index) => owner("TagUser", { UserName: `user${index}`, Tags: [{ Key: "team", Value: "a" }] }));
timed("trail", 3, () => sandbox.events());
let snapshot;
timed("snapshot", 3, () => (snapshot = sandbox.snapshot()));
console.log(`a snapshot has ${(JSON.stringify(snapshot).length / 1e6).toFixed(1)} MB`);

// The golden cases (tests/golden/cases.json, which explains its own conventions) in the package's contract.
import { equal, test } from "./check.mjs";

const lower = (name) => name[0].toLowerCase() + name.slice(1);
const LAYERS = { boundary: "permissionsBoundary", vpce: "vpcEndpoint" };

export function request({ principal, action, resource, resourceAccount, resourceInManagementAccount, context }) {
  return { principal, action, resource, resourceAccount, resourceInManagementAccount, context };
}

export function policies(given) {
  const list = (value) => (value == null ? undefined : [value].flat());
  return {
    identity: given.identity,
    resource: given.resource ?? undefined,
    resourcePolicyType: given.resourcePolicyType === "kms" ? "key" : given.resourcePolicyType,
    permissionsBoundary: list(given.boundary),
    session: given.session,
    scps: given.scps,
    rcps: given.rcps,
    vpcEndpoint: list(given.vpce),
  };
}

export default function golden(iam, file) {
  for (const each of file.cases) {
    test(`golden ${each.id}: ${each.title}`, () => {
      const expected = { decision: lower(each.expected.decision), decidedBy: LAYERS[each.expected.decidedBy] ?? each.expected.decidedBy };
      const asked = request(each.request);
      const found = iam.evaluate(asked, policies(each.policies));
      equal({ decision: found.decision, decidedBy: found.decidedBy }, expected);
      equal(found.unknown, []);
      equal("message" in found, found.decision !== "allowed");
      const set = new iam.PolicySet(policies(each.policies));
      equal(set.decide(asked), expected.decision);
      equal(set.explain(asked), found);
      set.free();
    });
  }
}

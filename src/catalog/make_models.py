#!/usr/bin/env python3
"""Makes models.json, which says what the operations of some services take and give, from botocore's data.

    pip install botocore==1.44.5
    python3 make_models.py > models.json

botocore is licensed under Apache-2.0. Only what a command line needs is taken: names of operations and members,
types, which members are required, the least lengths and values that a client checks. Of services with many
operations only those in KEPT are taken whole; of the others there is the name.

One line a service. A member is `name: type`, with `!` before the name of a required one. A type is a letter, with
the minimum after it (`s` text, `i` whole number, `f` number, `b` truth value, `B` bytes, `t` time, `p` a policy that
is given as JSON), or the index of a shape: an object is a structure, a list of one a list, a list of two a map.
"""

import gzip
import json
import os

import botocore

SERVICES = ["ec2", "iam", "kms", "organizations", "s3", "sts"]
KEPT = {
    "ec2": """AssociateIamInstanceProfile AuthorizeSecurityGroupIngress CreateKeyPair CreateSecurityGroup CreateTags
        CreateVolume CreateVpcEndpoint DeleteTags DeleteVolume DescribeIamInstanceProfileAssociations DescribeImages
        DescribeInstances DescribeKeyPairs DescribeRegions DescribeSecurityGroups DescribeSubnets DescribeTags
        DescribeVolumes DescribeVpcEndpoints DescribeVpcs DisassociateIamInstanceProfile ModifyVpcEndpoint RunInstances
        StartInstances StopInstances TerminateInstances""",
    "s3": """CopyObject CreateBucket DeleteBucket DeleteBucketOwnershipControls DeleteBucketPolicy DeleteBucketTagging
        DeleteObject DeleteObjectTagging DeleteObjects DeletePublicAccessBlock GetBucketAcl GetBucketEncryption
        GetBucketLocation GetBucketLogging GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus
        GetBucketTagging GetBucketVersioning GetObject GetObjectAcl GetObjectTagging GetPublicAccessBlock HeadBucket
        HeadObject ListBuckets ListObjectVersions ListObjects ListObjectsV2 PutBucketAcl PutBucketEncryption
        PutBucketLogging PutBucketOwnershipControls PutBucketPolicy PutBucketTagging PutBucketVersioning PutObject
        PutObjectAcl PutObjectTagging PutPublicAccessBlock""",
}


def load(service: str) -> dict:
    folder = os.path.join(os.path.dirname(botocore.__file__), "data", service)
    version = sorted(os.listdir(folder))[-1]
    with gzip.open(os.path.join(folder, version, "service-2.json.gz"), "rt", encoding="utf-8") as file:
        return json.load(file)


def compact(service: str) -> dict:
    model = load(service)
    shapes = model["shapes"]
    order: list[str] = []

    def kind(name: str):
        shape = shapes[name]
        letter = {
            "string": "s", "integer": "i", "long": "i", "float": "f", "double": "f", "boolean": "b", "blob": "B",
            "timestamp": "t",
        }.get(shape["type"])
        if name == "policyDocumentType" and service == "iam":
            letter = "p"
        if letter is not None:
            least = shape.get("min", 0) if letter in "sifpB" else 0
            return f"{letter}{least}" if least else letter
        if name not in order:
            order.append(name)
        return order.index(name)

    operations = {}
    names = []
    kept = KEPT[service].split() if service in KEPT else list(model["operations"])
    for name, operation in model["operations"].items():
        if name in kept:
            ends = [operation.get(end, {}).get("shape") for end in ("input", "output")]
            operations[name] = [None if end is None else kind(end) for end in ends]
            if operation.get("authtype") == "none":
                operations[name].append(1)
        else:
            names.append(name)
    assert set(kept) <= set(operations), service
    rows = []
    while len(rows) < len(order):
        shape = shapes[order[len(rows)]]
        if shape["type"] == "structure":
            required = shape.get("required", [])
            row = {
                ("!" if member in required else "") + member: kind(reference["shape"])
                for member, reference in shape["members"].items()
            }
        elif shape["type"] == "list":
            row = [kind(shape["member"]["shape"])]
        else:
            row = [kind(shape["key"]["shape"]), kind(shape["value"]["shape"])]
        rows.append(row)
    return {"service": service, "operations": operations, "names": names, "shapes": rows}


def main() -> None:
    about = "Shapes of AWS's APIs as in botocore 1.44.5 (Apache-2.0); see make_models.py"
    lines = [json.dumps(compact(service), separators=(",", ":")) for service in SERVICES]
    print('{"about":' + json.dumps(about) + ',"services":[\n' + ",\n".join(lines) + "\n]}")


main()

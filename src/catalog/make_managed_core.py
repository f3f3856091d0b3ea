#!/usr/bin/env python3
"""Makes managed_core.json from the managed policies that the moto package carries.

    pip download moto==5.2.5 --no-deps && unzip moto-5.2.5-*.whl 'moto/iam/aws_managed_policies.py'
    python3 make_managed_core.py moto/iam/aws_managed_policies.py managed_core.json > out.json

The second argument is the present file: its list of names says which policies are taken. moto is
licensed under Apache-2.0; the documents are AWS's published policies.
"""

import json
import sys


ORDER = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"]


def in_order(document: dict) -> dict:
    """Elements as AWS writes them; moto has them by the alphabet."""
    statements = document["Statement"]
    statements = statements if isinstance(statements, list) else [statements]
    ordered = [{key: statement[key] for key in ORDER if key in statement} for statement in statements]
    return {"Version": document["Version"], "Statement": ordered}


def main() -> None:
    source, present = sys.argv[1:3]
    with open(present, encoding="utf-8") as file:
        names = [row["name"] for row in json.load(file)["policies"]]
    with open(source, encoding="utf-8") as file:
        text = file.read()
    published = json.loads(text[text.index('"""') + 3 : text.rindex('"""')])
    rows = []
    for name in sorted(names):
        policy = published[name]
        arn = "arn:aws:iam::aws:policy" + policy["Path"] + name
        rows.append({"name": name, "arn": arn, "version": policy["DefaultVersionId"], "document": in_order(policy["Document"])})
    about = "AWS managed policies as in moto 5.2.5 (Apache-2.0); see make_managed_core.py"
    rendered = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    print('{"about":' + json.dumps(about) + ',"policies":[\n' + rendered + "\n]}")


main()

#!/usr/bin/env python3
"""Roles are made and read at Debian's radosgw, which checks every signature: iamradosgw.py IAMDRIVER

The driver calls with the program's own client; botocore reads what it wrote and writes what it reads. radosgw has no
attached policies and no simulation: it refuses these calls, and the program says what could not be read.
"""

import json
import signal
import subprocess
import sys

from cephlib import Ceph
from peerlib import Checks, Home, skip

try:
    import botocore.session
    from botocore.config import Config
except ImportError:
    skip("python3-botocore is not installed")

ACCOUNT, REGION = "123456789012", "us-east-1"
SECRET, WRONG_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "x" * 40
OPERATOR, STRANGER = ("AKIAOPERATOR", SECRET), ("AKIASTRANGER", SECRET[::-1])
TRUST = {"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"AWS": [f"arn:aws:iam::{ACCOUNT}:user/operator"]}, "Action": ["sts:AssumeRole"]}]}
# A form that turns blanks into '+', or leaves one alone, shows in these. (What radosgw answers as it is, botocore
# decodes: no '%' in what it reads.)
ODD = {"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/a + b&=;/räum ü.bin"}]}

# botocore turns a blank into '+', which radosgw takes for one.
ODD_WITHOUT_BLANKS = {"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/a+b%20&=;/räum.bin"}]}


def compact(document):
    return json.dumps(document, separators=(",", ":"))


class Driver:
    """IAM by the program's client."""

    def __init__(self, program, endpoint, home):
        self.program, self.endpoint, self.home = program, endpoint, home

    def __call__(self, *words, keys=OPERATOR, text=""):
        environment = self.home.environment(AWS_ACCESS_KEY_ID=keys[0], AWS_SECRET_ACCESS_KEY=keys[1])
        done = subprocess.run([self.program, self.endpoint, REGION, *words], env=environment, input=text.encode(),
                              capture_output=True, timeout=60)
        if not done.stdout:
            raise SystemExit(f"{words}: status {done.returncode}\n{done.stderr.decode()}")
        return json.loads(done.stdout)


def iam_client(endpoint):
    return botocore.session.Session().create_client(
        "iam", endpoint_url=endpoint, region_name=REGION, aws_access_key_id=OPERATOR[0],
        aws_secret_access_key=OPERATOR[1], config=Config(retries={"max_attempts": 0}, proxies={}))


def ours_is_read_by_botocore(checks, driver, client):
    made = driver("create", "fuota", "firmware", "meter/v2.bin")
    checks.true("a role is made", "result" in made, str(made))
    role = client.get_role(RoleName="fuota")["Role"]
    checks.equal("botocore reads its ARN", role["Arn"], made.get("result", {}).get("arn"))
    trust = role["AssumeRolePolicyDocument"]
    trust = trust if isinstance(trust, dict) else json.loads(trust)
    checks.equal("and whom it trusts", trust["Statement"][0]["Principal"], {"Service": "iotwireless.amazonaws.com"})
    names = client.list_role_policies(RoleName="fuota")["PolicyNames"]
    checks.equal("and that it has one policy", names, ["ReadFirmwareImages"])
    document = client.get_role_policy(RoleName="fuota", PolicyName=names[0])["PolicyDocument"]
    document = document if isinstance(document, dict) else json.loads(document)
    checks.equal("for the image's folder", document["Statement"][0]["Resource"],
                 ["arn:aws:s3:::firmware", "arn:aws:s3:::firmware/meter/*"])
    again = driver("create", "fuota", "other", "v2.bin")
    refused(checks, "a role that is there", again, "conflict", "EntityAlreadyExists")
    same = client.get_role_policy(RoleName="fuota", PolicyName=names[0])["PolicyDocument"]
    same = same if isinstance(same, dict) else json.loads(same)
    checks.equal("it is left alone", same, document)


def theirs_is_read(checks, driver, client):
    for number in range(3):
        client.create_role(RoleName=f"theirs-{number}", AssumeRolePolicyDocument=compact(TRUST))
    listed = driver("roles")
    found = {role["name"]: role for role in listed.get("result", [])}
    checks.equal("their roles are listed", sorted(found), ["fuota", "theirs-0", "theirs-1", "theirs-2"])
    checks.equal("with their trust policy", found.get("theirs-1", {}).get("trust"), TRUST)
    checks.true("and their date", all(role["isDated"] for role in found.values()))
    checks.equal("one of them is read", driver("role", "theirs-1").get("result"), found.get("theirs-1"))


def inline_policies_go_both_ways(checks, driver, client):
    put = driver("put", "theirs-0", "ours", text=json.dumps(ODD))
    checks.true("a policy is put", "result" in put, str(put))
    document = client.get_role_policy(RoleName="theirs-0", PolicyName="ours")["PolicyDocument"]
    checks.equal("botocore reads it", document if isinstance(document, dict) else json.loads(document), ODD)
    client.put_role_policy(RoleName="theirs-0", PolicyName="theirs",
                           PolicyDocument=compact(ODD_WITHOUT_BLANKS))
    checks.equal("theirs is read", driver("inline", "theirs-0", "theirs").get("result", {}).get("document"),
                 ODD_WITHOUT_BLANKS)
    checks.equal("both are listed", sorted(driver("inline-names", "theirs-0").get("result", [])), ["ours", "theirs"])


def refused(checks, what, line, kind, code):
    checks.equal(f"refused: {what}", (line.get("kind"), line.get("code")), (kind, code))


def refusals_have_their_kind(checks, driver):
    for words in (("role", "nobody"), ("inline-names", "nobody"), ("inline", "fuota", "nothing")):
        refused(checks, " ".join(words), driver(*words), "not-found", "NoSuchEntity")
    refused(checks, "to a role that is not there", driver("put", "nobody", "p", text=json.dumps(ODD)), "not-found",
            "NoSuchEntity")
    refused(checks, "a policy that is none", driver("put", "fuota", "p", text="{"), "refused",
            "MalformedPolicyDocument")
    for what, keys in (("a wrong secret", (OPERATOR[0], WRONG_SECRET)), ("an unknown key", ("AKIANOBODY", SECRET)),
                       ("someone who may not", STRANGER)):
        refused(checks, what, driver("role", "fuota", keys=keys), "access-denied", "AccessDenied")


def what_it_has_not_is_said(checks, driver):
    role = driver("role", "fuota")["result"]["arn"]
    for words in (("attached", "fuota"), ("simulate", role, "s3:GetObject", "arn:aws:s3:::firmware/meter/v2.bin")):
        line = driver(*words)
        checks.true(f"not there: {words[0]}", line.get("kind") and line["kind"] != "answer-malformed", str(line))
    for key, may in (("meter/v2.bin", True), ("other/v2.bin", False)):
        reading = driver("reading", role, "firmware", key).get("result")
        checks.equal(f"the policies are read instead, for {key}", reading,
                     {"isTrusted": True, "mayRead": may, "isSimulated": False, "unread": ["ListAttachedRolePolicies"]})


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # cleans up
    checks = Checks()
    with Ceph() as ceph, Home(ceph.folder) as home:
        for name, (key_id, secret) in (("operator", OPERATOR), ("stranger", STRANGER)):
            ceph.add_user(ACCOUNT, name, key_id, secret)
        ceph.let_manage_roles(ACCOUNT, "operator")
        driver, client = Driver(sys.argv[1], ceph.endpoint, home), iam_client(ceph.endpoint)
        ours_is_read_by_botocore(checks, driver, client)
        theirs_is_read(checks, driver, client)
        inline_policies_go_both_ways(checks, driver, client)
        refusals_have_their_kind(checks, driver)
        what_it_has_not_is_said(checks, driver)
    checks.finish()


main()

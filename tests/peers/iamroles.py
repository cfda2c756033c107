#!/usr/bin/env python3
"""The stock aws CLI and botocore as clients of the sandbox's IAM: iamroles.py SANDBOX-COMMAND..."""

import json
import shutil
import sys

from peerlib import AwsCli, Checks, Home, Sandbox, error_code, skip

SERVICE_ERROR = 254
ROLE = "arn:aws:iam::123456789012:role/"
TRUST = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "iotwireless.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
READ = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::größe/ü +%/*"]}]}


def refused(checks, what, done, word):
    checks.equal(f"{what}: exit status", done.returncode, SERVICE_ERROR)
    checks.true(what, word in done.stderr, done.stderr)


def roles_are_read(checks, cli):
    roles = cli.json("list-roles")["Roles"]  # the CLI turns the pages
    names = [role["RoleName"] for role in roles]
    checks.true("more than a page", len(names) > 100, len(names))
    checks.equal("each once", len(set(names)), len(names))
    for name in ("sandbox-firmware-reader", "fuota-firmware-reader", "fuota-console"):
        checks.true(name, name in names)
    role = cli.json("get-role", "--role-name", "fuota-firmware-reader")["Role"]
    checks.equal("arn", role["Arn"], ROLE + "fuota-firmware-reader")
    checks.equal("trust", role["AssumeRolePolicyDocument"]["Statement"], TRUST["Statement"])
    checks.equal("as listed", role, next(each for each in roles if each["Arn"] == role["Arn"]))
    refused(checks, "no role", cli("get-role", "--role-name", "none"), "(NoSuchEntity)")
    refused(checks, "wrong secret", cli("list-roles", secret="wrong"), "(SignatureDoesNotMatch)")


def role_is_made(checks, cli):
    made = cli.json("create-role", "--role-name", "made", "--description", "Größe",
                    "--assume-role-policy-document", json.dumps(TRUST))["Role"]
    checks.equal("made", (made["Arn"], made["AssumeRolePolicyDocument"]), (ROLE + "made", TRUST))
    cli.json("put-role-policy", "--role-name", "made", "--policy-name", "read", "--policy-document", json.dumps(READ))
    policy = cli.json("get-role-policy", "--role-name", "made", "--policy-name", "read")
    checks.equal("policy", policy, {"RoleName": "made", "PolicyName": "read", "PolicyDocument": READ})
    checks.equal("description", cli.json("get-role", "--role-name", "made")["Role"]["Description"], "Größe")
    refused(checks, "again", cli("create-role", "--role-name", "made", "--assume-role-policy-document",
                                 json.dumps(TRUST)), "(EntityAlreadyExists)")
    refused(checks, "malformed", cli("put-role-policy", "--role-name", "made", "--policy-name", "x",
                                     "--policy-document", "{"), "(MalformedPolicyDocument)")
    refused(checks, "in use", cli("delete-role", "--role-name", "made"), "(DeleteConflict)")


def permissions_are_simulated(checks, cli):
    results = cli.json("simulate-principal-policy", "--policy-source-arn", ROLE + "fuota-denied",
                       "--action-names", "s3:GetObject", "s3:PutObject", "--resource-arns",
                       "arn:aws:s3:::firmware-bucket/meters/a", "arn:aws:s3:::firmware-bucket/valves/a")
    checks.equal("decisions", [each["EvalDecision"] for each in results["EvaluationResults"]],
                 ["explicitDeny", "allowed", "implicitDeny", "implicitDeny"])


def botocore_reads_the_rest(checks, sandbox):
    try:
        import botocore.session
        from botocore.config import Config
    except ImportError:
        print("left out: python3-botocore is not installed")
        return
    iam = botocore.session.Session().create_client(
        "iam", region_name="us-east-1", endpoint_url=sandbox.endpoint, aws_access_key_id=sandbox.access_key_id,
        aws_secret_access_key=sandbox.secret, config=Config(retries={"max_attempts": 0}, proxies={}))
    arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
    attached = iam.list_attached_role_policies(RoleName="fuota-console")["AttachedPolicies"]
    checks.equal("attached", attached, [{"PolicyName": "AmazonS3ReadOnlyAccess", "PolicyArn": arn}])
    policy = iam.get_policy(PolicyArn=arn)["Policy"]
    document = iam.get_policy_version(PolicyArn=arn, VersionId=policy["DefaultVersionId"])["PolicyVersion"]["Document"]
    checks.true("document", "s3:Get*" in document["Statement"][0]["Action"], document)
    iam.attach_role_policy(RoleName="fuota-no-permission", PolicyArn=arn)
    checks.equal("counted", iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"], policy["AttachmentCount"] + 1)
    checks.equal("inline", iam.list_role_policies(RoleName="made")["PolicyNames"], ["read"])
    iam.update_assume_role_policy(RoleName="fuota-no-trust", PolicyDocument=json.dumps(TRUST))
    checks.equal("trust", iam.get_role(RoleName="fuota-no-trust")["Role"]["AssumeRolePolicyDocument"], TRUST)
    checks.equal("user", iam.get_user()["User"]["UserName"], "operator")
    pages = list(iam.get_paginator("list_roles").paginate(PaginationConfig={"PageSize": 50}))
    checks.equal("pages", [len(page["Roles"]) for page in pages[:2]], [50, 50])
    iam.delete_role_policy(RoleName="made", PolicyName="read")
    iam.delete_role(RoleName="made")
    checks.equal("gone", error_code(iam.get_role, RoleName="made"), "NoSuchEntity")
    checks.equal("odd source", error_code(iam.simulate_principal_policy, ActionNames=["s3:GetObject"],
                                          PolicySourceArn="arn:aws:sts::123456789012:assumed-role/a/b"), "InvalidInput")


def main():
    program = "/usr/bin/aws" if shutil.which("/usr/bin/aws") else shutil.which("aws")
    if not program:
        skip("the aws CLI is not installed")
    checks = Checks()
    with Home() as home, Sandbox(sys.argv[1:], home.environment()) as sandbox:
        cli = AwsCli(program, sandbox, home, "iam", AWS_REGION="us-east-1", AWS_DEFAULT_REGION="us-east-1")
        roles_are_read(checks, cli)
        role_is_made(checks, cli)
        permissions_are_simulated(checks, cli)
        botocore_reads_the_rest(checks, sandbox)
    checks.finish()


main()

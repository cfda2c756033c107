#!/usr/bin/env python3
"""Roles are assumed and S3 is called at Debian's radosgw, which checks every signature: radosgw.py SIGNINDRIVER

The driver signs in and signs with the program's own classes; botocore and the aws CLI stand beside it, with the same
files and keys. Refusals are expected in radosgw's words: to long-term keys it says AccessDenied whatever is wrong with
them, and so it does to keys that have ended; to a token it can not read, InvalidArgument.
"""

import configparser
import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.parse

from cephlib import Ceph
from peerlib import Checks, Home, skip

try:
    import botocore.session
    from botocore.config import Config
except ImportError:
    skip("python3-botocore is not installed")

ACCOUNT, REGION, BUCKET = "123456789012", "eu-central-1", "firmware"
SECRET, WRONG_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "x" * 40
OPERATOR, STRANGER = ("AKIAOPERATOR", SECRET), ("AKIASTRANGER", SECRET[::-1])
BRIEF = 5  # seconds that keys last
SKEW = 20 * 60  # seconds; 15 minutes are allowed
ODD_KEYS = ("räum 1+2=3/(a)!*'~.bin", "50%/%2F&x=$@,;:#?[\\]", "a//b/", "日本\u00a0\U0001f680")
CONFIG = """\
[profile reader]
role_arn = {role}
source_profile = operator
role_session_name = driver
duration_seconds = 900
region = {region}
services = ceph

[profile forger]
role_arn = {role}
source_profile = wrong
region = {region}
services = ceph

[profile brief]
credential_process = {driver} assume {endpoint} {region} {role} {life}
region = {region}

[services ceph]
sts =
  endpoint_url = {endpoint}
"""


class ToldChecks(Checks):
    """Says what held, too."""

    def true(self, what, holds, detail=""):
        if holds:
            print("ok:", what, flush=True)
        super().true(what, holds, detail)


class Driver:
    """What the program signs in with."""

    def __init__(self, program, endpoint, home):
        self.program, self.endpoint, self.home = program, endpoint, home

    def assume(self, role, *options, keys=OPERATOR, seconds=900):
        return self._run(*options, "assume", self.endpoint, REGION, role, str(seconds), keys=keys)[0]

    def call(self, path, *options, keys, method="GET", body=""):
        return self._run(*options, "call", method, self.endpoint + path, REGION, keys=keys, text=body)[0]

    def profile(self, name, ahead=(0,), keys=()):
        """Where it leads, and how each call went, with a clock that far ahead."""
        lines = "".join(f"{seconds}\n" for seconds in ahead)
        return self._run("profile", name, self.endpoint + "/", keys=keys, text=lines)

    def start_profile(self, name, keys):
        return subprocess.Popen([self.program, "profile", name, self.endpoint + "/"], env=self._environment(keys),
                                text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def _run(self, *arguments, keys, text=""):
        done = subprocess.run([self.program, *arguments], env=self._environment(keys), input=text.encode(),
                              capture_output=True, timeout=60)
        if not done.stdout:
            raise SystemExit(f"{arguments}: status {done.returncode}\n{done.stderr.decode()}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def _environment(self, keys):
        return self.home.environment(**environment_of(keys))


def environment_of(keys):
    return dict(zip(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"), keys))


def keys_of(issued):
    """Of an answer of STS, as the driver or the aws CLI prints it."""
    if "AccessKeyId" not in issued:
        raise SystemExit(f"no keys: {issued}")
    return issued["AccessKeyId"], issued["SecretAccessKey"], issued["SessionToken"]


def end_of(issued):
    return datetime.datetime.fromisoformat(issued["Expiration"].replace("Z", "+00:00")).timestamp()


def path_of(key):
    return f"/{BUCKET}/" + urllib.parse.quote(key, safe="/~")


def operations(line):
    return [answer["operation"] for answer in line["answers"]]


def key_ids(line):
    return [answer["keyId"] for answer in line["answers"]]


def call_again(process):
    process.stdin.write("0\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def kinds(line):
    """How each request ended on the wire; None is a success."""
    return [answer.get("kind") for answer in line["answers"]]


def lists_the_bucket(line):
    return f"<Name>{BUCKET}</Name>" in line.get("body", "")


def s3_client(endpoint, keys):
    return botocore.session.Session().create_client(
        "s3", endpoint_url=endpoint, region_name=REGION, aws_access_key_id=keys[0], aws_secret_access_key=keys[1],
        config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 0}, proxies={}))


def write_profiles(home, driver, role):
    folder = os.path.join(home.path, ".aws")
    os.mkdir(folder)
    with open(os.path.join(folder, "config"), "w", encoding="utf-8") as file:
        file.write(CONFIG.format(role=role, region=REGION, endpoint=driver.endpoint, driver=driver.program, life=BRIEF))
    credentials = configparser.ConfigParser()
    for name, secret in (("operator", SECRET), ("wrong", WRONG_SECRET)):
        credentials[name] = {"aws_access_key_id": OPERATOR[0], "aws_secret_access_key": secret}
    with open(os.path.join(folder, "credentials"), "w", encoding="utf-8") as file:
        credentials.write(file)


def role_is_assumed(checks, driver, role):
    begin = time.time()
    issued = driver.assume(role)
    keys = keys_of(issued)
    checks.equal("a role is assumed", issued["answers"][0].get("arn"),
                 f"arn:aws:sts::{ACCOUNT}:assumed-role/reader/driver")
    checks.equal("the account is told", issued["AccountId"], ACCOUNT)
    checks.true("the keys last 15 minutes", begin - 1 <= end_of(issued) - 900 <= time.time() + 1, issued["Expiration"])
    checks.true("the keys list buckets", lists_the_bucket(driver.call("/", keys=keys)))
    return keys


def paths_are_encoded(checks, driver, client, keys):
    for number, key in enumerate(ODD_KEYS):
        put = driver.call(path_of(f"ours/{key}"), keys=keys, method="PUT", body=f"ours {number}")
        checks.true(f"put {key!r}", "kind" not in put, str(put))
        read = client.get_object(Bucket=BUCKET, Key=f"ours/{key}")["Body"].read() if "kind" not in put else b""
        checks.equal(f"botocore reads {key!r}", read.decode(), f"ours {number}")
        client.put_object(Bucket=BUCKET, Key=f"theirs/{key}", Body=f"theirs {number}".encode())
        got = driver.call(path_of(f"theirs/{key}"), keys=keys)
        checks.equal(f"get {key!r}, which botocore has put", got.get("body"), f"theirs {number}")
    query = "?list-type=2&max-keys=9&prefix=" + urllib.parse.quote("ours/räum 1+", safe="")
    listed = driver.call(f"/{BUCKET}{query}", keys=keys)
    checks.true("a query is encoded", "<KeyCount>1</KeyCount>" in listed.get("body", ""), str(listed))


def profile_is_used(checks, driver):
    place, first, second, renewed = driver.profile("reader", ahead=(0, 0, 660))
    checks.equal("region and endpoint of the profile", (place["region"], place["sts"]), (REGION, driver.endpoint))
    checks.true("a profile with a role lists buckets", lists_the_bucket(first), str(first))
    checks.equal("the role is assumed first", operations(first), ["AssumeRole", "S3"])
    checks.equal("by the keys of the source profile", key_ids(first)[0], OPERATOR[0])
    checks.true("its keys are kept", lists_the_bucket(second) and operations(second) == ["S3"], str(second))
    checks.true("and renewed before they end",
                lists_the_bucket(renewed) and operations(renewed) == ["AssumeRole", "S3"]
                and key_ids(renewed)[1] != key_ids(first)[1], str(renewed))


def expired_keys_are_renewed(checks, driver, role):
    issued = driver.assume(role, seconds=BRIEF)
    with driver.start_profile("brief", OPERATOR) as process:
        place = json.loads(process.stdout.readline())
        before = call_again(process)
        time.sleep(BRIEF + 1)
        refused(checks, "keys that have ended", driver.call("/", keys=keys_of(issued)), "access-denied", "AccessDenied")
        after = call_again(process)
        process.stdin.close()
    checks.equal("a profile without an STS of its own", place["sts"], f"https://sts.{REGION}.amazonaws.com")
    checks.true("a profile lists buckets before its keys end", lists_the_bucket(before), str(before))
    checks.true("and after that, with others", lists_the_bucket(after) and key_ids(before)[-1] != key_ids(after)[-1],
                str(after))


def refused(checks, what, line, kind, code):
    checks.equal(f"refused: {what}", (line.get("kind"), line.get("code")), (kind, code))


def refusals_have_their_kind(checks, driver, role, keys):
    key_id, secret, token = keys
    other_token = keys_of(driver.assume(role))[2]
    for what, used in (("a wrong secret", (OPERATOR[0], WRONG_SECRET)), ("an unknown key", ("AKIANOBODY", SECRET)),
                       ("someone the role does not trust", STRANGER)):
        refused(checks, f"{what}, by STS", driver.assume(role, keys=used), "access-denied", "AccessDenied")
    refused(checks, "a role that is not there", driver.assume(role + "x"), "not-found", "NoSuchEntity")
    refused(checks, "longer than the role allows", driver.assume(role, seconds=7200), "validation-failed",
            "InvalidArgument")
    for what, used, kind, code in (
            ("a wrong secret", (key_id, WRONG_SECRET, token), "signature-mismatch", "SignatureDoesNotMatch"),
            ("a tampered token", (key_id, secret, ("A" if token[0] != "A" else "B") + token[1:]),
             "validation-failed", "InvalidArgument"),
            ("a token that is none", (key_id, secret, "token"), "validation-failed", "InvalidArgument"),
            ("no token", (key_id, secret), "access-denied", "AccessDenied"),
            ("the token of other keys", (key_id, secret, other_token), "access-denied", "AccessDenied")):
        refused(checks, what, driver.call("/", keys=used), kind, code)
    refused(checks, "a bucket that is not there", driver.call("/nowhere", keys=keys), "not-found", "NoSuchBucket")
    line = driver.profile("forger")[1]
    refused(checks, "a profile with a wrong secret", line, "access-denied", "AccessDenied")
    checks.equal("the step that failed is told", line["detail"].partition("\n")[0], f"[forger] role_arn {role}")


def clock_is_held_against_theirs(checks, driver, role, keys):
    skewed = ["clock-skewed", None]
    for what, ahead in (("ahead", SKEW), ("behind", -SKEW)):
        options = f"--ahead={ahead}", "--undated"
        refused(checks, f"a clock 20 minutes {what}, by STS", driver.assume(role, *options), "clock-skewed",
                "RequestTimeTooSkewed")
        refused(checks, f"a clock 20 minutes {what}", driver.call("/", *options, keys=keys), "clock-skewed",
                "RequestTimeTooSkewed")
        line = driver.assume(role, options[0])
        checks.equal(f"a clock {what} is corrected for STS", (kinds(line), "AccessKeyId" in line), (skewed, True))
        line = driver.call("/", options[0], keys=keys)
        checks.equal(f"a clock {what} is corrected", (kinds(line), lists_the_bucket(line)), (skewed, True))
        line = driver.profile("reader", ahead=(ahead,))[1]
        checks.equal(f"a profile works with a clock {what}", (set(kinds(line)), lists_the_bucket(line)),
                     ({*skewed}, True))


def cli_has_the_same(checks, program, driver, home, role):
    def cli(*arguments, **more):
        done = subprocess.run([program, "--endpoint-url", driver.endpoint, "--region", REGION, "--output", "json",
                               *arguments], env=home.environment(**more), capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise SystemExit(f"aws {arguments}: {done.stderr}")
        return json.loads(done.stdout)

    theirs = cli("--profile", "operator", "sts", "assume-role", "--role-arn", role, "--role-session-name", "driver")
    ours = driver.profile("reader")[1]
    checks.equal("the aws CLI has the same role", theirs["AssumedRoleUser"]["Arn"], ours["answers"][0].get("arn"))
    checks.true("its keys work with us", lists_the_bucket(driver.call("/", keys=keys_of(theirs["Credentials"]))))
    listed = cli("s3api", "list-buckets", "--query", "Buckets[].Name", **environment_of(keys_of(driver.assume(role))))
    checks.equal("and ours with it", listed, [BUCKET])


def main():
    cli = shutil.which("aws", path="/usr/bin") or skip("awscli is not installed")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # cleans up
    checks = ToldChecks()
    with Ceph() as ceph, Home(ceph.folder) as home:
        for name, (key_id, secret) in (("operator", OPERATOR), ("stranger", STRANGER)):
            ceph.add_user(ACCOUNT, name, key_id, secret)
        role = ceph.add_role(ACCOUNT, "reader", trusted_user="operator")
        driver = Driver(sys.argv[1], ceph.endpoint, home)
        write_profiles(home, driver, role)
        client = s3_client(ceph.endpoint, OPERATOR)
        client.create_bucket(Bucket=BUCKET)

        keys = role_is_assumed(checks, driver, role)
        paths_are_encoded(checks, driver, client, keys)
        profile_is_used(checks, driver)
        expired_keys_are_renewed(checks, driver, role)
        refusals_have_their_kind(checks, driver, role, keys)
        clock_is_held_against_theirs(checks, driver, role, keys)
        cli_has_the_same(checks, cli, driver, home, role)
    checks.finish()


main()

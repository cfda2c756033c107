#!/usr/bin/env python3
"""The program's S3 client at Debian's radosgw, which checks every signature and hash: s3radosgw.py S3DRIVER

botocore stands beside it: it reads what we have written and writes what we read. radosgw 16 knows no
condition on CompleteMultipartUpload, which replaces what is there, and misses the key where an upload is gone.
"""

import base64
import datetime
import hashlib
import json
import os
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

ACCOUNT, REGION, BUCKET = "123456789012", "eu-central-1", "firmware"
DOTTED = "firmware.of.meters"
KEYS = ("AKIAOPERATOR", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
SKEW = 20 * 60  # seconds; 15 minutes are allowed
PART = 5 * 1024 * 1024
ODD_KEYS = ("(!)*'~ +%25&=$@,;:é", "a//b", "räum 1+2=3/(a)!*'~.bin", "50%/%2F&x=$@,;:#?[\\]", "日本\u00a0\U0001f680",
            "line\nend <&\"'>", "/first", "k" * 1024)


class ToldChecks(Checks):
    """Says what held, too."""

    def true(self, what, holds, detail=""):
        if holds:
            print("ok:", what, flush=True)
        super().true(what, holds, detail)


class Driver:
    """The client, with keys, a clock and a network as wanted."""

    def __init__(self, program, endpoint, home):
        self.program, self.endpoint, self.home = program, endpoint, home

    def all(self, *operations, options=(), keys=KEYS):
        environment = self.home.environment(AWS_ACCESS_KEY_ID=keys[0], AWS_SECRET_ACCESS_KEY=keys[1])
        lines = "".join(json.dumps([str(word) for word in words]) + "\n" for words in operations)
        done = subprocess.run([self.program, *options, self.endpoint, REGION], env=environment, input=lines.encode(),
                              capture_output=True, timeout=120)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if done.returncode or len(answers) != len(operations):
            raise SystemExit(f"{operations}: status {done.returncode}\n{done.stdout}\n{done.stderr.decode()}")
        return answers

    def one(self, *words, **more):
        return self.all(words, **more)[0]

    def value(self, *words):
        answer = self.one(*words)
        if "value" not in answer:
            raise SystemExit(f"{words}: {answer}")
        return answer["value"]


def s3_client(endpoint):
    return botocore.session.Session().create_client(
        "s3", endpoint_url=endpoint, region_name=REGION, aws_access_key_id=KEYS[0], aws_secret_access_key=KEYS[1],
        config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 0}, proxies={}))


def file_of(home, content):
    path = os.path.join(home.path, "body")
    with open(path, "wb") as file:
        file.write(content)
    return path


def read_back(client, key, bucket=BUCKET):
    return client.get_object(Bucket=bucket, Key=key)["Body"].read()


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def bytes_of(value):
    return base64.b64decode(value)


def refused(checks, what, answer, kind, code):
    checks.equal(f"refused: {what}", (answer.get("kind"), answer.get("code")), (kind, code))


def buckets_are_listed(checks, driver):
    begin = datetime.datetime.now(datetime.timezone.utc)
    buckets = driver.value("buckets")
    checks.equal("buckets", [name for name, _ in buckets], [BUCKET, DOTTED])
    made = datetime.datetime.fromisoformat(buckets[0][1].replace("Z", "+00:00"))
    checks.true("with their age", abs((begin - made).total_seconds()) < 120, buckets[0][1])
    checks.true("the region is asked for", "value" in driver.one("region", BUCKET))


def objects_are_put_and_kept(checks, driver, client, home):
    first, second = b"the first image", b"the second one"
    written = driver.value("put", BUCKET, "image", file_of(home, first), "keep")
    checks.equal("the ETag of a put", written[0], hashlib.md5(first).hexdigest())
    checks.equal("botocore reads what was put", read_back(client, "image"), first)
    refused(checks, "a second put", driver.one("put", BUCKET, "image", file_of(home, second), "keep"), "conflict",
            "PreconditionFailed")
    checks.equal("nothing was overwritten", read_back(client, "image"), first)
    driver.value("put", BUCKET, "image", file_of(home, second), "replace")
    checks.equal("until it shall be", read_back(client, "image"), second)
    facts = driver.value("head", BUCKET, "image")
    checks.equal("size and hash are told", (facts["size"], facts["sha256"], facts["eTag"]),
                 (len(second), sha256(second), hashlib.md5(second).hexdigest()))
    driver.value("put", BUCKET, "empty", file_of(home, b""), "keep")
    checks.equal("an empty object", (driver.value("head", BUCKET, "empty")["size"],
                                     driver.value("get", BUCKET, "empty", 0, 9)), (0, ""))
    driver.value("put", DOTTED, "image", file_of(home, first), "keep")
    checks.equal("a bucket with dots", read_back(client, "image", DOTTED), first)


def ranges_are_read(checks, driver, client):
    client.put_object(Bucket=BUCKET, Key="ten", Body=b"0123456789")
    for first, last, expected in ((0, 9, b"0123456789"), (2, 5, b"2345"), (8, 99, b"89"), (10, 20, b"")):
        checks.equal(f"bytes {first} to {last}", bytes_of(driver.value("get", BUCKET, "ten", first, last)), expected)


def odd_keys_are_the_same_to_both(checks, driver, client, home):
    names = {}
    for number, key in enumerate(ODD_KEYS):
        ours, theirs = f"ours {number}".encode(), f"theirs {number}".encode()
        name = key if len(key) == 1024 else f"odd/{key}"
        answer = driver.one("put", BUCKET, name, file_of(home, ours), "replace")
        checks.true(f"put {name[:40]!r}", "value" in answer, str(answer))
        checks.equal(f"botocore reads {name[:40]!r}", read_back(client, name) if "value" in answer else None, ours)
        client.put_object(Bucket=BUCKET, Key=name, Body=theirs)
        checks.equal(f"read {name[:40]!r}, which botocore has put", bytes_of(driver.value("get", BUCKET, name, 0, 99)),
                     theirs)
        names[name] = len(theirs)
    listed = {item[0]: item[1] for item in driver.value("list", BUCKET, "odd/", "", "", 1000)["objects"]}
    checks.equal("and list them", listed, {name: size for name, size in names.items() if name.startswith("odd/")})
    for key in ("a/../b", "./a", ""):
        answer = driver.one("head", BUCKET, key)
        checks.equal(f"the key {key!r} is not sent", (answer.get("code"), answer.get("status")), ("key", 0))


def pages_follow_each_other(checks, driver, client):
    for number in range(7):
        client.put_object(Bucket=BUCKET, Key=f"list/b/{number}", Body=b"1")
    for name in ("list/a 1/x", "list/c+/y", "list/z"):
        client.put_object(Bucket=BUCKET, Key=name, Body=b"12")
    keys, folders, token, pages = [], [], "", 0
    while pages < 20:
        page = driver.value("list", BUCKET, "list/b/", "", token, 3)
        keys += [item[0] for item in page["objects"]]
        pages, token = pages + 1, page["nextToken"]
        if not token:
            break
    checks.equal("a list in pages of three", (keys, pages), ([f"list/b/{number}" for number in range(7)], 3))
    page = driver.value("list", BUCKET, "list/", "/", "", 1000)
    folders, keys = page["folders"], [item[:2] for item in page["objects"]]
    checks.equal("folders", (folders, keys), (["list/a 1/", "list/b/", "list/c+/"], [["list/z", 2]]))


def uploads_go_in_parts(checks, driver, client, home):
    key, parts = "big/räum +.bin", (os.urandom(PART), os.urandom(100))
    whole = b"".join(parts)
    upload = driver.value("begin", BUCKET, key, sha256(whole))
    checks.equal("an upload is listed", [item[:2] for item in driver.value("uploads", BUCKET)], [[key, upload]])
    put = [driver.value("part", BUCKET, key, upload, number, file_of(home, part))
           for number, part in enumerate(parts, 1)]
    checks.equal("the ETags of parts", [item[2] for item in put], [hashlib.md5(part).hexdigest() for part in parts])
    checks.equal("parts are listed", driver.value("parts", BUCKET, key, upload), put)
    words = [":".join(map(str, item)) for item in put]
    wrong = driver.one("complete", BUCKET, key, upload, "replace", words[0], "2:100:" + "0" * 32)
    refused(checks, "a part that was not put", wrong, "refused", "InvalidPart")
    driver.value("complete", BUCKET, key, upload, "keep", *words)
    checks.true("botocore reads the whole", read_back(client, key) == whole)
    facts = driver.value("head", BUCKET, key)
    checks.equal("its size and hash are told", (facts["size"], facts["sha256"]), (len(whole), sha256(whole)))
    made = hashlib.md5(b"".join(hashlib.md5(part).digest() for part in parts)).hexdigest()
    checks.equal("its ETag is made of the parts'", facts["eTag"], f"{made}-2")
    end = bytes_of(driver.value("get", BUCKET, key, PART - 1, PART + 9))
    checks.true("bytes of both parts are read", end == whole[PART - 1:PART + 10])
    checks.equal("no upload is left", driver.value("uploads", BUCKET), [])

    upload = driver.value("begin", BUCKET, key, sha256(whole))
    small = [driver.value("part", BUCKET, key, upload, number, file_of(home, parts[1])) for number in (1, 2)]
    words = [":".join(map(str, item)) for item in small]
    refused(checks, "a part that is too small", driver.one("complete", BUCKET, key, upload, "replace", *words),
            "refused", "EntityTooSmall")
    checks.equal("an upload is aborted", driver.value("abort", BUCKET, key, upload), True)
    refused(checks, "its parts", driver.one("parts", BUCKET, key, upload), "not-found", "NoSuchKey")
    refused(checks, "to abort it again", driver.one("abort", BUCKET, key, upload), "not-found", "NoSuchUpload")
    checks.true("the object is as it was", read_back(client, key) == whole)


def their_uploads_are_seen(checks, driver, client):
    begun = [client.create_multipart_upload(Bucket=BUCKET, Key=key)["UploadId"] for key in ("theirs/a +", "theirs/b")]
    client.upload_part(Bucket=BUCKET, Key="theirs/b", UploadId=begun[1], PartNumber=7, Body=b"seven")
    checks.equal("botocore's uploads are listed", [item[:2] for item in driver.value("uploads", BUCKET)],
                 [["theirs/a +", begun[0]], ["theirs/b", begun[1]]])
    checks.equal("and their parts", driver.value("parts", BUCKET, "theirs/b", begun[1]),
                 [[7, 5, hashlib.md5(b"seven").hexdigest()]])
    for key, upload in zip(("theirs/a +", "theirs/b"), begun):
        driver.value("abort", BUCKET, key, upload)
    checks.true("and removed", not client.list_multipart_uploads(Bucket=BUCKET).get("Uploads"))


def refusals_have_their_kind(checks, driver, client, home):
    refused(checks, "a bucket that is not there", driver.one("list", "nowhere", "", "", "", 9), "not-found",
            "NoSuchBucket")
    refused(checks, "an object that is not there", driver.one("get", BUCKET, "nothing", 0, 9), "not-found",
            "NoSuchKey")
    refused(checks, "a look at it", driver.one("head", BUCKET, "nothing"), "not-found", "NotFound")
    refused(checks, "a wrong secret", driver.one("buckets", keys=(KEYS[0], "x" * 40)), "signature-mismatch",
            "SignatureDoesNotMatch")
    refused(checks, "a look with a wrong secret", driver.one("head", BUCKET, "image", keys=(KEYS[0], "x" * 40)),
            "access-denied", "403")
    refused(checks, "an unknown key", driver.one("buckets", keys=("AKIANOBODY", KEYS[1])), "unknown-access-key",
            "InvalidAccessKeyId")
    answer = driver.one("put", BUCKET, "tampered", file_of(home, b"image"), "keep", options=["--tamper"])
    refused(checks, "a body that was changed on its way", answer, "refused",
            answer.get("code") if answer.get("code") in ("XAmzContentSHA256Mismatch", "BadDigest") else "a mismatch")
    refused(checks, "it is not kept", driver.one("head", BUCKET, "tampered"), "not-found", "NotFound")


def clock_is_held_against_theirs(checks, driver):
    for what, ahead in (("ahead", SKEW), ("behind", -SKEW)):
        option = f"--ahead={ahead}"
        refused(checks, f"a clock 20 minutes {what}", driver.one("buckets", options=[option, "--undated"]),
                "clock-skewed", "RequestTimeTooSkewed")
        for words in (["buckets"], ["head", BUCKET, "image"]):
            answer = driver.one(*words, options=[option])
            checks.true(f"a clock {what} is corrected for {words[0]}", "value" in answer, str(answer))


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # cleans up
    checks = ToldChecks()
    with Ceph(with_sts=False) as ceph, Home(ceph.folder) as home:
        ceph.add_user(ACCOUNT, "operator", *KEYS)
        driver, client = Driver(sys.argv[1], ceph.endpoint, home), s3_client(ceph.endpoint)
        for bucket in (BUCKET, DOTTED):
            client.create_bucket(Bucket=bucket)

        buckets_are_listed(checks, driver)
        objects_are_put_and_kept(checks, driver, client, home)
        ranges_are_read(checks, driver, client)
        odd_keys_are_the_same_to_both(checks, driver, client, home)
        pages_follow_each_other(checks, driver, client)
        uploads_go_in_parts(checks, driver, client, home)
        their_uploads_are_seen(checks, driver, client)
        refusals_have_their_kind(checks, driver, client, home)
        clock_is_held_against_theirs(checks, driver)
    checks.finish()


main()
